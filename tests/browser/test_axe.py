"""axe finds nothing to mend, in every theme and in every state of the page."""

from typing import Literal

import pytest
from axe_playwright_python.base import AxeResults
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.step_page import StepPage

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")

WIDE_KERNEL = ";".join(["1,-2,3,-4,5,-6,7,-8,9,-10,11,-12,13,-14,15"] * 15)
"""As large as kernels may be: its written-out step is longer than its place."""

SCROLLED_ACROSS = """region => [region, ...region.querySelectorAll("*")].some(each =>
    each.scrollWidth > each.clientWidth && getComputedStyle(each).overflowX === "auto")"""
"""Whether something in a region is wider than its place and can be scrolled."""


COLOURS = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    "resultTypes": ["violations"],
}
"""The rules of axe that look at colours; the others find the same in every theme of the same page."""


def expect_nothing_to_mend(page: Page) -> None:
    """Run all rules of axe, also those that are only good practice."""
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def expect_no_colour_to_mend(page: Page) -> None:
    """Run the rules about colours, on a page that has been looked at in other colours: axe is in it."""
    found = AxeResults(page.evaluate("options => axe.run(options)", COLOURS))
    assert found.violations_count == 0, found.generate_report()


def expect_nothing_to_mend_by_day_and_night(page: Page) -> None:
    """Look at all of the page in the light scheme, and at its colours in the dark one."""
    page.emulate_media(color_scheme="light")
    expect_nothing_to_mend(page)
    page.emulate_media(color_scheme="dark")
    expect_no_colour_to_mend(page)


def test_nothing_to_mend_whatever_the_visitor_prefers(step_page: StepPage) -> None:
    step_page.page.emulate_media(reduced_motion="reduce")
    step_page.open("?step=6&padding=1&stride=2")
    expect_nothing_to_mend_by_day_and_night(step_page.page)
    step_page.page.emulate_media(contrast="more")
    expect_nothing_to_mend_by_day_and_night(step_page.page)
    step_page.page.emulate_media(contrast="no-preference", forced_colors="active")
    expect_nothing_to_mend_by_day_and_night(step_page.page)


@pytest.mark.parametrize(
    "query",
    [
        "?channels=3&kernel=sobel-x::box-3&bias=1,2&step=20",
        "?operation=conv_transpose2d&size=3&stride=2&padding=1&step=7",
        "?operation=conv_transpose2d&size=3&stride=2&padding=1&picture=scatter&step=4&phase=add",
    ],
)
def test_nothing_to_mend_with_channels_and_in_both_pictures(step_page: StepPage, query: str) -> None:
    step_page.page.emulate_media(reduced_motion="reduce")
    step_page.open(query)
    expect_nothing_to_mend_by_day_and_night(step_page.page)


def test_nothing_to_mend_in_a_frame(step_page: StepPage) -> None:
    step_page.page.emulate_media(reduced_motion="reduce")
    for width in (800, 320):
        step_page.page.set_viewport_size({"width": width, "height": 520})
        step_page.open("embed?step=6&padding=1")
        expect(step_page.page.locator(".full-page")).to_be_visible()
        expect_nothing_to_mend(step_page.page)


def test_nothing_to_mend_with_motion_and_in_any_theme_that_is_chosen(step_page: StepPage) -> None:
    step_page.open("?step=6")
    expect_nothing_to_mend(step_page.page)
    step_page.page.emulate_media(reduced_motion="reduce")
    for theme, scheme in zip(SCHEMES, reversed(SCHEMES), strict=True):
        step_page.page.emulate_media(color_scheme=scheme)
        step_page.page.get_by_label("Theme").select_option(theme)
        step_page.wait_for_query(theme=theme)
        expect_no_colour_to_mend(step_page.page)


@pytest.mark.browser_context_args(viewport={"width": 1024, "height": 768}, reduced_motion="reduce")
@pytest.mark.parametrize("query", ["?step=6", "?step=6&padding=1&stride=2&kernel=gaussian-5"])
def test_nothing_to_mend_on_a_projector(step_page: StepPage, query: str) -> None:
    step_page.open(f"{query}&theme=projector")
    expect_nothing_to_mend(step_page.page)


def test_nothing_to_mend_with_a_problem_and_notices_on_screen(step_page: StepPage) -> None:
    step_page.page.emulate_media(reduced_motion="reduce")
    step_page.open("?theme=pink&speed=9&padding=same")
    step_page.choose("Stride", "2")
    expect(step_page.settings.get_by_text("padding same needs stride 1")).to_be_visible()
    expect(step_page.notices).to_be_visible()
    expect_nothing_to_mend_by_day_and_night(step_page.page)


