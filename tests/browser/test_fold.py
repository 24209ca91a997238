"""The settings fold away to give the stage their place, and one link sets everything back."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.step_page import StepPage

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def width(element: Locator) -> float:
    """How wide an element is, in pixels."""
    box = element.bounding_box()
    assert box is not None
    return box["width"]


@pytest.mark.parametrize("key", [None, "Enter", "Space"], ids=["mouse", "Enter", "Space"])
def test_folded_settings_give_the_stage_their_place_and_come_back(
    step_page: StepPage, key: str | None
) -> None:
    step_page.open("?step=6")
    main, button = step_page.page.get_by_role("main"), step_page.button("Settings")

    def toggle() -> None:
        if key:
            button.press(key)
        else:
            button.click()

    before, cell = width(main), width(step_page.input.locator("td").last)
    expect(button).to_have_attribute("aria-expanded", "true")
    toggle()
    expect(step_page.settings).to_be_hidden()
    expect(button).to_have_attribute("aria-expanded", "false")
    assert width(main) > before
    assert width(step_page.input.locator("td").last) >= cell
    step_page.wait_for_query(settings="0", step="6")
    step_page.page.reload()
    expect(step_page.settings).to_be_hidden()
    toggle()
    expect(step_page.settings).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    assert width(main) == before


@pytest.mark.browser_context_args(**PHONE)
def test_on_a_phone_the_settings_below_fold_too(step_page: StepPage) -> None:
    step_page.open()
    height = "() => document.documentElement.scrollHeight"
    before = step_page.page.evaluate(height)
    step_page.button("Settings").tap()
    expect(step_page.settings).to_be_hidden()
    assert step_page.page.evaluate(height) < before
    assert step_page.page.evaluate("() => document.documentElement.scrollWidth") <= 390


def test_reset_all_sets_settings_and_view_back_and_back_brings_them_again(step_page: StepPage) -> None:
    step_page.open("?stride=2&weights=0&theme=dark")
    step_page.choose("Filter", "sobel-x").wait_for_query(kernel="sobel-x")
    # At once: the step must be in the address that is left.
    step_page.press("End").settings.get_by_role("link", name="Reset all").click()
    step_page.page.wait_for_url(lambda url: "?" not in url)
    step_page.expect_step(1)
    expect(step_page.field("Filter")).to_have_value("prewitt-x")
    expect(step_page.field("Weights on the input")).to_be_checked()
    expect(step_page.page.get_by_label("Theme")).to_have_value("auto")
    step_page.page.go_back()
    step_page.wait_for_query(stride="2", kernel="sobel-x", weights="0", theme="dark", step="4")
    step_page.expect_step(4, 4)
    expect(step_page.field("Filter")).to_have_value("sobel-x")
    expect(step_page.field("Weights on the input")).not_to_be_checked()
