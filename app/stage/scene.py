"""One step with all that a figure of it says: its grids, where their cells are, and its words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.stage.cells import Stack
from app.stage.gather import Stage, input_size_text, sentence_of, stage_of
from app.stage.picture import Picture
from app.stage.scatter import scatter_stage_of

Places = tuple[list[int], list[int]]
"""Rows and columns of a grid as the operation counts them: from 0, and below 0 in the padding."""

Range = tuple[float, float]
"""The smallest and the largest number."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One step when a phase of it has done its work.

    Attributes:
        stage: Its grids.
        is_scatter: Whether it is a step of the scatter picture, which has no sum and no one value.
        phase: The phase that is done.
        sizes: Of input, kernel and output, in words.
        places: Of the cells of input, kernel, output and patch.
        windows: The input columns under the taps, for each column of the output; none of a scatter step.
        ranges: Of the numbers of input and output.
        expression: The calculation written out.
        sentence: What stands before the value, the value, and what stands behind it.
        title: Which step it is.
    """

    stage: Stage
    is_scatter: bool
    phase: str
    sizes: Mapping[str, str]
    places: Mapping[str, Places]
    windows: Sequence[Sequence[int]]
    ranges: Mapping[str, Range]
    expression: str
    sentence: tuple[str, str, str]
    title: str

    @property
    def is_row(self) -> bool:
        """Whether one row of numbers is convolved with another."""
        grids = (*self.stage.inputs, *self.stage.kernels, *self.stage.outputs)
        is_flat = not self.is_scatter and len(grids) == 3 and all(len(grid.cells) == 1 for grid in grids)
        return is_flat and len(self.stage.inputs[0].cells[0]) > 1

    @property
    def is_written(self) -> bool:
        """Whether the step has done all of its work."""
        return self.phase == "write"

    @property
    def description(self) -> str:
        """The step in words, for those who do not see it."""
        return f"{''.join(self.sentence)} {self.expression}."


def scene_of(
    document: dict[str, Any], exact: Sequence[bool], step: dict[str, Any], phase: str = "write"
) -> Scene:
    """A step that writes one output cell, out of what ``stage_of`` takes."""
    picture = Picture.of(document)
    padding, window = picture.geometry["padding"], step["window"]
    taps = _counted(picture.geometry["kernel_size"])
    return Scene(
        stage=stage_of(document, exact, step, phase),
        is_scatter=False,
        phase=phase,
        sizes=_sizes(picture.geometry, "gather"),
        places={
            "input": _counted(_size(picture.padded), padding["top"], padding["left"]),
            "kernel": (taps[0][::-1], taps[1][::-1]) if picture.geometry["flip"] else taps,
            "output": _counted(_size(picture.output)),
            "patch": (window["rows"], window["columns"]),
        },
        windows=picture.geometry["column_indices"],
        ranges={"input": _range(picture.padded), "output": _range(picture.output)},
        expression=step["expression"],
        sentence=sentence_of(step, phase),
        title=_title(document, step["number"], document["step_count"]),
    )


def scatter_scene_of(document: dict[str, Any], steps: list[dict[str, Any]], phase: str = "write") -> Scene:
    """A step that reads one input cell.

    Args:
        document: The trace on the wire; its steps may be missing.
        steps: All scatter steps up to the current one.
        phase: The phase that is done.
    """
    step, geometry = steps[-1], document["geometry"]
    down, across = geometry["requested_padding"]
    rows, columns = geometry["output_size"]
    return Scene(
        stage=scatter_stage_of(document, steps, phase),
        is_scatter=True,
        phase=phase,
        sizes=_sizes(geometry, "scatter"),
        places={
            "input": _counted(geometry["input_size"]),
            "kernel": _counted(geometry["kernel_size"]),
            "output": _counted((rows + 2 * down, columns + 2 * across), down, across),
            "patch": ([step["input"]["row"]], [step["input"]["column"]]),
        },
        windows=(),
        ranges={"input": _range([document["input"]]), "output": _range([document["output"]])},
        expression=step["expression"],
        sentence=sentence_of(step, phase),
        title=_title(document, step["number"], document["scatter_step_count"]),
    )


def _size(stack: Stack) -> tuple[int, int]:
    return len(stack[0]), len(stack[0][0])


def _counted(size: Sequence[int], *before: int) -> Places:
    """All rows and columns, of which some stand before the first."""
    (rows, columns), (top, left) = size, before or (0, 0)
    return list(range(-top, rows - top)), list(range(-left, columns - left))


def _range(stack: Stack) -> Range:
    values = [value for rows in stack for row in rows for value in row]
    return min(values), max(values)


def _sizes(geometry: dict[str, Any], picture: str) -> dict[str, str]:
    return {
        "input": input_size_text(geometry, picture),
        "kernel": " × ".join(map(str, geometry["kernel_size"])),
        "output": " × ".join(map(str, geometry["output_size"])),
    }


def _title(document: dict[str, Any], number: int, count: int) -> str:
    geometry = document["geometry"]
    name = "transposed convolution" if "stretched_size" in geometry else "convolution"
    sizes = _sizes(geometry, "scatter")
    return (
        f"Step {number:,} of {count:,} of a {name}: "
        f"input {sizes['input']}, kernel {sizes['kernel']}, output {sizes['output']}"
    )
