"""The Step page's first frame, in cells and words, before any script runs.

It is drawn from the very document that the API answers with.  ``static/js/state/stage-grids.js``
draws every later frame by the same rules; a browser test compares the two.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.core.phrases import number_text
from app.stage.cells import Cell, Grid, Rows, Stack, grid_of, numbered, plain
from app.stage.close_up import close_up
from app.stage.input_cells import input_of, padded_window
from app.stage.picture import Picture, stacked

_BEHIND_VALUE = ", the output in row"


@dataclass(frozen=True, slots=True)
class Stage:
    """All grids of one step, each as a list: by channel, and the output by kernel.

    ``kernel_title`` says which kernel it is where there are several, and whether it is turned;
    ``channel_sums`` are texts, empty before they are known; ``after_sum`` is what happens to the
    sum of all channels before it is the value, such as "/ 9 + 1".
    """

    inputs: list[Grid]
    close_ups: list[Grid]
    kernel_title: str
    kernels: list[Grid]
    outputs: list[Grid]
    patches: list[Grid]
    products: list[Grid]
    channel_sums: list[str]
    after_sum: str
    value: str


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
    inputs = [input_of(picture, step, channel) for channel in range(len(picture.padded))]
    return Stage(
        inputs=inputs,
        close_ups=[close_up(grid, *padded_window(picture, step)) for grid in inputs],
        kernel_title=_kernel_title(picture, kernel),
        kernels=[weights_of(rows, decimals) for rows in picture.kernels[kernel]],
        outputs=_outputs(picture, exact, step, is_written=phase == "write"),
        patches=[plain(rows, decimals) for rows in stacked(step["patch"])],
        products=_products(stacked(step["products"]), decimals, phase),
        channel_sums=_channel_sums(step, decimals, phase),
        after_sum=_after_sum(picture, kernel),
        value=_result(picture.precision[kernel], step, phase),
    )


def weights_of(rows: Rows, decimals: int) -> Grid:
    """A grid of weights, in which those that are 0 are quiet."""
    return grid_of(
        rows, lambda value, _row, _column: Cell(number_text(value, decimals), "" if value else "zero")
    )


def sentence_of(step: dict[str, Any], phase: str) -> tuple[str, str, str]:
    """What stands before the value, the value, and what stands behind it.

    A phase names no value, and neither does a scatter step.
    """
    if phase != "write":
        return step["phases"][phase], "", ""
    before, found, rest = step["explanation"].partition(_BEHIND_VALUE)
    if not found:
        return before, "", ""
    lead, space, value = before.rpartition(" ")
    return lead + space, value, found + rest


def has_long_sentences(document: dict[str, Any]) -> bool:
    """Whether a sentence may have to speak of padding, a division, a bias or channels as well."""
    picture = Picture.of(document)
    is_padded = any(picture.geometry["padding"].values())
    return is_padded or any(picture.biases) or max(picture.divisors) > 1 or len(picture.padded) > 1


def unreached_text(unreached: dict[str, list[int]]) -> str:
    """The input rows and columns that no tap ever covers; empty where there are none."""
    named = [
        f"{noun}{'s' if len(indices) > 1 else ''} {', '.join(str(index + 1) for index in indices)}"
        for noun, indices in (("row", unreached["rows"]), ("column", unreached["columns"]))
        if indices
    ]
    return f"The kernel never reaches {' and '.join(named)} of the input." if named else ""


def input_size_text(geometry: dict[str, Any], picture: str = "gather") -> str:
    """Rows and columns of the input, and to how many a transposed convolution stretches it."""
    sizes = [geometry["input_size"], geometry.get("stretched_size") if picture != "scatter" else None]
    return ", stretched to ".join(" × ".join(map(str, size)) for size in sizes if size)


def _kernel_title(picture: Picture, kernel: int) -> str:
    number = f" {kernel + 1}" if len(picture.kernels) > 1 else ""
    turned = ", rotated" if "stretched_size" in picture.geometry else ", flipped"
    return f"Kernel{number}{turned if picture.geometry['flip'] else ''}"


def _channel_sums(step: dict[str, Any], decimals: int, phase: str) -> list[str]:
    sums = step.get("channel_sums", [step["sum"]])
    return [number_text(value, decimals) if phase in {"add", "write"} else "" for value in sums]


def _after_sum(picture: Picture, kernel: int) -> str:
    divisor, bias = picture.divisors[kernel], picture.biases[kernel]
    divided = f"/ {divisor}" if divisor > 1 else ""
    amount = number_text(abs(bias), picture.precision[kernel]["value_decimals"])
    shifted = f"{'−' if bias < 0 else '+'} {amount}" if bias else ""
    return f"{divided} {shifted}".strip()


def value_text(value: float, exact: bool, precision: dict[str, int]) -> str:
    """An output value, marked where it is rounded."""
    if exact:
        return number_text(value, precision["value_decimals"])
    return f"≈{number_text(value, precision['rounded_decimals'])}"


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
        return value_text(step["value"], step["exact"], precision)
    return number_text(step["sum"], precision["decimals"]) if phase == "add" else ""


def _outputs(
    picture: Picture, exact: Sequence[bool], step: dict[str, Any], *, is_written: bool
) -> list[Grid]:
    def text(index: int, value: float, kernel: int) -> str:
        return value_text(value, exact[index], picture.precision[kernel])

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
