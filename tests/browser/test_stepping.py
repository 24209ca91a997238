"""One cell after another: every number on the page against SciPy, and every way from step to step."""

import numpy as np
import pytest
from playwright.sync_api import expect

from tests.browser.numbers import Numbers, both_sides, correlate, number
from tests.browser.step_page import StepPage

LAST = 16


@pytest.fixture
def browser_context_args(browser_context_args: dict[str, object]) -> dict[str, object]:
    """No motion, so that a step is finished at once; ``test_motion`` looks at the way there."""
    return {**browser_context_args, "reduced_motion": "reduce"}


def expect_every_number_of(page: StepPage, step: int, output: Numbers) -> None:
    """All that the page shows of a finished step, counted from 1, agrees with the oracle's output."""
    row, column = divmod(step - 1, output.shape[1])
    value = output[row, column]
    weights = page.read(page.kernel).numbers
    shown = page.read(page.input)
    patch = shown.numbers[row : row + weights.shape[0], column : column + weights.shape[1]]
    assert shown.where("patch") == [
        (row + r, column + c) for r in range(weights.shape[0]) for c in range(weights.shape[1])
    ]
    assert [number(tag.removeprefix("×")) for tag in shown.tags()] == weights.ravel().tolist()
    np.testing.assert_array_equal(page.read(page.patch).numbers, patch)
    np.testing.assert_array_equal(page.read(page.applied_kernel).numbers, weights)
    np.testing.assert_array_equal(page.read(page.products).numbers, patch * weights)
    assert number(page.value.inner_text()) == value
    assert both_sides(page.expression.inner_text()) == (value, value)
    assert f" {page.value.inner_text()}, the output in row {row + 1}, column {column + 1}." in (
        page.sentence.inner_text()
    )
    expect_output_up_to(page, step, output)


def expect_output_up_to(page: StepPage, step: int, output: Numbers) -> None:
    """The cells up to the current one have their values, and the others have none yet."""
    shown = page.read(page.output)
    np.testing.assert_array_equal(shown.numbers.ravel()[:step], output.ravel()[:step])
    assert np.isnan(shown.numbers.ravel()[step:]).all()
    assert shown.where("current") == [divmod(step - 1, output.shape[1])]


@pytest.mark.parametrize("way", ["Next step", "ArrowRight", "PageDown"])
def test_on_the_way_through_all_cells_every_number_is_the_one_that_scipy_computes(
    step_page: StepPage, way: str
) -> None:
    step_page.open()
    output = correlate(step_page.read(step_page.input).numbers, step_page.read(step_page.kernel).numbers)
    assert output.size == LAST
    for step in range(1, LAST + 1):
        step_page.expect_step(step)
        expect_every_number_of(step_page, step, output)
        if way == "Next step":
            step_page.button(way).click()
        else:
            step_page.press(way)
    step_page.expect_step(LAST)


def test_the_way_back_takes_the_values_away_again(step_page: StepPage) -> None:
    step_page.open(f"?step={LAST}")
    output = step_page.read(step_page.output).numbers
    for step in range(LAST, 0, -1):
        step_page.expect_step(step)
        expect_output_up_to(step_page, step, output)
        step_page.button("Previous step").click()
    step_page.expect_step(1)


def test_first_and_last_lead_to_the_ends(step_page: StepPage) -> None:
    step_page.open("?step=7")
    step_page.button("Last step").click()
    step_page.expect_step(LAST)
    step_page.button("First step").click()
    step_page.expect_step(1)


def test_the_slider_leads_anywhere_by_keys(step_page: StepPage) -> None:
    step_page.open()
    step_page.slider.press("ArrowRight")
    step_page.expect_step(2)
    step_page.slider.press("End")
    step_page.expect_step(LAST)
    step_page.slider.press("ArrowLeft")
    step_page.expect_step(LAST - 1)
    step_page.slider.press("Home")
    step_page.expect_step(1)
    expect(step_page.slider).to_have_attribute("aria-valuetext", "Step 1 of 16, output row 1 column 1")


def test_the_slider_follows_the_pointer_to_every_step(step_page: StepPage) -> None:
    step_page.open()
    box = step_page.slider.bounding_box()
    assert box is not None
    mouse, middle = step_page.page.mouse, box["y"] + box["height"] / 2
    mouse.move(box["x"] + box["width"] * 0.5 / LAST, middle)
    mouse.down()
    for step in range(1, LAST + 1):
        mouse.move(box["x"] + box["width"] * (step - 0.5) / LAST, middle)
        step_page.expect_step(step)
    mouse.up()
    step_page.expect_step(LAST)


def test_a_click_on_an_output_cell_leads_to_its_step(step_page: StepPage) -> None:
    step_page.open()
    step_page.output_cell(3, 3).click()
    step_page.expect_step(11)
    expect(step_page.value).to_have_text("−4")
    step_page.output_cell(1, 3).click()
    step_page.expect_step(3)
