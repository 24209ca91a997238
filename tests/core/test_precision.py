"""Precision: how many decimals are exact, and where exactness ends."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.padding import PaddingName
from app.core.precision import (
    Precision,
    Scaling,
    decimals_of,
    ends_within,
    quotient_decimals,
    readable_decimals,
)
from tests.core.definition import typed
from tests.core.examples import convolution
from tests.strategies import Grid

THIRD = 0.3333333333333333


def scaling(image: Grid, kernel: Grid, bias: float = 0.0, divisor: int = 1) -> Scaling:
    return Scaling.of(np.array(image), np.array(kernel), bias, divisor)


@pytest.mark.parametrize(
    ("numbers", "decimals"),
    [
        pytest.param([7.0, -3.0, 0.0], 0, id="whole numbers"),
        pytest.param([-0.0], 0, id="a negative zero"),
        pytest.param([], 0, id="no numbers"),
        pytest.param([0.5, 0.25, 3.0], 2, id="the one with the most decides"),
        pytest.param([0.1], 1, id="a tenth"),
        pytest.param([1e-7], 7, id="a ten-millionth"),
        pytest.param([1e-15], 15, id="fifteen decimals"),
        pytest.param([1e-16], None, id="sixteen decimals"),
        pytest.param([5e-324], None, id="the smallest double"),
        pytest.param([0.1 + 0.2], None, id="0.30000000000000004"),
        pytest.param([THIRD], None, id="a third, sixteen decimals"),
        pytest.param([0.333333333333333], 15, id="a third, fifteen decimals"),
        pytest.param([999999.999999999], 9, id="fifteen digits"),
        pytest.param([1e6, 1e-10], None, id="seventeen digits from the largest to the smallest"),
        pytest.param([2.0**53], None, id="too large for a double to count on"),
    ],
)
def test_decimals_are_those_that_one_types(numbers: list[float], decimals: int | None) -> None:
    assert decimals_of(np.array(numbers)) == decimals


@given(st.integers(-(10**15) + 1, 10**15 - 1), st.integers(0, 15))
def test_typed_decimal_of_fifteen_digits_is_written_exactly(digits: int, decimals: int) -> None:
    number = Fraction(digits, 10**decimals)
    needed = next(count for count in range(16) if (number * 10**count).denominator == 1)
    assert decimals_of(np.array([float(number)])) == needed


@given(st.floats(-1e6, 1e6))
def test_number_that_has_decimals_is_exact_at_them_and_at_no_fewer(number: float) -> None:
    decimals = decimals_of(np.array([number]))
    if decimals is not None:
        assert (typed(number) * 10**decimals).denominator == 1
        assert decimals == 0 or (typed(number) * 10 ** (decimals - 1)).denominator > 1


@pytest.mark.parametrize(
    ("image", "kernel", "bias", "decimals"),
    [
        pytest.param([[3.0]], [[2.0]], 1.0, 0, id="whole numbers"),
        pytest.param([[0.1]], [[3.0]], 0.0, 1, id="decimals of the input"),
        pytest.param([[0.1]], [[0.25]], 0.0, 3, id="decimals of input and kernel add up"),
        pytest.param([[0.1]], [[0.25]], 0.00001, 5, id="a bias with more decimals than the products"),
        pytest.param([[1e-7]], [[1e-7]], 0.0, 14, id="tiny times tiny"),
        pytest.param([[0.0]], [[0.0]], 0.0, 0, id="nothing but zeros"),
    ],
)
def test_products_and_sums_are_exact_at_these_decimals(
    image: Grid, kernel: Grid, bias: float, decimals: int
) -> None:
    found = scaling(image, kernel, bias)
    assert (found.exact, found.decimals) == (True, decimals)
    assert found.is_whole == (decimals == 0)


@pytest.mark.parametrize(
    ("image", "kernel", "bias", "divisor"),
    [
        pytest.param([[THIRD]], [[1.0]], 0.0, 1, id="an input with sixteen decimals"),
        pytest.param([[1.0]], [[THIRD]], 0.0, 1, id="a weight with sixteen decimals"),
        pytest.param([[1.0]], [[1.0]], THIRD, 1, id="a bias with sixteen decimals"),
        pytest.param([[1e-8]], [[1e-8]], 0.0, 1, id="products with sixteen decimals"),
        pytest.param([[999999.9]], [[999999.9]] * 12, 0.0, 1, id="sums with sixteen digits"),
        pytest.param([[999999.9]], [[1e-11]], 1e-12, 1, id="an input with eighteen digits at these decimals"),
        pytest.param([[0.0]], [[123456.7]], 1e-14, 1, id="a weight with twenty digits at these decimals"),
        pytest.param([[1e-9]], [[1.0]], 1e6, 1, id="a bias with sixteen digits at these decimals"),
        pytest.param([[1e-12]], [[1.0]], 0.0, 1000, id="a divisor with fifteen digits at these decimals"),
        pytest.param([[1e-9]], [[1.0]], 1.0, 10**6, id="a bias times divisor with fifteen digits"),
        pytest.param([[2.0**27]], [[2.0**26]], 0.0, 1, id="whole sums from 2 to the power of 53"),
    ],
)
def test_beyond_what_a_double_holds_nothing_is_called_exact(
    image: Grid, kernel: Grid, bias: float, divisor: int
) -> None:
    found = scaling(image, kernel, bias, divisor)
    assert not found.exact
    assert not found.is_whole


def test_numbers_that_are_not_exact_are_left_as_they_are() -> None:
    thirds = np.array([THIRD, -THIRD])
    found = scaling([[THIRD]], [[1.0]])
    assert found.scaled(thirds, 3).tolist() == [THIRD, -THIRD]
    assert found.restored(thirds).tolist() == [THIRD, -THIRD]


def test_scaled_numbers_are_whole_and_come_back_as_typed() -> None:
    found = scaling([[0.1, 1.3]], [[0.7]])
    assert found.scaled(np.array([0.1, 1.3]), 2).tolist() == [10, 130]
    assert found.restored(np.array([7, -91])).tolist() == [0.07, -0.91]


@pytest.mark.parametrize(
    ("divisor", "sums", "exact"),
    [
        pytest.param(9, [0, 27, -9, 1, 10], [True, True, True, False, False], id="ninths"),
        pytest.param(16, [1, 5, -2, 16, 0], [True] * 5, id="sixteenths end after four decimals"),
        pytest.param(
            256, [16, 1, -48, 256, 8], [True, False, True, True, False], id="256ths end after eight decimals"
        ),
    ],
)
def test_quotient_is_exact_where_it_ends_within_four_decimals(
    divisor: int, sums: list[int], exact: list[bool]
) -> None:
    assert ends_within(4, np.array(sums), divisor).tolist() == exact
    assert convolution([sums], [[1.0]], divisor=divisor).is_exact.tolist() == [exact]


@given(st.integers(-(10**9), 10**9), st.integers(1, 10**6), st.integers(0, 6))
def test_quotient_ends_where_a_power_of_ten_makes_it_whole(
    numerator: int, divisor: int, decimals: int
) -> None:
    is_whole = (Fraction(numerator, divisor) * 10**decimals).denominator == 1
    assert ends_within(decimals, np.array([numerator]), divisor).tolist() == [is_whole]


@pytest.mark.parametrize(
    ("largest", "reach", "decimals"),
    [
        pytest.param(0.0, 0.0, 2, id="nothing but zeros"),
        pytest.param(7.0, 7.0, 2, id="7.00"),
        pytest.param(1234.5, 1234.5, 2, id="1234.50, never fewer than two decimals"),
        pytest.param(0.05, 0.05, 4, id="0.0500, three digits"),
        pytest.param(0.000123, 0.000123, 6, id="0.000123, three digits"),
        pytest.param(1e-20, 1e-20, 15, id="never more than fifteen decimals"),
        pytest.param(9e10, 9e10, 1, id="twelve digits at most"),
        pytest.param(0.05, 9e9, 2, id="the terms reach so far that the last digits are noise"),
        pytest.param(1e14, 1e14, 0, id="never fewer than no decimals"),
    ],
)
def test_rounded_values_are_readable(largest: float, reach: float, decimals: int) -> None:
    assert readable_decimals(largest, reach=reach) == decimals


@pytest.mark.parametrize(
    ("largest", "rounded", "decimals"),
    [
        pytest.param(3.5, 2, 4, id="four decimals"),
        pytest.param(0.00001, 7, 7, id="as many as a rounded value would have"),
        pytest.param(3e12, 0, 2, id="fifteen digits at most"),
        pytest.param(0.0, 2, 4, id="nothing but zeros"),
    ],
)
def test_quotient_is_written_in_full_within_these_decimals(
    largest: float, rounded: int, decimals: int
) -> None:
    assert quotient_decimals(largest, rounded) == decimals


@pytest.mark.parametrize(
    ("image", "divisor", "bias", "precision"),
    [
        pytest.param([[2, 3]], 1, 0.0, Precision(0, 0, 2, exact=True), id="whole numbers"),
        pytest.param([[2, 9]], 9, 0.0, Precision(0, 4, 2, exact=False), id="one ninth does not end"),
        pytest.param([[18, 9]], 9, 0.0, Precision(0, 4, 2, exact=True), id="every ninth ends"),
        pytest.param([[1, 2]], 8, 0.00001, Precision(5, 5, 3, exact=True), id="a long bias"),
        pytest.param([[THIRD, 2]], 2, 0.0, Precision(2, 2, 2, exact=False), id="nothing is exact"),
    ],
)
def test_precision_says_how_to_print_each_quantity(
    image: Grid, divisor: int, bias: float, precision: Precision
) -> None:
    answer = convolution(image, [[1]], divisor=divisor, bias=bias, padding=PaddingName.VALID)
    assert answer.precision == precision
