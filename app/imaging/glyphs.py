"""Characters that the font lacks, drawn as lines in its manner.

Lengths are in thousandths of an em: x to the right, y upwards from the line on which letters stand.
A round character is drawn with as many corners as nobody sees.
"""

from dataclasses import dataclass
from math import cos, pi, sin
from typing import TypeAlias

Line: TypeAlias = tuple[tuple[float, float], ...]

EM = 1_000
DIGIT = 580
"""Every digit of the font is as wide, so that its signs can stand under each other too."""

AXIS = 317
"""The height in the middle of + and =."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character as lines.

    Attributes:
        advance: From its start to that of the next character.
        lines: Through these points, as thick as the lines of the font.
    """

    advance: float
    lines: tuple[Line, ...]


def _circle(x: float, y: float, radius: float, corners: int = 32) -> Line:
    turns = [2 * pi * corner / corners for corner in range(corners + 1)]
    return tuple((x + radius * cos(turn), y + radius * sin(turn)) for turn in turns)


def _wave(y: float) -> Line:
    """One swing up and down, as wide as a minus."""
    parts = [part / 16 for part in range(17)]
    return tuple((112 + 356 * part, y + 42 * sin(2 * pi * part)) for part in parts)


def _ray(turn: float) -> Line:
    x, y = 190 * cos(turn), 190 * sin(turn)
    return (300 - x, AXIS - y), (300 + x, AXIS + y)


GLYPHS: dict[str, Glyph] = {
    "−": Glyph(DIGIT, (((112, AXIS), (468, AXIS)),)),
    "×": Glyph(DIGIT, (((145, AXIS - 145), (435, AXIS + 145)), ((145, AXIS + 145), (435, AXIS - 145)))),
    "≈": Glyph(DIGIT, (_wave(AXIS + 80), _wave(AXIS - 80))),
    "Σ": Glyph(620, (((540, 658), (95, 658), (345, 350), (95, 32), (540, 32)),)),
    "∗": Glyph(600, tuple(_ray(turn) for turn in (pi / 6, pi / 2, 5 * pi / 6))),
    "⊙": Glyph(780, (_circle(390, AXIS, 300), _circle(390, AXIS, 22))),
    "⌊": Glyph(340, (((120, 740), (120, -130), (285, -130)),)),
    "⌋": Glyph(340, (((220, 740), (220, -130), (55, -130)),)),
}

SUBSCRIPTS = {**dict(zip("₀₁₂₃₄₅₆₇₈₉", "0123456789", strict=True)), "₋": "−"}
"""The same characters at the foot of a letter, by those at its side."""

SUBSCRIPT_SIZE = 0.62
SUBSCRIPT_DROP = 0.14
"""Of a subscript, as parts of the size of its text."""
