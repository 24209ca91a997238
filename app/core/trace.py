"""A convolution one output cell after another: what is multiplied, what is added, what comes out.

A trace computes only the steps that are asked for, all of them at once in
NumPy; Python runs over the steps only to hand them out.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any, NotRequired, TypedDict

import numpy as np
from numpy.typing import NDArray

from app.core.arrays import IntArray, NumberArray
from app.core.convolution import Convolution2d
from app.core.narration import Narrator, Phases

Numbers = list[Any]
"""Rows of numbers; where there are channels, one such list for each."""


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
    first n + 1 products in raster order, channel by channel; ``channel_sums`` is there where the
    input has an axis for channels; ``value`` is ``sum`` / divisor + ``bias``, and
    ``exact`` says whether it can be written in full.  ``explanation`` is what is said when the value
    is written, ``phases`` what is said before.
    """

    index: int
    number: int
    output: OutputCell
    window: Window
    patch: Numbers
    products: Numbers
    channel_sums: NotRequired[list[float]]
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
        patches, products: Shape (n, K_rows, K_columns), with channels (n, channels, K_rows, K_columns).
        running_sums: Shape (n, terms), channel by channel, taps in raster order.
        channel_sums: Shape (n, channels).
        values, exact: Output value and whether it can be written in full, shape (n,).
        padding_cells: Taps that lie in the padding, shape (n,).
    """

    rows: IntArray
    columns: IntArray
    patches: NumberArray
    products: NumberArray
    running_sums: NumberArray
    channel_sums: NumberArray
    values: NumberArray
    exact: NDArray[np.bool_]
    padding_cells: IntArray

    @property
    def sums(self) -> NumberArray:
        """The sum of all products of each step, shape (n,)."""
        return self.running_sums[:, -1]

    def records(self) -> Iterator[tuple[Any, ...]]:
        """The quantities of one step after another, in the order of the fields, as Python numbers."""
        return zip(*(getattr(self, field.name).tolist() for field in fields(self)), strict=True)


class Trace:
    """The steps of one convolution, in raster order of its output cells.

    Args:
        convolution: One kernel over an input.
        kernel_number: Which one it is of several over the same input, counted from 1; None where there is
            no other.  The steps of the kernels before it come first.
    """

    def __init__(self, convolution: Convolution2d, kernel_number: int | None = None) -> None:
        self.convolution = convolution
        self.geometry = convolution.geometry
        self._kernel_number = kernel_number
        self._channel = (kernel_number or 1) - 1
        self._has_channels = convolution.has_channels

    @property
    def step_count(self) -> int:
        """Number of steps, which is the number of output cells."""
        return self.geometry.step_count

    def steps(self, start: int = 0, stop: int | None = None) -> list[Step]:
        """Steps ``start`` to ``stop`` - 1, counted from 0; all of them by default."""
        return list(self._steps(np.arange(self.step_count)[start:stop]))

    def _steps(self, cells: IntArray) -> Iterator[Step]:
        """The steps that write to these output cells, counted from 0 in raster order."""
        rows, columns = np.divmod(cells, self.geometry.columns.output_size)
        arrays = self.arrays(rows, columns)
        words = self._narrator.words(arrays.rows, arrays.columns, arrays.channel_sums, arrays.sums)
        numbers = (cells + (self._channel * self.step_count + 1)).tolist()
        for number, record, spoken in zip(numbers, arrays.records(), words, strict=True):
            yield self._step(number, record, spoken)

    def _step(self, number: int, record: tuple[Any, ...], spoken: tuple[str, str, Phases]) -> Step:
        row, column, patch, products, running_sums, channel_sums, value, exact, padding_cells = record
        row_indices, column_indices = self._indices
        expression, explanation, phases = spoken
        step: Step = {
            "index": number - 1,
            "number": number,
            "output": {"row": row, "column": column, "channel": self._channel},
            "window": {"rows": row_indices[row], "columns": column_indices[column]},
            "patch": patch,
            "products": products,
            "running_sums": running_sums,
            "sum": running_sums[-1],
            "bias": self._bias,
            "value": value,
            "exact": exact,
            "padding_cells": padding_cells,
            "expression": expression,
            "explanation": explanation,
            "phases": phases,
        }
        if self._has_channels:
            step["channel_sums"] = channel_sums
        return step

    def arrays(self, rows: IntArray, columns: IntArray) -> StepArrays:
        """The numbers of the steps that write to these output cells, shapes (n,) and (n,)."""
        convolution, scaling, geometry = self.convolution, self.convolution.scaling, self.geometry
        products = geometry.patches(convolution.scaled_padded, rows, columns) * convolution.scaled_kernel
        terms = products.reshape(-1, convolution.channel_count, geometry.terms_per_output)
        return StepArrays(
            rows=rows,
            columns=columns,
            patches=geometry.patches(convolution.shown_padded, rows, columns),
            products=scaling.restored(products),
            running_sums=scaling.restored(terms.reshape(-1, convolution.terms_per_output).cumsum(axis=1)),
            channel_sums=scaling.restored(terms.cumsum(axis=2)[:, :, -1]),
            values=convolution.output[rows, columns],
            exact=convolution.is_exact[rows, columns],
            padding_cells=geometry.padding_cells(rows, columns) * convolution.channel_count,
        )

    @cached_property
    def _narrator(self) -> Narrator:
        return Narrator(self.convolution, self._kernel_number)

    @cached_property
    def _indices(self) -> tuple[list[list[int]], list[list[int]]]:
        """Input rows, and input columns, under the taps of each output row, and of each output column."""
        return self.geometry.rows.indices.tolist(), self.geometry.columns.indices.tolist()

    @cached_property
    def _bias(self) -> float:
        return self.convolution.shown_bias
