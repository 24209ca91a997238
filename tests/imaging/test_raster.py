"""Drawings as pixels: what lies where, in which colour, with smooth edges."""

from io import BytesIO

import numpy as np
import pytest
from PIL import Image, ImageChops

from app.core.arrays import FloatArray
from app.imaging.drawing import Anchor, Drawing, Polygon, Rectangle, Shape, Stroke, Text
from app.imaging.lettering import text_width
from app.imaging.raster import image_of, png_of

WHITE, BLACK, GREEN = (255, 255, 255), (0, 0, 0), (50, 142, 83)


def drawing(*shapes: Shape, ground: str | None = "#ffffff", width: float = 120) -> Drawing:
    return Drawing(width, 60, ground, shapes, "A title", "What there is to see")


def ink(text: Text, scale: float = 1) -> FloatArray:
    """Rows and columns of a text in black, 0 for none to 255."""
    return 255.0 - np.asarray(image_of(drawing(text), scale).convert("L")).astype(np.float64)


def columns_of(text: Text) -> tuple[int, int]:
    """The first and the last column with ink."""
    (columns,) = np.nonzero(ink(text).max(axis=0) > 60)
    return int(columns[0]), int(columns[-1])


def written(text: str, **settings: float | bool | str | None) -> Text:
    fields: dict[str, object] = {"x": 60, "baseline": 40, "size": 20, "colour": "#000000"} | settings
    return Text(text, **fields)  # type: ignore[arg-type]  # the fields of a text, some of them the caller's


def test_a_rectangle_covers_its_pixels_and_no_others() -> None:
    image = image_of(drawing(Rectangle(10, 20, 30, 10, fill="#328e53")), 1)
    assert image.mode == "RGB"
    assert [image.getpixel(place) for place in ((10, 20), (39, 29))] == [GREEN, GREEN]
    assert [image.getpixel(place) for place in ((9, 20), (40, 29), (10, 30))] == [WHITE] * 3


def test_an_edge_within_a_pixel_and_a_round_corner_are_smooth() -> None:
    image = image_of(drawing(Rectangle(10.5, 10, 30, 30, fill="#000000", radius=8)), 1)
    assert image.getpixel((10, 25)) == (127, 127, 127)
    assert image.getpixel((11, 10)) == WHITE
    colours = image.crop((10, 10, 20, 20)).getcolors()
    assert colours is not None
    assert len(colours) > 6


def test_an_outline_lies_half_inside_of_its_rectangle() -> None:
    image = image_of(drawing(Rectangle(10, 10, 40, 30, fill="#ffffff", line="#000000", line_width=4)), 1)
    column = [image.getpixel((30, y)) for y in range(6, 14)]
    assert column == [WHITE] * 2 + [BLACK] * 4 + [WHITE] * 2


def test_a_rectangle_without_a_fill_shows_what_lies_below() -> None:
    image = image_of(drawing(Rectangle(10, 10, 40, 30, line="#000000", line_width=2)), 1)
    assert image.getpixel((10, 20)) == BLACK
    assert image.getpixel((30, 20)) == WHITE


def test_a_later_shape_lies_upon_an_earlier_one() -> None:
    below, above = Rectangle(0, 0, 20, 20, fill="#000000"), Stroke(((0, 10), (20, 10)), "#328e53", 6)
    assert image_of(drawing(below, above), 1).getpixel((10, 10)) == GREEN
    assert image_of(drawing(above, below), 1).getpixel((10, 10)) == BLACK


@pytest.mark.parametrize(("scale", "size"), [(0.5, (60, 30)), (1, (120, 60)), (3, (360, 180))])
def test_the_scale_multiplies_sizes_and_places(scale: float, size: tuple[int, int]) -> None:
    image = image_of(drawing(Rectangle(40, 20, 40, 20, fill="#000000")), scale)
    assert image.size == size
    assert ImageChops.invert(image).getbbox() == tuple(round(each * scale) for each in (40, 20, 80, 40))


