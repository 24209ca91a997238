"""The HTML pages: readable, labelled and on the right step before any script runs."""

from typing import Any

import orjson
from fastapi import APIRouter, Request, Response
from fastapi.templating import Jinja2Templates
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from app.address import Visit, read_visit
from app.api.links import PREFIX, address
from app.api.operations import CONV_TRANSPOSE2D
from app.api.pack import Steps, pack_trace
from app.api.pack_transposed import pack_transposed
from app.api.query import write_query
from app.api.view import VIEW_VALUES
from app.core.gather import GatherTrace
from app.core.inputs import INPUTS
from app.core.kernels import KERNELS
from app.core.layer import LayerTrace
from app.core.padding import Border
from app.core.scatter import ScatterTrace
from app.paths import ROOT, STATIC, TEMPLATES
from app.preset_choices import guide_choices, library_choices
from app.serving.static_files import StaticAssets
from app.stage.gather import Stage, has_long_sentences, input_size_text, sentence_of, stage_of, unreached_text
from app.stage.scatter import scatter_stage_of
from app.stage.size import StageSize

STEPS_IN_PAGE = 64
"""A longer trace is fetched by the page, so that the first frame does not wait for it."""

PHASES = ("place", "multiply", "add", "write")

PADDINGS = {
    "valid": "valid: none",
    "same": "same",
    "same_lower": "same, odd cell first",
    "same_tf": "same, as TensorFlow",
    "full": "full",
}

router = APIRouter(include_in_schema=False)
assets = StaticAssets(STATIC, watch=(ROOT / "pyproject.toml").is_file())
templates = Jinja2Templates(
    env=Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
)


@router.get("/")
async def step_page(request: Request) -> Response:
    """The Step page, on the step that the address asks for."""
    visit = read_visit(request.query_params)
    trace, document = _traced(visit)
    context = {
        **_frame(request, visit),
        **_form(visit),
        **_stage(visit, trace, document),
        "boot": _script_data(_boot(request, visit, document)),
        "step_link": _step_links(request, visit),
    }
    return templates.TemplateResponse(request, "step.html", context)


def _traced(visit: Visit) -> tuple[Steps, dict[str, Any]]:
    """The steps, and the document that the API would answer with."""
    if visit.transposed is not None:
        document = pack_transposed(visit.transposed, {}, steps_at_most=STEPS_IN_PAGE)
        is_scatter = visit.picture == "scatter"
        return ScatterTrace(visit.transposed) if is_scatter else GatherTrace(visit.transposed), document
    trace = LayerTrace(visit.layer)
    return trace, pack_trace(trace, {}, steps_at_most=STEPS_IN_PAGE)


def _frame(request: Request, visit: Visit) -> dict[str, Any]:
    """What every page needs: addresses, files, themes, notices."""
    files = assets.current()
    return {
        "home": address(request, "/"),
        "asset": lambda path: address(request, files.url(path)),
        "modules": files.modules("js/pages/step.js"),
        "view": visit.view,
        "view_values": VIEW_VALUES,
        "notices": visit.notices,
    }


def _form(visit: Visit) -> dict[str, Any]:
    """The settings, and what there is to choose from."""
    return {
        "settings": visit.settings,
        "inputs": INPUTS,
        "kernels": KERNELS,
        "paddings": PADDINGS,
        "library_choices": library_choices(),
        "guide_choices": guide_choices(),
        "borders": list(Border),
        "phases": PHASES,
        "phase": visit.query.phase,
    }


def _stage(visit: Visit, trace: Steps, document: dict[str, Any]) -> dict[str, Any]:
    """The first frame: one step in grids and words."""
    stage, step = _drawn(visit, trace, document)
    return {
        "geometry": document["geometry"],
        "input_size": input_size_text(document["geometry"], visit.picture),
        "picture": visit.picture,
        "stage": stage,
        "size": StageSize.of(stage.inputs, stage.kernels, stage.outputs),
        "step": step,
        "step_count": trace.step_count,
        "long_sentences": has_long_sentences(document),
        "sentence": sentence_of(step, visit.query.phase),
        "unreached": unreached_text(document["geometry"]["unreached"]),
    }


def _drawn(visit: Visit, trace: Steps, document: dict[str, Any]) -> tuple[Stage, dict[str, Any]]:
    """The grids of the step that is asked for, and the step itself, in the picture that is asked for."""
    if visit.picture == "scatter":
        steps: list[dict[str, Any]] = [{**each} for each in trace.steps(0, visit.step)]
        return scatter_stage_of(document, steps, visit.query.phase), steps[-1]
    step: dict[str, Any] = {**trace.steps(visit.step - 1, visit.step)[0]}
    return stage_of(document, visit.layer.is_exact, step, visit.query.phase), step


def _boot(request: Request, visit: Visit, document: dict[str, Any]) -> dict[str, Any]:
    """What the script needs to take over from the server."""
    query = visit.query
    return {
        "api": address(request, PREFIX),
        "trace": {name: value for name, value in document.items() if name != "equivalent"},
        "settings": visit.settings,
        "defaults": read_visit({}).settings,
        "step": visit.step,
        "phase": query.phase,
        "isPlaying": query.play == "1",
        "view": visit.view,
        "viewDefaults": read_visit({}).view,
    }


def _script_data(document: dict[str, Any]) -> Markup:
    """JSON that may stand inside a script element: no character can end the element."""
    text = orjson.dumps(document).decode()
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))


def _step_links(request: Request, visit: Visit) -> dict[str, str]:
    """Neighbouring steps as plain addresses, for a browser without scripts."""
    count = visit.step_count
    operation = f"operation={CONV_TRANSPOSE2D.name}" if visit.transposed else ""
    query = "&".join(filter(None, (operation, write_query(visit.request))))
    numbers = {"first": 1, "previous": visit.step - 1, "next": visit.step + 1, "last": count}
    return {
        name: address(request, "/", query, f"step={number}")
        for name, number in numbers.items()
        if 1 <= number <= count and number != visit.step
    }
