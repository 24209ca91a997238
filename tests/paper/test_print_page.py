"""``/print``: all steps six a page, and no address that breaks it."""

import re
from contextlib import closing

import pytest

from app.main import create_app
from app.settings import LIMITS
from tests.api.client import CONV2D, CONV_TRANSPOSE2D, Api, document
from tests.paper.printed import articles, cells, notices, print_of, sheets, words


def as_text(number: float) -> str:
    return f"{number:g}".replace("-", "−")


@pytest.mark.parametrize(
    ("query", "steps", "pages"),
    [
        ({}, 16, 3),
        ({"padding": "same", "kernel": "box-3"}, 36, 6),
        ({"channels": "3"}, 16, 3),
        ({"kernel": "box-3::sobel-x"}, 32, 6),
        ({"operation": "conv_transpose2d", "size": "3", "stride": "2"}, 49, 9),
        ({"operation": "conv_transpose2d", "size": "3", "picture": "scatter"}, 9, 2),
        ({"size": "3", "step": "1"}, 1, 1),
        ({"size": "14"}, 144, 24),
    ],
)
def test_every_step_is_there_once_and_six_are_on_a_page(
    api: Api, query: dict[str, str], steps: int, pages: int
) -> None:
    html = print_of(api, query)
    numbers = re.findall(r'<span class="number">Step (\d+)</span>', html)
    assert [int(number) for number in numbers] == list(range(1, steps + 1))
    on_pages = [len(articles(sheet)) for sheet in sheets(html)]
    assert len(on_pages) == pages
    assert set(on_pages[:-1]) <= {6}
    assert f"Page {pages} of {pages}" in html
    assert notices(html) == ""


def test_a_step_of_the_address_changes_nothing_where_all_steps_are_there(api: Api) -> None:
    assert sheets(print_of(api, {"step": "9", "theme": "dark", "play": "1"})) == sheets(print_of(api, {}))


def test_the_numbers_of_the_figures_are_those_of_the_trace(api: Api) -> None:
    query = {"padding": "1", "stride": "2", "input": "random", "seed": "3", "kernel": "1,2;-3,4"}
    trace = document(api.get(CONV2D, query))
    values = [as_text(value) for row in trace["output"] for value in row]
    for step, article in zip(trace["steps"], articles(print_of(api, query)), strict=True):
        assert step["expression"] in words(article)
        padded = [as_text(value) for row in trace["padded_input"] for value in row]
        assert list(cells(article, "input").values()) == padded
        assert list(cells(article, "kernel").values()) == ["1", "2", "−3", "4"]
        assert list(cells(article, "output").values()) == values[: step["number"]]
        assert f"<strong>{as_text(step['value'])}</strong>" in article


def test_scatter_steps_say_what_each_input_cell_adds(api: Api) -> None:
    query = {"operation": "conv_transpose2d", "size": "2", "kernel": "1,2;3,4", "picture": "scatter"}
    found = articles(print_of(api, query))
    assert "Step 2 input row 1, column 2" in words(found[1])
    steps = document(api.get(f"{CONV_TRANSPOSE2D}/steps", {**query}))["steps"]
    assert [step["expression"] in words(article) for step, article in zip(steps, found, strict=True)] == [
        True
    ] * 4


def test_the_heading_says_sizes_settings_formula_and_address(api: Api) -> None:
    html = print_of(api, {"kernel": "box-3", "padding": "same", "bias": "1.5", "like": "opencv"})
    text = words(html)
    assert "Input 6 × 6 (Lesson example), kernel 3 × 3 (Box blur 3×3), output 6 × 6." in text
    assert (
        "Stride 1, padding 1 on every side (border reflect), kernel not flipped, divided by 9, bias 1.5."
        in text
    )
    assert "Size of the output, rows and columns: ⌊(6 + 1 + 1 − 3) / 1⌋ + 1 = 6" in text
    assert "http://test/?kernel=box-3" in text
    assert 'aria-label="QR code of the address"' in html


