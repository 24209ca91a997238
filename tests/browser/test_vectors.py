"""The step as vectors: a dot product, and a row of the matrix of all patches."""

import numpy as np
import pytest
from playwright.sync_api import Locator, expect

from tests.browser.numbers import number
from tests.browser.step_page import StepPage


@pytest.fixture
def browser_context_args(browser_context_args: dict[str, object]) -> dict[str, object]:
    """No motion, so that a step is finished at once."""
    return {**browser_context_args, "reduced_motion": "reduce"}


def grid(page: StepPage, name: str) -> Locator:
    """A table of the panel."""
    return page.page.locator(f".{name}-vectors table")


def test_the_dot_product_and_the_row_of_the_matrix_are_the_output(step_page: StepPage) -> None:
    step_page.open("?input=random&size=7&seed=3&padding=1&kernel=gaussian-3&stride=2")
    panel = step_page.page.get_by_role("region", name="As vectors")
    expect(panel).to_be_hidden()
    step_page.settings.get_by_role("checkbox", name="As vectors").check()
    step_page.wait_for_query(vectors="1")
    expect(panel.locator(".dot-product")).not_to_be_empty()
    step_page.page.get_by_role("main").focus()
    for step in (1, 2, 9, 16):
        step_page.press("End" if step == 16 else "Home")
        if step in (2, 9):
            step_page.output_cell((step + 3) // 4, (step - 1) % 4 + 1).click()
        step_page.expect_step(step)
        weights = step_page.read(grid(step_page, "weights")).numbers[0]
        patch = step_page.read(grid(step_page, "patch")).numbers[0]
        assert patch.tolist() == step_page.read(step_page.patch).numbers.ravel().tolist()
        matrix = step_page.read(grid(step_page, "matrix"))
        assert matrix.numbers.shape == (9, 9)
        lit = {row for row, _column in matrix.where("now")}
        assert len(lit) == 1
        assert matrix.numbers[lit.pop()].tolist() == patch.tolist()
        outputs = step_page.read(grid(step_page, "products")).numbers[:, 0]
        done = ~np.isnan(outputs)
        np.testing.assert_allclose((matrix.numbers @ weights / 16)[done], outputs[done], atol=0.006)
        expect(panel).to_contain_text("16 × 9")
        assert number(panel.locator(".dot-product").inner_text().split("= ")[1]) == pytest.approx(
            number(step_page.value.inner_text())
        )
    panel.get_by_role("button", name="Fold away").click()
    expect(panel).to_be_hidden()


def test_a_matrix_of_thousands_of_rows_has_nine_in_the_page(step_page: StepPage) -> None:
    step_page.open("?size=40&vectors=1&step=700")
    step_page.page.wait_for_function("() => document.querySelector('main').ariaBusy === 'false'")
    expect(grid(step_page, "matrix").locator("tbody tr")).to_have_count(9)
    expect(grid(step_page, "matrix").locator("tbody tr:has(.now) th")).to_have_text("700")
