"""Place, multiply, add, write: what is on screen after each, and on the way."""

import numpy as np
import pytest
from playwright.sync_api import expect

from tests.browser.numbers import number
from tests.browser.step_page import StepPage


def shown_parts(page: StepPage) -> set[str]:
    """Which results of the current step are on screen."""
    parts = {
        "products": not np.isnan(page.read(page.products).numbers).any(),
        "sum": page.value.inner_text() != "",
        "output cell": page.output_cell(2, 2).inner_text() != "",
    }
    return {name for name, is_shown in parts.items() if is_shown}


PARTS: dict[str, set[str]] = {
    "Place": set(),
    "Multiply": {"products"},
    "Add": {"products", "sum"},
    "Write": {"products", "sum", "output cell"},
}


def test_a_phase_shows_what_has_been_worked_out_by_then(timed_page: StepPage) -> None:
    timed_page.open("?step=6")
    for phase in ("Add", "Place", "Write", "Multiply"):
        timed_page.phase(phase).click()
        timed_page.pass_time(1)
        assert shown_parts(timed_page) == PARTS[phase]
        expect(timed_page.phase(phase)).to_have_attribute("aria-current", "step")
        assert timed_page.page.locator(".phases [aria-current]").count() == 1


@pytest.mark.parametrize("phase", ["Place", "Add"])
def test_an_address_may_ask_for_a_phase(step_page: StepPage, phase: str) -> None:
    step_page.open(f"?step=6&phase={phase.lower()}")
    assert shown_parts(step_page) == PARTS[phase]
    expect(step_page.phase(phase)).to_have_attribute("aria-current", "step")


def test_a_long_trace_keeps_the_phase_that_the_address_asks_for(step_page: StepPage) -> None:
    step_page.open("?size=12&step=12&phase=multiply")
    expect(step_page.page.get_by_role("main")).to_have_attribute("aria-busy", "false")
    step_page.expect_step(12, 100)
    assert shown_parts(step_page) == PARTS["Multiply"]


def test_one_phase_follows_the_other_without_a_step_back(timed_page: StepPage) -> None:
    timed_page.open("?step=6&phase=place")
    for phase in PARTS:
        timed_page.phase(phase).click()
        timed_page.pass_time(1)
        timed_page.expect_step(6)
        assert shown_parts(timed_page) == PARTS[phase]


def test_at_every_moment_of_a_step_the_sum_is_that_of_the_added_products(timed_page: StepPage) -> None:
    timed_page.open("?step=5")
    timed_page.press("ArrowRight")
    counts = []
    for _ in range(30):
        timed_page.pass_time(1 / 30)
        products = timed_page.read(timed_page.products)
        values, added = products.numbers, products.where("added")
        shown = timed_page.value.inner_text()
        assert (number(shown) if shown else None) == (sum(values[cell] for cell in added) if added else None)
        counts.append((int(np.isfinite(values).sum()), len(added)))
    assert counts == sorted(counts)
    assert counts[-1] == (9, 9)
    assert {multiplied for multiplied, _ in counts} == set(range(10))


def test_a_cell_is_written_only_when_its_sum_is_complete(timed_page: StepPage) -> None:
    timed_page.open("?step=5")
    timed_page.press("ArrowRight")
    while timed_page.output_cell(2, 2).inner_text() == "":
        assert timed_page.phase("Write").get_attribute("aria-current") is None
        timed_page.pass_time(0.05)
    assert len(timed_page.read(timed_page.products).where("added")) == 9
    expect(timed_page.output_cell(2, 2)).to_have_text("−2")
    expect(timed_page.phase("Write")).to_have_attribute("aria-current", "step")


def test_the_bias_comes_with_the_value_and_not_before(timed_page: StepPage) -> None:
    timed_page.open("?step=6&bias=10")
    timed_page.phase("Add").click()
    timed_page.pass_time(1)
    expect(timed_page.value).to_have_text("−2")
    timed_page.phase("Write").click()
    timed_page.pass_time(1)
    expect(timed_page.value).to_have_text("8")
