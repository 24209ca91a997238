"""The step in symbols, in numbers or in both: native MathML that says the same as the cells."""

import pytest
from playwright.sync_api import expect

from tests.browser.step_page import StepPage

TERMS = """() => [...document.querySelectorAll(".symbols .term")].map(term =>
    [...term.querySelectorAll("msub")].map(each => each.textContent))"""


@pytest.fixture
def browser_context_args(browser_context_args: dict[str, object]) -> dict[str, object]:
    """No motion, so that a step is finished at once."""
    return {**browser_context_args, "reduced_motion": "reduce"}


def test_symbols_name_the_cells_of_every_term(step_page: StepPage) -> None:
    step_page.open("?step=7")
    symbols = step_page.page.locator(".symbols")
    expect(symbols).to_be_hidden()
    step_page.choose("Formula", "both").wait_for_query(formula="both")
    expect(symbols).to_be_visible()
    expect(step_page.expression).to_be_visible()
    assert step_page.page.evaluate(TERMS) == [
        [f"I{1 + row},{2 + column}", f"F{row},{column}"] for row in range(3) for column in range(3)
    ]
    assert symbols.locator("math").last.text_content() == "O1,2"
    kinds = symbols.evaluate("root => [...new Set([...root.querySelectorAll('*')].map(e => e.namespaceURI))]")
    assert kinds == ["http://www.w3.org/1999/xhtml", "http://www.w3.org/1998/Math/MathML"]
    step_page.page.get_by_role("main").focus()
    step_page.press("ArrowRight").expect_step(8)
    assert step_page.page.evaluate(TERMS)[0] == ["I1,3", "F0,0"]
    step_page.choose("Formula", "symbols").wait_for_query(formula="symbols")
    expect(step_page.expression).to_be_hidden()
    step_page.choose("Addresses", "xy").wait_for_query(labels="xy")
    assert step_page.page.evaluate(TERMS)[1] == ["I4,1", "F1,0"]


def test_a_divisor_and_a_bias_stand_in_the_formula_too(step_page: StepPage) -> None:
    step_page.open("?kernel=1,2;3,4/10&bias=-2&formula=symbols")
    expect(step_page.page.locator(".symbols")).to_contain_text(") / 10 + b = O0,0")


def test_a_symbol_lights_its_two_cells_and_a_zero_is_quiet(step_page: StepPage) -> None:
    step_page.open("?step=6&formula=both")
    step_page.page.locator(".symbols .term").nth(8).hover()
    marks = step_page.page.locator(".input-grid [data-mark], .kernel-grid [data-mark]")
    expect(marks).to_have_count(2)
    expect(step_page.cell(step_page.input, 4, 4)).to_have_attribute("data-mark", "linked")
    expect(step_page.page.locator(".term.linked")).to_have_count(2)
    terms = step_page.expression.locator(".term")
    assert [number for number in range(9) if "zero" in (terms.nth(number).get_attribute("class") or "")] == [
        1,
        4,
        7,
    ]
