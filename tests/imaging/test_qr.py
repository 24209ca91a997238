"""QR codes: the drawing has exactly the dark cells of the code of the text."""

import re
from xml.etree import ElementTree as ET

import pytest
import segno

from app.imaging.qr import QUIET_MODULES, TextTooLongError, qr_svg

SVG = "{http://www.w3.org/2000/svg}"
LINK = "http://127.0.0.1:8000/?input=1,2,3;4,5,6;7,8,9&kernel=1,0;0,1"
LONGEST = 2_953


def drawing(text: str, title: str = "Link") -> ET.Element:
    return ET.fromstring(qr_svg(text, title=title))


def dark_cells(svg: ET.Element) -> set[tuple[int, int]]:
    """Rows and columns of what the black path draws: runs to the right, from relative moves."""
    (path,) = [each for each in svg.iter(f"{SVG}path") if each.get("stroke")]
    assert path.get("stroke") == "#000"
    cells = set()
    row, column = -0.5, 0.0
    for command, numbers in re.findall(r"([Mmh])([^Mmh]*)", path.attrib["d"]):
        step = [float(number) for number in re.findall(r"-?[0-9.]+", numbers)]
        if command == "h":
            cells |= {(int(row), int(column) + run) for run in range(int(step[0]))}
            column += step[0]
        else:
            column, row = column + step[0], row + step[1]
    return cells


@pytest.mark.parametrize("text", [LINK, "x" * LONGEST], ids=["a link", "the longest text"])
def test_the_dark_cells_are_those_of_the_code_of_the_text(text: str) -> None:
    matrix = segno.make(text, error="l", micro=False).matrix
    expected = {
        (row + QUIET_MODULES, column + QUIET_MODULES)
        for row, cells in enumerate(matrix)
        for column, is_dark in enumerate(cells)
        if is_dark
    }
    assert dark_cells(drawing(text)) == expected


def test_the_code_lies_on_white_ground_in_a_quiet_zone_of_four_cells() -> None:
    svg = drawing(LINK)
    side = len(segno.make(LINK, error="l", micro=False).matrix) + 2 * 4
    assert svg.get("viewBox") == f"0 0 {side} {side}"
    (ground,) = [each for each in svg.iter(f"{SVG}path") if each.get("fill")]
    assert ground.attrib == {"fill": "#fff", "d": f"M0 0h{side}v{side}h-{side}z"}
    cells = dark_cells(svg)
    assert min(min(cell) for cell in cells) == 4
    assert max(max(cell) for cell in cells) == side - 5


def test_the_drawing_has_a_title_no_size_and_no_style() -> None:
    svg = drawing(LINK, title='"<Link> & more"')
    assert [title.text for title in svg.iter(f"{SVG}title")] == ['"<Link> & more"']
    assert set(svg.attrib) == {"viewBox"}
    assert b"style" not in qr_svg(LINK, title="Link")


def test_a_text_that_no_code_can_hold_is_refused() -> None:
    with pytest.raises(TextTooLongError):
        qr_svg("x" * (LONGEST + 1), title="Link")
