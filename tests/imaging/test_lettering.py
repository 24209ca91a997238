"""Lettering: every character has a place and a shape, and none of them is a box."""

import ast
from pathlib import Path

import pytest

from app.imaging.glyphs import AXIS, DIGIT, EM, GLYPHS, SUBSCRIPTS
from app.imaging.lettering import LINE_WIDTH, Letter, font, letters, text_width
from app.paths import ROOT

WRITERS = ["app/core/narration.py", "app/core/scatter_narration.py", "app/core/phrases.py", "app/stage/*.py"]
"""Where the texts of a figure come from, but for its own modules."""

SIGNS = "−≈Σ∗⊙×"


def written(path: Path) -> set[str]:
    """All characters that the strings of a module hold, its docstrings and comments left out."""
    tree = ast.parse(path.read_text())
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    constants = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in told]
    return {character for node in constants if isinstance(node.value, str) for character in node.value}


def mask(character: str) -> tuple[tuple[int, int], bytes]:
    image = font(100).getmask(character)
    return image.size, bytes(image)


def only_letter(text: str, *, bold: bool = False) -> Letter:
    (letter,) = letters(text, 100, bold=bold)
    return letter


def all_characters() -> set[str]:
    modules = [path for pattern in (*WRITERS, "app/imaging/figure*.py") for path in ROOT.glob(pattern)]
    ascii_texts = {chr(code) for code in range(ord(" "), ord("~") + 1)}
    return set[str]().union(ascii_texts, SIGNS, SUBSCRIPTS, *map(written, modules)) - {"\n"}


@pytest.mark.parametrize("character", sorted(all_characters()))
def test_no_character_of_our_texts_becomes_a_box(character: str) -> None:
    shapes = list(letters(character, 100))
    assert bool(shapes) is (character != " ")
    for letter in shapes:
        assert letter.lines or mask(letter.character) != mask("\uffff")


@pytest.mark.parametrize("character", sorted(GLYPHS))
def test_lines_are_drawn_only_where_the_font_lacks_the_character(character: str) -> None:
    assert mask(character) == mask("\uffff")
    assert only_letter(character).character == ""


@pytest.mark.parametrize("bold", [False, True], ids=["regular", "bold"])
@pytest.mark.parametrize("text", ["−10.25", "6 × 6", "I₀₁", "Σ ≈ ⌊7 / 2⌋", "⊙", "Products"])
def test_every_line_and_letter_stays_inside_the_width_of_its_text(text: str, *, bold: bool) -> None:
    width = text_width(text, 100, bold=bold)
    for letter in letters(text, 100, bold=bold):
        assert 0 <= letter.x < width
        for x, y in (point for line in letter.lines for point in line):
            assert letter.line_width / 2 <= x <= width - letter.line_width / 2
            assert -80 <= y <= 35


def test_the_width_of_a_text_grows_with_its_size_and_with_nothing_else() -> None:
    assert text_width("−2.5·(−3)", 13.7) == pytest.approx(13.7 * text_width("−2.5·(−3)", 1))


def test_digits_and_signs_are_all_as_wide_so_that_columns_line_up() -> None:
    assert {round(text_width(character, 1_000)) for character in "0123456789−×≈+="} == {DIGIT}


def test_letters_follow_each_other_by_their_widths() -> None:
    assert [letter.x for letter in letters("1 −2", 100)] == [
        pytest.approx(text_width(before, 100)) for before in ("", "1 ", "1 −")
    ]


def test_a_minus_is_level_with_the_middle_of_a_plus_and_as_thick() -> None:
    _left, top, _right, bottom = font(1_000).getmask("+").getbbox()
    height = font(1_000).getbbox("+", anchor="ls")[1]
    assert -height - (top + bottom) / 2 == AXIS
    minus = only_letter("−")
    assert [y for line in minus.lines for _x, y in line] == [pytest.approx(-AXIS / 10)] * 2
    assert minus.line_width == 100 * LINE_WIDTH


def test_bold_is_thicker_and_wider() -> None:
    assert only_letter("−", bold=True).line_width > 1.5 * only_letter("−").line_width
    assert only_letter("5", bold=True).growth > only_letter("5").growth == 0
    assert text_width("5", 100, bold=True) > text_width("5", 100)


def test_a_subscript_is_its_digit_smaller_and_lower() -> None:
    digit, subscript = only_letter("3"), only_letter("₃")
    assert subscript.character == "3"
    assert subscript.size < 0.7 * digit.size
    assert subscript.drop > digit.drop == 0
    assert text_width("₃", EM) == pytest.approx(0.62 * DIGIT)
