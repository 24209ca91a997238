"""Convolution: the definition, SciPy, and the laws that make it a convolution."""

from fractions import Fraction
from typing import Literal

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import ndimage, signal

from app.core.arrays import FloatArray
from app.core.convolution import Convolution2d
from app.core.geometry import AxisGeometry, Conv2dGeometry
from app.core.padding import Border, PaddingName
from tests.core.definition import rounding_error, typed, values
from tests.core.examples import NDIMAGE_BORDERS, NdimageMode, convolution, places
from tests.strategies import AWKWARD, DECIMALS, LARGEST, QUARTERS, WHOLE, Grid, convolutions, grids

Mode = Literal["full", "valid", "same"]
Boundary = Literal["fill", "wrap", "symm"]

SIGNAL_BORDERS: dict[Boundary, Border] = {
    "fill": Border.ZEROS,
    "wrap": Border.WRAP,
    "symm": Border.SYMMETRIC,
}
DIVISORS = st.integers(1, 20) | st.sampled_from([256, 999, 1000, LARGEST])
PICTURES, KERNELS = grids(WHOLE, largest=6), grids(WHOLE, largest=4)

GAUSSIAN: Grid = [[1, 2, 1], [2, 4, 2], [1, 2, 1]]
ASYMMETRIC: Grid = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]


def numbers(answer: Convolution2d) -> list[Fraction]:
    """The output as the decimals it is written with."""
    return [typed(value) for value in answer.output.ravel().tolist()]


@pytest.mark.parametrize("mode", ["full", "same", "valid"])
@given(boundary=st.sampled_from(sorted(SIGNAL_BORDERS)), image=PICTURES, kernel=KERNELS)
def test_output_is_that_of_scipy_signal(mode: Mode, boundary: Boundary, image: Grid, kernel: Grid) -> None:
    # SciPy exchanges the two where the kernel does not fit, and we refuse: see the tests of the geometry.
    assume(mode != "valid" or (len(kernel) <= len(image) and len(kernel[0]) <= len(image[0])))
    correlated = signal.correlate2d(image, kernel, mode, boundary)
    convolved = signal.convolve2d(image, kernel, mode, boundary)
    border = SIGNAL_BORDERS[boundary]
    plain = convolution(image, kernel, padding=PaddingName(mode), border=border)
    lower = PaddingName.SAME_LOWER if mode == "same" else PaddingName(mode)
    flipped = convolution(image, kernel, padding=lower, border=border, flip=True)
    np.testing.assert_array_equal(plain.output, correlated)
    np.testing.assert_array_equal(flipped.output, convolved)


@given(mode=st.sampled_from(sorted(NDIMAGE_BORDERS)), image=PICTURES, kernel=KERNELS)
def test_output_is_that_of_scipy_ndimage(mode: NdimageMode, image: Grid, kernel: Grid) -> None:
    border = NDIMAGE_BORDERS[mode]
    plain = convolution(image, kernel, padding=PaddingName.SAME_LOWER, border=border)
    flipped = convolution(image, kernel, padding=PaddingName.SAME, border=border, flip=True)
    np.testing.assert_array_equal(plain.output, ndimage.correlate(np.array(image), kernel, mode=mode))
    np.testing.assert_array_equal(flipped.output, ndimage.convolve(np.array(image), kernel, mode=mode))


@given(convolutions(WHOLE, biases=WHOLE))
def test_whole_numbers_give_the_whole_numbers_of_the_definition(answer: Convolution2d) -> None:
    assert answer.output.dtype == np.int64
    assert answer.output.ravel().tolist() == values(answer)
    assert {type(value) for value in answer.output.ravel().tolist()} == {int}


@given(convolutions(QUARTERS, biases=QUARTERS))
def test_quarters_give_the_numbers_of_the_definition(answer: Convolution2d) -> None:
    assert numbers(answer) == values(answer)


@given(convolutions(DECIMALS, biases=DECIMALS))
def test_decimals_give_the_decimals_that_one_gets_by_hand(answer: Convolution2d) -> None:
    assume(answer.scaling.exact)
    assert numbers(answer) == values(answer)


@given(convolutions(WHOLE + DECIMALS, biases=WHOLE + DECIMALS, divisors=DIVISORS))
def test_quotient_is_the_double_nearest_to_the_fraction(answer: Convolution2d) -> None:
    assume(answer.scaling.exact)
    assert answer.output.ravel().tolist() == [float(value) for value in values(answer)]


@given(convolutions(AWKWARD, biases=AWKWARD, divisors=DIVISORS))
def test_awkward_numbers_are_off_by_no_more_than_the_roundings_of_their_terms(answer: Convolution2d) -> None:
    for value, expected in zip(answer.output.ravel().tolist(), values(answer), strict=True):
        assert abs(Fraction(value) - expected) <= rounding_error(answer)


@pytest.mark.parametrize(
    ("image", "kernel", "bias", "output"),
    [
        pytest.param([[0.1]], [[3]], 0.0, 0.3, id="0.1 times 3"),
        pytest.param([[0.1, 0.2]], [[1, 1]], 0.0, 0.3, id="0.1 plus 0.2"),
        pytest.param([[1.1]], [[1.1]], 0.0, 1.21, id="1.1 squared"),
        pytest.param([[0.3, 0.1]], [[1, -3]], 0.0, 0.0, id="0.3 minus 3 times 0.1"),
        pytest.param([[0.1]], [[0.7]], 0.000001, 0.070001, id="a bias with more decimals"),
        pytest.param([[1e-7]], [[1e-7]], 0.0, 1e-14, id="ten-millionths"),
        pytest.param([[4.35]], [[100]], 0.0, 435.0, id="a product that a double misses by a bit"),
    ],
)
def test_decimals_come_out_as_on_paper(image: Grid, kernel: Grid, bias: float, output: float) -> None:
    assert convolution(image, kernel, bias=bias).output.tolist() == [[output]]


