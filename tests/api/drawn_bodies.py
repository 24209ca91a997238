"""Requests for hypothesis to draw: every parameter, within its limits, in every spelling that JSON has."""

from typing import Any

from hypothesis import strategies as st

from app.core.inputs import INPUTS
from app.core.kernels import KERNELS
from app.core.libraries import Library
from app.core.padding import Border, PaddingName
from app.settings import LIMITS

whole = st.integers(-LIMITS.magnitude, LIMITS.magnitude)
numbers = (
    whole
    | st.decimals(-1000, 1000, places=3).map(float)
    | st.floats(-LIMITS.magnitude, LIMITS.magnitude, allow_nan=False)
)


def grids(cells: st.SearchStrategy[Any], side: int) -> st.SearchStrategy[list[list[Any]]]:
    """Rows of equal length, at most this many, shape (rows, columns)."""
    return st.integers(1, side).flatmap(
        lambda columns: st.lists(
            st.lists(cells, min_size=columns, max_size=columns), min_size=1, max_size=side
        )
    )


def pairs(maximum: int) -> st.SearchStrategy[Any]:
    """A number for both axes, or one for each."""
    one = st.integers(1, maximum)
    return one | st.lists(one, min_size=2, max_size=2)


_PARAMETERS: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {},
    optional={
        "input": st.sampled_from(sorted(INPUTS)) | grids(numbers, 9) | grids(whole, 9),
        "size": pairs(12),
        "seed": st.integers(0, LIMITS.seed),
        "kernel": st.sampled_from(sorted(KERNELS)) | grids(numbers, 4) | grids(whole, 4),
        "stride": pairs(3),
        "dilation": pairs(3),
        "padding": (
            st.sampled_from([*map(str, PaddingName), None])
            | st.integers(0, 4)
            | st.lists(st.integers(0, 4), min_size=4, max_size=4)
        ),
        "border": st.sampled_from([*map(str, Border), None]),
        "flip": st.sampled_from([0, 1, False, True, None]),
        "bias": numbers,
        "like": st.sampled_from([*map(str, Library), None]),
    },
)


def _stacks(depth: int, rows: int, columns: int) -> st.SearchStrategy[list[list[list[float]]]]:
    """Channels of one size."""
    row = st.lists(whole | numbers, min_size=columns, max_size=columns)
    return st.lists(st.lists(row, min_size=rows, max_size=rows), min_size=depth, max_size=depth)


@st.composite
def layer_bodies(draw: st.DrawFn) -> dict[str, Any]:
    """JSON bodies with two or three channels under two or three kernels, some of them by name."""
    channels, count = draw(st.integers(2, 3)), draw(st.integers(2, 3))
    kernel = _stacks(channels, 3, 3) | st.sampled_from(["sobel-x", "box-3", "random"])
    kernels = draw(st.lists(kernel, min_size=count, max_size=count))
    layer: dict[str, Any] = {
        **draw(_PARAMETERS),
        "input": draw(_stacks(channels, 4, 3)),
        "kernel": kernels,
        "bias": draw(st.lists(numbers, min_size=count, max_size=count, unique=True)),
    }
    if not all(isinstance(each, str) for each in kernels):
        divisors = [None if isinstance(each, str) else draw(st.integers(1, 300)) for each in kernels]
        layer["divisor"] = divisors
    return layer


@st.composite
def bodies(draw: st.DrawFn) -> dict[str, Any]:
    """JSON bodies; a few are no convolution: a kernel that does not fit, a library that cannot do it."""
    body = draw(_PARAMETERS)
    if isinstance(body.get("kernel"), list) and draw(st.booleans()):
        body["divisor"] = draw(st.integers(1, 300) | st.integers(1, LIMITS.divisor))
    return body
