"""Paper: as many pages as said, nothing beyond their edges, and the page around it is sound on a screen."""

import re
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

MILLIMETRE = 96 / 25.4
"""In pixels of a style sheet."""

PAPERS: tuple[Literal["A4", "Letter"], ...] = ("A4", "Letter")
WIDTH, HEIGHT = int(190 * MILLIMETRE), int(259 * MILLIMETRE)
"""What the margins leave of A4 across, and of Letter down: less than this has no paper."""

SHEETS = [
    pytest.param("", 3, id="the opening example"),
    pytest.param("?channels=3&bias=0.5", 3, id="three channels"),
    pytest.param("?size=9&kernel=gaussian-5&padding=0,1,0,0&border=edge&stride=2,1", 3, id="a 5 by 5 kernel"),
    pytest.param(
        "?operation=conv_transpose2d&size=3&stride=2&padding=1&picture=scatter", 2, id="a scatter picture"
    ),
    pytest.param("?size=28&input=digit", 5, id="a part of many steps"),
    pytest.param("?worksheet=1&seed=7", 2, id="a worksheet"),
    pytest.param("?worksheet=1&seed=7&kernel=box-3::sobel-x&blanks=4&input=random", 2, id="two maps"),
]

OVER_THE_EDGE = """() => {
  const isOver = (element) =>
    element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
  const parts = [document.documentElement, ...document.querySelectorAll(".step, .exercises li, .heading")];
  return parts
    .filter((part) => part === document.documentElement ? part.scrollWidth > innerWidth : isOver(part))
    .map((part) => part.className || part.localName);
}"""


def page_count(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


@pytest.mark.parametrize(("query", "pages"), SHEETS)
def test_a_sheet_has_the_pages_that_it_says_and_nothing_reaches_over_their_edges(
    page: Page, base_url: str, query: str, pages: int
) -> None:
    page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    page.goto(f"{base_url}/print{query}")
    for paper in PAPERS:
        assert page_count(page.pdf(format=paper, print_background=True)) == pages
    page.emulate_media(media="print")
    assert page.evaluate(OVER_THE_EDGE) == []
    heights = page.locator(".sheet").evaluate_all("all => all.map(each => each.offsetHeight)")
    assert max(heights) <= HEIGHT
    expect(page.get_by_role("navigation")).to_be_hidden()


def test_the_numbers_of_a_figure_can_be_read_on_paper(page: Page, base_url: str) -> None:
    page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    page.goto(f"{base_url}/print")
    page.emulate_media(media="print")
    digits = page.locator("article svg [data-cell]")
    heights = digits.evaluate_all("all => all.map(each => each.getBoundingClientRect().height)")
    # 6 points, the small print of a textbook.
    assert min(heights) >= 6 / 72 * 96


@pytest.mark.parametrize("query", ["?stride=99", "?worksheet=1"])
def test_nothing_to_mend_on_the_screen_around_the_sheets(page: Page, base_url: str, query: str) -> None:
    page.add_init_script("window.print = () => { window.printed = (window.printed ?? 0) + 1; };")
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{base_url}/print{query}")
    page.get_by_role("button", name="Print").click()
    assert page.evaluate("() => window.printed") == 1
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    page.get_by_role("link", name="Steps on screen").click()
    expect(page.get_by_role("region", name="Input, kernel and output")).to_be_visible()
