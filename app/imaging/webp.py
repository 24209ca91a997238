"""A film as an animated WebP without loss: https://www.rfc-editor.org/rfc/rfc9649, section 2.7.

Pillow compresses each patch; the chunks around it are written here.
"""

from collections.abc import Iterator
from io import BytesIO
from struct import pack

from PIL import Image

from app.imaging.colour_table import TRANSPARENT
from app.imaging.film import BeforeFrame, Film, frames_of, patches_of, table_of
from app.imaging.repaint import around

_FOR_EVER, _ONCE = 0, 1

_ANIMATION, _ALPHA = 0x02, 0x10
"""Features of the file."""

_BLEND, _REPLACE = 0x00, 0x02
"""How a frame is laid upon what is there: where it is transparent, that stays or goes."""

_RIFF_BYTES = 12


def webp_of(film: Film, scale: float, before_frame: BeforeFrame) -> bytes:
    """A film as a WebP: the colours of the GIF, or half-transparent edges too where it has no ground.

    Args:
        film: What to show.
        scale: Pixels for each unit of its drawings.
        before_frame: Called before each frame is painted; what it raises ends the work.
    """
    frames = (_replacing if film.is_transparent else _blending)(film, scale, before_frame)
    width, height = film.size(scale)
    chunks = [
        _chunk(b"VP8X", pack("<I", _ANIMATION | _ALPHA) + _three_bytes(width - 1) + _three_bytes(height - 1)),
        _chunk(b"ANIM", pack("<IH", 0, _FOR_EVER if film.loops else _ONCE)),
        *frames,
    ]
    return _chunk(b"RIFF", b"WEBP" + b"".join(chunks))


def _replacing(film: Film, scale: float, before_frame: BeforeFrame) -> Iterator[bytes]:
    """Each frame takes the place of what it covers."""
    for frame in frames_of(film, scale, before_frame):
        left, top, right, bottom = around(frame.boxes)
        # Places are even numbers in this format.
        left, top = left & ~1, top & ~1
        part = frame.image.crop((left, top, right, bottom))
        yield _frame(part, (left, top), frame.milliseconds, _REPLACE)


def _blending(film: Film, scale: float, before_frame: BeforeFrame) -> Iterator[bytes]:
    """Each frame lies upon what is there."""
    table = table_of(film)
    for patch in patches_of(film, scale, table, before_frame):
        left, top = patch.left & ~1, patch.top & ~1
        size = patch.image.width + patch.left - left, patch.image.height + patch.top - top
        part = Image.new("P", size, TRANSPARENT)
        part.paste(patch.image, (patch.left - left, patch.top - top))
        part.putpalette(table.palette)
        part.info["transparency"] = TRANSPARENT
        yield _frame(part.convert("RGBA"), (left, top), patch.milliseconds, _BLEND)


def _frame(image: Image.Image, place: tuple[int, int], milliseconds: int, way: int) -> bytes:
    """An ANMF chunk."""
    file = BytesIO()
    image.save(file, "WEBP", lossless=True, quality=0, method=1)
    numbers = (place[0] // 2, place[1] // 2, image.width - 1, image.height - 1, milliseconds)
    head = b"".join(map(_three_bytes, numbers)) + bytes([way])
    return _chunk(b"ANMF", head + file.getvalue()[_RIFF_BYTES:])


def _chunk(name: bytes, content: bytes) -> bytes:
    """A chunk has an even number of bytes."""
    return name + pack("<I", len(content)) + content + b"\x00" * (len(content) % 2)


def _three_bytes(number: int) -> bytes:
    return number.to_bytes(3, "little")
