"""What a page makes of its address: a bad value never breaks it.

The API refuses a bad value; a page uses the default instead and says so.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError

from app.api.errors import describe
from app.api.fields import RULES
from app.api.models import Conv2dRequest, GridsRequest
from app.api.operations import CONV2D, CONV_TRANSPOSE2D
from app.api.pack import Steps
from app.api.query import (
    Conv2dQuery,
    ConvTranspose2dQuery,
    GridsQuery,
    read_query,
    read_transposed_query,
    write_fields,
)
from app.api.share_addresses import Addresses
from app.api.shown import require_step
from app.api.unpack import conventions_of, unpack
from app.api.unpack_transposed import unpack_transposed
from app.api.view import VIEW_VALUES
from app.core.errors import ConvolutionError, InvalidParameterError
from app.core.gather import GatherTrace
from app.core.layer import ConvolutionLayer, LayerTrace
from app.core.scatter import ScatterTrace
from app.core.transposed import TransposedConvolution2d

NO_PADDING = "valid"
MOST_CHANNELS = 3
MOST_KERNELS = 4
"""As many fit on the stage; the API takes more."""

_IDLE = {
    False: {"output_padding": "0"},
    True: {"padding": NO_PADDING, "border": "zeros", "flip": "0", "channels": "1"},
}
"""Of an ordinary and of a transposed convolution: fields at rest that only the other one has."""

_DEFAULT_USED = "The default is used instead."


@dataclass(frozen=True, slots=True)
class Visit:
    """What a visitor asked for, as far as it can be had.

    Attributes:
        query: The parameters that are good, as text.
        request: The convolution they stand for, ``like`` spelled out as padding, border and flip.
        layer: The same, resolved, one convolution for each kernel; of a transposed one, its gather picture.
        transposed: The transposed convolution; None where it is an ordinary one.
        step_count: Number of steps in the picture that is asked for.
        step: Number of the step, from 1.
        notices: A sentence for each parameter that was not used.
    """

    query: GridsQuery
    request: GridsRequest
    layer: ConvolutionLayer
    transposed: TransposedConvolution2d | None
    step_count: int
    step: int
    notices: list[str]

    @property
    def view(self) -> dict[str, str]:
        """How it is to be shown: every choice of the page."""
        return self.query.model_dump(include=set(VIEW_VALUES))

    @property
    def picture(self) -> str:
        """Gather or scatter, of a transposed convolution; empty for an ordinary one."""
        return self.query.picture if self.transposed is not None else ""

    def addresses(self, root: str) -> Addresses:
        """Where the same convolution, step and view can be had, below ``root``, which ends in a slash."""
        operation = CONV2D if self.transposed is None else CONV_TRANSPOSE2D
        query = self.query.model_copy(update={"step": str(self.step)})
        return Addresses(root, operation, self.request, query)

    @property
    def trace(self) -> Steps:
        """The steps of the picture that is asked for."""
        if self.transposed is None:
            return LayerTrace(self.layer)
        is_scatter = self.picture == "scatter"
        return ScatterTrace(self.transposed) if is_scatter else GatherTrace(self.transposed)

    @property
    def settings(self) -> dict[str, str]:
        """Every parameter of every operation as it stands in an address; those of others at their default."""
        if self.transposed is None:
            return {"operation": CONV2D.name, "output_padding": "0", **write_fields(self.request)}
        own = write_fields(self.request)
        # What an ordinary convolution calls "valid" is none here, and an address need not say it.
        padding = NO_PADDING if own["padding"] == "0" else own["padding"]
        return {**read_visit({}).settings, **own, "padding": padding, "operation": CONV_TRANSPOSE2D.name}


def write_visit(visit: Visit) -> str:
    """The shortest query string that ``read_visit`` reads as this visit, without the "?"."""
    return visit.addresses("").page.partition("?")[2]


@dataclass(frozen=True, slots=True)
class _Reading:
    """One operation as an address asks for it."""

    query: GridsQuery
    request: GridsRequest
    layer: ConvolutionLayer
    transposed: TransposedConvolution2d | None = None

    @property
    def step_count(self) -> int:
        """Number of steps in the picture that is asked for."""
        if self.transposed is not None and self.query.picture == "scatter":
            return ScatterTrace(self.transposed).step_count
        return self.layer.step_count


def read_visit(parameters: Mapping[str, str]) -> Visit:
    """Read an address; what is bad in it is left out, round by round, until the rest is good."""
    texts, notices = _without_idle(parameters), list[str]()
    while True:
        try:
            read = _read(texts)
        except (ValidationError, RequestValidationError) as error:
            refused, sentences = _refused(error.errors())
        except ConvolutionError as error:
            refused, sentences = {error.parameter}, [str(error)]
        else:
            step = _step(read.query, read.step_count, notices)
            return Visit(
                read.query, read.request, read.layer, read.transposed, read.step_count, step, notices
            )
        notices += [f"{sentence} {_DEFAULT_USED}" for sentence in sentences]
        texts = _without(texts, refused)


def exact_visit(query: GridsQuery) -> Visit:
    """The visit of an address whose parameters are good one by one, exactly as it is asked for.

    Raises:
        RequestValidationError, ConvolutionError: If they are not good together, or there is no such step.
    """
    read = _resolved(query)
    step = int(query.step or 1)
    require_step(step, read.step_count)
    return Visit(read.query, read.request, read.layer, read.transposed, read.step_count, step, [])


def _without_idle(parameters: Mapping[str, str]) -> dict[str, str]:
    """What is asked for, without what has no meaning and asks for nothing: a form sends every field."""
    idle = _IDLE[parameters.get("operation") == CONV_TRANSPOSE2D.name]
    return {name: text for name, text in parameters.items() if idle.get(name) != text}


def _read(texts: dict[str, str]) -> _Reading:
    if texts.get("operation") == CONV_TRANSPOSE2D.name:
        return _resolved(ConvTranspose2dQuery.model_validate(texts))
    return _resolved(Conv2dQuery.model_validate(texts))


def _resolved(query: GridsQuery) -> _Reading:
    if isinstance(query, ConvTranspose2dQuery):
        transposed_request = read_transposed_query(query)
        transposed = unpack_transposed(transposed_request)
        return _Reading(query, transposed_request, ConvolutionLayer((transposed.gather,)), transposed)
    assert isinstance(query, Conv2dQuery)
    request = read_query(query)
    layer = _fits_on_the_page(unpack(request))
    return _Reading(query, _spelled_out(request), layer)


def _fits_on_the_page(layer: ConvolutionLayer) -> ConvolutionLayer:
    """The layer, if its grids can stand side by side.

    Raises:
        InvalidParameterError: If it has more channels or kernels than the page shows.
    """
    if layer.first.channel_count > MOST_CHANNELS:
        raise InvalidParameterError(
            "input", f"input must have at most {MOST_CHANNELS} channels on this page."
        )
    if len(layer.maps) > MOST_KERNELS:
        raise InvalidParameterError("kernel", f"kernel must be at most {MOST_KERNELS} kernels on this page.")
    return layer


def _refused(errors: Iterable[Mapping[str, Any]]) -> tuple[set[str], list[str]]:
    """The parameters that break their rules, and the sentences that say so."""
    known = [{**error, "loc": [part for part in error["loc"] if part != "query"]} for error in errors]
    names = {str(error["loc"][0]) if error["loc"] else "divisor" for error in known}
    return names, [detail.detail for detail in describe(known)]


def _without(texts: dict[str, str], refused: set[str]) -> dict[str, str]:
    """The parameters that are left; where none of those refused was given, the others do not fit it."""
    left = {name: text for name, text in texts.items() if name not in refused}
    return left if len(left) < len(texts) else {}


def _step(query: GridsQuery, step_count: int, notices: list[str]) -> int:
    step = int(query.step or 1)
    if step <= step_count:
        return step
    rule = f"{RULES['step']}, which is {step_count} here"
    notices.append(f"step must be {rule}. {_DEFAULT_USED}")
    return 1


def _spelled_out(request: Conv2dRequest) -> Conv2dRequest:
    conventions = conventions_of(request)
    return request.model_copy(
        update={
            "padding": conventions.padding,
            "border": conventions.border,
            "flip": conventions.flip,
            "like": None,
        }
    )
