"""What an address of a picture, a film or a table asks for, refused before anything is computed."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import singledispatch

from app.api.drawn import Sizes
from app.api.figure_query import Conv2dFigureQuery, ConvTranspose2dFigureQuery, FigureChoices
from app.api.operations import CONV2D, CONV_TRANSPOSE2D, Operation
from app.api.query import read_query, read_transposed_query, write_query
from app.api.scenes import Scenes
from app.api.unpack import unpack
from app.api.unpack_transposed import unpack_transposed
from app.core.arrays import NumberArray


@dataclass(frozen=True, slots=True)
class Asked:
    """One computation of which somebody wants a picture.

    Attributes:
        operation: Which kind.
        query: Its parameters as they stand in an address.
        sizes: How much there is to draw.
        scenes: Computes its steps.
        maps: Computes its output.
    """

    operation: Operation
    query: str
    sizes: Sizes
    scenes: Callable[[], Scenes]
    maps: Callable[[], list[NumberArray]]


@singledispatch
def asked(query: FigureChoices) -> Asked:
    """The computation of an address.

    Raises:
        RequestValidationError: If a value breaks its rule.
        ConvolutionError: If there is no such convolution.
    """
    raise NotImplementedError


@asked.register
def _convolution(query: Conv2dFigureQuery) -> Asked:
    body = read_query(query)
    layer = unpack(body)
    return Asked(
        CONV2D,
        write_query(body),
        Sizes(layer.geometry, layer.first.channel_count, len(layer.maps)),
        lambda: Scenes.of_layer(layer),
        lambda: [each.output for each in layer.maps],
    )


@asked.register
def _transposed_convolution(query: ConvTranspose2dFigureQuery) -> Asked:
    body = read_transposed_query(query)
    transposed = unpack_transposed(body)
    return Asked(
        CONV_TRANSPOSE2D,
        f"{write_query(body)} {query.picture}",
        Sizes(transposed.gather.geometry, 1, 1),
        lambda: Scenes.of_transposed(transposed, query.picture),
        lambda: [transposed.gather.output],
    )
