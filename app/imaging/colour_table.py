"""The colours of a film: one table for all of its frames, so that nothing flickers.

The colours that shapes have are in the table as they are.  What smooth edges make of two of them
shares an entry with its neighbours: nobody sees that, and it makes the film smaller.
"""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageColor

from app.imaging.drawing import Rectangle, Shape

TRANSPARENT = 0
"""The entry for what is transparent, or stays as it was; no colour has it."""

MOST_ENTRIES = 256
MOST_OF_SHAPES = 200
"""The others are for blends."""

NEAR = 20
"""Of 255: a blend that differs by no more in red, green and blue is taken for a colour that is there."""

OPAQUE_ALPHA = 128

_CODES = 1 << 24
_NO_COLOUR = 256


class ColourTable:
    """A table that grows with the blends that are looked up in it.

    Args:
        colours: Those of shapes and ground, ``#rrggbb``; those behind the 200th are taken for blends.
    """

    def __init__(self, colours: Iterable[str]) -> None:
        known = [ImageColor.getrgb(colour)[:3] for colour in dict.fromkeys(colours)][:MOST_OF_SHAPES]
        self._colours = np.array([(0, 0, 0), *known], dtype=np.int16)
        # 16 MiB, of which only the pages in use exist: the entry of each colour, 0 while it has none.
        self._entries = np.zeros(_CODES, dtype=np.uint8)
        self._entries[_codes(self._colours[1:])] = np.arange(1, len(self._colours))

    @property
    def palette(self) -> bytes:
        """Red, green and blue of each entry."""
        return self._colours.astype(np.uint8).tobytes()

    def look_up(self, image: Image.Image) -> Image.Image:
        """An image in mode RGB or RGBA as entries of this table, in mode P, without dithering."""
        pixels = np.asarray(image)
        codes = _codes(pixels)
        entries = self._entries[codes]
        new, counts = np.unique(codes[entries == TRANSPARENT], return_counts=True)
        for code in new[np.argsort(-counts)]:
            self._entries[code] = self._entry_of(np.array([code >> 16, code >> 8 & 255, code & 255]))
        if new.size:
            entries = self._entries[codes]
        if image.mode == "RGBA":
            entries = np.where(pixels[..., 3] < OPAQUE_ALPHA, np.uint8(TRANSPARENT), entries)
        return Image.frombytes("P", image.size, entries.tobytes())

    def _entry_of(self, blend: NDArray[np.integer]) -> int:
        """The nearest entry, or a new one where none is near and there is room."""
        distances = np.abs(self._colours - blend).max(axis=1)
        distances[TRANSPARENT] = _NO_COLOUR
        nearest = int(distances.argmin())
        if distances[nearest] <= NEAR or len(self._colours) == MOST_ENTRIES:
            return nearest
        self._colours = np.concatenate([self._colours, blend[np.newaxis].astype(np.int16)])
        return len(self._colours) - 1


def colours_of(shapes: Iterable[Shape]) -> dict[str, None]:
    """The colours that shapes have, each once, the first first."""
    colours: dict[str | None, None] = {}
    for shape in shapes:
        if isinstance(shape, Rectangle):
            colours[shape.fill] = colours[shape.line] = None
        else:
            colours[shape.colour] = None
    return {colour: None for colour in colours if colour is not None}


def _codes(colours: NDArray[np.generic]) -> NDArray[np.int32]:
    """One number for each colour, shape (..., 3 or 4) with red, green and blue first."""
    parts = [colours[..., part].astype(np.int32) for part in range(3)]
    codes: NDArray[np.int32] = parts[0] << 16 | parts[1] << 8 | parts[2]
    return codes
