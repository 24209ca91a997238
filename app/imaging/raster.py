"""A drawing as pixels, with smooth edges, and as a PNG.

A shape becomes *coats*: a colour, a mask that says how much of each pixel it covers, and a place.
Pillow's own shapes have hard edges, so that the masks are computed in ``coverage``.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from math import floor
from typing import TypeAlias

import numpy as np
from PIL import Image, ImageColor
from PIL.PngImagePlugin import PngInfo

from app.imaging.coverage import Box, inside, outline, polygon, polyline
from app.imaging.drawing import Drawing, Polygon, Rectangle, Shape, Stroke, Text
from app.imaging.lettering import text_width
from app.imaging.text_coverage import margins, written

Colour: TypeAlias = tuple[int, ...]

Pixels: TypeAlias = tuple[int, int, int, int]
"""A box of pixels: (left, top, right, bottom), the last two beyond it."""

PARTS_OF_A_PIXEL = 8
"""Places are rounded to these, so that cells of one size have the same mask."""

SHARES_BEFORE_ANCHOR = {"start": 0.0, "middle": 0.5, "end": 1.0}


@dataclass(frozen=True, slots=True)
class Coat:
    """A colour through a mask, whose upper left corner lies at (left, top)."""

    colour: Colour
    mask: Image.Image
    left: int
    top: int

    @property
    def box(self) -> Pixels:
        """The pixels that it may change."""
        return self.left, self.top, self.left + self.mask.width, self.top + self.mask.height


def png_of(drawing: Drawing, scale: float) -> bytes:
    """A drawing as a PNG, transparent where it has no ground."""
    texts = PngInfo()
    texts.add_itxt("Title", drawing.title, "en")
    texts.add_itxt("Description", drawing.description, "en")
    file = BytesIO()
    image_of(drawing, scale).save(file, "PNG", pnginfo=texts)
    return file.getvalue()


def image_of(drawing: Drawing, scale: float) -> Image.Image:
    """A drawing as pixels.

    Args:
        drawing: Of any size; whoever asks has looked that it is not too large.
        scale: Pixels for each unit of the drawing.

    Returns:
        An image in mode RGB, or in mode RGBA where the drawing has no ground.
    """
    image = blank(drawing.ground, pixel_size(drawing, scale))
    paint(image, (coat for shape in drawing.shapes for coat in coats_of(shape, scale)))
    return image


def pixel_size(drawing: Drawing, scale: float) -> tuple[int, int]:
    """(width, height) of a drawing at a scale."""
    return max(1, round(drawing.width * scale)), max(1, round(drawing.height * scale))


def blank(ground: str | None, size: tuple[int, int]) -> Image.Image:
    """Nothing but the ground."""
    if ground is None:
        return Image.new("RGBA", size)
    return Image.new("RGB", size, ground)


def paint(image: Image.Image, coats: Iterable[Coat], corner: tuple[int, int] = (0, 0)) -> None:
    """Lay coats upon an image, the first of them lowest.

    Args:
        image: Changed in place.
        coats: What lies outside of the image is cut off.
        corner: Where the image begins in the whole picture.
    """
    for coat in coats:
        image.paste(coat.colour, (coat.left - corner[0], coat.top - corner[1]), coat.mask)


def coats_of(shape: Shape, scale: float) -> Iterator[Coat]:
    """What a shape is painted with, in this order."""
    match shape:
        case Rectangle():
            yield from _coats_of_rectangle(shape, scale)
        case Stroke():
            yield _coat_of_stroke(shape, scale)
        case Polygon():
            yield Coat(_colour(shape.colour), *polygon(np.array(shape.points) * scale))
        case Text() if shape.text.strip():
            yield _coat_of_text(shape, scale)


def _coats_of_rectangle(shape: Rectangle, scale: float) -> Iterator[Coat]:
    width, height, radius = (
        _rounded(each * scale) for each in (shape.width, shape.height, min(shape.radius, shape.width / 2))
    )
    if shape.fill is not None:
        left, x = _pixel(shape.left * scale)
        top, y = _pixel(shape.top * scale)
        yield Coat(_colour(shape.fill), inside(Box(x, y, width, height, radius)), left, top)
    if shape.line is not None:
        line_width = shape.line_width * scale
        left, x = _pixel((shape.left - shape.line_width / 2) * scale)
        top, y = _pixel((shape.top - shape.line_width / 2) * scale)
        box = Box(x + line_width / 2, y + line_width / 2, width, height, radius)
        yield Coat(_colour(shape.line), outline(box, line_width, is_dashed=shape.dashed), left, top)


def _coat_of_stroke(shape: Stroke, scale: float) -> Coat:
    points = np.array(shape.points) * scale
    return Coat(_colour(shape.colour), *polyline(points, shape.width * scale))


def _coat_of_text(shape: Text, scale: float) -> Coat:
    size = shape.size * scale
    width = text_width(shape.text, size, bold=shape.bold)
    if shape.width is not None and width > shape.width * scale:
        size, width = size * shape.width * scale / width, shape.width * scale
    left, start = _pixel(shape.x * scale - SHARES_BEFORE_ANCHOR[shape.anchor] * width)
    mask = written(shape.text, size, start, bold=shape.bold)
    beside, above = margins(size)
    return Coat(_colour(shape.colour), mask, left - beside, round(shape.baseline * scale) - above)


def _pixel(place: float) -> tuple[int, float]:
    """The pixel in which a place lies, and how far inside."""
    place = _rounded(place)
    return floor(place), place - floor(place)


def _rounded(length: float) -> float:
    return round(length * PARTS_OF_A_PIXEL) / PARTS_OF_A_PIXEL


def _colour(text: str) -> Colour:
    return ImageColor.getrgb(text)
