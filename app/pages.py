"""The HTML pages: readable, labelled and on the right step before any script runs."""

from typing import Any

from fastapi import APIRouter, Request, Response

from app.address import Visit, read_visit
from app.api.links import PREFIX, address
from app.api.operations import CONV_TRANSPOSE2D
from app.api.query import write_query
from app.core.inputs import INPUTS
from app.core.kernels import KERNELS
from app.core.padding import Border
from app.first_frame import first_frame
from app.preset_choices import guide_choices, library_choices
from app.previews import preview_of
from app.rendering import frame_of, templates

PADDINGS = {
    "valid": "valid: none",
    "same": "same",
    "same_lower": "same, odd cell first",
    "same_tf": "same, as TensorFlow",
    "full": "full",
}

router = APIRouter(include_in_schema=False)


@router.get("/")
async def step_page(request: Request) -> Response:
    """The Step page, on the step that the address asks for."""
    visit = read_visit(request.query_params)
    frame = first_frame(visit, address(request, PREFIX))
    context = {
        **frame_of(request, visit, "js/pages/step.js"),
        **_form(visit),
        **frame,
        "preview": preview_of(str(request.base_url), visit, frame),
        "step_link": _step_links(request, visit, "/"),
    }
    return templates.TemplateResponse(request, "step.html", context)


@router.get("/embed")
async def embed_page(request: Request) -> Response:
    """The Step page for a frame: without header, settings and editor."""
    visit = read_visit(request.query_params)
    frame = first_frame(visit, address(request, PREFIX))
    context = {
        **frame_of(request, visit, "js/pages/embed.js"),
        **frame,
        "preview": preview_of(str(request.base_url), visit, frame),
        "full_page": visit.addresses(address(request, "/")).page,
        "step_link": _step_links(request, visit, "/embed"),
    }
    return templates.TemplateResponse(request, "embed.html", context)


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
    }


def _step_links(request: Request, visit: Visit, page: str) -> dict[str, str]:
    """Neighbouring steps as plain addresses, for a browser without scripts."""
    count = visit.step_count
    operation = f"operation={CONV_TRANSPOSE2D.name}" if visit.transposed else ""
    query = "&".join(filter(None, (operation, write_query(visit.request))))
    numbers = {"first": 1, "previous": visit.step - 1, "next": visit.step + 1, "last": count}
    return {
        name: address(request, page, query, f"step={number}")
        for name, number in numbers.items()
        if 1 <= number <= count and number != visit.step
    }
