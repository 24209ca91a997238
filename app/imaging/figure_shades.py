"""A grid of cells that are too small for digits: each is as bright as its number."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from app.imaging.blocks import Block, block
from app.imaging.drawing import Rectangle, Shape
from app.imaging.figure_grids import frame_shapes
from app.imaging.figure_style import Style
from app.imaging.palette import INPUT_SHADES, OUTPUT_SHADES, UNREACHED, mixed
from app.stage.cells import Cell, Grid
from app.stage.scene import Range

SHADES = 64
"""As many steps of brightness as anybody can tell apart."""

KEPT_ROWS = 1_024
"""Most rows stay as they are from frame to frame and are kept; 1,024 of these, 64 cells long, are 9 MiB."""

CLEAR = {"todo", "padding", "cropped"}
"""Kinds of cells that show nothing."""


def shaded_block(grid: Grid, role: str, cell: float, values: Range, style: Style) -> Block:
    """The cells without gaps.

    Args:
        grid: Of numbers.
        role: Input or output.
        cell: Size of a cell.
        values: The smallest and the largest number that any step shows.
        style: Of the figure.
    """
    width, height = cell * len(grid.cells[0]), cell * len(grid.cells)
    ends = INPUT_SHADES if role == "input" else OUTPUT_SHADES

    def draw(x: float, y: float) -> Iterator[Shape]:
        # Whole pixels, so that nothing is seen between two cells.
        x, y = round(x), round(y)
        yield Rectangle(x, y, width, height, style.palette.still)
        for row, cells in enumerate(grid.cells):
            yield from _row(tuple(cells), ends, values, x, y + row * cell, cell)
        yield from frame_shapes(grid, x, y, cell, 0.0, style)
        yield from _mark(grid, x, y, cell, style)

    return block(width, height, draw)


@lru_cache(KEPT_ROWS)
def _row(
    cells: tuple[Cell, ...], ends: tuple[str, str], values: Range, x: float, y: float, side: float
) -> tuple[Rectangle, ...]:
    colours = [_colour(each, ends, values) for each in cells]
    return tuple(
        Rectangle(x + start * side, y, length * side, side, colour)
        for start, length, colour in _runs(colours)
    )


def _runs(colours: list[str | None]) -> Iterator[tuple[int, int, str]]:
    """(start, length, colour) of cells of one colour side by side, which are one box."""
    start = 0
    for colour, group in groupby(colours):
        length = len(list(group))
        if colour is not None:
            yield start, length, colour
        start += length


def _colour(cell: Cell, ends: tuple[str, str], values: Range) -> str | None:
    kinds = set(cell.kind.split())
    if kinds & CLEAR or not cell.text:
        return None
    if "unreached" in kinds:
        return UNREACHED
    least, most = values
    share = (_number(cell.text) - least) / (most - least or 1)
    return mixed(*ends, round(min(max(share, 0), 1) * (SHADES - 1)) / (SHADES - 1))


def _number(text: str) -> float:
    """A number as it stands in a cell."""
    return float(text.lstrip("≈").replace("−", "-"))


def _mark(grid: Grid, x: float, y: float, cell: float, style: Style) -> Iterator[Shape]:
    """A line around the current cell, on both of its sides, so that it is seen on any shade."""
    for row, cells in enumerate(grid.cells):
        for column, each in enumerate(cells):
            if "current" in each.kind:
                left, top = x + column * cell - 1.5, y + row * cell - 1.5
                yield Rectangle(left, top, cell + 3, cell + 3, None, style.palette.text, 4.0, 2.0)
                yield Rectangle(left, top, cell + 3, cell + 3, None, style.palette.ground, 1.5, 2.0)
