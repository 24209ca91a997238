"""A convolution of one row: input, kernel and output below each other, on one scale of columns.

The kernel lies under the cells that it covers, and each output cell under the middle of its window.
"""

from collections.abc import Sequence
from dataclasses import replace

from app.imaging.blocks import Block, below, beside, in_width, indented
from app.imaging.figure_grids import GAP, GridLook, grid_block, titled
from app.imaging.figure_stage import StageGrids
from app.stage.cells import Grid

SIGN = 36.0
"""Room for the signs before the rows."""

LARGEST_CELL, SMALLEST_CELL = 48.0, 12.0
WIDTH_FOR_CELLS = 1_368.0
"""What the cells of the longest row may take before they become smaller."""


class RowGrids(StageGrids):
    """The three rows of one scene in one style."""

    def block(self) -> Block:
        """All of them."""
        (image,), (kernel,), (output,) = self._stage.inputs, self._stage.kernels, self._stage.outputs
        window, middles = self._columns_of("patch"), _middles(self._scene.windows)
        rows = [
            self._row("", "input", image, ("Input", self._columns_of("input"))),
            self._row("∗", "kernel", kernel, (self._stage.kernel_title, window)),
            self._row("=", "output", output, ("Output", middles)),
        ]
        return below(rows, 0.7 * self.space, share=0.0)

    def _row(self, sign: str, role: str, grid: Grid, titled_columns: tuple[str, list[int]]) -> Block:
        """A row whose cells lie in these columns of the input, behind its sign."""
        title, columns = titled_columns
        look = replace(self._look(role, 0, 1), every=_every(columns))
        # A single row needs no number.
        cells = grid_block(Grid([], grid.column_labels, grid.cells), look, self._style)
        first = columns[0] - self._columns_of("input")[0]
        placed = indented(cells, first * (look.cell + GAP))
        row = titled(placed, title, self._scene.sizes[role], self._style, indent=look.head)
        return beside([in_width(self._sign(sign), SIGN), row])

    def _columns_of(self, part: str) -> list[int]:
        return self._scene.places[part][1]

    def _look(self, role: str, index: int, count: int) -> GridLook:
        # The weights lie under the cells already.
        return replace(super()._look(role, index, count), has_tags=False)

    def _cell(self, _role: str) -> float:
        """As large as the longest row leaves room for, in whole pixels."""
        room = WIDTH_FOR_CELLS / len(self._columns_of("input")) - GAP
        return float(min(max(room // 1, SMALLEST_CELL), LARGEST_CELL))


def _every(columns: list[int]) -> int:
    """Columns from one cell to the next."""
    return columns[1] - columns[0] if len(columns) > 1 else 1


def _middles(windows: Sequence[Sequence[int]]) -> list[int]:
    """The middle of each window; of two, the right one, so that "same" stands under its own cell."""
    return [window[0] + (window[-1] - window[0] + 1) // 2 for window in windows]
