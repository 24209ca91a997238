"""The Step page's first frame, in cells and words, before any script runs.

It is drawn from the very document that the API answers with.  ``static/js/state/stage-grids.js``
draws every later frame by the same rules; a browser test compares the two.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.cells import Cell, Grid, Stack, grid_of, labels, numbered, plain
from app.core.phrases import number_text

_BEHIND_VALUE = ", the output in row"


@dataclass(frozen=True, slots=True)
class Stage:
    """All grids of one step, each as a list: by channel, and the output by kernel."""

    inputs: list[Grid]
    kernels: list[Grid]
    outputs: list[Grid]
    patches: list[Grid]
    products: list[Grid]
    value: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A trace document in stacks, whether or not it has more than one channel.

    Attributes:
        padded: The input with its padding, channel by channel.
        kernels: The weights as they lie on the input, a stack for each kernel.
        output: One map for each kernel.
        precision: How to print the numbers of each kernel's steps.
        geometry: The sizes and index tables of the document.
    """

    padded: Stack
    kernels: list[Stack]
    output: Stack
    precision: list[dict[str, int]]
    geometry: dict[str, Any]

    @classmethod
    def of(cls, document: dict[str, Any]) -> "Picture":
        """What a document shows; see ``app/api/pack.py``."""
        kernel, precision = document["applied_kernel"], document["precision"]
        is_flat = not isinstance(precision, list)
        return cls(
            stacked(document["padded_input"]),
            [[kernel]] if is_flat else kernel,
            stacked(document["output"]),
            [precision] if is_flat else precision,
            document["geometry"],
        )


def stacked(values: Any) -> Stack:  # noqa: ANN401  # rows or channels of rows
    """Channels of rows, where one channel may come as its rows alone."""
    return values if isinstance(values[0][0], list) else [values]


def stage_of(
    document: dict[str, Any], exact: Sequence[bool], step: dict[str, Any], phase: str = "write"
) -> Stage:
    """The stage when a phase of a step has done its work.

    Args:
        document: The trace on the wire; its steps may be missing.
        exact: Whether each output value can be written in full, step by step.
        step: The current step on the wire.
        phase: The phase that is done.
    """
    picture, kernel = Picture.of(document), step["output"]["channel"]
    decimals = picture.precision[kernel]["decimals"]
    return Stage(
        inputs=[_input(picture, step, channel) for channel in range(len(picture.padded))],
        kernels=[plain(rows, decimals) for rows in picture.kernels[kernel]],
        outputs=_outputs(picture, exact, step, is_written=phase == "write"),
        patches=[plain(rows, decimals) for rows in stacked(step["patch"])],
        products=_products(stacked(step["products"]), decimals, phase),
        value=_result(picture.precision[kernel], step, phase),
    )


def sentence_of(step: dict[str, Any], phase: str) -> tuple[str, str, str]:
    """What stands before the value, the value, and what stands behind it; a phase names no value."""
    if phase != "write":
        return step["phases"][phase], "", ""
    before, rest = step["explanation"].split(_BEHIND_VALUE, 1)
    lead, space, value = before.rpartition(" ")
    return lead + space, value, _BEHIND_VALUE + rest


def has_long_sentences(document: dict[str, Any]) -> bool:
    """Whether a sentence may have to speak of padding, a division or a bias as well."""
    divisors, biases = (
        value if isinstance(value, list) else [value] for value in (document["divisor"], document["bias"])
    )
    return any([*document["geometry"]["padding"].values(), *biases, max(divisors) > 1])


def unreached_text(unreached: dict[str, list[int]]) -> str:
    """The input rows and columns that no tap ever covers; empty where there are none."""
    named = [
        f"{noun}{'s' if len(indices) > 1 else ''} {', '.join(str(index + 1) for index in indices)}"
        for noun, indices in (("row", unreached["rows"]), ("column", unreached["columns"]))
        if indices
    ]
    return f"The kernel never reaches {' and '.join(named)} of the input." if named else ""


def _value(value: float, exact: bool, precision: dict[str, int]) -> str:
    if exact:
        return number_text(value, precision["value_decimals"])
    return f"≈{number_text(value, precision['rounded_decimals'])}"


def _input(picture: Picture, step: dict[str, Any], channel: int) -> Grid:
    geometry, kernel = picture.geometry, step["output"]["channel"]
    padding, (row_count, column_count) = geometry["padding"], geometry["input_size"]
    decimals = max(precision["decimals"] for precision in picture.precision)
    weights = plain(picture.kernels[kernel][channel], picture.precision[kernel]["decimals"]).cells
    row_taps = _taps(step["window"]["rows"], padding["top"])
    column_taps = _taps(step["window"]["columns"], padding["left"])

    def cell(value: float, row: int, column: int) -> Cell:
        tap = (row_taps.get(row), column_taps.get(column))
        return Cell(
            number_text(value, decimals),
            _input_kind(geometry, row - padding["top"], column - padding["left"], is_patch=None not in tap),
            f"×{weights[tap[0]][tap[1]].text}" if tap[0] is not None and tap[1] is not None else "",
        )

    return Grid(
        labels(row_count, padding["top"], padding["bottom"]),
        labels(column_count, padding["left"], padding["right"]),
        grid_of(picture.padded[channel], cell).cells,
    )


def _taps(indices: list[int], before: int) -> dict[int, int]:
    """Which tap lies on each padded index."""
    return {index + before: tap for tap, index in enumerate(indices)}


def _input_kind(geometry: dict[str, Any], row: int, column: int, *, is_patch: bool) -> str:
    rows, columns = geometry["input_size"]
    unreached = geometry["unreached"]
    kinds = {
        "padding": not (0 <= row < rows and 0 <= column < columns),
        "unreached": row in unreached["rows"] or column in unreached["columns"],
        "patch": is_patch,
    }
    return " ".join(kind for kind, applies in kinds.items() if applies)


def _products(products: Stack, decimals: int, phase: str) -> list[Grid]:
    if phase == "place":
        return [grid_of(rows, lambda *_cell: Cell("", "todo")) for rows in products]
    kind = "" if phase == "multiply" else "added"
    grids = [
        grid_of(rows, lambda value, _row, _column: Cell(number_text(value, decimals), kind))
        for rows in products
    ]
    if phase == "multiply":
        newest = grids[-1].cells[-1]
        newest[-1] = Cell(newest[-1].text, "newest")
    return grids


def _result(precision: dict[str, int], step: dict[str, Any], phase: str) -> str:
    if phase == "write":
        return _value(step["value"], step["exact"], precision)
    return number_text(step["sum"], precision["decimals"]) if phase == "add" else ""


def _outputs(
    picture: Picture, exact: Sequence[bool], step: dict[str, Any], *, is_written: bool
) -> list[Grid]:
    def text(index: int, value: float, kernel: int) -> str:
        return _value(value, exact[index], picture.precision[kernel])

    def cell(index: int, value: float, kernel: int) -> Cell:
        if index > step["index"]:
            return Cell("", "todo")
        if index < step["index"]:
            return Cell(text(index, value, kernel), "done")
        return Cell(text(index, value, kernel), "current done") if is_written else Cell("", "current")

    maps, index = [], 0
    for kernel, rows in enumerate(picture.output):
        lines: list[list[Cell]] = []
        for line in rows:
            lines.append([cell(index + column, value, kernel) for column, value in enumerate(line)])
            index += len(line)
        maps.append(numbered(lines))
    return maps
