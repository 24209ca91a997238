"""A film as a GIF: https://www.w3.org/Graphics/GIF/spec-gif89a.txt, whose section numbers stand below.

Pillow compresses each patch; the blocks around it are written here.
"""

from collections.abc import Iterator
from io import BytesIO
from struct import pack

from PIL import Image

from app.imaging.colour_table import MOST_ENTRIES, TRANSPARENT, ColourTable
from app.imaging.film import BeforeFrame, Film, Patch, frames_of, patches_of, table_of

_LEAVE, _TAKE_AWAY = 1, 2
"""What becomes of a frame when the next one comes (23, disposal method)."""

_FOR_EVER = b"\x21\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00"
"""An application's block that all programs know; a film without it plays once."""

_HEADER_BYTES, _DESCRIPTOR_BYTES = 13, 10


def gif_of(film: Film, scale: float, before_frame: BeforeFrame) -> bytes:
    """A film as a GIF, whose pixels are opaque or transparent and nothing between.

    Args:
        film: What to show.
        scale: Pixels for each unit of its drawings.
        before_frame: Called before each frame is painted; what it raises ends the work.
    """
    table = table_of(film)
    disposal = _TAKE_AWAY if film.is_transparent else _LEAVE
    patches = (_whole if film.is_transparent else patches_of)(film, scale, table, before_frame)
    # The table is complete when the last patch is there, and stands before the first of them.
    blocks = b"".join(_block(patch, disposal) for patch in patches)
    return _header(film.size(scale), table) + (_FOR_EVER if film.loops else b"") + blocks + b"\x3b"


def _whole(film: Film, scale: float, table: ColourTable, before_frame: BeforeFrame) -> Iterator[Patch]:
    """The whole picture each time: what is transparent now cannot be laid over what was there."""
    for frame in frames_of(film, scale, before_frame):
        yield Patch(table.look_up(frame.image), 0, 0, frame.milliseconds)


def _header(size: tuple[int, int], table: ColourTable) -> bytes:
    """Header, logical screen descriptor and global colour table (17 to 19)."""
    bits = max(1, (len(table.palette) // 3 - 1).bit_length())
    screen = pack("<2H3B", *size, 0x80 | 0x70 | bits - 1, TRANSPARENT, 0)
    return b"GIF89a" + screen + table.palette.ljust(3 * 2**bits, b"\x00")


def _block(patch: Patch, disposal: int) -> bytes:
    """Graphic control extension, image descriptor and table-based image data (20, 22, 23)."""
    control = pack("<2s2BH2B", b"\x21\xf9", 4, disposal << 2 | 1, patch.milliseconds // 10, TRANSPARENT, 0)
    descriptor = pack("<B4HB", 0x2C, patch.left, patch.top, *patch.image.size, 0)
    return control + descriptor + _compressed(patch.image)


def _compressed(image: Image.Image) -> bytes:
    """The image data of a file that holds this image alone, without its head, table and trailer."""
    file = BytesIO()
    image.putpalette(bytes(3 * MOST_ENTRIES))
    image.save(file, "GIF", optimize=False, interlace=False)
    return file.getvalue()[_HEADER_BYTES + 3 * MOST_ENTRIES + _DESCRIPTOR_BYTES : -1]
