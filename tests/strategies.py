"""Convolutions for Hypothesis to draw: small grids, and every parameter free."""

import numpy as np
from hypothesis import strategies as st

from app.core.arrays import FloatArray
from app.core.convolution import Convolution2d
from app.core.layer import ConvolutionLayer
from app.core.padding import Border
from app.core.transposed import TransposedConvolution2d
from tests.core.examples import convolution, transposed

Numbers = st.SearchStrategy[float]
Kinds = tuple[Numbers, ...]
"""Kinds of numbers; all cells of one grid are of one kind."""

Grid = list[list[float]]

LARGEST = 1_000_000


def _decimals(largest: int, decimals: int) -> Numbers:
    """Numbers with this many decimals, as one types them; few of them are exact in a double."""
    return st.integers(-largest, largest).map(lambda digits: digits / 10**decimals)


WHOLE: Kinds = (st.integers(-9, 9), st.integers(-LARGEST, LARGEST))

QUARTERS: Kinds = (st.integers(-40, 40).map(lambda quarters: quarters / 4),)
"""Numbers whose products and sums are exact in a double, too."""

DECIMALS: Kinds = (
    _decimals(99, 1),
    _decimals(9_999, 2),
    _decimals(999, 3),
    _decimals(LARGEST, 5),
    _decimals(99, 7),
    _decimals(10 * LARGEST, 1),
)

AWKWARD: Kinds = (
    st.floats(-1000, 1000),
    st.floats(-1000, 1000)
    | st.sampled_from([1 / 3, 2 / 3, 0.125, 1e-7, 1e-15, 1e-16, 5e-324, 12345.678901234567, -0.0]),
)
"""Doubles with as many digits as there are."""

NOTHING: Kinds = (st.just(0.0),)
NO_DIVISOR = st.just(1)


@st.composite
def grids(draw: st.DrawFn, kinds: Kinds, *, largest: int) -> Grid:
    """Rows of numbers, at most ``largest`` a side."""
    rows, columns = draw(st.integers(1, largest)), draw(st.integers(1, largest))
    cells = draw(st.lists(draw(_one_of(kinds)), min_size=rows * columns, max_size=rows * columns))
    return [cells[row * columns : (row + 1) * columns] for row in range(rows)]


def pairs(largest: int) -> st.SearchStrategy[tuple[int, int]]:
    """Two numbers, for rows and columns, from 1."""
    return st.tuples(st.integers(1, largest), st.integers(1, largest))


@st.composite
def convolutions(
    draw: st.DrawFn,
    /,
    kinds: Kinds,
    *,
    biases: Kinds = NOTHING,
    divisors: st.SearchStrategy[int] = NO_DIVISOR,
) -> Convolution2d:
    """A convolution of grids of these kinds; the kernel fits."""
    image, kernel = draw(grids(kinds, largest=5)), draw(grids(kinds, largest=3))
    dilation = draw(pairs(3))
    return convolution(
        image,
        kernel,
        stride=draw(pairs(3)),
        dilation=dilation,
        border=draw(st.sampled_from(Border)),
        flip=draw(st.booleans()),
        bias=float(draw(draw(_one_of(biases)))),
        divisor=draw(divisors),
        padding=(
            *draw(_axis_padding(len(image), dilation[0] * (len(kernel) - 1) + 1)),
            *draw(_axis_padding(len(image[0]), dilation[1] * (len(kernel[0]) - 1) + 1)),
        ),
    )


def _one_of(kinds: Kinds) -> st.SearchStrategy[Numbers]:
    return st.integers(0, len(kinds) - 1).map(lambda kind: kinds[kind])


@st.composite
def _axis_padding(draw: st.DrawFn, input_size: int, kernel_extent: int) -> tuple[int, int]:
    """Padding before and after, at least as much as the kernel needs to fit; often more than the input."""
    before = draw(st.integers(0, 4))
    lacking = max(kernel_extent - input_size - before, 0)
    return before, lacking + draw(st.integers(0, 4))


@st.composite
def transposed_convolutions(
    draw: st.DrawFn,
    /,
    kinds: Kinds,
    *,
    biases: Kinds = NOTHING,
    divisors: st.SearchStrategy[int] = NO_DIVISOR,
) -> TransposedConvolution2d:
    """A transposed convolution of grids of these kinds, of which something is left."""
    image, kernel = draw(grids(kinds, largest=4)), draw(grids(kinds, largest=3))
    stride, dilation = draw(pairs(3)), draw(pairs(3))
    output_padding = [draw(st.integers(0, max(axis) - 1)) for axis in zip(stride, dilation, strict=True)]
    sizes = ((len(grid), len(grid[0])) for grid in (image, kernel))
    padding = [
        draw(st.integers(0, min(d * (k - 1), ((i - 1) * s + d * (k - 1) + behind) // 2)))
        for i, k, s, d, behind in zip(*sizes, stride, dilation, output_padding, strict=True)
    ]
    return transposed(
        image,
        kernel,
        stride=stride,
        dilation=dilation,
        padding=(padding[0], padding[1]),
        output_padding=(output_padding[0], output_padding[1]),
        bias=float(draw(draw(_one_of(biases)))),
        divisor=draw(divisors),
    )


@st.composite
def layers(
    draw: st.DrawFn,
    /,
    kinds: Kinds,
    *,
    biases: Kinds = NOTHING,
    divisors: st.SearchStrategy[int] = NO_DIVISOR,
) -> ConvolutionLayer:
    """One to three kernels over an input of one to three channels; the first map as ``convolutions`` does."""
    plane = draw(convolutions(kinds))
    channels, count = draw(st.integers(1, 3)), draw(st.integers(1, 3))

    def stack(shape: tuple[int, ...], depth: int) -> FloatArray:
        size = depth * shape[0] * shape[1]
        cells = draw(st.lists(draw(_one_of(kinds)), min_size=size, max_size=size))
        return np.array(cells, np.float64).reshape(depth, *shape)

    return ConvolutionLayer.of(
        stack(plane.image.shape, channels),
        [stack(plane.kernel.shape, channels) for _ in range(count)],
        plane.geometry,
        border=plane.border,
        flip=plane.flip,
        divisors=[draw(divisors) for _ in range(count)],
        biases=[float(draw(draw(_one_of(biases)))) for _ in range(count)],
    )
