"""The page in a browser without JavaScript: everything can be read, and links and a form do the rest."""

import numpy as np
import pytest
from playwright.sync_api import Locator, expect

from tests.browser.numbers import correlate, number
from tests.browser.step_page import StepPage


@pytest.fixture
def browser_context_args(browser_context_args: dict[str, object]) -> dict[str, object]:
    """A browser that runs no scripts."""
    return {**browser_context_args, "java_script_enabled": False}


def link(page: StepPage, name: str) -> Locator:
    """One of the links that lead from step to step."""
    return page.page.get_by_role("navigation", name="Steps").get_by_role("link", name=name)


def test_links_lead_through_all_steps_and_every_value_is_there(step_page: StepPage) -> None:
    step_page.open()
    values, weights = (step_page.read(table).numbers for table in (step_page.input, step_page.kernel))
    output = correlate(values, weights)
    for step in range(1, 17):
        row, column = divmod(step - 1, 4)
        expect(step_page.page).to_have_title(f"Step {step} of 16 – Kernelwalk")
        shown = step_page.read(step_page.output)
        assert shown.where("current") == [(row, column)]
        assert shown.numbers[row, column] == output[row, column] == number(step_page.value.inner_text())
        np.testing.assert_array_equal(
            step_page.read(step_page.products).numbers, values[row : row + 3, column : column + 3] * weights
        )
        expect(step_page.sentence).to_contain_text(f"the output in row {row + 1}, column {column + 1}.")
        if step < 16:
            link(step_page, "Next step").click()
    assert link(step_page, "Next step").count() == 0


def test_links_lead_back_and_to_the_ends(step_page: StepPage) -> None:
    step_page.open("?step=6&kernel=sobel-x")
    for name, step in (("Previous step", 5), ("Last step", 16), ("First step", 1)):
        link(step_page, name).click()
        expect(step_page.page).to_have_title(f"Step {step} of 16 – Kernelwalk")
        assert step_page.query["kernel"] == "sobel-x"
    assert link(step_page, "Previous step").count() == 0


def test_the_form_shows_another_convolution(step_page: StepPage) -> None:
    step_page.open()
    step_page.choose("Filter", "sobel-x").choose("Padding", "full").choose("Bias", "-2")
    step_page.settings.get_by_role("radio", name="flipped").check()
    step_page.button("Show").click()
    expect(step_page.page).to_have_title("Step 1 of 64 – Kernelwalk")
    expect(step_page.notices).to_have_count(0)
    expect(step_page.field("Filter")).to_have_value("sobel-x")
    expect(step_page.field("Bias")).to_have_value("-2")
    expect(step_page.settings.get_by_role("radio", name="flipped")).to_be_checked()
    assert step_page.read(step_page.kernel).texts[1] == ["−2", "0", "2"]


def test_every_choice_of_the_form_can_be_shown(step_page: StepPage) -> None:
    step_page.open()
    options = step_page.field("Padding").locator("option:not([hidden], [disabled])")
    for value in options.evaluate_all("options => options.map(option => option.value)"):
        step_page.choose("Padding", value)
        step_page.button("Show").click()
        expect(step_page.notices).to_have_count(0)


def test_fields_that_only_a_script_would_bring_back_are_there(step_page: StepPage) -> None:
    step_page.open()
    step_page.choose("Pattern", "random")
    step_page.button("Show").click()
    expect(step_page.field("Seed")).to_be_visible()
    expect(step_page.field("Size")).to_be_visible()


def test_no_control_is_shown_that_does_nothing(step_page: StepPage) -> None:
    step_page.open("?theme=pink&step=6")
    expect(step_page.notices).to_be_visible()
    expect(step_page.page.get_by_role("button")).to_have_text(["Show"])
    expect(step_page.page.get_by_role("slider")).to_have_count(0)
    expect(step_page.page.get_by_role("grid")).to_have_count(0)
    outside = step_page.page.locator("main, header")
    expect(outside.get_by_role("combobox").or_(outside.get_by_role("textbox"))).to_have_count(0)


def test_the_patch_wears_its_weights(step_page: StepPage) -> None:
    step_page.open("?step=6")
    shown = step_page.read(step_page.input)
    assert len(shown.where("patch")) == 9
    assert shown.tags() == ["×1", "×0", "×−1"] * 3
