"""``/conv2d.svg`` and ``.png``, a step as a picture, and ``.csv``, the output as a table.

The same for ``/conv_transpose2d``.  They take the query string of the page.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, TypeAlias

from fastapi import APIRouter, Depends, Request, Response

from app.api import responses
from app.api.asked import asked
from app.api.drawn import png_bytes, require_few_cells, svg_bytes
from app.api.figure_query import Conv2dFigureQuery, ConvTranspose2dFigureQuery, FigureChoices
from app.api.links import PREFIX
from app.api.operations import CONV2D, CONV_TRANSPOSE2D, Operation
from app.api.receiving import require_clear_query, with_query
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

Write: TypeAlias = Callable[[Scenes, FigureChoices], bytes]


def _answer(media_type: str, description: str, schema: dict[str, Any]) -> responses.Responses:
    return {200: {"description": description, "content": {media_type: {"schema": schema}}}}


_SVG = _answer(SVG, "The picture; numbers carry their names in data-cell", {"type": "string"})
_PNG = _answer(PNG, "The picture", {"type": "string", "format": "binary"})
_CSV = _answer(
    "text/csv", "One row a line; the number of the map first where there are several", {"type": "string"}
)


def _offer(operation: Operation, query: type[FigureChoices], choice: str = "") -> None:
    """The files of an operation, each of one of several where there is such a choice."""
    name = operation.name
    of, besides = (f" of one {choice}", f" and the {choice}") if choice else ("", "")
    router.get(
        f"/{name}.svg",
        operation_id=f"get_{name}_svg",
        summary=f"A step{of} as SVG",
        description="The step of the address as a drawing in which every text is text.",
        responses=_SVG,
    )(with_query(query, partial(_send, write=svg_bytes, media_type=SVG)))
    router.get(
        f"/{name}.png",
        operation_id=f"get_{name}_png",
        summary=f"A step{of} as PNG",
        description="The step of the address in pixels.",
        responses=_PNG,
    )(with_query(query, partial(_send, write=png_bytes, media_type=PNG)))
    router.get(
        f"/{name}.csv",
        operation_id=f"get_{name}_csv",
        summary="The output as a table",
        description=f"The whole output, whatever the step{besides}.",
        responses=_CSV,
    )(with_query(query, _send_table))
    unknown_router.get(f"/{name}.{{ending}}")(refuse_ending)


async def refuse_ending() -> Response:
    """What no route before this one has taken."""
    sentence = f"There is no file with this ending. Use {', '.join(ENDINGS[:-1])} or {ENDINGS[-1]}."
    raise ProblemError(Problem("not-found", sentence))


async def _send(request: Request, query: FigureChoices, write: Write, media_type: str) -> Response:
    """A picture, drawn on a thread: it takes longer than a short trace does."""
    figure = asked(query)
    require_few_cells(figure.sizes)
    headers = cached(request, figure.query, query.key)
    content = await run(INLINE_TERMS + 1, lambda: write(figure.scenes(), query))
    ending = request.url.path.rpartition(".")[2]
    name = f"{figure.operation.name}-step-{query.number}.{ending}"
    return _file(content, name, {**headers, "Content-Type": media_type})


async def _send_table(request: Request, query: FigureChoices) -> Response:
    table = asked(query)
    headers = cached(request, table.query)
    content = await run(INLINE_TERMS + 1, lambda: csv_of(table.maps()).encode())
    return _file(content, f"{table.operation.name}.csv", {**headers, "Content-Type": CSV})


def _file(content: bytes, name: str, headers: Mapping[str, str]) -> Response:
    """Shown by a browser, and kept under this name by whoever keeps it."""
    return Response(content, headers={**headers, "Content-Disposition": f'inline; filename="{name}"'})


_offer(CONV2D, Conv2dFigureQuery)
_offer(CONV_TRANSPOSE2D, ConvTranspose2dFigureQuery, choice="picture")
