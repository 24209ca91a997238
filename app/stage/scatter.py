"""The first frame of the scatter picture; ``static/js/state/scatter-grids.js`` draws every later one.

The output is drawn with the cells that the padding crops around it, and with the totals as they stand
when a phase of a step has done its work.
"""

from itertools import chain
from typing import Any

from app.core.phrases import number_text
from app.stage.cells import Cell, Grid, Rows, grid_of, labels, plain
from app.stage.close_up import close_up
from app.stage.gather import Stage, value_text, weights_of

Place = tuple[int, int]


def scatter_stage_of(document: dict[str, Any], steps: list[dict[str, Any]], phase: str = "write") -> Stage:
    """The stage when a phase of the last of these steps has done its work.

    Args:
        document: The trace on the wire; its steps may be missing.
        steps: All scatter steps up to the current one.
        phase: The phase that is done.
    """
    step, decimals = steps[-1], document["precision"]["decimals"]
    image = _input(document["input"], decimals, step)
    return Stage(
        inputs=[image],
        close_ups=[close_up(image, [step["input"]["row"]], [step["input"]["column"]])],
        kernel_title="Kernel",
        kernels=[weights_of(document["kernel"], decimals)],
        outputs=[_output(document, steps, phase)],
        patches=[plain([[step["value"]]], decimals)],
        products=[_products(step["products"], decimals, phase)],
        channel_sums=[""],
        after_sum="",
        value="",
    )


def _input(values: Rows, decimals: int, step: dict[str, Any]) -> Grid:
    lit = (step["input"]["row"], step["input"]["column"])
    return grid_of(
        values,
        lambda value, row, column: Cell(
            number_text(value, decimals), "patch" if (row, column) == lit else ""
        ),
    )


def _products(products: Rows, decimals: int, phase: str) -> Grid:
    if phase == "place":
        return grid_of(products, lambda *_cell: Cell("", "todo"))
    last = (len(products) - 1, len(products[0]) - 1)

    def kind(place: Place) -> str:
        if phase == "multiply":
            return "newest" if place == last else ""
        return "added"

    return grid_of(
        products, lambda value, row, column: Cell(number_text(value, decimals), kind((row, column)))
    )


def _output(document: dict[str, Any], steps: list[dict[str, Any]], phase: str) -> Grid:
    (rows, columns), (down, across) = (
        document["geometry"][name] for name in ("output_size", "requested_padding")
    )
    is_added = phase in {"add", "write"}
    totals = _totals(steps if is_added else steps[:-1])
    if phase == "write" and len(steps) == document["scatter_step_count"]:
        precision = document["precision"]
        texts = {
            (row, column): value_text(value, precision["exact"], precision)
            for row, line in enumerate(document["output"])
            for column, value in enumerate(line)
        }
    else:
        decimals = document["precision"]["decimals"]
        texts = {place: number_text(total, decimals) for place, total in totals.items()}
    lit = _places(steps[-1])

    def cell(place: Place) -> Cell:
        is_inside = 0 <= place[0] < rows and 0 <= place[1] < columns
        kinds = ["cropped" if not is_inside else "done" if place in texts else "todo"]
        if place in lit:
            kinds.append("target current" if phase == "add" and place == lit[-1] else "target")
        return Cell(texts.get(place, ""), " ".join(kinds))

    cells = [
        [cell((row, column)) for column in range(-across, columns + across)]
        for row in range(-down, rows + down)
    ]
    return Grid(labels(rows, down, down), labels(columns, across, across), cells)


def _places(step: dict[str, Any]) -> list[Place]:
    """The output cells under the weights, in raster order."""
    return [(row, column) for row in step["targets"]["rows"] for column in step["targets"]["columns"]]


def _totals(steps: list[dict[str, Any]]) -> dict[Place, float]:
    """The newest total of each output cell."""
    return {
        place: total
        for step in steps
        for place, total in zip(_places(step), chain.from_iterable(step["after"]), strict=True)
        if total is not None
    }
