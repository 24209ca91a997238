"""How much of each pixel a line of text covers, as a mask of 0 to 255.

All lengths are in pixels.
"""

from functools import lru_cache
from math import ceil

import numpy as np
from PIL import Image, ImageDraw

from app.imaging.coverage import polyline
from app.imaging.lettering import BOLD_EXTRA, Letter, font, letters, text_width

ABOVE, BELOW, BESIDE = 1.0, 0.35, 0.2
"""Room around the text, as parts of its size: no letter reaches farther from its place."""

FINER = 4
"""Letters are drawn as much larger: small ones are moved to whole pixels by the font, and stand unevenly."""

KEPT_MASKS = 1_024
KEPT_SIZE, KEPT_CHARACTERS = 64, 8
"""Numbers come back on every frame and are kept, sentences are not; 1,024 of these are 28 MiB at most."""


def written(text: str, size: float, start: float, *, bold: bool) -> Image.Image:
    """The mask of a text.

    Args:
        text: One line.
        size: Of the font.
        start: Where it starts within a pixel, from 0 to 1.
        bold: With thicker lines.

    Returns:
        A mask with ``margins(size)`` to the left and above the baseline.
    """
    is_number_like = size <= KEPT_SIZE and len(text) <= KEPT_CHARACTERS
    return (_kept if is_number_like else _write)(text, size, start, bold=bold)


def margins(size: float) -> tuple[int, int]:
    """(left, above): how far the start and the baseline of a text lie inside its mask."""
    return ceil(BESIDE * size), ceil(ABOVE * size)


def _write(text: str, size: float, start: float, *, bold: bool) -> Image.Image:
    left, above = margins(size)
    width, height = left + ceil(start + text_width(text, size, bold=bold)) + left, above + ceil(BELOW * size)
    mask = Image.new("L", (FINER * width, FINER * height))
    for letter in letters(text, FINER * size, bold=bold):
        _add(mask, letter, FINER * (left + start), FINER * above, bold=bold)
    return mask.reduce(FINER)


_kept = lru_cache(maxsize=KEPT_MASKS)(_write)


def _add(mask: Image.Image, letter: Letter, left: float, baseline: float, *, bold: bool) -> None:
    if letter.character:
        thicker = letter.size * BOLD_EXTRA / 2 if bold else 0.0
        place = (left + letter.x, baseline + letter.drop)
        ImageDraw.Draw(mask).text(
            place, letter.character, 255, font(letter.size), anchor="ls", stroke_width=thicker
        )
    for line in letter.lines:
        points = np.array(line) + np.array((left, baseline))
        drawn, x, y = polyline(points, letter.line_width)
        mask.paste(255, (x, y), drawn)
