"""A step of the scatter picture in words: what one input cell adds to the output, and where."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from app.core.arrays import IntArray, NumberArray
from app.core.narration import Phases
from app.core.phrases import count_text, full_text, in_brackets, number_text, span_text
from app.core.text_columns import TextArray, filled, texts
from app.core.transposed import TransposedAxis, TransposedConvolution2d

_CELL = "The input in row %s, column %s is %s."


class ScatterNarrator:
    """Writes the words of one transposed convolution's scatter steps."""

    def __init__(self, transposed: TransposedConvolution2d) -> None:
        self._transposed = transposed
        self._scaling = transposed.gather.scaling
        self._decimals = transposed.gather.precision.decimals
        self._terms = transposed.kernel.size
        self._row_spans = _spans("row", transposed.geometry.rows)
        self._column_spans = _spans("column", transposed.geometry.columns)

    def expressions(
        self,
        values: NumberArray,
        products: NumberArray,
        before: NumberArray,
        after: NumberArray,
        inside: NDArray[np.bool_],
    ) -> list[str]:
        """Each product written out, and added to its output cell where it has one.

        Args:
            values: Input value of each step, shape (n,).
            products: Shape (n, K_rows, K_columns), as ``before``, ``after`` and ``inside``.
            before: Totals of the output cells under the taps.
            after: The same with the products added.
            inside: Which taps lie on the output.
        """
        lead = np.where(inside, texts(before, self._number) + " + ", "")
        tail = np.where(inside, texts(after, self._number), texts(products, self._number) + " (cropped)")
        leads, tails = lead.reshape(-1, self._terms).T, tail.reshape(-1, self._terms).T
        factors = texts(values, self._operand)
        columns = [
            column for lead, tail in zip(leads, tails, strict=True) for column in (lead, factors, tail)
        ]
        sign = "=" if self._scaling.exact else "≈"
        weights = self._transposed.gather.shown(self._transposed.kernel).ravel().tolist()
        terms = (f"%s%s·{self._operand(weight)} {sign} %s" for weight in weights)
        return filled(", ".join(terms), *columns)

    def sentences(
        self, rows: IntArray, columns: IntArray, values: NumberArray, cropped: IntArray
    ) -> Iterator[tuple[str, Phases]]:
        """(explanation, phases) of the steps that read these input cells, shapes (n,) each.

        Args:
            rows: Input rows.
            columns: Input columns.
            values: What the cells hold.
            cropped: How many of a step's products fall outside of the output.
        """
        value = texts(values, self._in_full)
        cell = (texts(rows + 1, str), texts(columns + 1, str), value)
        places, note = self._places(rows, columns), texts(cropped, self._cropped_note)
        last = np.where((rows + 1) * (columns + 1) == self._transposed.image.size, self._finish, "")
        placed = filled(f"{_CELL} The kernel is laid on %s.%s", *cell, places, note)
        multiplied = filled(f"{self._each_weight} is multiplied by %s.", value)
        added = filled("%s", texts(cropped, self._addition))
        written = filled(f"{_CELL} It adds %s times the kernel to %s.%s%s", *cell, value, places, note, last)
        for explanation, place, multiply, add in zip(written, placed, multiplied, added, strict=True):
            yield explanation, {"place": place, "multiply": multiply, "add": add}

    def _number(self, value: float) -> str:
        return number_text(value, self._decimals)

    def _operand(self, value: float) -> str:
        return in_brackets(self._in_full(value))

    def _in_full(self, value: float) -> str:
        """An operand is written in full, also where totals have to be rounded."""
        if self._scaling.exact:
            return self._number(value)
        return full_text(value)

    def _places(self, rows: IntArray, columns: IntArray) -> TextArray:
        """Where the kernel lies for each input cell."""
        row_spans, column_spans = self._row_spans[rows], self._column_spans[columns]
        is_inside = (row_spans != "") & (column_spans != "")
        return np.where(is_inside, row_spans + ", " + column_spans + " of the output", "cropped cells only")

    @property
    def _each_weight(self) -> str:
        weights = count_text(self._terms, "weight")
        return f"The {weights}" if self._terms == 1 else f"Each of the {weights}"

    def _cropped_note(self, cropped: float) -> str:
        """How many products are lost; empty where none are."""
        if not cropped:
            return ""
        verbs = "falls outside of the output and is" if cropped == 1 else "fall outside of the output and are"
        return f" {int(cropped)} of the {self._terms} products {verbs} cropped."

    def _addition(self, cropped: float) -> str:
        """What becomes of the products."""
        left = self._terms - int(cropped)
        if not left:
            return f"All {self._terms} products are cropped."
        products = f"{left} of the {self._terms} products" if cropped else self._products
        if left == 1:
            return f"{products} is added to the output cell under it."
        return f"{products} are added to the output cells under them."

    @property
    def _products(self) -> str:
        return f"The {count_text(self._terms, 'product')}"

    @property
    def _finish(self) -> str:
        """What is left to do after the last input cell; empty where the totals are the output."""
        divisor, bias = self._transposed.divisor, self._transposed.bias
        divided = f"every total is divided by {divisor}" if divisor > 1 else ""
        shifted = (
            f"the bias {self._in_full(bias)} is added{'' if divided else ' to every total'}" if bias else ""
        )
        after = " and ".join(filter(None, (divided, shifted)))
        return f" This was the last cell: now {after}." if after else ""


def _spans(noun: str, axis: TransposedAxis) -> TextArray:
    return np.array(
        [span_text(noun, indices, axis.output_size) for indices in axis.targets.tolist()], np.object_
    )
