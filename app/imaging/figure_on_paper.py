"""The grids of a scene for paper: cells small enough that titles and numbers around them can be read."""

from dataclasses import replace

from app.imaging.drawing import Drawing
from app.imaging.figure_grids import GridLook
from app.imaging.figure_stage import StageGrids
from app.imaging.figure_style import Style
from app.imaging.paper_palette import PAPER
from app.stage.scene import Scene

STYLE = Style(PAPER, has_ground=False, digits=0.52, outline=0.04, thickest=2.0, tag=0.235)

MARGIN = 4.0
"""Around the grids, for lines that reach over the edge of their cells."""

CELL, HEAD = 28.0, 18.0
"""Of the grids; of the numbers of rows and columns."""

SHORT = 3
"""Characters of a number that a cell has room for."""

LARGEST = 1.6
"""Of an output cell, in cells: rounded values are long, and pupils write large."""


class PaperGrids(StageGrids):
    """The grids of one scene close together, with or without numbers of rows and columns."""

    space, sign_size = 12.0, 20.0

    def __init__(self, scene: Scene, style: Style, *, is_numbered: bool, longest: int) -> None:
        super().__init__(scene, style, None, has_tags=False)
        self._is_numbered, self._longest = is_numbered, longest

    def _look(self, role: str, index: int, count: int) -> GridLook:
        is_numbered = self._is_numbered and role != "kernel"
        return replace(super()._look(role, index, count), is_numbered=is_numbered, least_head=HEAD)

    def _cell(self, role: str) -> float:
        return CELL * min(max(self._longest / SHORT, 1.0), LARGEST) if role == "output" else CELL


def longest_output(scene: Scene) -> int:
    """Characters of the longest number in the output."""
    return max(len(cell.text) for grid in scene.stage.outputs for row in grid.cells for cell in row)


def figure_on_paper(
    scene: Scene, *, title: str, description: str, is_numbered: bool, longest: int
) -> Drawing:
    """Input, kernel and output, without tags and calculation.

    Args:
        scene: What is drawn.
        title: A few words, as a heading.
        description: What there is to see.
        is_numbered: Whether rows and columns of input and output have numbers.
        longest: Characters that a cell of the output has to have room for.
    """
    grids = PaperGrids(scene, STYLE, is_numbered=is_numbered, longest=longest).block()
    return Drawing(
        grids.width + 2 * MARGIN,
        grids.height + 2 * MARGIN,
        STYLE.ground,
        tuple(grids.draw(MARGIN, MARGIN)),
        title=title,
        description=description,
    )
