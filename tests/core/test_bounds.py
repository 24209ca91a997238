"""Bounds against a search through the values, each of them tried by building the convolution."""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace

from hypothesis import assume, example, given
from hypothesis import strategies as st

from app.api.unpack import check_limits
from app.core.bounds import AxisBounds, Bound, Largest, bounds_of
from app.core.convolution import resolve_geometry
from app.core.errors import ConvolutionError
from app.core.geometry import Conv2dGeometry
from app.core.padding import Padding, PaddingName
from app.settings import LIMITS

LARGEST = Largest(input_size=64, kernel_size=15, stride=16, dilation=16, padding=32, multiply_adds=50_000_000)


@dataclass(frozen=True)
class Numbers:
    """Rows and columns of everything that has both."""

    input_size: tuple[int, ...]
    kernel_size: tuple[int, ...]
    stride: tuple[int, ...] = (1, 1)
    dilation: tuple[int, ...] = (1, 1)

    def with_value(self, name: str, axis: int, value: int) -> "Numbers":
        """The same with another number on one axis."""
        return replace(self, **{name: with_value(getattr(self, name), axis, value)})

    def geometry(self, padding: Padding) -> Conv2dGeometry:
        """The sizes of this convolution, if there is one."""
        (i, j), (m, n), (down, across), (d, e) = self.input_size, self.kernel_size, self.stride, self.dilation
        return resolve_geometry((i, j), (m, n), stride=(down, across), dilation=(d, e), padding=padding)


def with_value(values: tuple[int, ...], place: int, value: int) -> tuple[int, ...]:
    return (*values[:place], value, *values[place + 1 :])


def is_legal(numbers: Numbers, padding: Padding, largest: Largest = LARGEST) -> bool:
    """Whether there is such a convolution, found out by trying."""
    for field in fields(numbers):
        values = getattr(numbers, field.name)
        if min(values) < 1 or max(values) > getattr(largest, field.name):
            return False
    if isinstance(padding, tuple) and min(padding) < 0:
        return False
    limits = replace(LIMITS, padding=largest.padding, multiply_adds=largest.multiply_adds)
    try:
        check_limits(numbers.geometry(padding), limits)
    except ConvolutionError:
        return False
    return True


def walked_ends(value: int, is_legal_at: Callable[[int], bool]) -> tuple[int, int]:
    """The first and the last value around this one that are legal without a gap."""
    low = high = value
    while is_legal_at(low - 1):
        low -= 1
    while is_legal_at(high + 1):
        high += 1
    return low, high


def ends(bound: Bound) -> tuple[int, int]:
    return bound.minimum, bound.maximum


def bounds(numbers: Numbers, padding: Padding = PaddingName.VALID) -> tuple[AxisBounds, AxisBounds]:
    return bounds_of(numbers.geometry(padding), LARGEST)


def pairs(largest: int) -> st.SearchStrategy[tuple[int, int]]:
    return st.tuples(st.integers(1, largest), st.integers(1, largest))


kernels = pairs(5) | pairs(15)
moves = st.just((1, 1)) | pairs(4) | pairs(16)
sides = st.tuples(*[st.integers(0, 8)] * 4) | st.tuples(*[st.integers(0, 32)] * 4)
numbers_of_all_kinds = st.builds(Numbers, pairs(64), kernels, moves, moves)


@given(numbers_of_all_kinds, st.sampled_from(PaddingName) | sides, st.sampled_from([50_000_000, 3_000]))
@example(Numbers((10, 4), (14, 1), (2, 1), (5, 1)), PaddingName.SAME_TF, 50_000_000)
@example(Numbers((9, 9), (3, 3)), PaddingName.SAME, 729)
def test_every_value_up_to_the_ends_makes_a_convolution_and_the_next_one_does_not(
    numbers: Numbers, padding: Padding, multiply_adds: int
) -> None:
    largest = replace(LARGEST, multiply_adds=multiply_adds)
    assume(is_legal(numbers, padding, largest))
    for axis, found in enumerate(bounds_of(numbers.geometry(padding), largest)):
        for field in fields(numbers):

            def is_legal_at(value: int, name: str = field.name, axis: int = axis) -> bool:
                return is_legal(numbers.with_value(name, axis, value), padding, largest)

            value = getattr(numbers, field.name)[axis]
            assert ends(getattr(found, field.name)) == walked_ends(value, is_legal_at), (field.name, axis)


@given(numbers_of_all_kinds, sides)
def test_padding_in_numbers_is_bounded_on_each_side_by_itself(
    numbers: Numbers, padding: tuple[int, int, int, int]
) -> None:
    assume(is_legal(numbers, padding))
    rows, columns = bounds(numbers, padding)
    found = (rows.padding_before, rows.padding_after, columns.padding_before, columns.padding_after)
    for side, bound in enumerate(found):

        def is_legal_at(value: int, side: int = side) -> bool:
            top, bottom, left, right = with_value(padding, side, value)
            return is_legal(numbers, (top, bottom, left, right))

        assert ends(bound) == walked_ends(padding[side], is_legal_at)


@given(numbers_of_all_kinds, st.integers(0, 8))
@example(Numbers((2, 2), (5, 5)), 2)
def test_padding_that_is_the_same_on_both_sides_is_bounded_for_both_at_once(
    numbers: Numbers, padding: int
) -> None:
    assume(is_legal(numbers, (padding,) * 4))
    for axis, found in enumerate(bounds(numbers, (padding,) * 4)):

        def is_legal_at(value: int, axis: int = axis) -> bool:
            top, left = with_value((padding, padding), axis, value)
            return is_legal(numbers, (top, top, left, left))

        assert ends(found.padding_both) == walked_ends(padding, is_legal_at)


@given(numbers_of_all_kinds, st.sampled_from(PaddingName))
def test_a_padding_by_name_is_bounded_as_its_numbers_are(numbers: Numbers, name: PaddingName) -> None:
    assume(is_legal(numbers, name))
    rows, columns = numbers.geometry(name).rows, numbers.geometry(name).columns
    in_numbers = (rows.padding_before, rows.padding_after, columns.padding_before, columns.padding_after)
    for by_name, by_number in zip(bounds(numbers, name), bounds(numbers, in_numbers), strict=True):
        assert by_name.padding_before == by_number.padding_before
        assert by_name.padding_after == by_number.padding_after
