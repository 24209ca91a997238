"""The cells of the input, of which only those under the kernel change from step to step."""

from functools import lru_cache
from operator import or_
from typing import Any, TypeAlias

from app.core.phrases import number_text
from app.stage.cells import Cell, Grid, plain, stretched_labels
from app.stage.picture import Picture, axes_of

Kinds: TypeAlias = tuple[bool, bool, bool]
"""Whether a row or column is padding, inserted, unreached."""

KEPT_ROWS = 512
"""Most rows lie beside the patch and are the same on every step; 512 of these, 64 cells long, are 4 MiB."""


def input_of(picture: Picture, step: dict[str, Any], channel: int) -> Grid:
    """A channel of the input with its padding, and the weights on the cells under the kernel."""
    padding, kernel = picture.geometry["padding"], step["output"]["channel"]
    axes = axes_of(picture.geometry)
    weights = plain(picture.kernels[kernel][channel], picture.precision[kernel]["decimals"]).cells
    cells = _cells_beside_patch(picture, channel)
    rows, columns = padded_window(picture, step)
    for row, row_weights in zip(rows, weights, strict=True):
        for column, weight in zip(columns, row_weights, strict=True):
            text, kind, _ = cells[row][column]
            cells[row][column] = Cell(text, f"{kind} patch".lstrip(), f"×{weight.text}")
    return Grid(
        stretched_labels(*axes[0], padding["top"], padding["bottom"]),
        stretched_labels(*axes[1], padding["left"], padding["right"]),
        cells,
    )


def _cells_beside_patch(picture: Picture, channel: int) -> list[list[Cell]]:
    """The cells of an input, none of them under the kernel."""
    geometry, values = picture.geometry, picture.padded[channel]
    decimals = max(precision["decimals"] for precision in picture.precision)
    (rows, row_gap), (columns, column_gap) = axes_of(geometry)
    padding, unreached = geometry["padding"], geometry["unreached"]
    down = _kinds(len(values), rows, row_gap, padding["top"], unreached["rows"])
    across = _kinds(len(values[0]), columns, column_gap, padding["left"], unreached["columns"])
    return [
        list(_row(tuple(line), kinds, across, decimals)) for line, kinds in zip(values, down, strict=True)
    ]


def _kinds(padded: int, size: int, gap: int, before: int, unreached: list[int]) -> tuple[Kinds, ...]:
    """What each row or column of an input is."""
    return tuple(
        (not 0 <= index < size, bool(index % gap), index in unreached)
        for index in range(-before, padded - before)
    )


@lru_cache(KEPT_ROWS)
def _row(
    values: tuple[float, ...], kinds: Kinds, across: tuple[Kinds, ...], decimals: int
) -> tuple[Cell, ...]:
    return tuple(
        Cell(number_text(value, decimals), _kind(*map(or_, kinds, kinds_across)))
        for value, kinds_across in zip(values, across, strict=True)
    )


def _kind(is_padding: bool, is_inserted: bool, is_unreached: bool) -> str:
    kinds = {"padding": is_padding, "inserted": is_inserted and not is_padding, "unreached": is_unreached}
    return " ".join(kind for kind, applies in kinds.items() if applies)


def padded_window(picture: Picture, step: dict[str, Any]) -> tuple[list[int], list[int]]:
    """Rows and columns under the taps, counted in the padded input."""
    padding, window = picture.geometry["padding"], step["window"]
    return (
        [row + padding["top"] for row in window["rows"]],
        [column + padding["left"] for column in window["columns"]],
    )
