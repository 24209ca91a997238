"""The input around the patch, large enough to be read where the whole input is not.

``static/js/state/close-up.js`` says the same for every later frame.
"""

from app.stage.cells import Grid

MOST_CELLS = 7
"""Rows and columns that there is room for."""


def close_up(grid: Grid, rows: list[int], columns: list[int]) -> Grid:
    """The part of an input grid with its patch, and a cell more on each side where there is one.

    Args:
        grid: The input with its padding.
        rows: Rows of the patch, counted in the padded input.
        columns: Columns of the patch, counted in the padded input.
    """
    down, across = part_around(rows, len(grid.row_labels)), part_around(columns, len(grid.column_labels))
    return Grid(grid.row_labels[down], grid.column_labels[across], [row[across] for row in grid.cells[down]])


def part_around(patch: list[int], size: int, most: int = MOST_CELLS) -> slice:
    """The cells with those of a patch: as many at every step, so that nothing jumps.

    Args:
        patch: Rows or columns of the patch, rising.
        size: Of the grid.
        most: Cells that there is room for.
    """
    count = min(patch[-1] - patch[0] + 3, most, size)
    start = min(max(patch[0] - 1, 0), size - count)
    return slice(start, start + count)
