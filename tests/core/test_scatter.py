"""Scatter: every step against the definition, and its numbers against the other picture."""

import itertools

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.core.scatter import ScatterStep, ScatterTrace
from app.core.transposed import TransposedConvolution2d
from tests.core.definition import totals, typed
from tests.core.examples import places, transposed
from tests.strategies import AWKWARD, DECIMALS, QUARTERS, WHOLE, transposed_convolutions

ANY = transposed_convolutions(WHOLE + DECIMALS, biases=WHOLE + DECIMALS, divisors=st.integers(1, 20))
AWKWARDS = transposed_convolutions(AWKWARD, biases=AWKWARD)

Taps = list[tuple[int, int, int, int]]


def taps_inside(answer: TransposedConvolution2d, step: ScatterStep) -> Taps:
    """(tap row, tap column, output row, output column) of the products that are not cropped."""
    rows, columns = answer.gather.output.shape
    return [
        (m, n, row, column)
        for m, row in enumerate(step["targets"]["rows"])
        for n, column in enumerate(step["targets"]["columns"])
        if 0 <= row < rows and 0 <= column < columns
    ]


@given(ANY)
def test_steps_read_the_input_cells_in_raster_order(answer: TransposedConvolution2d) -> None:
    trace = ScatterTrace(answer)
    steps = trace.steps()
    rows, columns = answer.image.shape
    cells = [(step["input"]["row"], step["input"]["column"]) for step in steps]
    assert cells == list(itertools.product(range(rows), range(columns)))
    assert [step["index"] for step in steps] == list(range(trace.step_count))
    assert [step["number"] for step in steps] == list(range(1, rows * columns + 1))
    assert [step["value"] for step in steps] == answer.image.ravel().tolist()


@given(ANY)
def test_products_are_the_value_times_the_kernel_as_it_is(answer: TransposedConvolution2d) -> None:
    assume(answer.gather.scaling.exact)
    for step in ScatterTrace(answer).steps():
        expected = [
            [typed(step["value"]) * typed(weight) for weight in row] for row in answer.kernel.tolist()
        ]
        assert [[typed(product) for product in row] for row in step["products"]] == expected


@given(ANY)
def test_totals_are_those_of_the_definition(answer: TransposedConvolution2d) -> None:
    assume(answer.gather.scaling.exact)
    for step, output in zip(ScatterTrace(answer).steps(), totals(answer), strict=True):
        for m, n, row, column in taps_inside(answer, step):
            after = step["after"][m][n]
            assert after is not None
            assert typed(after) == output[row][column]


@given(ANY | AWKWARDS)
def test_replaying_the_steps_ends_on_the_output_of_the_other_picture(
    answer: TransposedConvolution2d,
) -> None:
    output = np.zeros(answer.gather.output.shape)
    for step in ScatterTrace(answer).steps():
        for m, n, row, column in taps_inside(answer, step):
            assert step["before"][m][n] == output[row, column]
            output[row, column] = step["after"][m][n]
    if answer.gather.scaling.exact:
        expected = [typed(total) / answer.divisor + typed(answer.bias) for total in output.ravel().tolist()]
        assert answer.gather.output.ravel().tolist() == [float(value) for value in expected]
    else:
        assert (output / answer.divisor + answer.bias).tolist() == answer.gather.output.tolist()


@given(ANY)
def test_after_is_before_and_the_product(answer: TransposedConvolution2d) -> None:
    assume(answer.gather.scaling.exact)
    for step in ScatterTrace(answer).steps():
        for before, product, after in zip(
            *(itertools.chain(*step[name]) for name in ("before", "products", "after")), strict=True
        ):
            assert (before is None) is (after is None)
            if before is not None:
                assert typed(after) == typed(before) + typed(product)


@given(ANY)
def test_cropped_cells_have_no_total_and_are_counted(answer: TransposedConvolution2d) -> None:
    for step in ScatterTrace(answer).steps():
        inside = {(m, n) for m, n, _, _ in taps_inside(answer, step)}
        seen = {tap for tap in np.ndindex(answer.kernel.shape) if step["before"][tap[0]][tap[1]] is not None}
        assert seen == inside
        assert step["cropped_cells"] == answer.kernel.size - len(inside)


@given(ANY | AWKWARDS, st.integers(0, 20), st.integers(0, 20))
def test_some_of_the_steps_are_a_slice_of_all_of_them(
    answer: TransposedConvolution2d, start: int, stop: int
) -> None:
    trace = ScatterTrace(answer)
    assert trace.steps(start, stop) == trace.steps()[start:stop]


@pytest.mark.parametrize(("start", "stop"), [(12, 12), (12, 99), (7, 7)])
def test_beyond_the_last_step_there_are_none(start: int, stop: int) -> None:
    assert ScatterTrace(transposed(places(3, 4), [[1, 2]])).steps(start, stop) == []


def test_cells_that_spell_their_place_show_what_a_step_does() -> None:
    answer = transposed(places(2, 2) + 1, [[1, 2], [3, 4]], stride=(2, 1), padding=(1, 0))
    step = ScatterTrace(answer).steps()[1]
    assert (step["value"], step["targets"]) == (2, {"rows": [-1, 0], "columns": [1, 2]})
    assert step["products"] == [[2, 4], [6, 8]]
    assert (step["before"], step["after"]) == ([[None, None], [4, 0]], [[None, None], [10, 8]])


def test_whole_numbers_reach_the_page_as_whole_numbers() -> None:
    (step,) = ScatterTrace(transposed([[2]], [[3, 4]], bias=5)).steps()
    assert str([step["value"], step["products"], step["before"], step["after"]]) == (
        "[2, [[6, 8]], [[0, 0]], [[6, 8]]]"
    )


@given(transposed_convolutions(QUARTERS + AWKWARD))
def test_nobody_ever_sees_a_negative_zero(answer: TransposedConvolution2d) -> None:
    assert "-0.0," not in str(ScatterTrace(answer).steps()).replace("]", ",").replace("}", ",")
