"""Convolutions in a notebook: objects that hold their numbers and show one of their steps.

``from app.notebook import conv2d``; parameters, numbers, pictures and refusals are those of the API,
and no server is needed.
"""

from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape
from typing import Any, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ValidationError

from app.api.errors import describe
from app.api.figure_query import Conv2dFigureQuery, ConvTranspose2dFigureQuery
from app.api.models import Conv2dRequest, ConvTranspose2dRequest, GridsRequest
from app.api.operations import CONV2D, CONV_TRANSPOSE2D, Operation
from app.api.pack import Steps, pack_trace
from app.api.pack_transposed import pack_transposed
from app.api.scenes import Scenes
from app.api.shown import require_step
from app.api.unpack import unpack
from app.api.unpack_transposed import unpack_transposed
from app.core.arrays import NumberArray
from app.core.gather import GatherTrace
from app.core.layer import ConvolutionLayer, LayerTrace
from app.core.scatter import ScatterTrace
from app.imaging.figure import figure_of
from app.imaging.svg import svg_of
from app.stage.alternative import alternative_text, heading

Model = TypeVar("Model", bound=BaseModel)
Request = TypeVar("Request", bound=GridsRequest)
FigureQuery: TypeAlias = Conv2dFigureQuery | ConvTranspose2dFigureQuery
Query = TypeVar("Query", Conv2dFigureQuery, ConvTranspose2dFigureQuery)

Grid: TypeAlias = str | Sequence[Any] | NDArray[Any]
"""A name of a catalogue, rows of numbers, channels of rows, kernels of channels, or an array."""


@dataclass(frozen=True, eq=False)
class ShownConvolution:
    """A convolution that shows one of its steps where a notebook shows the value of a cell.

    Attributes:
        document: The trace as the API answers it, without its steps.
        trace: Its steps, in the picture that is shown.
        query: Which step is shown, and how.
        layer: The convolution; of a transposed one, its gather picture.
    """

    document: Mapping[str, Any]
    trace: Steps
    query: FigureQuery
    layer: ConvolutionLayer

    @property
    def output(self) -> NumberArray:
        """The result, shape (rows, columns); with several channels or kernels (kernels, rows, columns)."""
        return np.array(self.document["output"])

    @property
    def geometry(self) -> Mapping[str, Any]:
        """Sizes and index tables, as the API names them."""
        geometry: Mapping[str, Any] = self.document["geometry"]
        return geometry

    @cached_property
    def steps(self) -> Sequence[Mapping[str, Any]]:
        """Everything about every step, as the API names it; the first is ``steps[0]``."""
        return self.trace.steps()

    def step(self, number: int) -> "ShownConvolution":
        """The same convolution, shown at another step, counted from 1.

        Raises:
            ValueError: If there is no such step.
        """
        query = _valid(type(self.query), {**self.query.model_dump(exclude_unset=True), "step": _text(number)})
        return _shown(self.document, self.trace, query, self.layer)

    @property
    def alt(self) -> str:
        """What the picture shows, in words."""
        return alternative_text(self.document, self._step, self.trace.step_count, self.query.phase)

    @property
    def _step(self) -> Mapping[str, Any]:
        return self.trace.steps(self.query.number - 1, self.query.number)[0]

    def __repr__(self) -> str:
        return f"{heading(self.geometry)}: step {self.query.number} of {self.trace.step_count}\n{self.output}"

    def _repr_svg_(self) -> str:
        scenes = Scenes(self.trace, {**self.document}, self.layer.is_exact)
        scene = scenes.scene(self.query.number, self.query.phase)
        return svg_of(figure_of(scene, self.query.wishes), self.query.scale)

    def _repr_html_(self) -> str:
        """The picture as an image, so that nothing of the notebook's own style gets into it."""
        data = b64encode(self._repr_svg_().encode()).decode()
        return f'<img src="data:image/svg+xml;base64,{data}" alt="{escape(self.alt)}">'


def conv2d(input: Grid | None = None, kernel: Grid | None = None, **parameters: object) -> ShownConvolution:
    """A convolution, with the parameters of ``/api/v1/conv2d`` and those of its pictures.

    Args:
        input: A name, rows of numbers, or an array; the lesson's 6 × 6 where it is left out.
        kernel: The same.
        parameters: ``stride``, ``padding`` …, and of the picture ``step``, ``phase``, ``theme`` …

    Raises:
        ValueError: If there is no such convolution; the sentence says which parameter to change.
    """
    request, query = _read(CONV2D, Conv2dRequest, Conv2dFigureQuery, input, kernel, parameters)
    trace = LayerTrace(unpack(request))
    return _shown(pack_trace(trace, {}, steps_at_most=0), trace, query, trace.layer)


def conv_transpose2d(
    input: Grid | None = None, kernel: Grid | None = None, **parameters: object
) -> ShownConvolution:
    """A transposed convolution, with the parameters of ``/api/v1/conv_transpose2d`` and its pictures.

    Args:
        input: A name, rows of numbers, or an array; the lesson's 6 × 6 where it is left out.
        kernel: The same.
        parameters: ``stride``, ``padding`` …, ``picture``, and ``step``, ``phase``, ``theme`` …

    Raises:
        ValueError: If there is no such convolution; the sentence says which parameter to change.
    """
    types = (CONV_TRANSPOSE2D, ConvTranspose2dRequest, ConvTranspose2dFigureQuery)
    request, query = _read(*types, input, kernel, parameters)
    transposed = unpack_transposed(request)
    trace = ScatterTrace(transposed) if query.picture == "scatter" else GatherTrace(transposed)
    layer = ConvolutionLayer((transposed.gather,))
    return _shown(pack_transposed(transposed, {}, steps_at_most=0), trace, query, layer)


def _shown(
    document: Mapping[str, Any], trace: Steps, query: FigureQuery, layer: ConvolutionLayer
) -> ShownConvolution:
    require_step(query.number, trace.step_count)
    return ShownConvolution(document, trace, query, layer)


def _read(
    operation: Operation,
    request_type: type[Request],
    query_type: type[Query],
    input: Grid | None,
    kernel: Grid | None,
    parameters: Mapping[str, object],
) -> tuple[Request, Query]:
    """What is to be computed, and how it is to be shown.

    Raises:
        ValueError: With a sentence for each parameter that breaks its rule.
    """
    named = {"input": input, "kernel": kernel, **parameters}
    given = {name: _plain(value) for name, value in named.items() if value is not None}
    computed = {name: value for name, value in given.items() if name in request_type.model_fields}
    shown = {name: _text(value) for name, value in given.items() if name not in computed}
    return _valid(request_type, computed, operation), _valid(query_type, shown, operation)


def _valid(model: type[Model], values: Mapping[str, object], operation: Operation = CONV2D) -> Model:
    """The values, checked by their rules.

    Raises:
        ValueError: With a sentence for each that breaks its rule.
    """
    try:
        return model.model_validate(values)
    except ValidationError as error:
        details = describe(error.errors(include_url=False), operation)
    raise ValueError("\n".join(detail.detail for detail in details))


def _plain(value: object) -> object:
    """A value as JSON would hold it: arrays and tuples as lists, NumPy's numbers as Python's."""
    if isinstance(value, np.ndarray | np.generic):
        return value.tolist()
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value


def _text(value: object) -> str:
    """A choice of the page as it stands in an address."""
    if isinstance(value, list):
        return ",".join(map(_text, value))
    return str(int(value)) if isinstance(value, bool) else str(value)
