"""Transposed convolution: sizes against the literature, values against the definition and SciPy."""

import re

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.signal import convolve2d

from app.core.convolution import Convolution2d
from app.core.errors import InvalidParameterError
from app.core.geometry import AxisGeometry
from app.core.transposed import TransposedAxis, TransposedConvolution2d
from tests.core.definition import totals, typed
from tests.core.examples import places, transposed
from tests.strategies import DECIMALS, WHOLE, transposed_convolutions

ANY = transposed_convolutions(WHOLE + DECIMALS, biases=WHOLE + DECIMALS, divisors=st.integers(1, 20))


def axis(i: int, k: int, s: int = 1, p: int = 0, a: int = 0) -> TransposedAxis:
    """One axis in the symbols of the guide."""
    return TransposedAxis(i, k, s, padding=p, output_padding=a)


@pytest.mark.parametrize(
    ("geometry", "o"),
    [
        pytest.param(axis(2, 3), 4, id="relationship 8, figure 4.1: no padding, unit strides"),
        pytest.param(axis(6, 4, p=2), 5, id="relationship 9, figure 4.2: padding, unit strides"),
        pytest.param(axis(5, 3, p=1), 5, id="relationship 10, figure 4.3: half padding"),
        pytest.param(axis(7, 3, p=2), 5, id="relationship 11, figure 4.4: full padding"),
        pytest.param(axis(2, 3, s=2), 5, id="relationship 12, figure 4.5: no padding, strides"),
        pytest.param(axis(3, 3, s=2, p=1), 5, id="relationship 13, figure 4.6: padding and strides"),
        pytest.param(axis(3, 3, s=2, p=1, a=1), 6, id="relationship 14, figure 4.7: one row is added"),
    ],
)
def test_output_size_is_that_of_the_guide(geometry: TransposedAxis, o: int) -> None:
    assert geometry.output_size == geometry.gather.output_size == o


