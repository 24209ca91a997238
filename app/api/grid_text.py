"""Grids and numbers as they stand in an address: rows by ";", cells by ","."""

import re

from app.settings import LIMITS

_NUMBER = re.compile(r"[+\-−]?(?:[0-9]{1,20}(?:\.[0-9]{0,20})?|\.[0-9]{1,20})(?:[eE][+-]?[0-9]{1,3})?")

Rows = list[list[float]]


class GridTextError(ValueError):
    """A cell of a grid is not a number; rows and columns count from 1."""

    def __init__(self, row: int, column: int) -> None:
        super().__init__(f"row {row}, column {column} is not a number")
        self.row, self.column = row, column


def read_number(text: str) -> float:
    """One number in plain digits; "−" is as good as "-", and whole ones stay whole.

    Raises:
        ValueError: If it is something else.
    """
    cell = text.strip(" ")
    if not _NUMBER.fullmatch(cell):
        raise ValueError
    plain = cell.replace("−", "-")
    return float(plain) if set(plain) & set(".eE") else int(plain)


def read_grid(text: str) -> Rows:
    """The rows of a grid.

    Rows and cells beyond the limit are counted but not read: they are zeros that only the limit will see,
    and a long text costs nothing.

    Raises:
        GridTextError: If a cell is not a number.
    """
    rows = text.split(";")
    if len(rows) > LIMITS.grid_side:
        return [[0.0]] * len(rows)
    return [_read_row(row, cells.split(",")) for row, cells in enumerate(rows, 1)]


def _read_row(row: int, cells: list[str]) -> list[float]:
    if len(cells) > LIMITS.grid_side:
        return [0.0] * len(cells)
    numbers = []
    for column, cell in enumerate(cells, 1):
        try:
            numbers.append(read_number(cell))
        except ValueError as error:
            raise GridTextError(row, column) from error
    return numbers


def write_number(value: float) -> str:
    """The shortest text that reads back as this number."""
    return str(int(value)) if value == int(value) else repr(value)


def write_grid(rows: Rows) -> str:
    """The text that ``read_grid`` reads."""
    return ";".join(",".join(map(write_number, row)) for row in rows)
