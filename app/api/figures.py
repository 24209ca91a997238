"""``/conv2d.svg`` and ``.png``, a step as a picture, and ``.csv``, the output as a table.

The same for ``/conv_transpose2d``.  They take the query string of the page.
"""

from collections.abc import Callable, Mapping
from typing import Annotated, Any, TypeAlias

from fastapi import APIRouter, Depends, Query, Request, Response

from app.api import responses
from app.api.asked import Asked, asked, asked_transposed
from app.api.drawn import png_bytes, require_few_cells, svg_bytes
from app.api.figure_query import Conv2dFigureQuery, ConvTranspose2dFigureQuery, FigureChoices
from app.api.links import PREFIX
from app.api.receiving import require_clear_query
from app.api.scenes import Scenes
from app.api.sending import cached
from app.api.table_text import csv_of
from app.api.work import INLINE_TERMS, run
from app.problems import Problem, ProblemError

SVG, PNG = "image/svg+xml", "image/png"
CSV = "text/csv; charset=utf-8; header=absent"

ENDINGS = (".animated.svg", ".csv", ".gif", ".html", ".png", ".svg", ".webp")
"""All that an operation can be followed by, here and in ``app/offline.py``."""

router = APIRouter(
    prefix=PREFIX,
    tags=["figures"],
    dependencies=[Depends(require_clear_query)],
    responses=responses.UNCHANGED | responses.PROBLEMS,
    default_response_class=Response,
)
unknown_router = APIRouter(prefix=PREFIX, include_in_schema=False)

InAddress = Annotated[Conv2dFigureQuery, Query()]
InTransposedAddress = Annotated[ConvTranspose2dFigureQuery, Query()]
Write: TypeAlias = Callable[[Scenes, FigureChoices], bytes]


def _answer(media_type: str, description: str, schema: dict[str, Any]) -> responses.Responses:
    return {200: {"description": description, "content": {media_type: {"schema": schema}}}}


_SVG = _answer(SVG, "The picture; numbers carry their names in data-cell", {"type": "string"})
_PNG = _answer(PNG, "The picture", {"type": "string", "format": "binary"})
_CSV = _answer(
    "text/csv", "One row a line; the number of the map first where there are several", {"type": "string"}
)


@router.get("/conv2d.svg", operation_id="get_conv2d_svg", summary="A step as SVG", responses=_SVG)
async def get_svg(request: Request, query: InAddress) -> Response:
    """The step of the address as a drawing in which every text is text."""
    return await _send(request, asked(query), svg_bytes, SVG)


@router.get("/conv2d.png", operation_id="get_conv2d_png", summary="A step as PNG", responses=_PNG)
async def get_png(request: Request, query: InAddress) -> Response:
    """The step of the address in pixels."""
    return await _send(request, asked(query), png_bytes, PNG)


@router.get("/conv2d.csv", operation_id="get_conv2d_csv", summary="The output as a table", responses=_CSV)
async def get_csv(request: Request, query: InAddress) -> Response:
    """The whole output, whatever the step."""
    return await _send_table(request, asked(query))


@router.get(
    "/conv_transpose2d.svg",
    operation_id="get_conv_transpose2d_svg",
    summary="A step of one picture as SVG",
    responses=_SVG,
)
async def get_transposed_svg(request: Request, query: InTransposedAddress) -> Response:
    """The step of the address as a drawing in which every text is text."""
    return await _send(request, asked_transposed(query), svg_bytes, SVG)


@router.get(
    "/conv_transpose2d.png",
    operation_id="get_conv_transpose2d_png",
    summary="A step of one picture as PNG",
    responses=_PNG,
)
async def get_transposed_png(request: Request, query: InTransposedAddress) -> Response:
    """The step of the address in pixels."""
    return await _send(request, asked_transposed(query), png_bytes, PNG)


@router.get(
    "/conv_transpose2d.csv",
    operation_id="get_conv_transpose2d_csv",
    summary="The output as a table",
    responses=_CSV,
)
async def get_transposed_csv(request: Request, query: InTransposedAddress) -> Response:
    """The whole output, whatever the step and the picture."""
    return await _send_table(request, asked_transposed(query))


@unknown_router.get("/conv2d.{ending}")
@unknown_router.get("/conv_transpose2d.{ending}")
async def refuse_ending() -> Response:
    """What no route before this one has taken."""
    sentence = f"There is no file with this ending. Use {', '.join(ENDINGS[:-1])} or {ENDINGS[-1]}."
    raise ProblemError(Problem("not-found", sentence))


async def _send(request: Request, asked: Asked, write: Write, media_type: str) -> Response:
    """A picture, drawn on a thread: it takes longer than a short trace does."""
    require_few_cells(asked.sizes)
    headers = cached(request, asked.query, asked.choices.key)
    content = await run(INLINE_TERMS + 1, lambda: write(asked.scenes(), asked.choices))
    ending = request.url.path.rpartition(".")[2]
    name = f"{asked.operation.name}-step-{asked.choices.number}.{ending}"
    return _file(content, name, {**headers, "Content-Type": media_type})


async def _send_table(request: Request, asked: Asked) -> Response:
    headers = cached(request, asked.query)
    content = await run(INLINE_TERMS + 1, lambda: csv_of(asked.maps()).encode())
    return _file(content, f"{asked.operation.name}.csv", {**headers, "Content-Type": CSV})


def _file(content: bytes, name: str, headers: Mapping[str, str]) -> Response:
    """Shown by a browser, and kept under this name by whoever keeps it."""
    return Response(content, headers={**headers, "Content-Disposition": f'inline; filename="{name}"'})
