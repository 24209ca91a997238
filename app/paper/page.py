"""``/print``: what the address stands for on paper, ready for the printer without a script."""

from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter, Request, Response

from app.address import Visit, read_visit
from app.api.links import address
from app.api.operations import CONV_TRANSPOSE2D
from app.api.query import write_query
from app.api.work import run
from app.drawn_steps import DrawnSteps
from app.paper.choice import PaperChoice, read_choice
from app.paper.contact_sheet import contact_sheet
from app.paper.heading import heading_of
from app.paper.worksheet import has_room_for, worksheet
from app.rendering import frame_of, templates
from app.settings import LIMITS

PATH = "/print"
ENTRY = "js/pages/print.js"

_TOO_WIDE = (
    "The grids are too wide for a worksheet. Use a smaller input or kernel. All steps are printed instead."
)

router = APIRouter(include_in_schema=False)


@router.get(PATH)
async def print_page(request: Request) -> Response:
    """All steps of the convolution of the address, or a worksheet of it."""
    choice, visit = _asked(request.query_params)
    template, context = await run(LIMITS.cells_on_paper, lambda: _sheet(request, choice, visit))
    return templates.TemplateResponse(request, template, context)


def _asked(parameters: Mapping[str, str]) -> tuple[PaperChoice, Visit]:
    choice, others = read_choice(parameters)
    if choice.is_worksheet:
        # Its steps are the cells of the output, whatever picture and step the address looks at.
        others = {name: text for name, text in others.items() if name not in {"picture", "step"}}
    return choice, read_visit(others)


def _sheet(request: Request, choice: PaperChoice, visit: Visit) -> tuple[str, dict[str, Any]]:
    """The template, and what it shows."""
    steps, query = DrawnSteps.of(visit), _query(visit)
    is_worksheet = choice.is_worksheet and has_room_for(steps.document)
    notices = [*choice.notices, *visit.notices]
    if choice.is_worksheet and not is_worksheet:
        notices.append(_TOO_WIDE)
    blanks = f"blanks={choice.blank_count}"
    context = {
        **frame_of(request, visit, ENTRY),
        "heading": heading_of(steps.document, visit.settings, f"{request.base_url}?{query}".rstrip("?")),
        "notices": notices,
        "step_page": address(request, "/", query),
        "all_steps": address(request, PATH, query),
        "worksheet": address(request, PATH, "worksheet=1", blanks, query),
    }
    if is_worksheet:
        another = _query(visit, seed=(visit.request.seed + 1) % LIMITS.seed)
        return "print-worksheet.html", {
            **context,
            "sheet": worksheet(steps, choice.blank_count),
            "another": address(request, PATH, "worksheet=1", blanks, another),
        }
    sheet = contact_sheet(steps)
    others = {name: address(request, PATH, query, f"step={number}") for name, number in sheet.others.items()}
    return "print-steps.html", {**context, "sheet": sheet, "others": others}


def _query(visit: Visit, **changes: object) -> str:
    """The convolution in its shortest spelling."""
    request = visit.request.model_copy(update=changes)
    operation = f"operation={CONV_TRANSPOSE2D.name}" if visit.transposed else ""
    picture = f"picture={visit.picture}" if visit.picture == "scatter" else ""
    return "&".join(filter(None, (operation, write_query(request), picture)))