def test_an_address_too_long_for_paper_is_left_out(api: Api) -> None:
    rows = ";".join(",".join(str(row * column) for column in range(20)) for row in range(20))
    html = print_of(api, {"input": rows})
    assert "The address is too long for paper." in html
    assert "QR code" not in html


def test_a_line_too_long_to_follow_gives_way_to_its_sentence(api: Api) -> None:
    kernel = ";".join(["1,2,3,4,5,6,7,8,9"] * 9)
    first = articles(print_of(api, {"size": "10", "kernel": kernel}))[0]
    line = words(first[first.index('<p class="line">') :])
    assert "Its 81 products add up to" in line
    assert "·" not in line


def test_of_a_long_trace_one_sheet_has_a_part_and_says_where_the_rest_is(api: Api) -> None:
    html = print_of(api, {"size": "28", "step": "31"})
    assert "Convolution, steps 31 to 60 of 676" in html
    assert "This sheet has 30 of the 676 steps." in words(html)
    assert re.findall(r'href="([^"]*)">The steps (?:before|after) these', html) == [
        "/print?size=28&amp;step=1",
        "/print?size=28&amp;step=61",
    ]
    last = print_of(api, {"size": "28", "step": "676"})
    assert "steps 661 to 676 of 676" in last
    assert "The steps after these" not in last


def test_no_sheet_has_more_steps_than_the_limits_allow(api: Api) -> None:
    assert len(articles(print_of(api, {"size": "20", "kernel": "1"}))) <= LIMITS.steps_on_paper
    html = print_of(api, {"size": "64", "padding": "32", "input": "constant"})
    assert len(articles(html)) * 128 * 128 <= LIMITS.cells_on_paper


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({"worksheet": "yes"}, "worksheet must be 0 or 1."),
        ({"worksheet": "1", "blanks": "25"}, "blanks must be a whole number from 1 to 24."),
        ({"worksheet": "1", "blanks": "0"}, "blanks must be a whole number from 1 to 24."),
        ({"worksheet": "1", "blanks": "-1;"}, "blanks must be a whole number from 1 to 24."),
        ({"stride": "99"}, "stride must be"),
        ({"kernel": "1,2;3"}, "kernel"),
        ({"step": "17"}, "step must be"),
        ({"colour": "blue"}, "There is a parameter"),
    ],
)
def test_a_bad_value_is_said_politely_and_the_rest_is_printed(
    api: Api, query: dict[str, str], sentence: str
) -> None:
    html = print_of(api, query)
    assert sentence in notices(html)
    assert sheets(html)


@pytest.mark.parametrize("name", ["input", "kernel", "blanks", "worksheet", "seed", "</section><b>"])
def test_nothing_from_the_address_becomes_markup(api: Api, name: str) -> None:
    assert "smuggled" not in print_of(api, {name: "</svg><b id=smuggled>"})


@pytest.mark.parametrize("query", [{}, {"worksheet": "1"}])
def test_nothing_in_the_page_needs_an_exception_from_its_content_policy(
    api: Api, query: dict[str, str]
) -> None:
    response = api.get("/print", query)
    assert "unsafe" not in response.headers["content-security-policy"]
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=", response.text)
    assert set(re.findall(r"<script (\S+ \S{13})", response.text)) == {'type="module" src="/static/'}


@pytest.mark.parametrize("query", [{}, {"worksheet": "1", "kernel": "box-3::sobel-x"}])
def test_no_id_is_there_twice(api: Api, query: dict[str, str]) -> None:
    found = re.findall(r'\sid="([^"]*)"', print_of(api, query))
    assert len(found) == len(set(found))


def test_it_works_under_the_prefix_of_a_proxy() -> None:
    with closing(Api(create_app(), root_path="/kernelwalk")) as api:
        html = api.get("/kernelwalk/print").text
    addresses = re.findall(r'(?:href|src)="([^"]*)"', html)
    assert addresses
    assert all(each.startswith("/kernelwalk/") for each in addresses)
