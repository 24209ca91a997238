"""How far each number of a convolution can go while all others stay as they are, and what stops it there.

Only sizes count here, so rows and columns are two separate questions but for the work,
which is their product.  What is taken at all is handed in.
"""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache

from app.core.errors import SameStrideError
from app.core.geometry import AxisGeometry, Conv2dGeometry
from app.core.padding import PaddingName, axis_padding

_SIZES = ("input_size", "kernel_size", "stride", "dilation")
_SIDES = ("padding_before", "padding_after")


@dataclass(frozen=True, slots=True)
class Largest:
    """The largest values that are taken at all; sizes and padding count cells."""

    input_size: int
    kernel_size: int
    stride: int
    dilation: int
    padding: int
    multiply_adds: int


@dataclass(frozen=True, slots=True)
class Bound:
    """The values that one parameter can take, both ends included, and a sentence on why each end is one.

    Every value between the ends is legal, and the next one behind an end is not.
    """

    minimum: int
    maximum: int
    minimum_reason: str
    maximum_reason: str


@dataclass(frozen=True, slots=True)
class AxisBounds:
    """The bounds along one axis.  Padding is bounded in numbers, also where it was asked for by a name."""

    stride: Bound
    dilation: Bound
    padding_before: Bound
    padding_after: Bound
    padding_both: Bound
    input_size: Bound
    kernel_size: Bound


@lru_cache(maxsize=1024)
def bounds_of(geometry: Conv2dGeometry, largest: Largest) -> tuple[AxisBounds, AxisBounds]:
    """The bounds of rows and of columns around a convolution that is legal itself."""
    rows, columns = geometry.rows, geometry.columns
    searches = (
        _Search(_ROWS, rows, _work(columns), geometry.padding_name, largest),
        _Search(_COLUMNS, columns, _work(rows), geometry.padding_name, largest),
    )
    down, across = (AxisBounds(*map(each.bound, _parameters(each.words, largest))) for each in searches)
    return down, across


def _work(axis: AxisGeometry) -> int:
    return axis.output_size * axis.kernel_size


@dataclass(frozen=True, slots=True)
class _Words:
    """How one axis and its two ends are called."""

    one: str
    before: str
    after: str

    def cells(self, count: int) -> str:
        return f"{count} {self.one}" if count == 1 else f"{count} {self.one}s"


_ROWS = _Words("row", "at the top", "at the bottom")
_COLUMNS = _Words("column", "on the left", "on the right")


@dataclass(frozen=True, slots=True)
class _Parameter:
    """One number of an axis.

    Attributes:
        field: Its name in ``AxisGeometry``; both sides of the padding have one of their own.
        smallest, largest: The values it can have at all.
        too_small: Why ``smallest`` is the smallest.
        too_large: The same for ``largest``.
        at_most, at_least: The start of a sentence about another end, with "{}" for the value.
    """

    field: str
    smallest: int
    largest: int
    too_small: str
    too_large: str
    at_most: str
    at_least: str


def _number(field: str, name: str, smallest: tuple[int, str], largest: int, where: str = "") -> _Parameter:
    """A parameter that is a number to the reader: "The stride can be at most 2"."""
    return _Parameter(
        field,
        smallest[0],
        largest,
        f"{smallest[0]} is the smallest {name} there is{smallest[1]}.",
        f"{largest} is the largest {name} this page takes.",
        f"The {name}{where} can be at most {{}}",
        f"The {name}{where} must be at least {{}}",
    )


def _size(field: str, thing: str, largest: int, words: _Words) -> _Parameter:
    """A parameter that is a count of cells to the reader: "The input must have at least 3 rows"."""
    return _Parameter(
        field,
        1,
        largest,
        f"The smallest {thing} has 1 {words.one}.",
        f"The largest {thing} this page takes has {words.cells(largest)}.",
        f"The {thing} can have at most {{}} {words.one}s",
        f"The {thing} must have at least {{}} {words.one}s",
    )


@cache
def _parameters(words: _Words, largest: Largest) -> tuple[_Parameter, ...]:
    """In the order of ``AxisBounds``; the same for every convolution."""
    padding = (0, ": nothing is added")
    return (
        _number("stride", "stride", (1, ": with 0 the kernel would never move"), largest.stride),
        _number("dilation", "dilation", (1, ": the taps lie side by side"), largest.dilation),
        _number("padding_before", "padding", padding, largest.padding, f" {words.before}"),
        _number("padding_after", "padding", padding, largest.padding, f" {words.after}"),
        _number("padding_both", "padding", padding, largest.padding, " on both sides"),
        _size("input_size", "input", largest.input_size, words),
        _size("kernel_size", "kernel", largest.kernel_size, words),
    )


