"""The worksheet: an output with blanks, a line of working for each of them, and the key."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from app.core.worksheet import blank_outputs, blank_terms
from app.drawn_steps import DrawnSteps
from app.imaging.figure_on_paper import longest_output
from app.paper.figures import figure_of_worksheet
from app.stage.on_paper import as_worksheet
from app.stage.picture import Picture
from app.stage.scene import Scene
from app.stage.working import Piece, working

MOST_COLUMNS = 40
"""Cells side by side in which somebody can still write by hand."""


@dataclass(frozen=True, slots=True)
class Exercise:
    """One output cell to be computed.

    Attributes:
        place: Its row and column, and its map where there are several.
        line: The working with its blanks.
    """

    place: str
    line: list[Piece]


@dataclass(frozen=True, slots=True)
class Worksheet:
    """A sheet and its key.

    Attributes:
        seed: What drew the blanks.
        exercises: In the order of the steps.
        figures: Input, kernel and output with blanks as SVG, one for each output map.
        answers: The same with the blanks filled in.
    """

    seed: int
    exercises: list[Exercise]
    figures: list[Markup]
    answers: list[Markup]


def has_room_for(document: dict[str, Any]) -> bool:
    """Whether the grids of a trace can be printed large enough to write in."""
    picture = Picture.of(document)
    parts = (*picture.padded, picture.kernels[0][0], picture.output[0])
    return sum(len(rows[0]) for rows in parts) <= MOST_COLUMNS


def worksheet(steps: DrawnSteps, blank_count: int) -> Worksheet:
    """The sheet that belongs to the seed of the visit.

    Args:
        steps: With the gather picture, where the convolution is transposed.
        blank_count: Output cells that are asked for; one is always left as an example.
    """
    seed, count = steps.visit.request.seed, steps.trace.step_count
    asked: list[int] = blank_outputs(seed, count, blank_count).tolist()
    scenes = _maps(steps)
    size = count // len(scenes)
    asked_in = [{cell - first for cell in asked} for first in range(0, count, size)]

    def figures(name: str, *, is_answered: bool) -> list[Markup]:
        blank = (as_worksheet(*each, is_answered=is_answered) for each in zip(scenes, asked_in, strict=True))
        return [
            figure_of_worksheet(scene, f"{name} {number}", longest_output(scenes[number - 1]))
            for number, scene in enumerate(blank, 1)
        ]

    exercises = [_exercise(seed, steps.trace.steps(cell, cell + 1)[0], len(scenes)) for cell in asked]
    return Worksheet(seed, exercises, figures("sheet", is_answered=False), figures("key", is_answered=True))


def _maps(steps: DrawnSteps) -> list[Scene]:
    """Each output map when it is complete, with the kernel that makes it."""
    count = len(Picture.of(steps.document).output)
    size = steps.trace.step_count // count
    scenes = (next(steps.drawn(number * size, number * size))[0] for number in range(1, count + 1))
    return [
        replace(scene, stage=replace(scene.stage, outputs=[scene.stage.outputs[number]]))
        for number, scene in enumerate(scenes)
    ]


def _exercise(seed: int, step: Mapping[str, Any], map_count: int) -> Exercise:
    cell = step["output"]
    of_map = f" of map {cell['channel'] + 1}" if map_count > 1 else ""
    blanks = blank_terms(seed, step["index"], len(step["running_sums"])).tolist()
    return Exercise(
        place=f"Row {cell['row'] + 1}, column {cell['column'] + 1}{of_map}",
        line=working(step["expression"], blanks),
    )
