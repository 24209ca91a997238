"""Parts of a figure that know their size before they have a place.

Lengths are in pixels at scale 1.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from app.imaging.drawing import Rectangle, Shape, Text
from app.imaging.lettering import DIGIT_HEIGHT, text_width

Draw: TypeAlias = Callable[[float, float], Iterable[Shape]]

LINE_HEIGHT = 1.45
"""Of a text, in sizes of its font."""

OPERATOR_AXIS = 0.317
"""How far above their baseline the middle of + and = lies, in sizes of the font."""


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a figure.

    Attributes:
        middle: The height, from its top, that stands level with what is beside it.
        draw: Its shapes, when its upper left corner is at (x, y).
    """

    width: float
    height: float
    middle: float
    draw: Draw


def block(width: float, height: float, draw: Draw) -> Block:
    """A block whose middle is in the middle."""
    return Block(width, height, height / 2, draw)


def beside(blocks: Sequence[Block], gap: float = 0.0) -> Block:
    """From left to right, their middles level."""
    above = max(each.middle for each in blocks)
    height = above + max(each.height - each.middle for each in blocks)

    def draw(x: float, y: float) -> Iterator[Shape]:
        for each in blocks:
            yield from each.draw(x, y + above - each.middle)
            x += each.width + gap

    width = sum(each.width for each in blocks) + gap * (len(blocks) - 1)
    return Block(width, height, above, draw)


def below(blocks: Sequence[Block], gap: float = 0.0, *, share: float = 0.5) -> Block:
    """From top to bottom; of the room beside a narrower one, this share is on its left."""
    width = max(each.width for each in blocks)

    def draw(x: float, y: float) -> Iterator[Shape]:
        for each in blocks:
            yield from each.draw(x + (width - each.width) * share, y)
            y += each.height + gap

    return block(width, sum(each.height for each in blocks) + gap * (len(blocks) - 1), draw)


def indented(inner: Block, indent: float) -> Block:
    """A block with room before it."""
    return Block(inner.width + indent, inner.height, inner.middle, lambda x, y: inner.draw(x + indent, y))


def in_width(inner: Block, width: float) -> Block:
    """A narrow block in the middle of a wider one."""
    return replace(indented(inner, (width - inner.width) / 2), width=width)


def on_card(inner: Block, card: Rectangle, padding: float) -> Block:
    """A block in the middle of a card, whose width decides; its height follows from the block."""
    height = inner.height + 2 * padding

    def draw(x: float, y: float) -> Iterator[Shape]:
        yield replace(card, left=x, top=y, height=height)
        yield from inner.draw(x + (card.width - inner.width) / 2, y + padding)

    return block(card.width, height, draw)


def words(text: str, size: float, colour: str, *, bold: bool = False, name: str = "") -> Block:
    """One line of text, as wide as its letters."""
    width, height = text_width(text, size, bold=bold), LINE_HEIGHT * size

    def draw(x: float, y: float) -> Iterator[Shape]:
        baseline = y + (height + DIGIT_HEIGHT * size) / 2
        yield Text(text, x, baseline, size, colour, "start", bold=bold, width=width, name=name)

    return block(width, height, draw)


def operator(text: str, size: float, colour: str) -> Block:
    """A sign between two blocks, level with their middles."""
    width = text_width(text, size)

    def draw(x: float, y: float) -> Iterator[Shape]:
        yield Text(text, x + width / 2, y + size * (0.5 + OPERATOR_AXIS), size, colour)

    return block(width, size, draw)


def fitted(text: str, size: float, room: float, *, bold: bool = False) -> float:
    """The size of the font at which a text is no wider than the room, in quarters of a pixel."""
    largest = room / max(text_width(text, 1.0, bold=bold), 1e-9)
    return max(int(4 * min(size, largest)) / 4, 0.25)
