"""Grids and numbers as they stand in an address: rows by ";", cells by ",".

Channels are separated by ":", kernels by "::" (docs/decisions/0012-channels-in-an-address.md).
"""

import re
from collections.abc import Callable
from typing import TypeVar

from app.settings import LIMITS

Part = TypeVar("Part")

_NUMBER = re.compile(r"[+\-−]?(?:[0-9]{1,20}(?:\.[0-9]{0,20})?|\.[0-9]{1,20})(?:[eE][+-]?[0-9]{1,3})?")

_NAME = re.compile(r"[a-z][a-z0-9-]{0,39}")

Rows = list[list[float]]
Channels = list[Rows]
Kernels = list[str | Channels]
"""Each kernel a name, or the rows of each of its channels."""


class GridTextError(ValueError):
    """A cell of a grid is not a number; rows and columns count from 1.

    Attributes:
        row, column: Which cell.
        is_alone: Whether it is the only cell of its grid, and may have been meant as a name.
        outside: The indices of the kernel and the channel around it, where there are several, from 0.
    """

    def __init__(self, row: int, column: int) -> None:
        super().__init__(f"row {row}, column {column} is not a number")
        self.row, self.column = row, column
        self.is_alone = False
        self.outside: list[int] = []


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
    try:
        return [_read_row(row, cells.split(",")) for row, cells in enumerate(rows, 1)]
    except GridTextError as error:
        error.is_alone = not set(text) & set(",;")
        raise


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


def is_name(text: str) -> bool:
    """Whether a text can be a name of a catalogue."""
    return _NAME.fullmatch(text) is not None


def read_channels(text: str) -> Channels:
    """The rows of each channel; beyond the limit they are counted but not read.

    Raises:
        GridTextError: If a cell is not a number.
    """
    parts = text.split(":")
    if len(parts) > LIMITS.channels:
        return [[[0.0]]] * len(parts)
    return [_read_inside(index, read_grid, part) for index, part in enumerate(parts)]


def read_kernels(text: str) -> Kernels:
    """Each kernel's name, or the rows of its channels; beyond the limit they are counted but not read.

    Raises:
        GridTextError: If a cell is not a number.
    """
    parts = text.split("::")
    if len(parts) > LIMITS.kernels:
        return [[[[0.0]]]] * len(parts)
    return [
        part if is_name(part) else _read_inside(index, read_channels, part)
        for index, part in enumerate(parts)
    ]


def _read_inside(index: int, read: Callable[[str], Part], text: str) -> Part:
    try:
        return read(text)
    except GridTextError as error:
        error.outside.insert(0, index)
        raise


def write_number(value: float) -> str:
    """The shortest text that reads back as this number."""
    return str(int(value)) if value == int(value) else repr(value)


def write_channels(channels: Channels) -> str:
    """The text that ``read_channels`` reads."""
    return ":".join(map(write_grid, channels))


def write_grid(rows: Rows) -> str:
    """The text that ``read_grid`` reads."""
    return ";".join(",".join(map(write_number, row)) for row in rows)
