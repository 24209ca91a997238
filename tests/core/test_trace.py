"""Trace: every step against the definition, and every quantity against the others."""

from itertools import accumulate

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.core.arrays import IntArray
from app.core.convolution import Convolution2d
from app.core.padding import Border, PaddingName
from app.core.trace import StepArrays, Trace
from tests.core.definition import patches, sums, typed, values, weights, windows
from tests.core.examples import convolution, places
from tests.strategies import AWKWARD, DECIMALS, QUARTERS, WHOLE, convolutions

DIVISORS = st.integers(1, 20)
ANY = convolutions(WHOLE + DECIMALS, biases=WHOLE + DECIMALS, divisors=DIVISORS)
AWKWARDS = convolutions(AWKWARD, biases=AWKWARD, divisors=DIVISORS)

LESSON = convolution(places(6, 6), [[1, 0, -1], [1, 0, -1], [1, 0, -1]])


@given(ANY)
def test_steps_write_the_output_cells_in_raster_order(answer: Convolution2d) -> None:
    rows, columns = answer.output.shape
    cells = [(row, column) for row in range(rows) for column in range(columns)]
    steps = Trace(answer).steps()
    assert [(step["output"]["row"], step["output"]["column"]) for step in steps] == cells
    assert [step["index"] for step in steps] == list(range(rows * columns))
    assert [step["number"] for step in steps] == list(range(1, rows * columns + 1))
    assert {step["output"]["channel"] for step in steps} == {0}


@given(ANY | AWKWARDS, st.integers(0, 60), st.integers(0, 60))
def test_some_of_the_steps_are_a_slice_of_all_of_them(answer: Convolution2d, start: int, stop: int) -> None:
    trace = Trace(answer)
    assert trace.steps(start, stop) == trace.steps()[start:stop]


@pytest.mark.parametrize(("start", "stop"), [(16, 16), (16, 99), (7, 7)])
def test_beyond_the_last_step_there_are_none(start: int, stop: int) -> None:
    assert Trace(LESSON).steps(start, stop) == []


@given(ANY)
def test_patch_is_what_lies_under_the_kernel(answer: Convolution2d) -> None:
    found = [[[typed(value) for value in row] for row in step["patch"]] for step in Trace(answer).steps()]
    assert found == list(patches(answer))


@given(ANY)
def test_products_sums_and_values_are_those_of_the_definition(answer: Convolution2d) -> None:
    assume(answer.scaling.exact)
    kernel = weights(answer)
    steps = Trace(answer).steps()
    for step, patch in zip(steps, patches(answer), strict=True):
        expected = [
            [value * weight for value, weight in zip(*rows, strict=True)]
            for rows in zip(patch, kernel, strict=True)
        ]
        assert [[typed(product) for product in row] for row in step["products"]] == expected
        running = accumulate(product for row in expected for product in row)
        assert [typed(total) for total in step["running_sums"]] == list(running)
    assert [typed(step["sum"]) for step in steps] == sums(answer)
    assert [step["value"] for step in steps] == [float(value) for value in values(answer)]


@given(AWKWARDS)
def test_awkward_products_are_added_in_the_order_of_the_running_sums(answer: Convolution2d) -> None:
    assume(not answer.scaling.exact)
    for step in Trace(answer).steps():
        products = [product for row in step["products"] for product in row]
        assert step["running_sums"] == list(accumulate(products))
        assert step["value"] == step["sum"] / answer.divisor + answer.bias


@given(ANY | AWKWARDS)
def test_last_running_sum_is_the_sum_and_values_fill_the_output(answer: Convolution2d) -> None:
    steps = Trace(answer).steps()
    assert [step["running_sums"][-1] for step in steps] == [step["sum"] for step in steps]
    assert [step["value"] for step in steps] == answer.output.ravel().tolist()
    assert [step["exact"] for step in steps] == answer.is_exact.ravel().tolist()
    assert all(step["bias"] == answer.bias for step in steps)


