"""The first frame of a page that steps: one step in grids and words, and what the script takes over."""

from typing import Any

import orjson
from markupsafe import Markup

from app.address import Visit, read_visit
from app.drawn_steps import DrawnSteps
from app.stage.alternative import alternative_text, heading
from app.stage.gather import has_long_sentences, input_size_text, unreached_text
from app.stage.size import StageSize

STEPS_IN_PAGE = 64
"""A longer trace is fetched by the page, so that the first frame does not wait for it."""

PHASES = ("place", "multiply", "add", "write")


def first_frame(visit: Visit, api: str, *, steps_at_most: int = STEPS_IN_PAGE) -> dict[str, Any]:
    """What the partials of stage, calculation and transport show.

    Args:
        visit: What is shown.
        api: Where the script finds the API; it has no need of it while all steps are here.
        steps_at_most: A trace with more steps comes without any.
    """
    steps = DrawnSteps.of(visit, steps_at_most=steps_at_most)
    document = steps.document
    ((scene, step),) = steps.drawn(visit.step, visit.step, visit.query.phase)
    stage = scene.stage
    return {
        "heading": heading(document["geometry"]),
        "alternative": alternative_text(document, step, visit.step_count, visit.query.phase),
        "geometry": document["geometry"],
        "input_size": input_size_text(document["geometry"], visit.picture),
        "picture": visit.picture,
        "stage": stage,
        "size": StageSize.of(stage.inputs, stage.kernels, stage.outputs),
        "step": step,
        "step_count": visit.step_count,
        "phases": PHASES,
        "phase": visit.query.phase,
        "long_sentences": has_long_sentences(document),
        "sentence": scene.sentence,
        "unreached": unreached_text(document["geometry"]["unreached"]),
        "boot": _script_data(_boot(visit, api, document)),
    }


def _boot(visit: Visit, api: str, document: dict[str, Any]) -> dict[str, Any]:
    """What the script needs to take over from the server."""
    start = read_visit({})
    return {
        "api": api,
        "trace": {name: value for name, value in document.items() if name != "equivalent"},
        "settings": visit.settings,
        "defaults": start.settings,
        "step": visit.step,
        "phase": visit.query.phase,
        "isPlaying": visit.query.play == "1",
        "view": visit.view,
        "viewDefaults": start.view,
    }


def _script_data(document: dict[str, Any]) -> Markup:
    """JSON that may stand inside a script element: no character can end the element."""
    text = orjson.dumps(document).decode()
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))
