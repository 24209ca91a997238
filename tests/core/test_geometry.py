"""Geometry: sizes against the literature, indices against a walk along the input."""

import re
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import InvalidParameterError, KernelTooLargeError
from app.core.geometry import AxisGeometry, Conv2dGeometry
from tests.core.definition import windows
from tests.core.examples import places

AXES = st.builds(
    AxisGeometry,
    input_size=st.integers(1, 12),
    kernel_size=st.integers(1, 6),
    stride=st.integers(1, 9),
    dilation=st.integers(1, 5),
    padding_before=st.integers(0, 6),
    padding_after=st.integers(0, 6),
)
FITTING_AXES = AXES.filter(lambda axis: axis.kernel_extent <= axis.padded_size)


def axis(i: int, k: int, s: int = 1, p: int = 0, d: int = 1) -> AxisGeometry:
    """One axis in the symbols of the guide, with equal padding on both sides."""
    return AxisGeometry(i, k, s, d, p, p)


@pytest.mark.parametrize(
    ("geometry", "o"),
    [
        pytest.param(axis(4, 3), 2, id="relationship 1, figure 2.1: no padding, unit strides"),
        pytest.param(axis(5, 4, p=2), 6, id="relationship 2, figure 2.2: padding, unit strides"),
        pytest.param(axis(5, 3, p=1), 5, id="relationship 3, figure 2.3: half padding"),
        pytest.param(axis(5, 3, p=2), 7, id="relationship 4, figure 2.4: full padding"),
        pytest.param(axis(5, 3, s=2), 2, id="relationship 5, figure 2.5: no padding, strides"),
        pytest.param(axis(5, 3, s=2, p=1), 3, id="relationship 6, figure 2.6: padding and strides"),
        pytest.param(axis(6, 3, s=2, p=1), 3, id="relationship 6, figure 2.7: one row is left over"),
        pytest.param(axis(7, 3, d=2), 3, id="relationship 15, figure 5.1: dilation"),
    ],
)
def test_output_size_is_that_of_the_guide(geometry: AxisGeometry, o: int) -> None:
    assert geometry.output_size == o


