"""Figures: what each cell looks like, in every theme, with addresses, tags and shades."""

from dataclasses import replace

import pytest

from app.imaging.drawing import Drawing, Rectangle, Text
from app.imaging.figure import Panel
from app.imaging.palette import DARK, INPUT_SHADES, LIGHT, OUTPUT_SHADES, PROJECTOR, Palette
from app.imaging.raster import image_of
from app.imaging.svg import svg_of
from app.stage.addresses import Order
from tests.imaging.scenes import Named, figure


def rectangles_around(drawing: Drawing, name: str) -> list[Rectangle]:
    """The boxes in which a number lies, the smallest first."""
    (number,) = (each for each in drawing.shapes if isinstance(each, Text) and each.name == name)
    y = number.baseline - 0.35 * number.size
    boxes = [
        each
        for each in drawing.shapes
        if isinstance(each, Rectangle)
        and each.left < number.x < each.left + each.width
        and each.top < y < each.top + each.height
    ]
    return sorted(boxes, key=lambda box: box.width)


def test_the_current_cell_is_strong_green_with_a_second_line_around_it() -> None:
    cell, ring = rectangles_around(figure(panels=(Panel.GRIDS,)), "output 2 2")[:2]
    assert cell.fill == LIGHT.current
    assert ring.line == LIGHT.output_line
    assert ring.width - 2 * ring.line_width / 2 > cell.width


def test_the_frame_lies_around_the_patch_and_nothing_else() -> None:
    drawing = figure(panels=(Panel.GRIDS,))
    (frame,) = (each for each in drawing.shapes if isinstance(each, Rectangle) and each.line == LIGHT.frame)
    inside = {
        each.name
        for each in drawing.shapes
        if isinstance(each, Text)
        and each.name
        and frame.left < each.x < frame.left + frame.width
        and frame.top < each.baseline < frame.top + frame.height
    }
    assert inside == {f"input {row} {column}" for row in (2, 3, 4) for column in (2, 3, 4)}


def test_tags_are_there_only_where_they_are_wanted_and_can_be_read() -> None:
    def tags(drawing: Drawing) -> list[str]:
        return [each.text for each in drawing.shapes if isinstance(each, Text) and "×" in each.text[:1]]

    assert tags(figure(panels=(Panel.GRIDS,))) == ["×1", "×0", "×−1"] * 3
    assert tags(figure(panels=(Panel.GRIDS,), has_tags=False)) == []
    assert tags(figure({"size": "18"}, panels=(Panel.GRIDS,))) == []


@pytest.mark.parametrize(("order", "address"), [("rc", "I₁₂"), ("xy", "I₂₁")])
def test_addresses_are_by_row_and_column_or_by_x_and_y(order: Order, address: str) -> None:
    drawing = figure(order=order, panels=(Panel.GRIDS,))
    texts = [each for each in drawing.shapes if isinstance(each, Text)]
    (number,) = (each for each in texts if each.name == "input 2 3")
    (label,) = (each for each in texts if each.text == address)
    assert 0 < number.x - label.x < 30
    assert 0 < number.baseline - label.baseline < 30


def test_cells_that_are_too_small_for_digits_are_as_bright_as_their_numbers() -> None:
    parameters = {"input": "ramp", "size": "40", "step": "1600", "kernel": "1"}
    drawing = figure(parameters, panels=(Panel.GRIDS,))
    lightness = [
        sum(bytes.fromhex(each.fill[1:]))
        for each in drawing.shapes
        if isinstance(each, Rectangle) and each.fill and each.width == each.height == 11
    ]
    assert lightness[:39] == sorted(lightness[:39])
    assert "input 1 1" not in Named.read(svg_of(drawing)).texts


def test_where_all_numbers_are_the_same_they_have_the_same_shade() -> None:
    drawing = figure({"input": "0,0;0,0", "kernel": "1", "padding": "30", "step": "9"}, panels=(Panel.GRIDS,))
    fills = {each.fill for each in drawing.shapes if isinstance(each, Rectangle)}
    assert {INPUT_SHADES[0], OUTPUT_SHADES[0]} < fills
    assert not {INPUT_SHADES[1], OUTPUT_SHADES[1]} & fills


def test_rows_that_no_tap_reaches_are_grey_in_shades_as_well() -> None:
    drawing = figure({"input": "ramp", "size": "60", "kernel": "1", "stride": "2"}, panels=(Panel.GRIDS,))
    assert "#5d6672" in {each.fill for each in drawing.shapes if isinstance(each, Rectangle)}


@pytest.mark.parametrize(
    ("theme", "palette"), [("light", LIGHT), ("dark", DARK), ("projector", PROJECTOR), ("auto", LIGHT)]
)
def test_a_pixel_of_the_current_cell_has_its_colour_in_every_theme(theme: str, palette: Palette) -> None:
    drawing = figure(theme=theme, panels=(Panel.GRIDS,))
    cell = rectangles_around(drawing, "output 2 2")[0]
    image = image_of(drawing, 2)
    assert [*image.size] == [2 * drawing.width, 2 * drawing.height]
    place = (round(2 * (cell.left + cell.width / 2)), round(2 * (cell.top + 6)))
    assert image.getpixel(place) == tuple(bytes.fromhex(palette.current[1:]))
    assert image.getpixel((1, 1)) == tuple(bytes.fromhex(palette.ground[1:]))


@pytest.mark.parametrize("phase", ["place", "write"])
def test_what_lies_behind_a_transparent_figure_is_seen(phase: str) -> None:
    drawing = figure({"phase": phase}, has_ground=False)
    assert drawing.ground is None
    image = image_of(drawing, 1)
    assert image.getpixel((1, 1)) == (0, 0, 0, 0)
    card = max((each for each in drawing.shapes if isinstance(each, Rectangle)), key=lambda box: box.width)
    assert card.fill is None


def test_a_figure_is_as_large_whatever_its_ground() -> None:
    plain = figure()
    assert replace(figure(has_ground=False), ground=plain.ground, shapes=plain.shapes) == plain
