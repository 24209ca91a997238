"""A phone in the hand: everything is large enough to touch, and nothing hangs over the edge."""

import pytest
from playwright.sync_api import expect

from tests.browser.step_page import StepPage

TARGET_PIXELS = 44
CELL_PIXELS = 24
"""WCAG 2.5.8, for the cells of an output; the slider and the buttons lead to each of them too."""

TARGETS = """() => [...document.querySelectorAll("a[href], button, select, input, .phases button")]
    .filter((each) => each.checkVisibility() && !each.matches(".skip"))
    .map((each) => (["radio", "checkbox"].includes(each.type) ? each.closest("label") : each))
    .map((each) => {
        const { width, height } = each.getBoundingClientRect();
        return { name: each.ariaLabel || each.name || each.textContent.trim(), width, height };
    })"""


@pytest.fixture
def browser_context_args(browser_context_args: dict[str, object]) -> dict[str, object]:
    """A phone of the usual size."""
    return {
        **browser_context_args,
        "viewport": {"width": 390, "height": 844},
        "has_touch": True,
        "is_mobile": True,
        "reduced_motion": "reduce",
    }


def too_small(page: StepPage) -> list[str]:
    """The controls that a thumb would miss."""
    return [
        f"{each['name']}: {each['width']:.1f} × {each['height']:.1f}"
        for each in page.page.evaluate(TARGETS)
        if min(each["width"], each["height"]) < TARGET_PIXELS - 0.01
    ]


def test_controls_are_large_enough_for_a_thumb(step_page: StepPage) -> None:
    step_page.open("?theme=pink&padding=1&input=random&step=6")
    assert too_small(step_page) == []


def test_the_button_of_a_message_is_large_enough_for_a_thumb(step_page: StepPage) -> None:
    step_page.open()
    step_page.page.route("**/api/v1/**", lambda route: route.abort())
    step_page.choose("Filter", "sobel-x")
    expect(step_page.button("Try again")).to_be_visible()
    assert too_small(step_page) == []


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_a_script_too_controls_are_large_enough_for_a_thumb(step_page: StepPage) -> None:
    step_page.open("?step=6")
    assert too_small(step_page) == []


def test_output_cells_can_be_touched(step_page: StepPage) -> None:
    step_page.open("?padding=same")
    box = step_page.output_cell(2, 3).bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= CELL_PIXELS
    step_page.output_cell(2, 3).tap()
    step_page.expect_step(9, 36)


def test_a_thumb_can_step_and_choose(step_page: StepPage) -> None:
    step_page.open()
    step_page.button("Next step").tap()
    step_page.expect_step(2)
    step_page.phase("Place").tap()
    expect(step_page.value).to_be_empty()
    step_page.settings.get_by_role("radio", name="flipped").tap()
    step_page.wait_for_query(flip="1")


def test_two_quick_taps_are_two_steps_and_no_zoom(step_page: StepPage) -> None:
    step_page.open()
    forward = step_page.button("Next step")
    expect(forward).to_have_css("touch-action", "manipulation")
    forward.tap()
    forward.tap()
    step_page.expect_step(3)


@pytest.mark.parametrize(
    "query",
    [
        "?step=6",
        "?padding=full&kernel=gaussian-5&bias=-12.75&step=50",
        "?size=64",
        "?size=1x64&kernel=1",
        "?input=123456.7891,-2.5;3,4&kernel=1,-1/7",
        "?theme=pink&stride=0&kernel=" + ";".join([",".join(["-12.5"] * 15)] * 15) + "&size=20",
    ],
)
def test_a_page_of_320_pixels_never_scrolls_sideways(step_page: StepPage, query: str) -> None:
    step_page.page.set_viewport_size({"width": 320, "height": 640})
    step_page.open(query)
    expect(step_page.page.get_by_role("main")).to_have_attribute("aria-busy", "false")
    assert step_page.page.evaluate("() => document.documentElement.scrollWidth") <= 320
    step_page.page.evaluate("() => window.scrollTo(1000, 0)")
    assert step_page.page.evaluate("() => window.scrollX") == 0