@dataclass(frozen=True, slots=True)
class _Search:
    """Looks for the ends along one axis.

    Attributes:
        words: How the axis is called.
        axis: The axis as it is, which is legal.
        other_work: Products of one window along this axis and all windows along the other one.
        padding_name: Where the padding follows the other numbers, by which rule.
        largest: What is taken at all.
    """

    words: _Words
    axis: AxisGeometry
    other_work: int
    padding_name: PaddingName | None
    largest: Largest

    def bound(self, parameter: _Parameter) -> Bound:
        both_sides = max(self.axis.padding_before, self.axis.padding_after)
        value: int = getattr(self.axis, parameter.field, both_sides)
        minimum = self._last_legal(parameter.field, range(value, parameter.smallest - 1, -1))
        maximum = self._last_legal(parameter.field, range(value, parameter.largest + 1))
        too_small, too_large = parameter.too_small, parameter.too_large
        if minimum > parameter.smallest:
            obstacle = self._obstacle(parameter.field, minimum - 1)
            too_small = f"{parameter.at_least.format(minimum)}: {obstacle}."
        if maximum < parameter.largest:
            obstacle = self._obstacle(parameter.field, maximum + 1)
            too_large = f"{parameter.at_most.format(maximum)}: {obstacle}."
        return Bound(minimum, maximum, too_small, too_large)

    def _last_legal(self, field: str, way: range) -> int:
        """The last value before the first refused one; the way starts on a legal one."""

        def is_refused(value: int) -> bool:
            return self._obstacle(field, value) is not None

        if self._may_have_gaps:
            return next((value - way.step for value in way if is_refused(value)), way[-1])
        if len(way) == 1 or not is_refused(way[-1]):
            return way[-1]
        return way[bisect_left(way, True, 1, len(way) - 1, key=is_refused) - 1]

    @property
    def _may_have_gaps(self) -> bool:
        """Whether a refused value may stand between two legal ones, so that halving would lose its way.

        ``same_tf`` rounds to whole strides, and adds at most the extent of the kernel less one.
        The work grows with the kernel and shrinks with the room that the kernel leaves.
        """
        axis, largest = self.axis, self.largest
        most_work = (axis.input_size + 2 * largest.padding) * largest.kernel_size * self.other_work
        is_padding_uneven = axis.kernel_extent - 1 > 2 * largest.padding
        is_rounded = self.padding_name is PaddingName.SAME_TF and is_padding_uneven
        return is_rounded or most_work > largest.multiply_adds

    def _obstacle(self, field: str, value: int) -> str | None:
        """Why this value is refused, as the end of a sentence; None where it is legal."""
        try:
            axis = self._changed(field, value)
        except SameStrideError:
            return (
                f"a stride above 1 and padding {self.padding_name} contradict each other; "
                "padding same_tf goes with any stride"
            )
        if axis.kernel_extent > axis.padded_size:
            return f"with {value} {self._misfit(axis)}"
        added = max(axis.padding_before, axis.padding_after)
        if added > self.largest.padding:
            return (
                f"with {value} padding {self.padding_name} would add {self.words.cells(added)} on one side, "
                f"and this page takes {self.largest.padding}"
            )
        if _work(axis) * self.other_work > self.largest.multiply_adds:
            return (
                f"with {value} there would be {_work(axis) * self.other_work:,} multiplications, "
                f"and this page takes {self.largest.multiply_adds:,}"
            )
        return None

    def _changed(self, field: str, value: int) -> AxisGeometry:
        """The axis with one number replaced, and with the padding that follows from it."""
        numbers = {each: getattr(self.axis, each) for each in _SIZES}
        sides = {each: getattr(self.axis, each) for each in _SIDES}
        if field == "padding_both" or field in sides:
            changed = _SIDES if field == "padding_both" else (field,)
            return AxisGeometry(**numbers, **{**sides, **dict.fromkeys(changed, value)})
        numbers[field] = value
        if self.padding_name is not None:
            sides = dict(zip(_SIDES, axis_padding(self.padding_name, **numbers), strict=True))
        return AxisGeometry(**numbers, **sides)

    def _misfit(self, axis: AxisGeometry) -> str:
        padded = " with its padding" if axis.padded_size > axis.input_size else ""
        spans, has = self.words.cells(axis.kernel_extent), axis.padded_size
        if axis.kernel_extent == self.axis.kernel_extent:
            return f"the kernel spans {spans}, and the input{padded} would have {has}"
        return f"the kernel would span {spans}, and the input{padded} has {has}"