@given(ANY)
def test_window_names_the_rows_and_columns_under_the_taps(answer: Convolution2d) -> None:
    rows, columns = list(windows(answer.geometry.rows)), list(windows(answer.geometry.columns))
    for step in Trace(answer).steps():
        row, column = step["output"]["row"], step["output"]["column"]
        assert step["window"] == {"rows": rows[row], "columns": columns[column]}


@given(ANY)
def test_padding_cells_are_the_taps_outside_the_input(answer: Convolution2d) -> None:
    rows, columns = answer.image.shape
    for step in Trace(answer).steps():
        window = step["window"]
        inside = [0 <= i < rows and 0 <= j < columns for i in window["rows"] for j in window["columns"]]
        assert step["padding_cells"] == inside.count(False)


def test_border_cell_that_holds_a_number_is_still_a_padding_cell() -> None:
    answer = convolution(places(3, 3) + 1, [[1, 1], [1, 1]], padding=PaddingName.FULL, border=Border.EDGE)
    step = Trace(answer).steps()[0]
    assert step["patch"] == [[1, 1], [1, 1]]
    assert step["padding_cells"] == 3


def test_whole_numbers_reach_the_page_as_whole_numbers() -> None:
    step = Trace(convolution([[1, 2]], [[3, 4]], bias=5)).steps()[0]
    assert str([step["patch"], step["products"], step["running_sums"]]) == "[[[1, 2]], [[3, 8]], [3, 11]]"
    assert str([step["sum"], step["bias"], step["value"]]) == "[11, 5, 16]"


def test_cells_that_spell_their_place_show_the_window_of_a_step() -> None:
    answer = convolution(places(8, 9), [[1, 1], [1, 1]], stride=(3, 2), dilation=(2, 4))
    step = Trace(answer).steps()[4]
    assert step["output"] == {"row": 1, "column": 1, "channel": 0}
    assert step["patch"] == [[32, 36], [52, 56]]


@given(convolutions(QUARTERS + AWKWARD))
def test_nobody_ever_sees_a_negative_zero(answer: Convolution2d) -> None:
    assert "-0.0," not in str(Trace(answer).steps()).replace("]", ",").replace("}", ",")


@given(ANY, st.data())
def test_arrays_hold_one_step_beside_the_other(answer: Convolution2d, data: st.DataObject) -> None:
    rows, columns = answer.output.shape
    cells = data.draw(st.lists(st.tuples(st.integers(0, rows - 1), st.integers(0, columns - 1)), min_size=1))
    output_rows, output_columns = np.array(cells).T
    arrays = Trace(answer).arrays(output_rows, output_columns)
    taps, count = answer.kernel.shape, len(cells)
    assert arrays.patches.shape == arrays.products.shape == (count, *taps)
    assert arrays.running_sums.shape == (count, taps[0] * taps[1])
    assert arrays.values.shape == arrays.exact.shape == arrays.padding_cells.shape == (count,)
    assert arrays.values.tolist() == [answer.output[cell] for cell in cells]


class CountingTrace(Trace):
    """A trace that notes how many steps it is asked to compute at once."""

    def __init__(self, answer: Convolution2d) -> None:
        super().__init__(answer)
        self.counts: list[int] = []

    def arrays(self, rows: IntArray, columns: IntArray) -> StepArrays:
        """The steps, and a note of how many."""
        self.counts.append(len(rows))
        return super().arrays(rows, columns)


@pytest.mark.parametrize(("start", "stop", "count"), [(0, None, 16), (3, 9, 6), (15, 16, 1), (14, 99, 2)])
def test_only_the_steps_that_are_asked_for_are_computed_and_all_of_them_at_once(
    start: int, stop: int | None, count: int
) -> None:
    trace = CountingTrace(LESSON)
    trace.steps(start, stop)
    assert trace.counts == [count]
    assert trace.step_count == 16
