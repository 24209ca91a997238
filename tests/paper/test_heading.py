"""The settings of a sheet in words: everything that somebody who computes by hand has to know."""

import pytest

from app.address import read_visit
from app.drawn_steps import DrawnSteps
from app.paper.heading import LONGEST_ADDRESS, Heading, heading_of

ADDRESS = "http://school.example/?kernel=box-3"


def heading(address: str = ADDRESS, **parameters: str) -> Heading:
    visit = read_visit(parameters)
    assert visit.notices == []
    return heading_of(DrawnSteps.of(visit).document, visit.settings, address)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, "Stride 1, no padding, kernel not flipped."),
        (
            {"stride": "2,1", "dilation": "2", "flip": "1"},
            "Stride 2 down and 1 across, no padding, dilation 2, kernel flipped.",
        ),
        (
            {"padding": "0,1,2,1", "border": "edge"},
            "Stride 1, padding top 0 bottom 1 left 2 right 1 (border edge), kernel not flipped.",
        ),
        (
            {"kernel": "1,1;1,1/4::2,2;2,2/4", "bias": "0.5,-1"},
            "Stride 1, no padding, kernel not flipped, divided by 4, bias 0.5 and −1.",
        ),
        (
            {"operation": "conv_transpose2d", "stride": "2", "padding": "1", "output_padding": "1,0"},
            "Stride 2, padding 1 (cut off the output), output padding 1 down and 0 across.",
        ),
    ],
)
def test_every_setting_that_is_not_at_rest_is_said(query: dict[str, str], expected: str) -> None:
    assert heading(**query).settings == expected


def test_sizes_say_how_many_channels_and_maps_there_are() -> None:
    words = heading(channels="3", kernel="box-3::sobel-x").sizes
    assert words == "Input 6 × 6 in 3 channels (Lesson example), kernel 3 × 3, output 4 × 4 in 2 maps."


def test_rows_and_columns_that_differ_have_a_formula_each() -> None:
    assert heading(stride="2,1").formulas == [
        "rows: ⌊(6 + 0 + 0 − 3) / 2⌋ + 1 = 2",
        "columns: ⌊(6 + 0 + 0 − 3) / 1⌋ + 1 = 4",
    ]


def test_an_address_is_printed_as_text_and_code_or_not_at_all() -> None:
    short, long = heading(), heading("x" * (LONGEST_ADDRESS + 1))
    assert short.address == ADDRESS
    assert short.code.startswith("<svg")
    assert (long.address, long.code) == ("", "")
