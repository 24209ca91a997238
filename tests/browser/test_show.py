"""How the convolution is shown: a switch changes the picture and the address, never the numbers."""

from playwright.sync_api import expect

from tests.browser.step_page import StepPage


def test_weights_on_the_input_can_be_left_out(step_page: StepPage) -> None:
    step_page.open("?step=6")
    tag = "cell => getComputedStyle(cell, '::after').display"
    cell = step_page.input.locator("[data-tag]").first
    assert cell.evaluate(tag) != "none"
    step_page.field("Weights on the input").uncheck()
    step_page.wait_for_query(weights="0", step="6")
    assert cell.evaluate(tag) == "none"
    step_page.page.reload()
    expect(step_page.field("Weights on the input")).not_to_be_checked()
    assert cell.evaluate(tag) == "none"
