"""A step in words: the written-out expression, and the sentences a teacher would say.

On screen a product is "·" and a rounded result "≈"; smaller pieces of text are in ``phrases``.
"""

from collections.abc import Iterator
from typing import TypedDict

import numpy as np

from app.core.arrays import IntArray, NumberArray
from app.core.convolution import Convolution2d
from app.core.geometry import AxisGeometry
from app.core.phrases import count_text, in_brackets, number_text, padding_text, span_text
from app.core.text_columns import TextArray, filled, texts

_PLACE = "The kernel covers %s."


class Phases(TypedDict):
    """What a teacher would say while a step is not finished; the last phase has the explanation."""

    place: str
    multiply: str
    add: str


class Narrator:
    """Writes the words of one convolution's steps.

    What all steps share is written once, as templates with ``%s`` for a step's own
    texts, and every distinct number is written once, so that the words of a trace
    cost about as much as its arithmetic.
    """

    def __init__(self, convolution: Convolution2d) -> None:
        self._convolution = convolution
        self._geometry = convolution.geometry
        self._operands = texts(convolution.shown_padded, self._operand)
        self._row_spans = _spans("row", self._geometry.rows)
        self._column_spans = _spans("column", self._geometry.columns)
        self._expression = self._expression_template()
        self._explanation = self._explanation_template()

    def words(
        self, rows: IntArray, columns: IntArray, sums: NumberArray
    ) -> Iterator[tuple[str, str, Phases]]:
        """(expression, explanation, phases) of the steps that write to these output cells.

        Args:
            rows: Output rows, shape (n,).
            columns: Output columns, shape (n,).
            sums: The sum of the products of each step, shape (n,).
        """
        terms = self._geometry.terms_per_output
        patches = self._operands[self._geometry.padded_windows(rows, columns)].reshape(-1, terms)
        total, (sign, value) = texts(sums, self._number), self._values(rows, columns)
        results = (total, sign, value) if self._is_divided_sum_shown else (sign, value)
        spoken = np.where(sign == "=", value, "about " + value)
        told = (total, spoken) if self._is_sum_changed else (total,)
        cell = (texts(rows + 1, str), texts(columns + 1, str))
        note = texts(self._geometry.padding_cells(rows, columns), self._note)
        places = self._places(rows, columns)
        return zip(
            filled(self._expression, *patches.T, *results),
            filled(self._explanation, places, *told, *cell, note),
            self._phases(places, note, total),
            strict=True,
        )

    def _phases(self, places: TextArray, notes: TextArray, totals: TextArray) -> list[Phases]:
        values = count_text(self._geometry.terms_per_output, "value")
        subject = f"The {values}" if self._geometry.terms_per_output == 1 else f"Each of the {values}"
        multiply = f"{subject} is multiplied by the weight that lies on it."
        placed, added = f"{_PLACE}%s", f"The {self._products} %s."
        return [
            {"place": place, "multiply": multiply, "add": add}
            for place, add in zip(filled(placed, places, notes), filled(added, totals), strict=True)
        ]

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
        written = {number: number_text(*number) for number in set(numbers)}
        values = np.array([written[number] for number in numbers], dtype=np.object_)
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

    @property
    def _products(self) -> str:
        """How the sum is introduced: "nine products add up to", in front of the number."""
        terms = self._geometry.terms_per_output
        about = "" if self._convolution.scaling.exact else " about"
        return f"{count_text(terms, 'product')} {'is' if terms == 1 else 'add up to'}{about}"

    def _explanation_template(self) -> str:
        """``%s`` for the place, the sum, the value (where it is another number), row, column and a note."""
        total = f"Its {self._products} %s"
        divided = f"divided by {self._convolution.divisor}" if self._convolution.divisor > 1 else ""
        bias = self._convolution.bias
        shifted = f"plus the bias {self._in_full(bias)}" if bias else ""
        after = " and ".join(filter(None, (divided, shifted)))
        result = f"{total}; {after} that makes %s" if after else total
        return f"{_PLACE} {result}, the output in row %s, column %s.%s"


def _spans(noun: str, axis: AxisGeometry) -> TextArray:
    return np.array(
        [span_text(noun, indices, axis.input_size) for indices in axis.indices.tolist()], np.object_
    )
