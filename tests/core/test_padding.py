"""Padding: every name by its definition, every border as in ``numpy.pad``."""

import re
from typing import Literal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.convolution import resolve_geometry
from app.core.errors import SameStrideError
from app.core.geometry import AxisGeometry
from app.core.padding import Border, PaddingName, axis_padding, border_sources
from tests.core.definition import source, windows
from tests.core.examples import convolution, places

SIZES = st.integers(1, 20)
STEPS = st.integers(1, 6)
TAPS = st.integers(1, 8)

EVERY_BORDER = pytest.mark.parametrize("border", Border)
BOTH_SAME = pytest.mark.parametrize("name", [PaddingName.SAME, PaddingName.SAME_LOWER])

NumpyMode = Literal["constant", "edge", "reflect", "symmetric", "wrap"]
NUMPY_MODES: dict[Border, NumpyMode] = {
    Border.ZEROS: "constant",
    Border.EDGE: "edge",
    Border.REFLECT: "reflect",
    Border.SYMMETRIC: "symmetric",
    Border.WRAP: "wrap",
}


def padded_axis(name: PaddingName, i: int, k: int, s: int = 1, d: int = 1) -> AxisGeometry:
    before, after = axis_padding(name, input_size=i, kernel_size=k, stride=s, dilation=d)
    return AxisGeometry(i, k, s, d, before, after)


@given(SIZES, TAPS, STEPS, STEPS)
def test_valid_adds_nothing(i: int, k: int, s: int, d: int) -> None:
    geometry = padded_axis(PaddingName.VALID, i, k, s, d)
    assert (geometry.padding_before, geometry.padding_after) == (0, 0)


@given(SIZES, TAPS, STEPS)
def test_full_begins_and_ends_where_one_tap_is_on_the_input(i: int, k: int, d: int) -> None:
    geometry = padded_axis(PaddingName.FULL, i, k, d=d)
    positions = list(windows(geometry))
    assert positions[0][-1] == 0
    assert positions[-1][0] == i - 1
    assert len(positions) == i + d * (k - 1)


@BOTH_SAME
@given(i=SIZES, k=TAPS, d=STEPS)
def test_same_output_is_as_large_as_the_input(name: PaddingName, i: int, k: int, d: int) -> None:
    assert len(list(windows(padded_axis(name, i, k, d=d)))) == i


@pytest.mark.parametrize(
    ("k", "d", "same", "same_lower"),
    [
        pytest.param(3, 1, (1, 1), (1, 1), id="odd kernel"),
        pytest.param(2, 1, (0, 1), (1, 0), id="two taps"),
        pytest.param(4, 1, (1, 2), (2, 1), id="four taps"),
        pytest.param(2, 3, (1, 2), (2, 1), id="two taps, dilation 3"),
        pytest.param(2, 2, (1, 1), (1, 1), id="two taps, dilation 2: no odd cell"),
        pytest.param(1, 9, (0, 0), (0, 0), id="one tap"),
    ],
)
def test_odd_cell_goes_to_the_end_for_same_and_to_the_start_for_same_lower(
    k: int, d: int, same: tuple[int, int], same_lower: tuple[int, int]
) -> None:
    assert axis_padding(PaddingName.SAME, input_size=9, kernel_size=k, stride=1, dilation=d) == same
    assert (
        axis_padding(PaddingName.SAME_LOWER, input_size=9, kernel_size=k, stride=1, dilation=d) == same_lower
    )


@BOTH_SAME
def test_same_with_a_stride_is_refused_and_both_ways_out_are_named(name: PaddingName) -> None:
    with pytest.raises(
        SameStrideError, match=f"^padding {name} needs stride 1, and the stride is 2"
    ) as refusal:
        axis_padding(name, input_size=6, kernel_size=3, stride=2, dilation=1)
    assert re.search(
        r"Two ways out: padding same_tf, .* or padding in numbers, such as 1 ", str(refusal.value)
    )
    assert refusal.value.parameter == "padding"


def test_same_is_refused_where_only_one_axis_has_a_stride() -> None:
    with pytest.raises(SameStrideError, match="the stride is 3"):
        resolve_geometry((6, 6), (3, 3), stride=(1, 3), dilation=(1, 1), padding=PaddingName.SAME)


