"""From a step to the bytes of its picture, refused where it would be too large."""

from dataclasses import dataclass
from math import floor

from app.api.fields import SMALLEST_SCALE
from app.api.figure_query import FigureChoices
from app.api.scenes import Scenes
from app.core.geometry import Conv2dGeometry
from app.imaging.drawing import Drawing
from app.imaging.figure import figure_of
from app.imaging.raster import pixel_size, png_of
from app.imaging.svg import svg_of
from app.problems import Detail, Problem, ProblemError
from app.settings import LIMITS

_LESS = "Use a smaller input or less padding, or show less of it, as in show=grids."


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much there is to draw.

    Attributes:
        geometry: Of one channel under one kernel.
        channels: Of the input.
        maps: Of the output.
    """

    geometry: Conv2dGeometry
    channels: int
    maps: int

    @property
    def cells(self) -> int:
        """Of the padded input and of the output."""
        rows, columns = (axis.padded_size for axis in (self.geometry.rows, self.geometry.columns))
        return rows * columns * self.channels + self.geometry.step_count * self.maps


def require_few_cells(sizes: Sizes) -> None:
    """Refuse before anything is drawn what has more cells than a picture may have elements.

    Raises:
        ProblemError: If it is so.
    """
    if sizes.cells > LIMITS.figure_elements:
        raise _too_large(
            f"Input and output have {sizes.cells:,} cells, with their padding, and a picture has at most "
            f"{LIMITS.figure_elements:,} elements. Use a smaller input or less padding.",
            "#/input",
        )


def svg_bytes(scenes: Scenes, choices: FigureChoices) -> bytes:
    """The step as SVG, in UTF-8.

    Raises:
        InvalidParameterError: If there is no such step.
        ProblemError: If the picture would be too large.
    """
    return svg_of(_drawing(scenes, choices), choices.scale).encode()


def png_bytes(scenes: Scenes, choices: FigureChoices) -> bytes:
    """The step as a PNG.

    Raises:
        InvalidParameterError: If there is no such step.
        ProblemError: If the picture would be too large.
    """
    drawing = _drawing(scenes, choices)
    require_few_pixels(drawing, choices.scale)
    return png_of(drawing, choices.scale)


def require_few_pixels(drawing: Drawing, scale: float) -> None:
    """Refuse a picture that is too wide or too high at its scale.

    Raises:
        ProblemError: If it is so, with a scale that is small enough.
    """
    width, height = pixel_size(drawing, scale)
    if max(width, height) <= LIMITS.figure_side:
        return
    best = floor(100 * LIMITS.figure_side / max(drawing.width, drawing.height)) / 100
    remedy = f"Use scale={best:g} or less." if best >= SMALLEST_SCALE else _LESS
    raise _too_large(
        f"The picture would be {width:,} × {height:,} pixels, and neither side may have more than "
        f"{LIMITS.figure_side:,}. {remedy}",
        "#/scale",
    )


def _drawing(scenes: Scenes, choices: FigureChoices) -> Drawing:
    drawing = figure_of(scenes.scene(choices.number, choices.phase), choices.wishes)
    if len(drawing.shapes) > LIMITS.figure_elements:
        raise _too_large(
            f"The picture would have {len(drawing.shapes):,} elements, and {LIMITS.figure_elements:,} are "
            f"the most. {_LESS}",
            "#/input",
        )
    return drawing


def _too_large(sentence: str, pointer: str) -> ProblemError:
    return ProblemError(Problem("picture-too-large", sentence, (Detail(pointer, sentence),)))
