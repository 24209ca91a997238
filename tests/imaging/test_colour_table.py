"""The table of colours that all frames of a film share."""

import numpy as np
import pytest
from PIL import Image

from app.imaging.colour_table import NEAR, TRANSPARENT, ColourTable, colours_of
from app.imaging.drawing import Rectangle, Stroke, Text

BLUE, YELLOW = "#003270", "#ffdd44"


def picture(*colours: tuple[int, ...], mode: str = "RGB") -> Image.Image:
    image = Image.new(mode, (len(colours), 1))
    for x, colour in enumerate(colours):
        image.putpixel((x, 0), colour)
    return image


def seen(table: ColourTable, image: Image.Image) -> list[tuple[int, ...]]:
    """The colours of a picture when it is shown with the table."""
    entries = table.look_up(image)
    entries.putpalette(table.palette)
    shown = entries.convert("RGB")
    return [tuple(pixel) for pixel in np.asarray(shown).reshape(-1, 3).tolist()]


def test_colours_of_shapes_are_kept_as_they_are() -> None:
    table = ColourTable([BLUE, "#003271", YELLOW])
    colours = [(0, 0x32, 0x70), (0, 0x32, 0x71), (0xFF, 0xDD, 0x44)]
    assert seen(table, picture(*colours)) == colours


def test_a_blend_becomes_a_colour_that_nobody_tells_from_it() -> None:
    table = ColourTable([BLUE, YELLOW])
    blends = [(level, 0x32, 0x70) for level in range(256)]
    differences = np.abs(np.array(seen(table, picture(*blends))) - np.array(blends))
    assert differences.max() <= NEAR
    assert len(table.palette) / 3 < 30


def test_a_colour_has_one_entry_for_good() -> None:
    table = ColourTable([BLUE])
    first = table.look_up(picture((100, 100, 100))).tobytes()
    table.look_up(picture(*[(level, level, 0) for level in range(0, 256, 5)]))
    assert table.look_up(picture((100, 100, 100))).tobytes() == first


@pytest.mark.parametrize("count", [100, 600], ids=["of blends", "of shapes too"])
def test_the_table_never_has_more_entries_than_a_gif_can_hold(count: int) -> None:
    rng = np.random.default_rng(1)
    colours = [f"#{red:02x}{green:02x}{blue:02x}" for red, green, blue in rng.integers(0, 256, (count, 3))]
    table = ColourTable(colours)
    noise = Image.fromarray(rng.integers(0, 256, (60, 60, 3), dtype=np.uint8))
    entries = np.asarray(table.look_up(noise))
    assert len(table.palette) == 3 * 256
    assert entries.min() > TRANSPARENT


def test_what_is_more_transparent_than_opaque_has_the_entry_of_no_colour() -> None:
    table = ColourTable([BLUE])
    image = picture(
        (0, 0x32, 0x70, 255), (0, 0x32, 0x70, 128), (0, 0x32, 0x70, 127), (0, 0, 0, 0), mode="RGBA"
    )
    assert list(table.look_up(image).tobytes()) == [1, 1, TRANSPARENT, TRANSPARENT]


def test_a_picture_without_shapes_has_a_table_too() -> None:
    assert seen(ColourTable([]), picture((9, 8, 7))) == [(9, 8, 7)]


def test_the_colours_of_shapes_are_those_of_fills_lines_strokes_and_texts_each_once() -> None:
    shapes = (
        Rectangle(0, 0, 1, 1, fill=BLUE),
        Rectangle(0, 0, 1, 1, line=YELLOW),
        Stroke(((0, 0), (1, 1)), "#111111"),
        Text("7", 0, 0, 9, BLUE),
        Text("8", 0, 0, 9, "#222222"),
    )
    assert list(colours_of(shapes)) == [BLUE, YELLOW, "#111111", "#222222"]