def test_without_a_ground_a_picture_is_transparent_where_nothing_lies_and_its_edges_keep_their_colour() -> (
    None
):
    image = image_of(drawing(Rectangle(10.5, 10, 30, 30, fill="#328e53", radius=4), ground=None), 1)
    assert image.mode == "RGBA"
    assert image.getpixel((0, 0)) == (0, 0, 0, 0)
    assert image.getpixel((20, 20)) == (*GREEN, 255)
    assert image.getpixel((10, 25)) == (*GREEN, 128)


@pytest.mark.parametrize(
    ("anchor", "start", "end"), [("start", 60, 107), ("middle", 37, 83), ("end", 13, 60)]
)
def test_a_text_starts_ends_or_has_its_middle_at_its_place(anchor: Anchor, start: int, end: int) -> None:
    first, last = columns_of(written("0000", anchor=anchor))
    assert abs(first - start) <= 2
    assert abs(last - end) <= 2


@pytest.mark.parametrize("scale", [1, 2])
def test_letters_stand_on_the_baseline(scale: int) -> None:
    rows = ink(written("17"), scale).max(axis=1)
    assert rows[40 * scale - 1] > 200
    assert rows[40 * scale :].max() < 60
    assert ink(written("gp"), scale).max(axis=1)[40 * scale + 2] > 200


def test_a_bold_text_has_more_ink_at_the_same_height() -> None:
    thin, bold = ink(written("8")), ink(written("8", bold=True))
    assert 1.2 * thin.sum() < bold.sum() < 2 * thin.sum()


@pytest.mark.parametrize("width", [30, None, 400], ids=["squeezed", "its own", "wide"])
def test_no_text_is_wider_than_it_may_be(width: float | None) -> None:
    own = text_width("0000000", 20)
    first, last = columns_of(written("0000000", width=width))
    assert last - first == pytest.approx(min(own, width or own) - 2, abs=2)


def test_a_sign_that_the_font_lacks_is_drawn_with_lines() -> None:
    minus = ink(written("−"))
    (rows,) = np.nonzero(minus.max(axis=1) > 100)
    assert len(rows) <= 2
    assert 40 - 20 * 0.45 < rows[0] < 40 - 20 * 0.2


def test_a_text_of_nothing_but_spaces_leaves_the_ground_as_it_is() -> None:
    assert ink(written(" ")).max() == 0


@pytest.mark.parametrize("text", ["−12", "a sentence that is longer than a number"])
def test_a_text_looks_the_same_each_time(text: str) -> None:
    assert (ink(written(text)) == ink(written(text))).all()


def test_what_lies_beyond_the_edge_is_cut_off() -> None:
    image = image_of(drawing(Rectangle(-30, -30, 200, 200, fill="#000000", line="#328e53")), 1)
    assert image.getcolors() == [(120 * 60, BLACK)]


@pytest.mark.parametrize(("ground", "mode"), [("#ffffff", "RGB"), (None, "RGBA")])
def test_a_png_holds_the_picture_with_its_title_and_what_there_is_to_see(
    ground: str | None, mode: str
) -> None:
    drawn = drawing(Rectangle(10, 10, 5, 5, fill="#328e53"), ground=ground)
    with Image.open(BytesIO(png_of(drawn, 2))) as image:
        assert (image.format, image.mode, image.size) == ("PNG", mode, (240, 120))
        assert image.info["Title"] == "A title"
        assert image.info["Description"] == "What there is to see"
        assert image.tobytes() == image_of(drawn, 2).tobytes()


def test_an_area_covers_what_lies_between_its_lines_with_smooth_edges() -> None:
    triangle = Polygon(((40, 10), (40, 40), (10, 40)), "#000000")
    image = image_of(drawing(triangle), 1).convert("L")
    assert [image.getpixel(place) for place in ((38, 38), (20, 36), (12, 12), (41, 30))] == [0, 0, 255, 255]
    assert 100 < np.asarray(image)[15, 34] < 160