@given(SIZES, TAPS, STEPS, STEPS)
def test_same_tf_output_is_the_input_size_over_the_stride_rounded_up(i: int, k: int, s: int, d: int) -> None:
    assert len(list(windows(padded_axis(PaddingName.SAME_TF, i, k, s, d)))) == -(-i // s)


@given(SIZES, TAPS, STEPS, STEPS)
def test_same_tf_adds_as_little_as_possible_and_an_odd_cell_at_the_end(
    i: int, k: int, s: int, d: int
) -> None:
    geometry = padded_axis(PaddingName.SAME_TF, i, k, s, d)
    before, after = geometry.padding_before, geometry.padding_after
    assert after - before in {0, 1}
    if after:
        smaller = AxisGeometry(i, k, s, d, before, after - 1)
        assert len(list(windows(smaller))) < -(-i // s)


@given(SIZES, TAPS, STEPS)
def test_same_tf_without_a_stride_is_same(i: int, k: int, d: int) -> None:
    assert padded_axis(PaddingName.SAME_TF, i, k, d=d) == padded_axis(PaddingName.SAME, i, k, d=d)


def test_same_tf_depends_on_the_input_size() -> None:
    sides = [
        axis_padding(PaddingName.SAME_TF, input_size=i, kernel_size=3, stride=2, dilation=1) for i in (5, 6)
    ]
    assert sides == [(1, 1), (0, 1)]


def test_padding_in_numbers_is_top_bottom_left_right() -> None:
    geometry = resolve_geometry((5, 5), (1, 1), stride=(1, 1), dilation=(1, 1), padding=(1, 2, 3, 4))
    assert (geometry.rows.padding_before, geometry.rows.padding_after) == (1, 2)
    assert (geometry.columns.padding_before, geometry.columns.padding_after) == (3, 4)


def test_named_padding_is_resolved_for_each_axis_by_its_own_sizes() -> None:
    geometry = resolve_geometry((6, 7), (2, 3), stride=(1, 1), dilation=(2, 3), padding=PaddingName.FULL)
    assert geometry.rows.padding_before == 2
    assert geometry.columns.padding_before == 6
    assert geometry.output_shape == (8, 13)


@EVERY_BORDER
@pytest.mark.parametrize("size", [1, 2, 3, 7])
@pytest.mark.parametrize(("before", "after"), [(0, 0), (1, 2), (7, 5), (32, 32)])
def test_border_comes_from_the_cells_of_its_definition(
    border: Border, size: int, before: int, after: int
) -> None:
    expected = [source(index, size, border) for index in range(-before, size + after)]
    assert [
        None if index < 0 else index for index in border_sources(size, before, after, border).tolist()
    ] == expected


@EVERY_BORDER
@pytest.mark.parametrize(("rows", "columns"), [(1, 1), (1, 4), (3, 1), (2, 3), (4, 5)])
@pytest.mark.parametrize("padding", [(0, 0, 0, 0), (1, 2, 3, 4), (9, 0, 0, 11), (32, 32, 32, 32)])
def test_padded_input_is_that_of_numpy(
    border: Border, rows: int, columns: int, padding: tuple[int, int, int, int]
) -> None:
    image = places(rows, columns) + 1
    top, bottom, left, right = padding
    expected = np.pad(image, ((top, bottom), (left, right)), mode=NUMPY_MODES[border])
    np.testing.assert_array_equal(
        convolution(image, [[1]], padding=padding, border=border).padded, expected, strict=True
    )


@pytest.mark.parametrize(
    ("border", "padded"),
    [
        (Border.ZEROS, [0, 0, 1, 2, 3, 4, 0, 0]),
        (Border.EDGE, [1, 1, 1, 2, 3, 4, 4, 4]),
        (Border.REFLECT, [3, 2, 1, 2, 3, 4, 3, 2]),
        (Border.SYMMETRIC, [2, 1, 1, 2, 3, 4, 4, 3]),
        (Border.WRAP, [3, 4, 1, 2, 3, 4, 1, 2]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_border_is_what_the_drawing_beside_its_name_says(border: Border, padded: list[int]) -> None:
    assert convolution([[1, 2, 3, 4]], [[1]], padding=(0, 0, 2, 2), border=border).padded.tolist() == [padded]
