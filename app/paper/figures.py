"""The grids of a scene as a drawing that stands in a page."""

from markupsafe import Markup

from app.imaging.figure_on_paper import figure_on_paper
from app.imaging.svg import svg_of
from app.stage.on_paper import in_a_sixth
from app.stage.scene import Scene

LONGEST_IN_A_SIXTH = 4
"""Characters for which an output cell grows there: the line below has every value."""


def figure_of_step(scene: Scene, longest: int) -> Markup:
    """One step for a sixth of a page; rows and columns have numbers where not all of them are shown.

    Args:
        scene: When the step is done.
        longest: Characters of the longest number on the sheet, so that all figures are alike.
    """
    shown = in_a_sixth(scene)
    drawing = figure_on_paper(
        shown,
        title=scene.title,
        description="".join(scene.sentence),
        is_numbered=shown is not scene,
        longest=min(longest, LONGEST_IN_A_SIXTH),
    )
    return Markup(svg_of(drawing))


def figure_of_worksheet(scene: Scene, name: str, longest: int) -> Markup:
    """The grids of a worksheet or of its key, without a word of what is to be computed.

    Args:
        scene: With its blanks.
        name: What it is called.
        longest: Characters of the longest number in the output, blank or not.
    """
    drawing = figure_on_paper(
        scene,
        title=f"Input, kernel and output: {name}",
        description="White cells of the output are to be computed.",
        is_numbered=True,
        longest=longest,
    )
    return Markup(svg_of(drawing))
