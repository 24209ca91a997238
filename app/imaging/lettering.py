"""Where each character of a text stands and how wide it is, with the font that comes with Pillow.

The font is Aileron Regular, so no machine needs a font file and every one makes the same picture.
It has no bold and lacks some signs of mathematics: a bold letter is the same letter painted with a
thicker line, and ``glyphs`` has the signs.  Widths are those of the outline, without hinting and
kerning, so that they grow with the size and with nothing else.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import cast

from PIL import ImageFont

from app.imaging.glyphs import (
    EM,
    GLYPHS,
    SUBSCRIPT_DROP,
    SUBSCRIPT_SIZE,
    SUBSCRIPTS,
    Line,
)

LINE_WIDTH = 0.064
"""Of the font's lines, as a part of its size."""

BOLD_EXTRA = 0.046
"""By how much lines are thicker in bold; a letter grows to all sides by half of it."""

DIGIT_HEIGHT = 0.7
"""Of the font, as a part of its size."""

MOST_FONTS = 64


@dataclass(frozen=True, slots=True)
class Letter:
    """One character where it stands.

    Attributes:
        character: What the font has; empty where lines are drawn instead.
        x: Of its start, in pixels from the start of the text.
        drop: How far below the baseline of the text its own lies, in pixels.
        size: Of the font, in pixels.
        growth: By how many pixels the letter of the font grows to all sides, which makes it bold.
        lines: Points in pixels from the start of the text and from its baseline, y downwards.
        line_width: Of ``lines``, in pixels.
    """

    character: str
    x: float
    drop: float
    size: float
    growth: float
    lines: tuple[Line, ...]
    line_width: float


@lru_cache(MOST_FONTS)
def font(size: float) -> ImageFont.FreeTypeFont:
    """The font at a size in pixels; letters of it are painted one by one, where ``letters`` says."""
    # Without FreeType it would be another one, but the wheels of Pillow all have it.
    return cast("ImageFont.FreeTypeFont", ImageFont.load_default(size))


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Pixels from the start of a text to its end."""
    return size * sum(_advance(character, bold) for character in text)


def letters(text: str, size: float, *, bold: bool = False) -> Iterator[Letter]:
    """The characters of a text one after another, spaces left out."""
    x = 0.0
    for character in text:
        if character != " ":
            yield _letter(character, x + size * _bold_extra(bold) / 2, size, bold=bold)
        x += size * _advance(character, bold)


def _letter(character: str, x: float, size: float, *, bold: bool) -> Letter:
    shape, scale, drop = _shape(character)
    drop, size = drop * size, scale * size
    glyph = GLYPHS.get(shape)
    lines = () if glyph is None else glyph.lines
    return Letter(
        character=shape if glyph is None else "",
        x=x,
        drop=drop,
        size=size,
        growth=size * _bold_extra(bold) / 2,
        lines=tuple(tuple((x + size * a / EM, drop - size * b / EM) for a, b in line) for line in lines),
        line_width=size * (LINE_WIDTH + _bold_extra(bold)),
    )


def _shape(character: str) -> tuple[str, float, float]:
    """(character, size, drop): a subscript is a smaller character, set lower."""
    if character in SUBSCRIPTS:
        return SUBSCRIPTS[character], SUBSCRIPT_SIZE, SUBSCRIPT_DROP
    return character, 1.0, 0.0


@cache
def _advance(character: str, bold: bool) -> float:
    """As a part of the size of the text."""
    shape, scale, _drop = _shape(character)
    glyph = GLYPHS.get(shape)
    own = font(EM).getlength(shape) if glyph is None else glyph.advance
    return scale * (own / EM + _bold_extra(bold))


def _bold_extra(bold: bool) -> float:
    return BOLD_EXTRA if bold else 0.0