def test_nothing_to_mend_while_the_server_is_away(step_page: StepPage) -> None:
    step_page.page.emulate_media(reduced_motion="reduce")
    step_page.open()
    step_page.page.route("**/api/v1/**", lambda route: route.abort())
    step_page.choose("Filter", "sobel-x")
    expect(step_page.alert).to_be_visible()
    expect_nothing_to_mend_by_day_and_night(step_page.page)


def test_nothing_to_mend_in_the_middle_of_a_step(step_page: StepPage) -> None:
    step_page.page.emulate_media(reduced_motion="reduce")
    step_page.open("?step=6&phase=place")
    expect_nothing_to_mend(step_page.page)
    step_page.phase("Multiply").click()
    expect(step_page.phase("Multiply")).to_have_attribute("aria-current", "step")
    expect_nothing_to_mend(step_page.page)


def expect_nothing_to_mend_in_any_theme(page: StepPage) -> None:
    """Look at all of the light theme and of the projector, which hides parts; else at the colours."""
    for theme, look in (
        ("light", expect_nothing_to_mend),
        ("dark", expect_no_colour_to_mend),
        ("projector", expect_nothing_to_mend),
    ):
        page.page.get_by_label("Theme").select_option(theme)
        page.wait_for_query(theme=theme)
        look(page.page)
    page.page.emulate_media(forced_colors="active", reduced_motion="reduce")
    expect_no_colour_to_mend(page.page)


@pytest.mark.parametrize(
    "query",
    [
        pytest.param("labels=rc&formula=both&vectors=1&shades=1", id="addresses, symbols, vectors, shades"),
        pytest.param("labels=xy&formula=symbols&only=1&stride=2", id="only the patch"),
    ],
)
def test_nothing_to_mend_with_all_that_can_be_shown(step_page: StepPage, query: str) -> None:
    step_page.page.emulate_media(reduced_motion="reduce")
    step_page.open(f"?step=2&padding=1&{query}")
    step_page.cell(step_page.input, 2, 2).click()
    expect(step_page.input.locator("[data-address]")).not_to_have_count(0)
    expect(step_page.page.locator(".symbols math")).not_to_have_count(0)
    expect_nothing_to_mend_in_any_theme(step_page)


def test_nothing_to_mend_with_vectors_that_are_longer_than_their_place(step_page: StepPage) -> None:
    step_page.page.emulate_media(reduced_motion="reduce")
    step_page.open("?step=2&padding=1&vectors=1&formula=both&size=7&kernel=" + ";".join(["1,-2,3,-4,5"] * 5))
    step_page.cell(step_page.input, 2, 2).click()
    vectors = step_page.page.get_by_role("region", name="As vectors")
    expect(vectors.locator(".dot-product")).not_to_be_empty()
    assert vectors.evaluate(SCROLLED_ACROSS)
    expect_nothing_to_mend_in_any_theme(step_page)


@pytest.mark.parametrize(
    "query",
    [
        pytest.param("?size=64&kernel=box-3", id="dense"),
        pytest.param(f"?size=20&kernel={WIDE_KERNEL}", id="long expression"),
        pytest.param("?input=123456.7891,-2.5;3,4&kernel=1,-1/7&bias=0.125", id="long numbers"),
    ],
)
def test_nothing_to_mend_at_the_limits(step_page: StepPage, query: str) -> None:
    step_page.page.emulate_media(reduced_motion="reduce")
    step_page.open(query)
    expect(step_page.page.get_by_role("main")).to_have_attribute("aria-busy", "false")
    expect_nothing_to_mend(step_page.page)


@pytest.mark.browser_context_args(
    viewport={"width": 320, "height": 640}, has_touch=True, is_mobile=True, reduced_motion="reduce"
)
@pytest.mark.parametrize("query", ["?step=6", f"?size=20&kernel={WIDE_KERNEL}"])
def test_nothing_to_mend_on_a_small_phone(step_page: StepPage, query: str) -> None:
    step_page.open(query)
    expect_nothing_to_mend(step_page.page)


@pytest.mark.parametrize("width", [1440, 390])
def test_nothing_to_mend_with_panels_sliders_and_the_share_dialog_open(
    step_page: StepPage, width: int
) -> None:
    step_page.page.set_viewport_size({"width": width, "height": 844})
    step_page.page.emulate_media(reduced_motion="reduce")
    step_page.open("?step=6&code=1&compare=1&stride=1,2&padding=1,0,2,1")
    expect(step_page.page.get_by_role("tabpanel")).not_to_be_empty()
    expect(step_page.page.get_by_role("table", name="Convolution − correlation")).to_be_visible()
    expect_nothing_to_mend_by_day_and_night(step_page.page)
    step_page.button("Share").click()
    expect_nothing_to_mend_by_day_and_night(step_page.page)
