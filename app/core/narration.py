"""A step in words: the written-out expression, and the sentence a teacher would say.

On screen a minus is "−" (U+2212), a product "·" and a rounded result "≈".
Rows and columns are counted from 1, as people do.
"""

from collections.abc import Callable, Iterator
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from app.core.arrays import IntArray, NumberArray
from app.core.convolution import Convolution2d
from app.core.geometry import AxisGeometry
from app.core.padding import Border

# As many digits as a double can have before its point, and more than are ever shown behind it.
_SCHOOL = Context(prec=350, rounding=ROUND_HALF_UP)

TextArray: TypeAlias = NDArray[np.object_]
"""Python strings, which NumPy can pick and repeat as it does numbers."""

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
    texts, and every distinct number is written once, so that the words of a trace
    cost about as much as its arithmetic.
    """

    def __init__(self, convolution: Convolution2d) -> None:
        self._convolution = convolution
        self._geometry = convolution.geometry
        self._operands = _texts(convolution.shown_padded, self._operand)
        self._row_spans = _spans("row", self._geometry.rows)
        self._column_spans = _spans("column", self._geometry.columns)
        self._expression = self._expression_template()
        self._explanation = self._explanation_template()

    def words(self, rows: IntArray, columns: IntArray, sums: NumberArray) -> Iterator[tuple[str, str]]:
        """(expression, explanation) of the steps that write to these output cells.

        Args:
            rows: Output rows, shape (n,).
            columns: Output columns, shape (n,).
            sums: The sum of the products of each step, shape (n,).
        """
        terms = self._geometry.terms_per_output
        patches = self._operands[self._geometry.padded_windows(rows, columns)].reshape(-1, terms)
        total, (sign, value) = _texts(sums, self._number), self._values(rows, columns)
        results = (total, sign, value) if self._is_divided_sum_shown else (sign, value)
        spoken = np.where(sign == "=", value, "about " + value)
        told = (total, spoken) if self._is_sum_changed else (total,)
        cell = (_texts(rows + 1, str), _texts(columns + 1, str))
        note = _texts(self._geometry.padding_cells(rows, columns), self._note)
        return zip(
            _filled(self._expression, *patches.T, *results),
            _filled(self._explanation, self._places(rows, columns), *told, *cell, note),
            strict=True,
        )

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

    @property
    def _is_sum_changed(self) -> bool:
        """Whether the value is another number than the sum."""
        return self._convolution.divisor > 1 or bool(self._convolution.bias)

    def _values(self, rows: IntArray, columns: IntArray) -> tuple[TextArray, TextArray]:
        """The sign, "=" or "≈", and the value of each output cell."""
        precision = self._convolution.precision
        exact = self._convolution.is_exact[rows, columns]
        decimals = np.where(exact, precision.value_decimals, precision.rounded_decimals).tolist()
        numbers = list(zip(self._convolution.output[rows, columns].tolist(), decimals, strict=True))
        texts = {number: number_text(*number) for number in set(numbers)}
        values = np.array([texts[number] for number in numbers], dtype=np.object_)
        return np.where(exact, "=", "≈").astype(np.object_), values

    def _places(self, rows: IntArray, columns: IntArray) -> TextArray:
        """Where the kernel lies at each output cell."""
        row_spans, column_spans = self._row_spans[rows], self._column_spans[columns]
        is_inside = (row_spans != "") & (column_spans != "")
        return np.where(is_inside, row_spans + ", " + column_spans, "padding only")

    def _note(self, padding_cells: float) -> str:
        return padding_text(int(padding_cells), self._geometry.terms_per_output, self._convolution.border)

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

    def _explanation_template(self) -> str:
        """``%s`` for the place, the sum, the value (where it is another number), row, column and a note."""
        terms = self._geometry.terms_per_output
        about = "" if self._convolution.scaling.exact else "about "
        total = f"Its {count_text(terms, 'product')} {'is' if terms == 1 else 'add up to'} {about}%s"
        divided = f"divided by {self._convolution.divisor}" if self._convolution.divisor > 1 else ""
        bias = self._convolution.bias
        shifted = f"plus the bias {self._in_full(bias)}" if bias else ""
        after = " and ".join(filter(None, (divided, shifted)))
        result = f"{total}; {after} that makes %s" if after else total
        return f"The kernel covers %s. {result}, the output in row %s, column %s.%s"


def _texts(numbers: NumberArray, write: Callable[[float], str]) -> TextArray:
    """Each number as text, same shape; every distinct number is written once."""
    each = numbers.ravel().tolist()
    texts = {number: write(number) for number in set(each)}
    return np.array([texts[number] for number in each], dtype=np.object_).reshape(numbers.shape)


def _filled(template: str, *columns: TextArray) -> list[str]:
    """The template once for each of n steps, a column of n texts in the place of each ``%s``.

    All texts are there already, so they are joined; formatting would take twice as long.
    """
    between = template.split("%s")
    pieces = np.empty((len(columns[0]), len(between) + len(columns)), dtype=np.object_)
    pieces[:, ::2] = between
    pieces[:, 1::2] = np.column_stack(columns)
    return list(map("".join, pieces.tolist()))


def _spans(noun: str, axis: AxisGeometry) -> TextArray:
    return np.array(
        [span_text(noun, indices, axis.input_size) for indices in axis.indices.tolist()], np.object_
    )