@pytest.mark.parametrize("i", [1, 2, 5, 8, 64])
@pytest.mark.parametrize("k", [1, 2, 3, 7])
@pytest.mark.parametrize("s", [1, 2, 3, 16])
@pytest.mark.parametrize("p", [6, 7, 32])
def test_relationships_1_to_6_hold_as_they_are_printed(i: int, k: int, s: int, p: int) -> None:
    assert axis(i, k, p=p).output_size == (i - k) + 2 * p + 1
    assert axis(i, k, p=k - 1).output_size == i + (k - 1)
    assert axis(i, k, s, p).output_size == (i + 2 * p - k) // s + 1
    if k % 2 == 1:
        assert axis(i, k, p=k // 2).output_size == i
    if k <= i:
        assert axis(i, k).output_size == (i - k) + 1
        assert axis(i, k, s).output_size == (i - k) // s + 1


@given(AXES)
def test_kernel_stops_at_exactly_the_indices_of_a_walk_along_the_input(geometry: AxisGeometry) -> None:
    assert geometry.indices.tolist() == list(windows(geometry))
    assert geometry.output_size == len(list(windows(geometry)))


def test_indices_reach_into_the_padding_of_both_sides() -> None:
    assert AxisGeometry(3, 3, padding_before=1, padding_after=2).indices.tolist() == [
        [-1, 0, 1],
        [0, 1, 2],
        [1, 2, 3],
        [2, 3, 4],
    ]


def test_indices_skip_cells_when_dilated_and_positions_when_strided() -> None:
    assert axis(9, 3, s=3, d=2).indices.tolist() == [[0, 2, 4], [3, 5, 7]]


@pytest.mark.parametrize(
    ("k", "d", "extent", "formula"),
    [(3, 1, 3, "1·(3 − 1) + 1 = 3"), (3, 2, 5, "2·(3 − 1) + 1 = 5"), (1, 16, 1, "16·(1 − 1) + 1 = 1")],
    ids=["without dilation", "dilation 2", "a single tap spans one cell at any dilation"],
)
def test_kernel_extent_and_its_formula(k: int, d: int, extent: int, formula: str) -> None:
    assert axis(64, k, d=d).kernel_extent == extent
    assert axis(64, k, d=d).extent_formula == formula


@given(AXES)
def test_taps_inside_are_those_that_lie_on_the_input(geometry: AxisGeometry) -> None:
    inside = [sum(0 <= index < geometry.input_size for index in window) for window in windows(geometry)]
    assert geometry.taps_inside.tolist() == inside


@pytest.mark.parametrize(
    ("geometry", "unreached"),
    [
        pytest.param(axis(6, 3), [], id="unit stride reaches everything"),
        pytest.param(axis(6, 3, s=2), [5], id="the stride leaves the last row over"),
        pytest.param(axis(6, 3, s=2, p=1), [], id="padding moves the loss into the padding"),
        pytest.param(axis(7, 2, s=3), [2, 5, 6], id="the stride jumps over rows"),
        pytest.param(axis(5, 2, d=3), [2], id="the dilated taps step over the middle row"),
        pytest.param(axis(9, 3, s=4, d=2), [1, 3, 5, 7], id="stride and dilation reach even rows only"),
    ],
)
def test_unreached_indices_lie_under_no_tap(geometry: AxisGeometry, unreached: list[int]) -> None:
    assert geometry.unreached == unreached


@given(AXES)
def test_every_index_is_either_reached_or_named_as_unreached(geometry: AxisGeometry) -> None:
    reached = {index for window in windows(geometry) for index in window}
    assert geometry.unreached == [index for index in range(geometry.input_size) if index not in reached]


def test_formula_has_its_own_numbers_in_it() -> None:
    geometry = AxisGeometry(6, 3, stride=2, dilation=2, padding_before=1, padding_after=2)
    assert geometry.formula == "⌊(6 + 1 + 2 − 5) / 2⌋ + 1 = 3"


@given(FITTING_AXES)
def test_formula_is_a_true_equation_with_a_visible_floor(geometry: AxisGeometry) -> None:
    read = re.fullmatch(r"⌊\((\d+) \+ (\d+) \+ (\d+) − (\d+)\) / (\d+)⌋ \+ 1 = (\d+)", geometry.formula)
    assert read
    i, before, after, extent, stride, o = map(int, read.groups())
    assert (i + before + after - extent) // stride + 1 == o == len(list(windows(geometry)))
    assert (i, before, after) == (geometry.input_size, geometry.padding_before, geometry.padding_after)


@given(FITTING_AXES)
def test_extent_formula_is_a_true_equation(geometry: AxisGeometry) -> None:
    read = re.fullmatch(r"(\d+)·\((\d+) − 1\) \+ 1 = (\d+)", geometry.extent_formula)
    assert read
    dilation, taps, extent = map(int, read.groups())
    assert dilation * (taps - 1) + 1 == extent
    assert (dilation, taps) == (geometry.dilation, geometry.kernel_size)


@pytest.mark.parametrize("axis_name", ["rows", "columns"])
def test_kernel_that_does_not_fit_is_refused_with_both_numbers(axis_name: str) -> None:
    fitting, too_large = axis(9, 3), axis(4, 3, d=2)
    axes = {"rows": fitting, "columns": fitting, axis_name: too_large}
    with pytest.raises(
        KernelTooLargeError, match=f"^kernel spans 5 {axis_name}, and the input with its padding has only 4"
    ) as refusal:
        Conv2dGeometry(axes["rows"], axes["columns"])
    assert refusal.value.parameter == "kernel"


def test_kernel_exactly_as_large_as_the_padded_input_has_one_position() -> None:
    geometry = Conv2dGeometry(axis(3, 3, p=1, d=2, s=7), axis(3, 3))
    assert geometry.output_shape == (1, 1)


@pytest.mark.parametrize("name", ["input", "kernel", "stride", "dilation"])
def test_zero_is_refused_by_the_name_of_the_parameter(name: str) -> None:
    fields = {"input": "input_size", "kernel": "kernel_size"}
    with pytest.raises(InvalidParameterError, match=rf"^{name} must be 1 or more, and it is 0\.$") as refusal:
        replace(axis(5, 3), **{fields.get(name, name): 0})
    assert refusal.value.parameter == name


@pytest.mark.parametrize("side", ["padding_before", "padding_after"])
def test_negative_padding_is_refused_on_either_side(side: str) -> None:
    with pytest.raises(InvalidParameterError, match=r"^padding must be 0 or more") as refusal:
        replace(axis(5, 3, p=2), **{side: -1})
    assert refusal.value.parameter == "padding"


def test_rows_and_columns_are_never_exchanged() -> None:
    rows = AxisGeometry(9, 3, stride=2, dilation=2, padding_before=1, padding_after=2)
    columns = AxisGeometry(8, 2, stride=3, dilation=4, padding_after=3)
    geometry = Conv2dGeometry(rows, columns)
    assert geometry.input_shape == (9, 8)
    assert geometry.padded_shape == (12, 11)
    assert geometry.kernel_shape == (3, 2)
    assert geometry.kernel_extent == (5, 5)
    assert geometry.stride == (2, 3)
    assert geometry.dilation == (2, 4)
    assert geometry.output_shape == (4, 3)
    assert (geometry.step_count, geometry.terms_per_output, geometry.multiply_adds) == (12, 6, 72)


def test_windows_of_two_output_cells_are_found_in_the_padded_input() -> None:
    geometry = Conv2dGeometry(axis(5, 2, s=2, p=1), axis(6, 3, d=2))
    patches = places(7, 6)[geometry.padded_windows(np.array([0, 2]), np.array([1, 0]))]
    assert patches.tolist() == [[[1, 3, 5], [11, 13, 15]], [[40, 42, 44], [50, 52, 54]]]


@given(FITTING_AXES, FITTING_AXES)
def test_padding_cells_are_the_taps_outside_the_input(rows: AxisGeometry, columns: AxisGeometry) -> None:
    geometry = Conv2dGeometry(rows, columns)
    cells = [(row, column) for row in range(rows.output_size) for column in range(columns.output_size)]
    outside = [
        sum(
            not (0 <= i < rows.input_size and 0 <= j < columns.input_size)
            for i in list(windows(rows))[row]
            for j in list(windows(columns))[column]
        )
        for row, column in cells
    ]
    output_rows, output_columns = np.array(cells).T
    assert geometry.padding_cells(output_rows, output_columns).tolist() == outside
