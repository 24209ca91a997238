"""Figures of one row: what belongs together stands below each other."""

import pytest

from app.imaging.drawing import Drawing, Text
from app.settings import LIMITS
from tests.imaging.scenes import ROW, figure

LONG = {"input": ",".join(["7"] * 64), "kernel": "1,2,1", "padding": "0,0,32,32"}
APART = {"input": "1,2,3,4,5,6,7,8,9", "kernel": "1,0,-1", "stride": "3", "dilation": "2", "step": "2"}
EVEN = {"input": "1,2,3,4,5", "kernel": "1,2,3,4", "padding": "same", "step": "5"}
CASES = pytest.mark.parametrize("parameters", [ROW, APART, EVEN, LONG], ids=["full", "apart", "even", "long"])


def places(drawing: Drawing) -> dict[str, float]:
    """How far to the right each number with a name stands."""
    return {each.name: each.x for each in drawing.shapes if isinstance(each, Text) and each.name}


def heights(drawing: Drawing) -> dict[str, float]:
    """How far down each number with a name stands, in whole pixels."""
    return {
        each.name: round(each.baseline) for each in drawing.shapes if isinstance(each, Text) and each.name
    }


@CASES
def test_each_weight_lies_under_the_cell_that_it_is_multiplied_with(parameters: dict[str, str]) -> None:
    drawing = figure(parameters)
    x, texts = places(drawing), [each for each in drawing.shapes if isinstance(each, Text)]
    weights = {each.x for each in texts if each.name.startswith("kernel ")}
    under = {each.x for each in texts if each.name.startswith("input ") and each.x in weights}
    assert under == weights
    assert x["patch 1 1"] == x["weight 1 1"] == x["product 1 1"]
    assert x["patch 1 2"] == x["weight 1 2"] == x["product 1 2"]


def test_the_rows_stand_below_each_other() -> None:
    y = heights(figure(ROW))
    assert y["input 1 1"] < y["kernel 1 1"] < y["output 1 1"] < y["patch 1 1"] < y["product 1 1"]


def test_an_output_cell_stands_under_the_middle_of_its_window() -> None:
    x = places(figure(ROW | {"step": "7"}))
    assert [x[f"output 1 {number}"] for number in (3, 7)] == [x["input 1 1"], x["input 1 5"]]
    x = places(figure(APART))
    assert [x[f"output 1 {number}"] for number in (1, 2)] == [x["input 1 3"], x["input 1 6"]]


def test_with_the_padding_same_each_output_cell_stands_under_its_own_input_cell() -> None:
    x = places(figure(EVEN | {"flip": "1", "padding": "same_lower"}))
    assert [x[f"output 1 {number}"] for number in range(1, 6)] == [x[f"input 1 {n}"] for n in range(1, 6)]


def test_the_longest_row_of_a_page_fits_into_a_picture() -> None:
    assert figure(LONG).width <= LIMITS.figure_side


def test_a_row_has_no_tags_since_its_weights_lie_under_it() -> None:
    texts = [each.text for each in figure(ROW).shapes if isinstance(each, Text)]
    assert not any(text.startswith("×") for text in texts)
