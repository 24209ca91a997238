"""A step in words: the written-out expression, and the sentences a teacher would say.

On screen a product is "·" and a rounded result "≈"; smaller pieces of text are in ``phrases``.
"""

from collections.abc import Iterator, Sequence
from typing import TypedDict

import numpy as np

from app.core.arrays import IntArray, NumberArray
from app.core.convolution import Convolution2d
from app.core.geometry import AxisGeometry
from app.core.phrases import count_text, full_text, in_brackets, number_text, padding_text, span_text
from app.core.text_columns import TextArray, filled, texts

PADDING_ONLY = "padding only"
"""Where a kernel lies that covers no cell of the input."""


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

    def __init__(self, convolution: Convolution2d, kernel_number: int | None = None) -> None:
        self._convolution = convolution
        self._kernel_number = kernel_number
        self._geometry = convolution.geometry
        self._operands = texts(convolution.shown_padded, self._operand)
        self._row_spans = _spans("row", self._geometry.rows)
        self._column_spans = _spans("column", self._geometry.columns)
        self._expression = self._expression_template()
        self._explanation = self._explanation_template()

    def words(
        self, rows: IntArray, columns: IntArray, channel_sums: NumberArray, sums: NumberArray
    ) -> Iterator[tuple[str, str, Phases]]:
        """(expression, explanation, phases) of the steps that write to these output cells.

        Args:
            rows: Output rows, shape (n,).
            columns: Output columns, shape (n,).
            channel_sums: The sums of the products of each step by channel, shape (n, channels).
            sums: The sum of the products of each step, shape (n,).
        """
        patches = self._geometry.patches(self._operands, rows, columns)
        operands = patches.reshape(-1, self._convolution.terms_per_output)
        total, (sign, value) = texts(sums, self._number), self._values(rows, columns)
        results = (total, sign, value) if self._is_divided_sum_shown else (sign, value)
        spoken = np.where(sign == "=", value, "about " + value)
        totals = (*texts(channel_sums, self._number).T, total) if self._has_several_channels else (total,)
        told = (*totals, spoken) if self._is_sum_changed else totals
        cell = (texts(rows + 1, str), texts(columns + 1, str))
        padding_cells = self._geometry.padding_cells(rows, columns) * self._convolution.channel_count
        note = texts(padding_cells, self._note)
        places = self._places(rows, columns)
        return zip(
            filled(self._expression, *operands.T, *results),
            filled(self._explanation, places, *told, *cell, note),
            self._phases(places, note, totals),
            strict=True,
        )

    def _phases(self, places: TextArray, notes: TextArray, totals: Sequence[TextArray]) -> list[Phases]:
        values, channels = count_text(self._geometry.terms_per_output, "value"), ""
        if self._has_several_channels:
            channels = f" in each of the {count_text(self._convolution.channel_count, 'channel')}"
        subject = f"The {values}" if values == "one value" else f"Each of the {values}"
        multiply = f"{subject}{channels} is multiplied by the weight that lies on it."
        placed, added = f"{self._covers}{channels}.%s", f"The {self._products_template}."
        return [
            {"place": place, "multiply": multiply, "add": add}
            for place, add in zip(filled(placed, places, notes), filled(added, *totals), strict=True)
        ]

    def _number(self, value: float) -> str:
        return number_text(value, self._convolution.precision.decimals)

    def _operand(self, value: float) -> str:
        return in_brackets(self._in_full(value))

    def _in_full(self, value: float) -> str:
        """An operand is written in full, also where results have to be rounded."""
        if self._convolution.scaling.exact:
            return self._number(value)
        return full_text(value)

    @property
    def _has_several_channels(self) -> bool:
        return self._convolution.channel_count > 1

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
        return np.where(is_inside, row_spans + ", " + column_spans, PADDING_ONLY)

    def _note(self, padding_cells: float) -> str:
        return padding_text(int(padding_cells), self._convolution.terms_per_output, self._convolution.border)

    def _expression_template(self) -> str:
        """``%s`` for each value of the patch, then the sum (where it is shown), the sign and the value."""
        convolution = self._convolution
        channels = convolution.applied_kernel.reshape(convolution.channel_count, -1).tolist()
        sums = [" + ".join(f"%s·{self._operand(weight)}" for weight in channel) for channel in channels]
        is_grouped = len(sums) > 1 and self._geometry.terms_per_output > 1
        terms = " + ".join(f"({channel})" if is_grouped else channel for channel in sums)
        bias = f" + {self._operand(convolution.bias)}" if convolution.bias else ""
        if convolution.divisor == 1:
            return f"{terms}{bias} %s %s"
        after = f" / {convolution.divisor}{bias}"
        divided_sum = f" = %s{after}" if self._is_divided_sum_shown else ""
        return f"({terms}){after}{divided_sum} %s %s"

    @property
    def _covers(self) -> str:
        """``%s`` for the place; no full stop yet."""
        kernel = f"Kernel {self._kernel_number}" if self._kernel_number else "The kernel"
        return f"{kernel} covers %s"

    @property
    def _products_template(self) -> str:
        """``%s`` for the sum, or for the sum of each channel and for all of them together."""
        terms = self._geometry.terms_per_output
        products, about = count_text(terms, "product"), "" if self._convolution.scaling.exact else "about "
        verb, again = ("is ", "") if terms == 1 else ("add up to ", "to ")
        if not self._has_several_channels:
            return f"{products} {verb}{about}%s"
        others = (f", in channel {n} {again}{about}%s" for n in range(2, self._convolution.channel_count + 1))
        return f"{products} in channel 1 {verb}{about}%s{''.join(others)}; together {about}%s"

    def _explanation_template(self) -> str:
        """``%s`` for the place, the sums, the value (where it is another number), row, column and a note."""
        total = f"Its {self._products_template}"
        divided = f"divided by {self._convolution.divisor}" if self._convolution.divisor > 1 else ""
        bias = self._convolution.bias
        shifted = f"plus the bias {self._in_full(bias)}" if bias else ""
        after = " and ".join(filter(None, (divided, shifted)))
        result = f"{total}; {after} that makes %s" if after else total
        cell = "the output in row %s, column %s"
        of_map = f" of map {self._kernel_number}" if self._kernel_number else ""
        return f"{self._covers}. {result}, {cell}{of_map}.%s"


def _spans(noun: str, axis: AxisGeometry) -> TextArray:
    return np.array(
        [span_text(noun, indices, axis.input_size) for indices in axis.indices.tolist()], np.object_
    )
