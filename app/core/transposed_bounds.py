"""How far each number of a transposed convolution can go while all others stay as they are, and why.

As in ``bounds``, rows and columns are two separate questions.  Every rule is one of "no more than" or
"no less than", so the legal values of a number have no gaps.
"""

from dataclasses import dataclass, replace
from itertools import takewhile

from app.core.bounds import Bound
from app.core.errors import InvalidParameterError
from app.core.transposed import TransposedAxis, TransposedGeometry


@dataclass(frozen=True, slots=True)
class TransposedLargest:
    """The largest values that are taken at all; sizes and padding count cells."""

    stride: int
    dilation: int
    padding: int
    output_padding: int
    input_size: int
    kernel_size: int
    stretched_size: int


@dataclass(frozen=True, slots=True)
class TransposedBounds:
    """The bounds along one axis."""

    stride: Bound
    dilation: Bound
    padding: Bound
    output_padding: Bound
    input_size: Bound
    kernel_size: Bound


_NUMBERS = {"stride": 1, "dilation": 1, "padding": 0, "output_padding": 0}
"""The parameters that are numbers to the reader, with the smallest value of each."""

_SIZES = {"input_size": "input", "kernel_size": "kernel"}
"""The parameters that are counts of cells to the reader, and of what."""

_RULES = {
    "output_padding": "output padding has to be smaller than the stride or the dilation",
    "padding": "padding has to stay within dilation · (kernel size − 1), and to leave some output",
}
"""What an axis is refused for, by the parameter that is to blame."""


def transposed_bounds_of(
    geometry: TransposedGeometry, largest: TransposedLargest
) -> tuple[TransposedBounds, TransposedBounds]:
    """The bounds of rows and of columns around a transposed convolution that is legal itself."""
    searches = _Search(geometry.rows, "row", largest), _Search(geometry.columns, "column", largest)
    rows, columns = (
        TransposedBounds(
            **{field: search.number(field, smallest) for field, smallest in _NUMBERS.items()},
            **{field: search.size(field, thing) for field, thing in _SIZES.items()},
        )
        for search in searches
    )
    return rows, columns


@dataclass(frozen=True, slots=True)
class _Search:
    """Looks for the ends along one axis.

    Attributes:
        axis: The axis as it is, which is legal.
        cell: What its cells are called, "row" or "column".
        largest: What is taken at all.
    """

    axis: TransposedAxis
    cell: str
    largest: TransposedLargest

    def number(self, field: str, smallest: int) -> Bound:
        """The bound of a parameter that is a number to the reader: "The stride can be at most 2"."""
        name, largest = field.replace("_", " "), getattr(self.largest, field)
        minimum, maximum = self._last(field, smallest), self._last(field, largest)
        return Bound(
            minimum,
            maximum,
            self._reason(field, minimum - 1, f"The {name} must be at least {minimum}")
            if minimum > smallest
            else f"{smallest} is the smallest {name} there is.",
            self._reason(field, maximum + 1, f"The {name} can be at most {maximum}")
            if maximum < largest
            else f"{largest} is the largest {name} this page takes.",
        )

    def size(self, field: str, thing: str) -> Bound:
        """The bound of a parameter that is a count to the reader: "The input can have at most 3 rows"."""
        largest, cells = getattr(self.largest, field), f"{self.cell}s"
        minimum, maximum = self._last(field, 1), self._last(field, largest)
        return Bound(
            minimum,
            maximum,
            self._reason(field, minimum - 1, f"The {thing} must have at least {minimum} {cells}")
            if minimum > 1
            else f"The smallest {thing} has 1 {self.cell}.",
            self._reason(field, maximum + 1, f"The {thing} can have at most {maximum} {cells}")
            if maximum < largest
            else f"The largest {thing} this page takes has {largest} {cells}.",
        )

    def _last(self, field: str, end: int) -> int:
        """The last legal value on the way from the value as it is to the last one that is taken at all."""
        value: int = getattr(self.axis, field)
        way = range(value, end - 1, -1) if end < value else range(value, end + 1)
        *_, last = takewhile(lambda each: self._obstacle(field, each) is None, way)
        return last

    def _reason(self, field: str, refused: int, start: str) -> str:
        return f"{start}: {self._obstacle(field, refused)}."

    def _obstacle(self, field: str, value: int) -> str | None:
        """Why this value is refused, as the end of a sentence; None where it is legal."""
        try:
            size = replace(self.axis, **{field: value}).gather.padded_size
        except InvalidParameterError as error:
            return _RULES[error.parameter]
        if size <= self.largest.stretched_size:
            return None
        return (
            f"with {value} the input would have {size:,} {self.cell}s when it is stretched and padded, "
            f"and this page takes {self.largest.stretched_size}"
        )
