"""A step in words: the written-out expression, and the sentence a teacher would say.

On screen a minus is "−" (U+2212), a product "·" and a rounded result "≈".
Rows and columns are counted from 1, as people do.
"""

from collections.abc import Callable, Iterator
from decimal import ROUND_HALF_UP, Context, Decimal

import numpy as np
from numpy.typing import NDArray

from app.core.arrays import IntArray, NumberArray
from app.core.convolution import Convolution2d
from app.core.geometry import AxisGeometry
from app.core.padding import Border

# As many digits as a double can have before its point, and more than are ever shown behind it.
_SCHOOL = Context(prec=350, rounding=ROUND_HALF_UP)

_COUNTS = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
]  # fmt: skip


def number_text(value: float, decimals: int) -> str:
    """A number as it stands on the page: at most this many decimals, no trailing zeros, a true minus.

    A number in the middle is rounded away from zero, as in school and in a browser: 0.03125 to 0.0313.
    """
    text = f"{_SCHOOL.quantize(Decimal(value), Decimal((0, (1,), -decimals))):f}"
    if decimals:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text.replace("-", "−")


def in_brackets(number: str) -> str:
    """A number as it stands inside a calculation: a negative one in brackets."""
    return f"({number})" if number.startswith("−") else number


def count_text(count: int, noun: str) -> str:
    """A count with its noun, spelled out up to twelve: "nine products", "13 rows"."""
    number = _COUNTS[count] if count < len(_COUNTS) else str(count)
    return f"{number} {noun}" if count == 1 else f"{number} {noun}s"


def span_text(noun: str, indices: list[int], input_size: int) -> str:
    """Which rows or columns of the input lie under the taps, "rows 2 to 4"; empty where none do."""
    inside = [index + 1 for index in indices if 0 <= index < input_size]
    if not inside:
        return ""
    if len(inside) == 1:
        return f"{noun} {inside[0]}"
    if inside[-1] - inside[0] == len(inside) - 1:
        return f"{noun}s {inside[0]} to {inside[-1]}"
    return f"{noun}s {', '.join(map(str, inside[:-1]))} and {inside[-1]}"


def padding_text(padding_cells: int, terms: int, border: Border) -> str:
    """How many values of a patch come from the padding; empty where none do."""
    if not padding_cells:
        return ""
    values = f" {padding_cells} of the {terms} values {'is' if padding_cells == 1 else 'are'}"
    if border is not Border.ZEROS:
        return f"{values} padding, filled by the border rule {border.value}."
    return f"{values} a padding zero." if padding_cells == 1 else f"{values} padding zeros."


