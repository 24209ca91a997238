"""Drawings one after another, as an animated GIF or WebP.

All frames have one table of colours, and after the first only what has changed is painted.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from itertools import chain

from PIL import Image

from app.imaging.colour_table import TRANSPARENT, ColourTable, colours_of
from app.imaging.drawing import Drawing
from app.imaging.repaint import Canvas

RESTORE_GROUND = 2
"""GIF's number for taking a frame away before the next one comes."""

BeforeFrame = Callable[[], None]


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

    @property
    def milliseconds(self) -> list[int]:
        """In steps of ten, as GIF has them."""
        return [10 * round(100 * each) for each in self.seconds]


def gif_of(film: Film, scale: float, before_frame: BeforeFrame) -> bytes:
    """A film as a GIF, whose pixels are transparent or opaque and nothing between.

    Args:
        film: What to show.
        scale: Pixels for each unit of its drawings.
        before_frame: Called before each frame is painted; what it raises ends the work.
    """
    table = _table(film)
    frames = list(_frames(film, scale, before_frame, table.look_up))
    for frame in frames:
        frame.putpalette(table.palette)
    save = partial(
        _saved, frames, "GIF", duration=film.milliseconds, transparency=TRANSPARENT, palette=table.palette
    )
    # GIF counts repetitions behind the first time, where 0 means no end; without a count it plays once.
    loop = 0 if film.loops else None
    if film.is_transparent:
        return save(loop=loop, disposal=RESTORE_GROUND)
    return save(loop=loop, optimize=True)


def webp_of(film: Film, scale: float, before_frame: BeforeFrame) -> bytes:
    """A film as an animated WebP without loss: the colours of the GIF, or half-transparent pixels too.

    Args:
        film: What to show.
        scale: Pixels for each unit of its drawings.
        before_frame: Called before each frame is painted; what it raises ends the work.
    """
    if film.is_transparent:
        frames = list(_frames(film, scale, before_frame, Image.Image.copy))
    else:
        table = _table(film)
        frames = list(_frames(film, scale, before_frame, table.look_up))
        for frame in frames:
            frame.putpalette(table.palette)
    loop = 0 if film.loops else 1
    return _saved(frames, "WEBP", duration=film.milliseconds, loop=loop, lossless=True, method=0, quality=20)


def _table(film: Film) -> ColourTable:
    ground = film.drawings[0].ground
    colours = colours_of(chain.from_iterable(drawing.shapes for drawing in film.drawings))
    return ColourTable(colours if ground is None else {ground: None} | colours)


def _frames(
    film: Film, scale: float, before_frame: BeforeFrame, develop: Callable[[Image.Image], Image.Image]
) -> Iterator[Image.Image]:
    """Each drawing painted and then developed, of which only what has changed is done anew."""
    before_frame()
    canvas = Canvas(film.drawings[0], scale)
    frame = develop(canvas.image)
    yield frame
    for drawing in film.drawings[1:]:
        before_frame()
        frame = frame.copy()
        for box in canvas.change_to(drawing):
            frame.paste(develop(canvas.image.crop(box)), box[:2])
        yield frame


def _saved(frames: list[Image.Image], kind: str, **options: object) -> bytes:
    file = BytesIO()
    frames[0].save(file, kind, save_all=True, append_images=frames[1:], **options)
    return file.getvalue()
