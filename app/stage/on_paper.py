"""A scene as there is room for it on paper, and with the blanks of a worksheet."""

from collections.abc import Callable, Collection
from dataclasses import replace

from app.stage.cells import Cell, Grid
from app.stage.close_up import part_around
from app.stage.scene import Places, Scene
from app.stage.size import StageSize

MOST_COLUMNS = 24
"""Cells side by side that can be read in half the width of a page."""

MOST_ROWS = 12
"""Cells below each other that can be read in a third of its height."""

MOST_AROUND = 17
"""Cells a side around the window: the largest kernel, and one more on each side."""

ASKED = "asked"
"""The kind of an output cell that a worksheet asks for."""

_OF_A_STEP = {"patch", "current", "target"}


def in_a_sixth(scene: Scene) -> Scene:
    """The scene for a sixth of a page: whole, or what is around the patch and the current output cells."""
    stage = scene.stage
    size = StageSize.of(stage.inputs, stage.kernels, stage.outputs)
    if size.columns <= MOST_COLUMNS and size.rows <= MOST_ROWS:
        return scene
    shown = {"input": _part(stage.inputs), "output": _part(stage.outputs)}
    return replace(
        scene,
        stage=replace(
            stage,
            inputs=[_cut(grid, *shown["input"]) for grid in stage.inputs],
            outputs=[_cut(grid, *shown["output"]) for grid in stage.outputs],
        ),
        places={**scene.places, **{part: _places(scene.places[part], *cut) for part, cut in shown.items()}},
    )


def _part(grids: list[Grid]) -> tuple[slice, slice]:
    """What to show of grids: around the cells that the step has to do with."""
    lit = [
        (row, column)
        for grid in grids
        for row, cells in enumerate(grid.cells)
        for column, cell in enumerate(cells)
        if _OF_A_STEP & set(cell.kind.split())
    ]
    rows, columns = (sorted({place[axis] for place in lit}) for axis in (0, 1))
    down, across = len(grids[0].row_labels), len(grids[0].column_labels)
    return part_around(rows, down, MOST_AROUND), part_around(columns, across, MOST_AROUND)


def _cut(grid: Grid, rows: slice, columns: slice) -> Grid:
    cells = [row[columns] for row in grid.cells[rows]]
    return Grid(grid.row_labels[rows], grid.column_labels[columns], cells)


def _places(places: Places, rows: slice, columns: slice) -> Places:
    return places[0][rows], places[1][columns]


def as_worksheet(scene: Scene, asked: Collection[int], *, is_answered: bool) -> Scene:
    """The grids of a worksheet: no step is lit, and cells of the output are asked for.

    Args:
        scene: Of the last step, so that all of the output is known.
        asked: Output cells, counted from 0 in the order of the steps.
        is_answered: Whether the cells that are asked for hold their numbers, as in the key.
    """
    stage = scene.stage
    numbers = iter(range(sum(len(row) for grid in stage.outputs for row in grid.cells)))

    def output(cell: Cell) -> Cell:
        if next(numbers) not in asked:
            return Cell(cell.text, "done")
        return Cell(cell.text, f"done {ASKED}") if is_answered else Cell("", f"todo {ASKED}")

    inputs = [_each(grid, _at_rest) for grid in stage.inputs]
    outputs = [_each(grid, output) for grid in stage.outputs]
    return replace(scene, stage=replace(stage, inputs=inputs, outputs=outputs))


def _at_rest(cell: Cell) -> Cell:
    """A cell that no step has to do with."""
    return Cell(cell.text, " ".join(kind for kind in cell.kind.split() if kind not in _OF_A_STEP))


def _each(grid: Grid, change: Callable[[Cell], Cell]) -> Grid:
    return replace(grid, cells=[[change(cell) for cell in row] for row in grid.cells])