@pytest.mark.parametrize("i", [1, 2, 5, 8])
@pytest.mark.parametrize("k", [1, 2, 3, 7])
@pytest.mark.parametrize("s", [1, 2, 3])
def test_relationships_8_to_14_hold_as_they_are_printed(i: int, k: int, s: int) -> None:
    assert axis(i, k).output_size == i + (k - 1)
    assert axis(i, k, s).output_size == s * (i - 1) + k
    for p in range(min(k - 1, (i + k - 2) // 2) + 1):
        assert axis(i, k, p=p).output_size == i + (k - 1) - 2 * p
    for a in range(s):
        assert axis(i, k, s, a=a).output_size == s * (i - 1) + a + k
    if k % 2 == 1:
        assert axis(i, k, p=k // 2).output_size == i
    if i >= k:
        assert axis(i, k, p=k - 1).output_size == i - (k - 1)


def convolution_over_the_output(axis: TransposedAxis) -> AxisGeometry:
    """The convolution that this one is the transpose of."""
    sizes = (axis.output_size, axis.kernel_size, axis.stride, axis.dilation)
    return AxisGeometry(*sizes, axis.padding, axis.padding)


@given(ANY)
def test_a_convolution_over_the_output_leads_back_to_the_size_of_the_input(
    answer: TransposedConvolution2d,
) -> None:
    for each in (answer.geometry.rows, answer.geometry.columns):
        added = each.output_padding // each.stride
        assert convolution_over_the_output(each).output_size == each.input_size + added


@given(ANY)
def test_targets_are_the_output_cells_whose_window_uses_the_input_cell(
    answer: TransposedConvolution2d,
) -> None:
    for each in (answer.geometry.rows, answer.geometry.columns):
        scattered = {
            (index * each.stride, int(target))
            for index, targets in enumerate(each.targets)
            for target in targets
            if 0 <= target < each.output_size
        }
        gathered = {
            (int(index), output)
            for output, window in enumerate(each.gather.indices)
            for index in window
            if 0 <= index < each.stretched_size and index % each.stride == 0
        }
        assert scattered == gathered


@given(ANY)
def test_output_is_that_of_the_definition(answer: TransposedConvolution2d) -> None:
    assume(answer.gather.scaling.exact)
    *_, last = totals(answer)
    bias = typed(answer.bias)
    expected = [[float(total / answer.divisor + bias) for total in row] for row in last]
    assert answer.gather.output.tolist() == expected


@given(transposed_convolutions(WHOLE))
def test_transposed_turns_the_matrix_of_the_convolution_on_its_side(answer: TransposedConvolution2d) -> None:
    """<conv(y), x> = <y, transposed(x)> for every y, which is what "transposed" means."""
    rows, columns = (
        convolution_over_the_output(each) for each in (answer.geometry.rows, answer.geometry.columns)
    )
    y = np.add.outer(7.0 * np.arange(rows.input_size), 3.0 * np.arange(columns.input_size)) - 5
    padded = np.pad(y, ((rows.padding_before,) * 2, (columns.padding_before,) * 2))
    down = rows.indices[: len(answer.image)] + rows.padding_before
    across = columns.indices[: answer.image.shape[1]] + columns.padding_before
    patches = padded[down[:, None, :, None], across[None, :, None, :]]
    convolved = np.einsum("rcij,ij->rc", patches, answer.kernel)
    assert (convolved * answer.image).sum() == (y * answer.gather.output).sum()


def test_transposed_by_one_cell_is_the_full_convolution_of_scipy() -> None:
    image, kernel = places(4, 5), np.array([[1.0, 2, 3], [4, 5, -6]])
    np.testing.assert_array_equal(transposed(image, kernel).gather.output, convolve2d(image, kernel))


def test_stretched_input_has_zeros_between_its_cells() -> None:
    answer = transposed([[1, 2], [3, 4]], [[1]], stride=(2, 3))
    assert answer.stretched.tolist() == [[1, 0, 0, 2], [0, 0, 0, 0], [3, 0, 0, 4]]


def test_impulse_gives_the_kernel_as_it_is() -> None:
    assert transposed([[1]], [[1, 2], [3, 4]]).gather.output.tolist() == [[1, 2], [3, 4]]


def test_output_padding_adds_rows_and_columns_behind_the_output() -> None:
    plain = transposed([[1, 2]], [[1, 1]], stride=(2, 2)).gather.output
    padded = transposed([[1, 2]], [[1, 1]], stride=(2, 2), output_padding=(1, 1)).gather.output
    assert plain.tolist() == [[1, 1, 2, 2]]
    assert padded.tolist() == [[1, 1, 2, 2, 0], [0, 0, 0, 0, 0]]


def test_gather_rotates_the_kernel_and_knows_divisor_and_bias() -> None:
    gather: Convolution2d = transposed([[6]], [[1, 2]], divisor=2, bias=0.5).gather
    assert gather.applied_kernel.tolist() == [[2, 1]]
    assert gather.output.tolist() == [[3.5, 6.5]]


def test_formula_has_the_numbers_of_the_axis() -> None:
    formula = TransposedAxis(4, 3, 3, dilation=2, padding=1, output_padding=2).formula
    assert formula == "(4 − 1)·3 − 2·1 + 2·(3 − 1) + 2 + 1 = 14"


@given(ANY)
def test_formula_is_true(answer: TransposedConvolution2d) -> None:
    for each in (answer.geometry.rows, answer.geometry.columns):
        left, right = each.formula.split(" = ")
        assert re.fullmatch(r"[\d ()·+−]+", left)
        assert eval(left.replace("·", "*").replace("−", "-")) == int(right) == each.output_size


@pytest.mark.parametrize(
    ("sizes", "parameter", "sentence"),
    [
        pytest.param({"input_size": 0}, "input", "input must be 1 or more, and it is 0.", id="input"),
        pytest.param({"kernel_size": 0}, "kernel", "kernel must be 1 or more, and it is 0.", id="kernel"),
        pytest.param({"stride": 0}, "stride", "stride must be 1 or more, and it is 0.", id="stride"),
        pytest.param({"dilation": 0}, "dilation", "dilation must be 1 or more, and it is 0.", id="dilation"),
        pytest.param({"padding": -1}, "padding", "padding must be 0 or more, and it is -1.", id="padding"),
        pytest.param(
            {"output_padding": -1},
            "output_padding",
            "output_padding must be 0 or more, and it is -1.",
            id="output padding",
        ),
        pytest.param(
            {"output_padding": 3, "stride": 3, "dilation": 2},
            "output_padding",
            "output_padding must be smaller than the stride or the dilation, which are 3 and 2, and it is 3.",
            id="a whole stride of output padding",
        ),
        pytest.param(
            {"padding": 5, "dilation": 2},
            "padding",
            "padding must be at most 4, which is dilation · (kernel size − 1), and it is 5. "
            "Use less padding, or a larger kernel or dilation.",
            id="more padding than the kernel reaches",
        ),
        pytest.param(
            {"input_size": 1, "padding": 2},
            "padding",
            "padding 2 crops both ends of an output of 3, and nothing is left: "
            "(1 − 1)·1 − 2·2 + 1·(3 − 1) + 0 + 1 = −1. Use less padding.",
            id="nothing left",
        ),
    ],
)
def test_axis_that_does_not_exist_is_refused_in_a_sentence(
    sizes: dict[str, int], parameter: str, sentence: str
) -> None:
    with pytest.raises(InvalidParameterError) as error:
        TransposedAxis(**{"input_size": 4, "kernel_size": 3, **sizes})
    assert str(error.value) == sentence
    assert error.value.parameter == parameter


@pytest.mark.parametrize("sizes", [{"stride": 3}, {"dilation": 3}], ids=["stride", "dilation"])
def test_output_padding_may_be_one_less_than_stride_or_dilation(sizes: dict[str, int]) -> None:
    assert TransposedAxis(4, 2, output_padding=2, **sizes).output_padding == 2


def test_a_single_cell_may_be_left_of_the_output() -> None:
    assert TransposedAxis(1, 3, padding=1).output_size == 1
