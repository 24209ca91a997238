"""Cells and grids as a template writes them: texts, class names, labels."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from app.core.phrases import number_text

Rows = list[list[float]]
Stack = list[Rows]
"""Channel by channel."""

PADDING_LABEL = "p"
INSERTED_LABEL = "·"
LONGEST_TEXT = 18


class Cell(NamedTuple):
    """One cell: its number, its kinds as class names, and a small second text.

    A film has a hundred thousand of them, and a named tuple is made and hashed in no time.
    """

    text: str
    kind: str = ""
    tag: str = ""

    @property
    def width(self) -> int:
        """Characters of the number, as far as the style sheet tells them apart."""
        return min(len(self.text), LONGEST_TEXT)


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells with the numbers of their rows and columns."""

    row_labels: list[str]
    column_labels: list[str]
    cells: list[list[Cell]]


def labels(size: int, before: int = 0, after: int = 0) -> list[str]:
    """Row or column numbers from 1, with padding in front of them and behind."""
    numbers = [str(number) for number in range(1, size + 1)]
    return [PADDING_LABEL] * before + numbers + [PADDING_LABEL] * after


def stretched_labels(size: int, gap: int, before: int, after: int) -> list[str]:
    """The same for an input of which every ``gap``-th cell is a number, and the others are zeros between."""
    numbers = [INSERTED_LABEL if index % gap else str(index // gap + 1) for index in range(size)]
    return [PADDING_LABEL] * before + numbers + [PADDING_LABEL] * after


def numbered(rows: list[list[Cell]]) -> Grid:
    """A grid whose rows and columns are counted from 1."""
    return Grid(labels(len(rows)), labels(len(rows[0])), rows)


def grid_of(values: Rows, cell: Callable[[float, int, int], Cell]) -> Grid:
    """A grid with a cell for each value, made from the value, its row and its column."""
    return numbered(
        [[cell(value, row, column) for column, value in enumerate(line)] for row, line in enumerate(values)]
    )


def plain(values: Rows, decimals: int) -> Grid:
    """A grid of numbers and nothing else."""
    return grid_of(values, lambda value, _row, _column: Cell(number_text(value, decimals)))
