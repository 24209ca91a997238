"""SVG: valid XML that holds what the drawing says, and nothing that runs or is fetched."""

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.imaging.drawing import Drawing, Polygon, Rectangle, Shape, Stroke, Text
from app.imaging.figure import Panel
from app.imaging.svg import svg_of
from tests.imaging.scenes import CHANNELS, DIGIT, GATHER, SCATTER, SVG, figure

HARMLESS = {"svg", "title", "desc", "rect", "polyline", "polygon", "text"}


def drawing(*shapes: Shape, ground: str | None = "#ffffff", title: str = "A title") -> Drawing:
    return Drawing(120, 60, ground, shapes, title, "What there is to see")


def only(element: str, *shapes: Shape) -> ET.Element:
    """The one element of a kind, without the ground."""
    (found,) = ET.fromstring(svg_of(drawing(*shapes, ground=None))).iter(f"{SVG}{element}")
    return found


@pytest.mark.parametrize(
    "parameters",
    [{}, CHANNELS, DIGIT, GATHER, SCATTER, {"kernel": "box-3", "phase": "multiply", "padding": "same"}],
    ids=["demo", "channels", "digit", "gather", "scatter", "multiply"],
)
def test_every_figure_is_strict_xml_in_which_nothing_runs_or_is_fetched(parameters: dict[str, str]) -> None:
    root = ET.fromstring(svg_of(figure(parameters, order="rc")))
    assert {each.tag.removeprefix(SVG) for each in root.iter()} <= HARMLESS
    names = {name for each in root.iter() for name in each.attrib}
    assert not [name for name in names if name.lower().startswith("on") or "href" in name or name == "style"]
    assert not [value for each in root.iter() for value in each.attrib.values() if "url(" in value]


def test_a_picture_says_what_it_shows() -> None:
    root = ET.fromstring(svg_of(figure()))
    assert root.get("role") == "img"
    (title, description) = (root.findtext(f"{SVG}{name}") for name in ("title", "desc"))
    assert title == "Step 6 of 16 of a convolution: input 6 × 6, kernel 3 × 3, output 4 × 4"
    assert description is not None
    assert description.startswith("The kernel covers rows 2 to 4, columns 2 to 4. Its nine products add up")
    assert description.endswith("= −2.")


@given(text=st.text(), name=st.text(), title=st.text())
def test_any_text_comes_through_but_for_what_xml_forbids(text: str, name: str, title: str) -> None:
    def admitted(value: str) -> str:
        return re.sub("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", value)

    svg = svg_of(drawing(Text(text, 0, 0, 10, "#000000", name=name), title=title))
    root = ET.fromstring(svg.encode())
    (element,) = root.iter(f"{SVG}text")
    # Every XML parser reads any end of a line as this one.
    assert (element.text or "") == re.sub("\r\n?", "\n", admitted(text))
    assert len(list(root.iter())) == 5
    assert set(element.attrib) <= {"x", "y", "font-size", "fill", "text-anchor", "data-cell"}


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "]]>", '" onload="alert(1)', "&lt;"])
def test_markup_in_a_text_stays_a_text(text: str) -> None:
    element = only("text", Text(text, 0, 0, 10, "#000000", name=text))
    assert (element.text, element.get("data-cell"), len(element)) == (text, text, 0)


def test_the_scale_changes_the_size_and_nothing_else() -> None:
    one, two = (svg_of(drawing(Rectangle(1, 2, 3, 4, "#000000")), scale) for scale in (1, 2.5))
    assert 'viewBox="0 0 120 60" width="120" height="60"' in one
    assert one.replace('width="120" height="60" font', 'width="300" height="150" font') == two


def test_a_transparent_drawing_has_no_ground() -> None:
    assert not list(ET.fromstring(svg_of(drawing(ground=None))).iter(f"{SVG}rect"))
    (ground,) = ET.fromstring(svg_of(drawing(ground="#fbfaf7"))).iter(f"{SVG}rect")
    assert ground.attrib == {"width": "120", "height": "60", "fill": "#fbfaf7"}


def test_numbers_have_two_decimals_at_most_and_no_minus_before_zero() -> None:
    element = only("rect", Rectangle(1 / 3, -0.001, 2.999, 10, "#000000"))
    assert [element.get(name) for name in ("x", "y", "width", "height")] == ["0.33", "0", "3", "10"]


def test_a_rectangle_has_its_outline_its_corners_and_its_dashes() -> None:
    element = only("rect", Rectangle(0, 0, 9, 9, None, "#112233", 2, 3, dashed=True))
    assert [element.get(name) for name in ("fill", "stroke", "stroke-width", "rx")] == [
        "none",
        "#112233",
        "2",
        "3",
    ]
    assert element.get("stroke-dasharray") == "6 4"
    assert not {"stroke", "rx", "stroke-dasharray"} & set(
        only("rect", Rectangle(0, 0, 9, 9, "#000000")).attrib
    )


def test_lines_and_areas_go_through_their_points() -> None:
    points = ((0.0, 0.5), (10.0, 20.0), (5.0, 30.0))
    line = only("polyline", Stroke(points, "#112233", 3))
    assert line.attrib == {
        "points": "0,0.5 10,20 5,30",
        "fill": "none",
        "stroke": "#112233",
        "stroke-width": "3",
    }
    area = only("polygon", Polygon(points, "#112233"))
    assert area.attrib == {"points": "0,0.5 10,20 5,30", "fill": "#112233"}


def test_a_text_keeps_its_place_its_weight_and_the_width_that_it_must_have() -> None:
    plain = only("text", Text("5", 10, 20, 14, "#112233"))
    assert plain.attrib == {
        "x": "10",
        "y": "20",
        "font-size": "14",
        "fill": "#112233",
        "text-anchor": "middle",
    }
    wide = only("text", Text("−12.5", 10, 20, 14, "#112233", "start", bold=True, width=33.333))
    assert [wide.get(name) for name in ("text-anchor", "font-weight", "textLength", "lengthAdjust")] == [
        None,
        "700",
        "33.33",
        "spacingAndGlyphs",
    ]


def test_a_large_picture_is_not_made_of_more_elements_than_a_browser_bears() -> None:
    large = figure({"input": "random", "size": "64", "step": "3844"}, panels=(Panel.GRIDS,))
    assert len(large.shapes) < 20_000
