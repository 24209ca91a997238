"""``/print?worksheet=1``: a worksheet, and the key with what it asks for."""

import re

import pytest

from tests.api.client import CONV2D, Api, document
from tests.paper.printed import articles, cells, notices, print_of, sheets, words


def blanks_of(sheet: str) -> int:
    return sheet.count('aria-label="blank"')


@pytest.mark.parametrize("query", [{}, {"input": "random"}, {"kernel": "box-3", "padding": "same"}])
def test_what_is_asked_for_is_not_on_the_sheet_and_is_marked_in_the_key(
    api: Api, query: dict[str, str]
) -> None:
    html = print_of(api, {**query, "worksheet": "1", "seed": "7"})
    sheet, key = sheets(html)
    asked = cells(key, "output").keys() - cells(sheet, "output").keys()
    assert len(asked) == 6
    trace = document(api.get(CONV2D, {**query, "seed": "7"}))
    steps = {(step["output"]["row"] + 1, step["output"]["column"] + 1): step for step in trace["steps"]}
    for row, column in asked:
        assert f"Row {row}, column {column}" in sheet
        assert steps[row, column]["expression"] in words(key)
        assert steps[row, column]["expression"] not in words(sheet)
        assert steps[row, column]["explanation"] not in html
    assert blanks_of(sheet) == key.count('<strong class="answer">')
    assert blanks_of(key) == 0
    for place, text in cells(sheet, "output").items():
        assert cells(key, "output")[place] == text


def test_the_same_seed_makes_the_same_sheet_and_another_one_another(api: Api) -> None:
    query = {"worksheet": "1", "seed": "7"}
    first = print_of(api, query)
    assert first == print_of(api, query)
    assert sheets(first)[0] != sheets(print_of(api, {**query, "seed": "8"}))[0]
    assert 'href="/print?worksheet=1&amp;blanks=6&amp;seed=8">Another worksheet' in first


@pytest.mark.parametrize(("blanks", "asked"), [("1", 1), ("9", 9), ("24", 15)])
def test_as_many_cells_are_blank_as_asked_for_and_one_is_left(api: Api, blanks: str, asked: int) -> None:
    sheet, key = sheets(print_of(api, {"worksheet": "1", "blanks": blanks}))
    assert len(cells(key, "output")) - len(cells(sheet, "output")) == asked


def test_each_map_of_a_worksheet_has_its_kernel(api: Api) -> None:
    html = print_of(api, {"worksheet": "1", "kernel": "1,2;3,4::5,6;7,8", "blanks": "24"})
    sheet, _ = sheets(html)
    first, second = re.findall(r"<svg.*?</svg>", sheet.partition("QR")[0], re.DOTALL)[:2]
    assert list(cells(first, "kernel").values()) == ["1", "2", "3", "4"]
    assert list(cells(second, "kernel").values()) == ["5", "6", "7", "8"]
    assert "of map 2" in sheet


def test_a_worksheet_of_a_transposed_convolution_asks_for_its_output(api: Api) -> None:
    query = {"operation": "conv_transpose2d", "size": "3", "stride": "2", "picture": "scatter"}
    html = print_of(api, {**query, "worksheet": "1", "step": "50"})
    assert notices(html) == ""
    sheet, key = sheets(html)
    assert len(cells(key, "output")) == 49
    assert len(cells(sheet, "output")) == 43


def test_grids_too_wide_to_write_in_are_printed_as_steps(api: Api) -> None:
    html = print_of(api, {"worksheet": "1", "size": "30"})
    assert "The grids are too wide for a worksheet." in notices(html)
    assert articles(html)
