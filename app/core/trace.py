"""A convolution one output cell after another: what is multiplied, what is added, what comes out.

A trace computes only the steps that are asked for, all of them at once in
NumPy; Python runs over the steps only to hand them out.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any, TypedDict

import numpy as np
from numpy.typing import NDArray

from app.core.arrays import IntArray, NumberArray
from app.core.convolution import Convolution2d
from app.core.narration import Narrator, Phases

Numbers = list[list[float]]


class OutputCell(TypedDict):
    """Where a step writes, counted from 0."""

    row: int
    column: int
    channel: int


class Window(TypedDict):
    """Input rows and columns under the taps, counted from 0; outside the input means padding."""

    rows: list[int]
    columns: list[int]


class Step(TypedDict):
    """Everything about one output cell.

    ``patch`` and ``products`` have the kernel's shape; ``running_sums[n]`` is the sum of the
    first n + 1 products in raster order; ``value`` is ``sum`` / divisor + ``bias``, and
    ``exact`` says whether it can be written in full.  ``explanation`` is what is said when the value
    is written, ``phases`` what is said before.
    """

    index: int
    number: int
    output: OutputCell
    window: Window
    patch: Numbers
    products: Numbers
    running_sums: list[float]
    sum: float
    bias: float
    value: float
    exact: bool
    padding_cells: int
    expression: str
    explanation: str
    phases: Phases


@dataclass(frozen=True, slots=True)
class StepArrays:
    """n steps side by side, one array for each quantity.

    Attributes:
        rows, columns: Output cell, shape (n,).
        patches, products: Shape (n, K_rows, K_columns).
        running_sums: Shape (n, taps), taps in raster order.
        values, exact: Output value and whether it can be written in full, shape (n,).
        padding_cells: Taps that lie in the padding, shape (n,).
    """

    rows: IntArray
    columns: IntArray
    patches: NumberArray
    products: NumberArray
    running_sums: NumberArray
    values: NumberArray
    exact: NDArray[np.bool_]
    padding_cells: IntArray

    def records(self) -> Iterator[tuple[Any, ...]]:
        """The quantities of one step after another, in the order of the fields, as Python numbers."""
        return zip(*(getattr(self, field.name).tolist() for field in fields(self)), strict=True)


class Trace:
    """The steps of one convolution, in raster order of its output cells."""

    def __init__(self, convolution: Convolution2d) -> None:
        self.convolution = convolution
        self.geometry = convolution.geometry

    @property
    def step_count(self) -> int:
        """Number of steps, which is the number of output cells."""
        return self.geometry.step_count

    def steps(self, start: int = 0, stop: int | None = None) -> list[Step]:
        """Steps ``start`` to ``stop`` - 1, counted from 0; all of them by default."""
        numbers = np.arange(self.step_count)[start:stop]
        rows, columns = np.divmod(numbers, self.geometry.columns.output_size)
        arrays = self.arrays(rows, columns)
        words = self._narrator.words(arrays.rows, arrays.columns, arrays.running_sums[:, -1])
        row_indices, column_indices = (
            axis.indices.tolist() for axis in (self.geometry.rows, self.geometry.columns)
        )
        bias = self.convolution.shown_bias
        return [
            {
                "index": index,
                "number": index + 1,
                "output": {"row": row, "column": column, "channel": 0},
                "window": {"rows": row_indices[row], "columns": column_indices[column]},
                "patch": patch,
                "products": products,
                "running_sums": running_sums,
                "sum": running_sums[-1],
                "bias": bias,
                "value": value,
                "exact": exact,
                "padding_cells": padding_cells,
                "expression": expression,
                "explanation": explanation,
                "phases": phases,
            }
            for index, (row, column, patch, products, running_sums, value, exact, padding_cells), (
                expression,
                explanation,
                phases,
            ) in zip(numbers.tolist(), arrays.records(), words, strict=True)
        ]

    def arrays(self, rows: IntArray, columns: IntArray) -> StepArrays:
        """The numbers of the steps that write to these output cells, shapes (n,) and (n,)."""
        convolution, scaling = self.convolution, self.convolution.scaling
        window = self.geometry.padded_windows(rows, columns)
        products = convolution.scaled_padded[window] * convolution.scaled_kernel
        terms = products.reshape(-1, self.geometry.terms_per_output)
        return StepArrays(
            rows=rows,
            columns=columns,
            patches=convolution.shown_padded[window],
            products=scaling.restored(products),
            running_sums=scaling.restored(terms.cumsum(axis=1)),
            values=convolution.output[rows, columns],
            exact=convolution.is_exact[rows, columns],
            padding_cells=self.geometry.padding_cells(rows, columns),
        )

    @cached_property
    def _narrator(self) -> Narrator:
        return Narrator(self.convolution)
