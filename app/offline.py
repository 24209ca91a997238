"""``/api/v1/conv2d.html``: a convolution as one file, which steps without a server and without a network."""

from contextlib import suppress

from fastapi import APIRouter, Depends, Request, Response
from fastapi.exceptions import RequestValidationError

from app.address import Visit, exact_visit
from app.api import responses
from app.api.links import PREFIX
from app.api.models import DEFAULT_INPUT
from app.api.operations import CONV2D, CONV_TRANSPOSE2D, Operation
from app.api.query import Conv2dQuery, ConvTranspose2dQuery, GridsQuery
from app.api.receiving import require_clear_query, with_query
from app.api.sending import cached
from app.api.work import INLINE_TERMS, run
from app.core.errors import ConvolutionError
from app.core.inputs import INPUTS
from app.core.padding import PaddingName
from app.first_frame import first_frame
from app.problems import Problem, ProblemError
from app.rendering import assets, frame_of, templates
from app.serving.one_file import one_file
from app.serving.static_files import Snapshot
from app.settings import LIMITS

HTML = "text/html"
_ENTRY = "js/pages/embed.js"
_SAVED_AS = {"Content-Disposition": 'attachment; filename="convolution.html"'}
_TOO_LARGE = (
    f"An offline page holds at most {LIMITS.steps_in_trace:,} steps with {LIMITS.terms_in_trace:,} products, "
    "and this convolution has {steps:,} steps with {terms:,} products. {remedy}"
)
_PAGE: responses.Responses = {
    200: {"content": {HTML: {"schema": {"type": "string"}}}, "description": "The page"}
}

router = APIRouter(
    prefix=PREFIX,
    tags=["offline"],
    dependencies=[Depends(require_clear_query)],
    responses=responses.UNCHANGED | responses.PROBLEMS,
)


def _offer(operation: Operation, query: type[GridsQuery], of: str = "") -> None:
    """The page of an operation."""
    router.get(
        f"/{operation.name}.html",
        operation_id=f"get_{operation.name}_html",
        summary=f"A {operation.title} as a page that needs no server",
        description=f"The page on the step of the address as one file, with all steps{of} inside, "
        "to be opened from a disk.",
        responses=_PAGE,
        response_class=Response,
    )(with_query(query, _send))


async def _send(request: Request, query: GridsQuery) -> Response:
    visit = exact_visit(query)
    snapshot = assets.current()
    page = visit.addresses(str(request.base_url)).page
    headers = cached(request, page, query.play, snapshot.version)
    # To draw the page and to write its modules into it takes longer than to compute most convolutions.
    content = await run(INLINE_TERMS + 1, lambda: _page(request, visit, page, snapshot))
    return Response(content, media_type=HTML, headers={**headers, **_SAVED_AS})


def _page(request: Request, visit: Visit, page: str, snapshot: Snapshot) -> str:
    """The file.

    Raises:
        ProblemError: If it would hold too many steps.
    """
    _require_room(visit)
    files = {path: asset.plain.body for path, asset in snapshot.assets.items()}
    context = {
        **frame_of(request, visit, _ENTRY),
        **first_frame(visit, "", steps_at_most=LIMITS.steps_in_trace),
        "file": one_file(_ENTRY, files),
        "full_page": page,
        "step_link": {},
    }
    return templates.get_template("offline.html").render(context)


def _require_room(visit: Visit) -> None:
    steps, terms = _counts(visit)
    if not _fits(visit):
        detail = _TOO_LARGE.format(steps=steps, terms=terms, remedy=_remedy(visit.query))
        raise ProblemError(Problem("too-large-for-one-file", detail))


def _counts(visit: Visit) -> tuple[int, int]:
    """Steps, and products in all of them; of a transposed convolution, in the longer picture."""
    if visit.transposed is None:
        return visit.layer.step_count, visit.layer.step_count * visit.layer.first.terms_per_output
    steps = max(visit.layer.step_count, visit.transposed.image.size)
    return steps, steps * visit.transposed.kernel.size


def _fits(visit: Visit) -> bool:
    steps, terms = _counts(visit)
    return steps <= LIMITS.steps_in_trace and terms <= LIMITS.terms_in_trace


def _remedy(query: GridsQuery) -> str:
    """What to change in the address so that it fits: the size of a named input, the stride over numbers."""
    for change in _changes(is_named=(query.input or DEFAULT_INPUT) in INPUTS):
        smaller = query.model_copy(update={**change, "step": None})
        with suppress(ConvolutionError, RequestValidationError):
            if _fits(exact_visit(smaller)):
                words = " and ".join(f"{name}={text}" for name, text in change.items())
                return f"With {words} in the address it fits."
    return "Use a smaller input or kernel."


def _changes(*, is_named: bool) -> list[dict[str, str]]:
    if is_named:
        return [{"size": str(size)} for size in range(LIMITS.grid_side, 0, -1)]
    strides = [{"stride": str(stride)} for stride in range(1, LIMITS.stride + 1)]
    # Some paddings, such as "same", know no stride.
    return strides + [{**stride, "padding": PaddingName.VALID.value} for stride in strides]


_offer(CONV2D, Conv2dQuery)
_offer(CONV_TRANSPOSE2D, ConvTranspose2dQuery, of=" of both pictures")
