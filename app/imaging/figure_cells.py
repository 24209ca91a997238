"""One cell as shapes: its box in the look of its kind, its number, its address and its tag."""

from collections.abc import Iterator
from math import cos, pi, sin
from typing import NamedTuple

from app.imaging.blocks import fitted
from app.imaging.drawing import Polygon, Rectangle, Shape, Stroke, Text
from app.imaging.figure_looks import Look
from app.imaging.figure_style import Style
from app.imaging.lettering import DIGIT_HEIGHT, text_width
from app.imaging.palette import ON_ZERO_WEIGHT, ZERO_WEIGHT

LEAST_WITH_TAGS = 30.0
"""In a smaller cell nobody could read a tag or an address: the calculation has every weight."""

ROOM = 0.86
"""For the number, in sizes of its cell."""

SHORT = 2
"""Characters of a number that any font has room for."""

_TAG_ZERO = "×0"
_CORNER = [step * pi / 8 for step in range(5)]


class Square(NamedTuple):
    """Where a cell is."""

    x: float
    y: float
    side: float

    @property
    def radius(self) -> float:
        """Of its corners."""
        return min(6.0, 0.14 * self.side)


def box_shapes(square: Square, look: Look, style: Style) -> Iterator[Shape]:
    """The box of a cell, without anything in it."""
    if look.ring is not None:
        yield from _ring(square, look.ring, style)
    width = style.line_width(square.side, dashed=look.dashed) if look.line is not None else 0.0
    yield Rectangle(
        square.x + width / 2,
        square.y + width / 2,
        square.side - width,
        square.side - width,
        look.fill,
        None if look.second else look.line,
        width,
        max(square.radius - width / 2, 0),
        look.dashed,
    )
    if look.stripe is not None:
        yield from _stripes(square, look.stripe)
    if look.second is not None and look.line is not None:
        yield from _half(square, look.second, look.line, width)


def number_shapes(
    text: str, square: Square, look: Look, style: Style, *, name: str, share: float = 1.0, lift: float = 0.0
) -> Iterator[Shape]:
    """The number of a cell, as large as there is room for.

    Args:
        text: Empty where there is no number yet.
        square: The cell.
        look: Of its kind.
        style: Of the figure.
        name: What the number is.
        share: Of its size where it is alone in its cell.
        lift: How far above the middle it stands, in sizes of the cell.
    """
    if not text:
        return
    size = fitted(text, share * style.digits * square.side, ROOM * square.side, bold=look.bold)
    yield Text(
        text,
        square.x + square.side / 2,
        square.y + square.side * (0.5 - lift) + DIGIT_HEIGHT * size / 2,
        size,
        look.ink,
        bold=look.bold,
        width=text_width(text, size, bold=look.bold) if len(text) > SHORT else None,
        name=name,
    )


def tag_shapes(text: str, square: Square, style: Style) -> Iterator[Shape]:
    """A small yellow tag in the lower right corner: the weight that the cell meets."""
    is_zero = text == _TAG_ZERO
    size = fitted(text, style.tag * square.side, 0.7 * square.side, bold=not is_zero)
    width, height = text_width(text, size, bold=not is_zero) + 0.6 * size, 1.25 * size
    left = square.x + 0.96 * square.side - width
    top = square.y + 0.96 * square.side - height
    palette = style.palette
    yield Rectangle(left, top, width, height, ZERO_WEIGHT if is_zero else palette.kernel, radius=0.3 * size)
    yield Text(
        text,
        left + width / 2,
        top + (height + DIGIT_HEIGHT * size) / 2,
        size,
        ON_ZERO_WEIGHT if is_zero else palette.on_kernel,
        bold=not is_zero,
        width=width - 0.6 * size,
    )


def address_shapes(text: str, square: Square, look: Look) -> Iterator[Shape]:
    """The address of a cell, small in its upper left corner."""
    size = fitted(text, 0.2 * square.side, 0.8 * square.side)
    yield Text(
        text,
        square.x + 0.09 * square.side,
        square.y + 0.08 * square.side + DIGIT_HEIGHT * size,
        size,
        look.ink,
        "start",
        width=text_width(text, size),
    )


def _ring(square: Square, colour: str, style: Style) -> Iterator[Shape]:
    """A line around the cell, with a little ground between."""
    width, gap = min(3.0, 0.07 * square.side), min(2.0, 0.045 * square.side)
    out = gap + width / 2
    yield Rectangle(
        square.x - out,
        square.y - out,
        square.side + 2 * out,
        square.side + 2 * out,
        style.ground,
        colour,
        width,
        square.radius + out,
    )


def _stripes(square: Square, colour: str) -> Iterator[Shape]:
    """Four stripes from the lower left to the upper right."""
    inner, side = 0.1 * square.side, 0.8 * square.side
    for share in (0.25, 0.75, 1.25, 1.75):
        low, high = max(share - 1, 0), min(share, 1)
        yield Stroke(
            (
                (square.x + inner + low * side, square.y + inner + high * side),
                (square.x + inner + high * side, square.y + inner + low * side),
            ),
            colour,
            0.06 * square.side,
        )


def _half(square: Square, colour: str, line: str, width: float) -> Iterator[Shape]:
    """The lower right half in another colour, and the line around the whole."""
    inner = Square(square.x + width / 2, square.y + width / 2, square.side - width)
    radius = max(square.radius - width / 2, 0)
    right, bottom = inner.x + inner.side - radius, inner.y + inner.side - radius
    corners = (
        (right, inner.y + radius, [turn - pi / 2 for turn in _CORNER[2:]]),
        (right, bottom, _CORNER),
        (inner.x + radius, bottom, [turn + pi / 2 for turn in _CORNER[:3]]),
    )
    yield Polygon(
        tuple((x + radius * cos(turn), y + radius * sin(turn)) for x, y, turns in corners for turn in turns),
        colour,
    )
    yield Rectangle(inner.x, inner.y, inner.side, inner.side, None, line, width, radius)
