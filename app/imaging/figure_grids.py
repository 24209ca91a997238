"""A grid of numbers as a block: its title, the numbers of its rows and columns, its cells, its frame."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from app.imaging.blocks import Block, below, beside, indented, words
from app.imaging.drawing import Rectangle, Shape, Text
from app.imaging.figure_cells import (
    LEAST_WITH_TAGS,
    Square,
    address_shapes,
    box_shapes,
    number_shapes,
    tag_shapes,
)
from app.imaging.figure_looks import look_of
from app.imaging.figure_style import Style
from app.imaging.lettering import DIGIT_HEIGHT
from app.stage.cells import Cell, Grid

GAP = 3.0
"""Between two cells."""

TITLE_SIZE, SIZE_SIZE = 15.0, 13.5
"""Of the fonts of a grid's title and of its size behind it."""

FRAMED = {"patch", "target"}
"""Kinds of cells that lie under the kernel."""

KEPT_CELLS = 8_192
"""Most cells stay as they are from frame to frame, and their shapes are kept; 8,192 of these are 14 MiB."""


@dataclass(frozen=True, slots=True)
class GridLook:
    """How a grid is drawn.

    Attributes:
        role: Input, patch, kernel, product or output.
        cell: Size of its cells.
        is_numbered: Whether its rows and columns have numbers.
        least_head: Room for these numbers where cells are small.
        has_tags: Whether its cells show what they are multiplied by.
        every: Columns from one cell to the next.
        addresses: Of its cells, row by row; empty where none are to be shown.
        names: Of its numbers, row by row; empty where they have none.
    """

    role: str
    cell: float
    is_numbered: bool = True
    least_head: float = 13.0
    has_tags: bool = False
    every: int = 1
    addresses: Sequence[Sequence[str]] = ()
    names: Sequence[Sequence[str]] = ()

    @property
    def head(self) -> float:
        """Room for the numbers of rows and columns."""
        return min(max(0.36 * self.cell, self.least_head), 24.0) + GAP if self.is_numbered else 0.0

    @property
    def across(self) -> float:
        """From the left edge of a cell to that of the next."""
        return self.every * (self.cell + GAP)


def titled(grid: Block, title: str, size: str, style: Style, *, indent: float = 0.0) -> Block:
    """A grid under its title, which begins where its cells do; the middle is that of the cells."""
    parts = [words(title, TITLE_SIZE, style.palette.text, bold=True)]
    if size:
        parts.append(words(size, SIZE_SIZE, style.palette.muted))
    caption = beside(parts, 9.0)
    shifted = indented(caption, indent)
    both = below([shifted, grid], 3.0, share=0.0)
    return Block(both.width, both.height, shifted.height + 3.0 + grid.middle, both.draw)


def grid_block(grid: Grid, look: GridLook, style: Style) -> Block:
    """The cells, with the numbers of rows and columns before them."""
    pitch, across, head = look.cell + GAP, look.across, look.head
    width = head + across * (len(grid.cells[0]) - 1) + look.cell
    height = head + pitch * len(grid.cells) - GAP

    def draw(x: float, y: float) -> Iterator[Shape]:
        # Whole pixels, so that cells have sharp edges.
        x, y = round(x), round(y)
        if look.is_numbered:
            yield from _numbers(grid, look, style, x, y)
        x, y = x + head, y + head
        last: list[Shape] = []
        for row, cells in enumerate(grid.cells):
            for column, cell in enumerate(cells):
                square = Square(x + across * column, y + pitch * row, look.cell)
                address = look.addresses[row][column] if look.addresses else ""
                name = look.names[row][column] if look.names else ""
                shapes = _cell_shapes(cell, square, style, look.role, look.has_tags, address, name)
                if "current" in cell.kind or "newest" in cell.kind:
                    last.extend(shapes)
                else:
                    yield from shapes
        yield from last
        yield from frame_shapes(grid, x, y, look.cell, GAP, style)

    return Block(width, height, (height + head) / 2, draw)


def frame_shapes(grid: Grid, x: float, y: float, cell: float, gap: float, style: Style) -> Iterator[Shape]:
    """A thick yellow line with a dark edge around the cells under the kernel, where there are any."""
    places = [
        (row, column)
        for row, cells in enumerate(grid.cells)
        for column, each in enumerate(cells)
        if _is_framed(each.kind)
    ]
    if not places:
        return
    rows, columns = zip(*places, strict=True)
    width = min(max(0.08 * cell, 2.0), 5.0)
    out = gap - width / 2
    left, top = x + min(columns) * (cell + gap) - out, y + min(rows) * (cell + gap) - out
    across = (max(columns) - min(columns) + 1) * (cell + gap) - gap + 2 * out
    down = (max(rows) - min(rows) + 1) * (cell + gap) - gap + 2 * out
    radius = min(8.0, 0.18 * cell)
    palette = style.palette
    yield Rectangle(left, top, across, down, None, palette.frame_line, width + 2.5, radius)
    yield Rectangle(left, top, across, down, None, palette.frame, width, radius)


@cache
def _is_framed(kind: str) -> bool:
    return not FRAMED.isdisjoint(kind.split())


@lru_cache(KEPT_CELLS)
def _cell_shapes(
    cell: Cell, square: Square, style: Style, role: str, has_tags: bool, address: str, name: str
) -> tuple[Shape, ...]:
    look = look_of(role, cell.kind, style.palette)
    has_room = square.side >= LEAST_WITH_TAGS
    tag, address = (cell.tag if has_tags and has_room else ""), (address if has_room else "")
    share, lift = _beside_others(has_tag=bool(tag), has_address=bool(address))
    return (
        *box_shapes(square, look, style),
        *number_shapes(cell.text, square, look, style, name=name, share=share, lift=lift),
        *(tag_shapes(tag, square, style) if tag else ()),
        *(address_shapes(address, square, look) if address else ()),
    )


def _beside_others(*, has_tag: bool, has_address: bool) -> tuple[float, float]:
    """(size, lift) of a number that shares its cell with a tag below it and an address above it."""
    return (0.85 if has_address else 1.0), (0.07 if has_tag else 0.0) - (0.08 if has_address else 0.0)


def _numbers(grid: Grid, look: GridLook, style: Style, x: float, y: float) -> Iterator[Shape]:
    """Quiet numbers above the columns and before the rows."""
    pitch, head = look.cell + GAP, look.head
    size = min(0.56 * (head - GAP), 0.5 * look.cell)
    middle, first, rise = (head - GAP) / 2, head + look.cell / 2, DIGIT_HEIGHT * size / 2
    for column, label in enumerate(grid.column_labels):
        yield Text(label, x + first + look.across * column, y + middle + rise, size, style.palette.muted)
    for row, label in enumerate(grid.row_labels):
        yield Text(label, x + middle, y + first + pitch * row + rise, size, style.palette.muted)
