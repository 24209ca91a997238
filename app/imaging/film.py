"""Drawings one after another, each as what it changes of the picture before.

The frames of a film differ in a few cells.  To write whole frames and leave it to Pillow to find out
what has changed takes many times as long (docs/decisions/0022-films.md).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain

import numpy as np
from PIL import Image

from app.imaging.colour_table import TRANSPARENT, ColourTable, colours_of
from app.imaging.drawing import Drawing
from app.imaging.raster import pixel_size
from app.imaging.repaint import Boxes, Canvas, around

BeforeFrame = Callable[[], None]
"""Called before each frame is painted; what it raises ends the work."""

_ONE_PIXEL = (0, 0, 1, 1)
"""The box of a frame that changes nothing."""


@dataclass(frozen=True, slots=True)
class Film:
    """Drawings of one size and on one ground.

    Attributes:
        drawings: At least one.
        seconds: For how long each of them is shown.
        loops: Whether it starts again at its end; it stays on its last drawing otherwise.
    """

    drawings: tuple[Drawing, ...]
    seconds: tuple[float, ...]
    loops: bool

    @property
    def is_transparent(self) -> bool:
        """Whether it has no ground."""
        return self.drawings[0].ground is None

    def size(self, scale: float) -> tuple[int, int]:
        """(width, height) in pixels."""
        return pixel_size(self.drawings[0], scale)


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame painted.

    Attributes:
        image: The whole picture, until the next frame is asked for.
        boxes: They hold all that has changed; at least one, none upon another.
        milliseconds: For how long it is shown, in steps of ten, as GIF has them.
    """

    image: Image.Image
    boxes: Boxes
    milliseconds: int


@dataclass(frozen=True, slots=True)
class Patch:
    """What a frame changes, as entries of a table; ``TRANSPARENT`` stays as it was."""

    image: Image.Image
    left: int
    top: int
    milliseconds: int


def frames_of(film: Film, scale: float, before_frame: BeforeFrame) -> Iterator[Frame]:
    """The film painted, frame by frame."""
    canvas: Canvas | None = None
    for drawing, seconds in zip(film.drawings, film.seconds, strict=True):
        before_frame()
        if canvas is None:
            canvas = Canvas(drawing, scale)
            boxes = [(0, 0, *canvas.image.size)]
        else:
            boxes = canvas.change_to(drawing)
        yield Frame(canvas.image, boxes or [_ONE_PIXEL], 10 * round(100 * seconds))


def patches_of(film: Film, scale: float, table: ColourTable, before_frame: BeforeFrame) -> Iterator[Patch]:
    """What each frame changes, of a film that has a ground."""
    screen = np.zeros(film.size(scale)[::-1], dtype=np.uint8)
    for frame in frames_of(film, scale, before_frame):
        left, top, right, bottom = around(frame.boxes)
        part = screen[top:bottom, left:right]
        before = part.copy()
        for box in frame.boxes:
            screen[box[1] : box[3], box[0] : box[2]] = table.look_up(frame.image.crop(box))
        changed = np.where(part == before, np.uint8(TRANSPARENT), part)
        image = Image.frombytes("P", (right - left, bottom - top), changed.tobytes())
        yield Patch(image, left, top, frame.milliseconds)


def table_of(film: Film) -> ColourTable:
    """A table that has the colours of all drawings."""
    ground = film.drawings[0].ground
    colours = colours_of(chain.from_iterable(drawing.shapes for drawing in film.drawings))
    return ColourTable(colours if ground is None else {ground: None} | colours)
