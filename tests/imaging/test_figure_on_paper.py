"""A figure for paper: without colour, every kind of cell still differs from those beside it."""

from itertools import combinations

import pytest

from app.address import read_visit
from app.drawn_steps import DrawnSteps
from app.imaging.figure_looks import Look, look_of
from app.imaging.figure_on_paper import CELL, LARGEST, figure_on_paper, longest_output
from app.imaging.paper_palette import PAPER
from app.stage.on_paper import ASKED

KINDS = {
    "input": look_of("input", "", PAPER),
    "patch": look_of("input", "patch", PAPER),
    "padding": look_of("input", "padding", PAPER),
    "patch in the padding": look_of("input", "padding patch", PAPER),
    "kernel": look_of("kernel", "", PAPER),
    "output": look_of("output", "done", PAPER),
    "current": look_of("output", "current done", PAPER),
    "to come": look_of("output", "todo", PAPER),
    "asked": look_of("output", f"todo {ASKED}", PAPER),
}
TOGETHER = [{"input", "patch", "padding"}, {"output", "current", "to come", "asked"}]
"""What stands in one grid, where no title tells it apart."""


def luminance(colour: str) -> float:
    """Relative luminance as in WCAG 2.2, 0 to 1."""
    parts = (part / 255 for part in bytes.fromhex(colour[1:]))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def shade(look: Look) -> float:
    """Of the inside of a cell, on white paper."""
    return luminance(look.fill or "#ffffff")


def contrast(first: float, second: float) -> float:
    lighter, darker = max(first, second), min(first, second)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("kind", KINDS)
def test_every_number_stands_out_from_its_cell(kind: str) -> None:
    assert contrast(luminance(KINDS[kind].ink), shade(KINDS[kind])) >= 7


@pytest.mark.parametrize(
    ("first", "second"), [pair for grid in TOGETHER for pair in combinations(sorted(grid), 2)]
)
def test_cells_of_one_grid_differ_in_black_and_white(first: str, second: str) -> None:
    one, other = KINDS[first], KINDS[second]
    assert contrast(shade(one), shade(other)) >= 1.2 or one.dashed != other.dashed


@pytest.mark.parametrize(("first", "second"), [*combinations(["input", "kernel", "output"], 2)])
def test_the_three_grids_differ_in_black_and_white(first: str, second: str) -> None:
    one, other = KINDS[first], KINDS[second]
    is_striped = (one.stripe is None) != (other.stripe is None)
    assert is_striped or contrast(shade(one), shade(other)) >= 1.2
    if is_striped:
        striped = one if one.stripe else other
        assert contrast(shade(striped), luminance(striped.stripe or "")) >= 1.15


def test_the_line_around_every_cell_can_be_seen_on_white_paper() -> None:
    for look in KINDS.values():
        assert contrast(luminance(look.line or look.ring or "#ffffff"), 1) >= 3


def test_output_cells_have_room_for_the_longest_number() -> None:
    ((scene, _),) = DrawnSteps.of(read_visit({"kernel": "box-3", "step": "16"})).drawn(16, 16)
    assert longest_output(scene) == len("≈3.22")
    small, large = (
        figure_on_paper(scene, title="t", description="d", is_numbered=False, longest=longest)
        for longest in (3, 5)
    )
    assert large.width - small.width == pytest.approx(4 * CELL * (LARGEST - 1))