def test_largest_numbers_and_kernel_that_are_allowed_stay_exact() -> None:
    random = np.random.default_rng(seed=1)
    image = random.integers(LARGEST - 9, LARGEST, size=(17, 17), endpoint=True)
    kernel = random.integers(LARGEST - 9, LARGEST, size=(15, 15), endpoint=True)
    answer = convolution(image, kernel, bias=float(LARGEST))
    expected = [
        [LARGEST + sum(map(int, (image[r : r + 15, c : c + 15] * kernel).flat)) for c in range(3)]
        for r in range(3)
    ]
    assert answer.output.tolist() == expected
    assert answer.precision.exact


@given(grids(WHOLE, largest=4))
def test_impulse_gives_the_kernel_with_a_flip_and_the_kernel_turned_around_without(kernel: Grid) -> None:
    rows, columns = len(kernel), len(kernel[0])
    impulse = np.zeros((2 * rows - 1, 2 * columns - 1))
    impulse[rows - 1, columns - 1] = 1
    assert convolution(impulse, kernel, flip=True).output.tolist() == kernel
    assert convolution(impulse, kernel).output.tolist() == [row[::-1] for row in kernel[::-1]]


@given(PICTURES, st.sampled_from(Border), st.booleans())
def test_identity_gives_the_input(image: Grid, border: Border, flip: bool) -> None:
    identity = [[0, 0, 0], [0, 1, 0], [0, 0, 0]]
    answer = convolution(image, identity, padding=PaddingName.SAME, border=border, flip=flip)
    assert answer.output.tolist() == image


def full(image: FloatArray, kernel: FloatArray | Grid, *, flip: bool = True) -> FloatArray:
    return convolution(image, kernel, padding=PaddingName.FULL, flip=flip).output


@given(st.data(), KERNELS, st.integers(-9, 9), st.booleans())
def test_convolution_is_linear(data: st.DataObject, kernel: Grid, factor: int, flip: bool) -> None:
    row = st.lists(st.integers(-9, 9), min_size=4, max_size=4)
    one, other = (np.array(data.draw(st.lists(row, min_size=3, max_size=3)), float) for _ in range(2))
    np.testing.assert_array_equal(
        full(one + factor * other, kernel, flip=flip),
        full(one, kernel, flip=flip) + factor * full(other, kernel, flip=flip),
    )


@given(PICTURES, KERNELS, st.integers(0, 3), st.integers(0, 3))
def test_shifted_input_gives_the_same_output_shifted(
    image: Grid, kernel: Grid, down: int, right: int
) -> None:
    shifted = np.pad(np.array(image), ((down, 0), (right, 0)))
    np.testing.assert_array_equal(full(shifted, kernel)[down:, right:], full(np.array(image), kernel))


@given(PICTURES, KERNELS)
def test_input_and_kernel_can_be_exchanged_with_a_flip(image: Grid, kernel: Grid) -> None:
    np.testing.assert_array_equal(full(np.array(image), kernel), full(np.array(kernel), image))


def test_flip_changes_nothing_about_a_kernel_that_is_symmetric() -> None:
    image = places(5, 6)
    np.testing.assert_array_equal(full(image, GAUSSIAN, flip=True), full(image, GAUSSIAN, flip=False))
    assert not np.array_equal(full(image, ASYMMETRIC, flip=True), full(image, ASYMMETRIC, flip=False))


def test_nothing_is_flipped_divided_shifted_or_padded_unless_it_is_asked_for() -> None:
    image, kernel = places(2, 2), np.array([[1.0, 10.0], [100.0, 1000.0]])
    answer = Convolution2d(image, kernel, Conv2dGeometry(AxisGeometry(2, 2), AxisGeometry(2, 2)))
    assert answer.output.tolist() == [[10 + 100 * 10 + 1000 * 11]]
    assert (answer.border, answer.shown_bias) == (Border.ZEROS, 0)


def test_flip_turns_the_kernel_by_half_a_circle_and_does_not_mirror_it() -> None:
    answer = convolution(places(3, 3), ASYMMETRIC, flip=True)
    assert answer.applied_kernel.tolist() == [[9, 8, 7], [6, 5, 4], [3, 2, 1]]
    assert answer.kernel.tolist() == ASYMMETRIC


def test_windows_of_a_strided_dilated_convolution_pick_the_right_cells() -> None:
    picking = [[0, 0], [0, 1]]
    answer = convolution(places(7, 8), picking, stride=(2, 3), dilation=(3, 2))
    assert answer.output.tolist() == [[32, 35], [52, 55]]


@given(convolutions(QUARTERS, biases=QUARTERS, divisors=st.just(4)))
def test_nobody_ever_sees_a_negative_zero(answer: Convolution2d) -> None:
    shown = (answer.output, answer.shown_padded, answer.shown(answer.kernel), answer.shown_bias)
    for quantity in shown:
        zeros = np.ravel(quantity)[np.ravel(quantity) == 0]
        assert not np.signbit(zeros).any()


@pytest.mark.parametrize("awkward", [0.0, 1 / 3], ids=["exact", "not exact"])
def test_typed_negative_zero_becomes_zero(awkward: float) -> None:
    answer = convolution([[-0.0, 0.5]], [[-0.0, awkward]], bias=-0.0)
    shown = [answer.shown_padded, answer.shown(answer.applied_kernel), [[answer.shown_bias]], answer.output]
    assert "-0.0" not in str([np.asarray(each).tolist() for each in shown])
