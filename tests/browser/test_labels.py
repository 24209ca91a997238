"""What is written beside the numbers: addresses, what is left out, what is never reached."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.step_page import StepPage

ADDRESSES = """table => [...table.tBodies[0].rows].map(row =>
    [...row.querySelectorAll("td")].map(cell => cell.dataset.address))"""
FONT_SIZE = "cell => parseFloat(getComputedStyle(cell, '::before').fontSize)"


@pytest.fixture
def browser_context_args(browser_context_args: dict[str, object]) -> dict[str, object]:
    """No motion, so that a step is finished at once."""
    return {**browser_context_args, "reduced_motion": "reduce"}


def addresses(table: Locator) -> list[list[str]]:
    """The names in the corners of the cells."""
    found: list[list[str]] = table.evaluate(ADDRESSES)
    return found


def expect_addresses(page: StepPage) -> None:
    """Wait for the part of the page that writes them; it writes all at once."""
    expect(page.cell(page.kernel, 1, 1)).to_have_attribute("data-address", re.compile("^F"))


def test_cells_have_addresses_by_row_and_column_or_by_x_and_y(step_page: StepPage) -> None:
    step_page.page.set_viewport_size({"width": 1366, "height": 768})
    step_page.open("?step=7")
    assert addresses(step_page.kernel)[0][0] is None
    step_page.choose("Addresses", "rc").wait_for_query(labels="rc")
    expect_addresses(step_page)
    assert addresses(step_page.input)[1][4] == "I₁₄"
    assert addresses(step_page.kernel)[2] == ["F₂₀", "F₂₁", "F₂₂"]
    assert addresses(step_page.patch)[0] == ["I₁₂", "I₁₃", "I₁₄"]
    assert addresses(step_page.output)[3][0] == "O₃₀"
    assert step_page.cell(step_page.input, 1, 1).evaluate(FONT_SIZE) >= 9
    step_page.choose("Addresses", "xy").wait_for_query(labels="xy")
    assert addresses(step_page.input)[1][4] == "I₄₁"
    step_page.press("End")
    assert addresses(step_page.patch)[0] == ["I₃₃", "I₄₃", "I₅₃"]


def test_the_addresses_of_a_flipped_kernel_turn_with_it_and_padding_counts_below_zero(
    step_page: StepPage,
) -> None:
    step_page.open("?labels=rc&flip=1&padding=1")
    expect_addresses(step_page)
    assert addresses(step_page.kernel) == [[f"F{r}{c}" for c in "₂₁₀"] for r in "₂₁₀"]
    assert addresses(step_page.input)[0][:2] == ["I₋₁,₋₁", "I₋₁,₀"]


def test_addresses_are_left_out_where_nobody_could_read_them(step_page: StepPage) -> None:
    step_page.open("?labels=rc&size=20")
    expect_addresses(step_page)
    assert step_page.cell(step_page.input, 1, 1).evaluate(FONT_SIZE) == 0


def test_only_the_patch_is_left_and_the_switch_says_how_many_go(step_page: StepPage) -> None:
    step_page.open("?step=6")
    switch = step_page.settings.get_by_role("checkbox", name="Only the patch")
    expect(switch).to_have_accessible_name("Only the patch throw the other 27 pixels out")
    switch.check()
    step_page.wait_for_query(only="1")
    colours = step_page.input.locator("tbody td").evaluate_all(
        "cells => cells.map(cell => [cell.matches('.patch'), getComputedStyle(cell).color])"
    )
    hidden = [colour == "rgba(0, 0, 0, 0)" for _is_patch, colour in colours]
    assert [not is_patch for is_patch, _colour in colours] == hidden
    assert hidden.count(True) == 27
    step_page.open("?padding=1&step=1&only=1")
    expect(switch).to_have_accessible_name("Only the patch throw the other 32 pixels out")


def test_cells_that_are_never_reached_are_explained_beside_the_input(step_page: StepPage) -> None:
    step_page.open("?stride=2")
    note = step_page.page.locator(".unreached-note")
    expect(note).to_have_text("The kernel never reaches row 6 and column 6 of the input.")
    step_page.choose("Stride", "1").wait_for_query()
    expect(note).to_be_hidden()


def test_padding_is_dashed_and_has_the_values_of_the_border(step_page: StepPage) -> None:
    step_page.open("?padding=1&border=edge")
    cells = step_page.read(step_page.input)
    assert len(cells.where("padding")) == 28
    assert cells.numbers[0].tolist() == cells.numbers[1].tolist()
    style = step_page.cell(step_page.input, 8, 8).evaluate("cell => getComputedStyle(cell).borderTopStyle")
    assert style == "dashed"


def test_the_sizes_are_drawn_to_scale(step_page: StepPage) -> None:
    step_page.open("?size=6x8&stride=2&dilation=1,2&padding=2,1,0,3")
    read = """() => Object.fromEntries(["padded", "input", "kernel", "output"].map(name => {
        const box = document.querySelector(`.${name}-shape`).getBBox();
        return [name, [box.x, box.y, box.width, box.height]];
    }))"""
    first = step_page.page.evaluate(read)
    assert first["padded"] == [0, 0, 11, 9]
    assert first["input"] == [0, 2, 8, 6]
    assert first["kernel"] == [0, 0, 5, 3]
    assert first["output"][2:] == [4, 4]
    assert first["output"][0] > 11
    step_page.page.reload()
    assert step_page.page.evaluate(read) == first
    step_page.choose("Size", "5").wait_for_query(size="5")
    assert step_page.page.evaluate(read)["input"] == [0, 2, 5, 5]
    expect(step_page.page.locator(".input-key")).to_have_text("input 5 × 5")