class Narrator:
    """Writes the words of one convolution's steps.

    What all steps share is written once, as templates with ``%s`` for a step's own
    numbers, so that the words of a trace cost about as much as its arithmetic.
    """

    def __init__(self, convolution: Convolution2d) -> None:
        self._convolution = convolution
        self._geometry = convolution.geometry
        self._operands = _texts(convolution.shown_padded, self._operand)
        self._expression = self._expression_template()
        self._result = self._result_template()

    def words(self, rows: IntArray, columns: IntArray, sums: NumberArray) -> Iterator[tuple[str, str]]:
        """(expression, explanation) of the steps that write to these output cells.

        Args:
            rows: Output rows, shape (n,).
            columns: Output columns, shape (n,).
            sums: The sum of the products of each step, shape (n,).
        """
        terms = self._geometry.terms_per_output
        patches = self._operands[self._geometry.padded_windows(rows, columns)].reshape(-1, terms)
        padding_cells = self._geometry.padding_cells(rows, columns)
        values = self._values(rows, columns)
        places = self._places(rows, columns)
        totals = _texts(sums, self._number)
        steps = zip(patches.tolist(), totals.tolist(), values, places, padding_cells.tolist(), strict=True)
        for patch, total, (sign, value), (place, row, column), padding in steps:
            results = (total, sign, value) if self._is_divided_sum_shown else (sign, value)
            spoken = value if sign == "=" else f"about {value}"
            explanation = self._result % {"sum": total, "value": spoken, "row": row + 1, "column": column + 1}
            note = padding_text(padding, terms, self._convolution.border)
            yield self._expression % (*patch, *results), place + explanation + note

    def _number(self, value: float) -> str:
        return number_text(value, self._convolution.precision.decimals)

    def _operand(self, value: float) -> str:
        return in_brackets(self._in_full(value))

    def _in_full(self, value: float) -> str:
        """An operand is written in full, also where results have to be rounded."""
        if self._convolution.scaling.exact:
            return self._number(value)
        # Adding 0.0 turns −0 into 0.
        return np.format_float_positional(value + 0.0, trim="-").replace("-", "−")

    @property
    def _is_divided_sum_shown(self) -> bool:
        """Whether the sum stands in the expression once more, divided; a rounded one would not be equal."""
        return self._convolution.divisor > 1 and self._convolution.scaling.exact

    def _values(self, rows: IntArray, columns: IntArray) -> list[tuple[str, str]]:
        """("=" or "≈", the value) of each output cell."""
        precision = self._convolution.precision
        return [
            ("=", number_text(value, precision.value_decimals))
            if exact
            else ("≈", number_text(value, precision.rounded_decimals))
            for value, exact in zip(
                self._convolution.output[rows, columns].tolist(),
                self._convolution.is_exact[rows, columns].tolist(),
                strict=True,
            )
        ]

    def _places(self, rows: IntArray, columns: IntArray) -> Iterator[tuple[str, int, int]]:
        """Where the kernel lies, in words, with the output row and column it belongs to."""
        row_spans = _spans("row", self._geometry.rows)
        column_spans = _spans("column", self._geometry.columns)
        for row, column in zip(rows.tolist(), columns.tolist(), strict=True):
            span = f"{row_spans[row]}, {column_spans[column]}"
            is_inside = row_spans[row] and column_spans[column]
            yield f"The kernel covers {span if is_inside else 'padding only'}.", row, column

    def _expression_template(self) -> str:
        """``%s`` for each value of the patch, then the sum (where it is shown), the sign and the value."""
        convolution = self._convolution
        weights = [self._operand(weight) for weight in convolution.applied_kernel.ravel().tolist()]
        terms = " + ".join(f"%s·{weight}" for weight in weights)
        bias = f" + {self._operand(convolution.bias)}" if convolution.bias else ""
        if convolution.divisor == 1:
            return f"{terms}{bias} %s %s"
        after = f" / {convolution.divisor}{bias}"
        divided_sum = f" = %s{after}" if self._is_divided_sum_shown else ""
        return f"({terms}){after}{divided_sum} %s %s"

    def _result_template(self) -> str:
        """What becomes of the products, with the names sum, value, row and column to fill in."""
        terms = self._geometry.terms_per_output
        about = "" if self._convolution.scaling.exact else "about "
        total = f" Its {count_text(terms, 'product')} {'is' if terms == 1 else 'add up to'} {about}%(sum)s"
        divided = f"divided by {self._convolution.divisor}" if self._convolution.divisor > 1 else ""
        bias = self._convolution.bias
        shifted = f"plus the bias {self._in_full(bias)}" if bias else ""
        after = " and ".join(filter(None, (divided, shifted)))
        result = f"{total}; {after} that makes %(value)s" if after else total
        return f"{result}, the output in row %(row)s, column %(column)s."


def _texts(numbers: NumberArray, write: Callable[[float], str]) -> NDArray[np.object_]:
    """Each number as text, same shape; every distinct number is written once."""
    distinct, places = np.unique(numbers, return_inverse=True)
    texts = np.array([write(number) for number in distinct.tolist()], dtype=np.object_)
    return texts[places].reshape(numbers.shape)


def _spans(noun: str, axis: AxisGeometry) -> list[str]:
    return [span_text(noun, indices, axis.input_size) for indices in axis.indices.tolist()]
