"""A transposed convolution one input cell after another: what each adds to the output, and where.

The products of an input cell are the whole kernel times its value.  They are added to the output
cells under the kernel's taps; those that the padding crops are computed and thrown away.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypedDict

import numpy as np
from numpy.typing import NDArray

from app.core.arrays import IntArray, NumberArray
from app.core.narration import Phases
from app.core.scatter_narration import ScatterNarrator
from app.core.transposed import TransposedAxis, TransposedConvolution2d

Numbers = list[list[float]]
NumbersOrNone = list[list[float | None]]


class InputCell(TypedDict):
    """Where a step reads, counted from 0."""

    row: int
    column: int


class Targets(TypedDict):
    """Output rows and columns under the taps, counted from 0; outside of the output means cropped."""

    rows: list[int]
    columns: list[int]


class ScatterStep(TypedDict):
    """Everything that one input cell does.

    ``products``, ``before`` and ``after`` have the kernel's shape: the value times each weight, and
    the running totals of the output cells under the weights, None where the cell is cropped.
    """

    index: int
    number: int
    input: InputCell
    value: float
    products: Numbers
    targets: Targets
    before: NumbersOrNone
    after: NumbersOrNone
    cropped_cells: int
    expression: str
    explanation: str
    phases: Phases


@dataclass(frozen=True, slots=True)
class ScatterArrays:
    """n steps side by side, one array for each quantity.

    Attributes:
        rows, columns: Input cell, shape (n,).
        values: What it holds, shape (n,).
        products: Shape (n, K_rows, K_columns), as the next three.
        before: Totals of the output cells under the taps, also of those that are cropped.
        after: The same with the products added.
        inside: Which taps lie on the output.
    """

    rows: IntArray
    columns: IntArray
    values: NumberArray
    products: NumberArray
    before: NumberArray
    after: NumberArray
    inside: NDArray[np.bool_]

    @property
    def cropped_cells(self) -> IntArray:
        """How many products of each step fall outside of the output, shape (n,)."""
        cropped: IntArray = np.count_nonzero(~self.inside, axis=(1, 2))
        return cropped

    def records(self) -> Iterator[tuple[Any, ...]]:
        """The quantities of one step after another as Python numbers; a cropped cell has no total."""
        shown = (self.rows, self.columns, self.values, self.products, self._seen(self.before))
        each = (*shown, self._seen(self.after), self.cropped_cells)
        return zip(*(quantity.tolist() for quantity in each), strict=True)

    def _seen(self, totals: NumberArray) -> NDArray[np.object_]:
        seen = totals.astype(np.object_)
        seen[~self.inside] = None
        return seen


class ScatterTrace:
    """The steps of one transposed convolution, in raster order of its input cells."""

    def __init__(self, transposed: TransposedConvolution2d) -> None:
        self.transposed = transposed
        self.geometry = transposed.geometry

    @property
    def step_count(self) -> int:
        """Number of steps, which is the number of input cells."""
        return self.transposed.image.size

    @cached_property
    def _image(self) -> NumberArray:
        """The input in whole numbers at ``scaling.image_decimals``, shape (H, W)."""
        scaling = self.transposed.gather.scaling
        return scaling.scaled(self.transposed.image, scaling.image_decimals)

    @property
    def _kernel(self) -> NumberArray:
        """The weights, not rotated, so that products are whole at ``scaling.decimals``."""
        return self.transposed.gather.scaled_kernel[::-1, ::-1]

    @cached_property
    def _before(self) -> NumberArray:
        """Totals of the output cells under the taps just before each input cell adds to them.

        An output cell meets the taps from the last to the first as the input cells come in raster
        order, so one tap can be done for all input cells at once.  That is also the order in which
        the gather picture adds, so that float totals end on the same bits.

        Returns:
            Shape (K_rows, K_columns, input cells), at ``scaling.decimals``.
        """
        rows, columns = self.geometry.rows, self.geometry.columns
        image, kernel = self._image, self._kernel
        totals = np.zeros(self.geometry.full_shape, image.dtype)
        before = np.empty((*kernel.shape, *image.shape), image.dtype)
        for row, column in reversed(list(np.ndindex(kernel.shape))):
            under_tap = totals[_under(rows, row), _under(columns, column)]
            before[row, column] = under_tap
            under_tap += image * kernel[row, column]
        return before.reshape(*kernel.shape, -1)

    def steps(self, start: int = 0, stop: int | None = None) -> list[ScatterStep]:
        """Steps ``start`` to ``stop`` - 1, counted from 0; all of them by default."""
        return list(self._steps(np.arange(self.step_count)[start:stop]))

    def _steps(self, numbers: IntArray) -> Iterator[ScatterStep]:
        arrays = self.arrays(numbers)
        words = self._words(arrays)
        row_targets, column_targets = (
            axis.targets.tolist() for axis in (self.geometry.rows, self.geometry.columns)
        )
        for index, record, (expression, (explanation, phases)) in zip(
            numbers.tolist(), arrays.records(), words, strict=True
        ):
            row, column, value, products, before, after, cropped = record
            yield {
                "index": index,
                "number": index + 1,
                "input": {"row": row, "column": column},
                "value": value,
                "products": products,
                "targets": {"rows": row_targets[row], "columns": column_targets[column]},
                "before": before,
                "after": after,
                "cropped_cells": cropped,
                "expression": expression,
                "explanation": explanation,
                "phases": phases,
            }

    def arrays(self, numbers: IntArray) -> ScatterArrays:
        """The numbers of these steps, counted from 0, shape (n,)."""
        rows, columns = np.divmod(numbers, self.geometry.columns.input_size)
        gather = self.transposed.gather
        products = np.multiply.outer(self._image[rows, columns], self._kernel)
        before = np.moveaxis(self._before[:, :, numbers], -1, 0)
        return ScatterArrays(
            rows=rows,
            columns=columns,
            values=gather.shown(self.transposed.image)[rows, columns],
            products=gather.scaling.restored(products),
            before=gather.scaling.restored(before),
            after=gather.scaling.restored(before + products),
            inside=self._inside(rows, columns),
        )

    def _words(self, arrays: ScatterArrays) -> Iterator[tuple[str, tuple[str, Phases]]]:
        narrator = ScatterNarrator(self.transposed)
        totals = (arrays.before, arrays.after, arrays.inside)
        return zip(
            narrator.expressions(arrays.values, arrays.products, *totals),
            narrator.sentences(arrays.rows, arrays.columns, arrays.values, arrays.cropped_cells),
            strict=True,
        )

    def _inside(self, rows: IntArray, columns: IntArray) -> NDArray[np.bool_]:
        """Which products of n input cells fall on the output, shape (n, K_rows, K_columns)."""
        row_inside, column_inside = (
            (axis.targets >= 0) & (axis.targets < axis.output_size)
            for axis in (self.geometry.rows, self.geometry.columns)
        )
        return row_inside[rows][:, :, np.newaxis] & column_inside[columns][:, np.newaxis, :]


def _under(axis: TransposedAxis, tap: int) -> slice:
    """The cells of the output, before it is cropped, that lie under one tap for all input cells."""
    start = tap * axis.dilation
    return slice(start, start + axis.stretched_size, axis.stride)
