"""The contact sheet: every step with its grids and its line, six a page."""

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from app.drawn_steps import DrawnSteps
from app.imaging.figure_on_paper import longest_output
from app.paper.figures import figure_of_step
from app.settings import LIMITS
from app.stage.picture import Picture
from app.stage.scene import Scene
from app.stage.working import is_short

STEPS_ON_PAGE = 6


@dataclass(frozen=True, slots=True)
class PrintedStep:
    """One step on paper.

    Attributes:
        number: Counted from 1.
        place: Of the cell that is written; in a scatter step, of the one that is read.
        figure: Its grids as SVG.
        line: What stands before the value, the value, and what stands behind it.
    """

    number: int
    place: str
    figure: Markup
    line: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class ContactSheet:
    """Steps ``first`` to ``last`` of ``step_count``, page by page; ``size`` at most on one sheet."""

    pages: list[list[PrintedStep]]
    first: int
    last: int
    step_count: int
    size: int

    @property
    def others(self) -> dict[str, int]:
        """The first steps of the sheets before and after this one, where there are any."""
        around = {"before": self.first - self.size, "after": self.first + self.size}
        return {name: step for name, step in around.items() if 1 <= step <= self.step_count}


def contact_sheet(steps: DrawnSteps) -> ContactSheet:
    """All steps; of a long trace the part with the step that is asked for."""
    size, count = _most_steps(steps.document), steps.trace.step_count
    first = (steps.visit.step - 1) // size * size + 1
    last = min(first + size - 1, count)
    drawn = list(steps.drawn(first, last))
    longest = longest_output(drawn[-1][0])
    printed = [_printed(scene, step, longest) for scene, step in drawn]
    pages = [printed[start : start + STEPS_ON_PAGE] for start in range(0, len(printed), STEPS_ON_PAGE)]
    return ContactSheet(pages, first, last, count, size)


def _most_steps(document: dict[str, Any]) -> int:
    """How many steps one sheet has: full pages, unless so many would be too much work."""
    picture = Picture.of(document)
    cells = sum(len(rows) * len(rows[0]) for rows in (*picture.padded, *picture.output))
    most = min(LIMITS.steps_on_paper, max(LIMITS.cells_on_paper // cells, 1))
    return most // STEPS_ON_PAGE * STEPS_ON_PAGE or most


def _printed(scene: Scene, step: dict[str, Any], longest: int) -> PrintedStep:
    part = "input" if scene.is_scatter else "output"
    cell = step[part]
    of_map = f" of map {cell['channel'] + 1}" if len(scene.stage.outputs) > 1 else ""
    place = f"{part} row {cell['row'] + 1}, column {cell['column'] + 1}{of_map}"
    return PrintedStep(step["number"], place, figure_of_step(scene, longest), _line(scene))


def _line(scene: Scene) -> tuple[str, str, str]:
    """The calculation, or where it is too long, the sentence about it."""
    if not is_short(scene.expression):
        return scene.sentence
    if scene.is_scatter:
        return scene.expression, "", ""
    before, space, value = scene.expression.rpartition(" ")
    return before + space, value, ""
