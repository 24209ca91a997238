"""Whatever is typed into a cell: numbers change the convolution, anything else changes nothing."""

import numpy as np
import pytest
from playwright.sync_api import Locator, expect
from scipy.signal import correlate2d

from tests.browser.step_page import StepPage
from tests.browser.test_axe import expect_nothing_to_mend

DEMO = "3,0,1,2,7,4;1,5,8,9,3,1;2,7,2,5,1,3;0,1,3,1,7,8;4,2,1,6,2,8;2,4,5,2,3,9"
HOSTILE = ["1e999", "abc", "--1", "9" * 400, "🙂", "1;2", "1:2::3", "1,2,3", "1/0", "&seed=2#<b>", "NaN"]


@pytest.fixture
def browser_context_args(browser_context_args: dict[str, object]) -> dict[str, object]:
    """No motion, so that a step is finished at once."""
    return {**browser_context_args, "reduced_motion": "reduce"}


def editor(page: StepPage) -> Locator:
    """The field over the cell that is written in."""
    return page.page.locator("cell-editor:not([hidden]) input")


def said(page: StepPage) -> Locator:
    """What screen readers are told of a change."""
    return page.page.locator(".edited")


def test_typing_enter_and_tab_write_cells_as_in_a_spreadsheet(step_page: StepPage) -> None:
    step_page.open()
    step_page.cell(step_page.input, 1, 1).click()
    step_page.page.keyboard.type("4")
    expect(editor(step_page)).to_have_accessible_name("Input row 1, column 1")
    step_page.press("Enter")
    expect(step_page.cell(step_page.input, 2, 1)).to_be_focused()
    step_page.page.keyboard.type("-2,5")
    step_page.press("Tab")
    step_page.page.keyboard.type("7")
    step_page.press("Enter")
    step_page.wait_for_query(input=DEMO.replace("3,0", "4,0", 1).replace(";1,5", ";-2.5,7", 1))
    expect(step_page.cell(step_page.input, 3, 2)).to_be_focused()
    expect(said(step_page)).to_have_text("Input row 2, column 2 set to 7. Output recomputed.")
    expect(step_page.field("Pattern").locator("option:checked")).to_have_text("My numbers")
    values, weights = (step_page.read(table).numbers for table in (step_page.input, step_page.kernel))
    assert values[1].tolist() == [-2.5, 7, 8, 9, 3, 1]
    output = step_page.finish().read(step_page.output).numbers
    np.testing.assert_array_equal(output, correlate2d(values, weights, mode="valid"))


def test_f2_and_a_double_click_open_what_is_there_and_escape_leaves_it(step_page: StepPage) -> None:
    step_page.open()
    cell = step_page.cell(step_page.kernel, 1, 3)
    cell.dblclick()
    expect(editor(step_page)).to_have_value("-1")
    step_page.press("5").press("Escape")
    expect(cell).to_be_focused()
    step_page.press("F2")
    expect(editor(step_page)).to_have_value("-1")
    expect_nothing_to_mend(step_page.page)
    step_page.press("Enter")
    expect(step_page.cell(step_page.kernel, 2, 3)).to_be_focused()
    expect(step_page.page.get_by_role("main")).to_have_attribute("aria-busy", "false")
    assert step_page.query == {}


def test_leaving_a_cell_commits_and_delete_makes_it_zero(step_page: StepPage) -> None:
    step_page.open("?kernel=1,2;3,4")
    step_page.cell(step_page.kernel, 1, 1).click()
    step_page.page.keyboard.type("9")
    step_page.page.get_by_role("main").focus()
    step_page.wait_for_query(kernel="9,2;3,4")
    step_page.cell(step_page.kernel, 2, 2).click()
    step_page.press("Delete").wait_for_query(kernel="9,2;3,0")
    step_page.press("Control+z").wait_for_query(kernel="9,2;3,4")
    step_page.press("Control+z").wait_for_query(kernel="1,2;3,4")


def test_keys_walk_through_a_grid_that_is_one_tab_stop(step_page: StepPage) -> None:
    step_page.open("?step=6")
    step_page.cell(step_page.input, 2, 2).click()
    for key, place in (
        ("ArrowRight", (2, 3)),
        ("ArrowDown", (3, 3)),
        ("Home", (3, 1)),
        ("Control+End", (6, 6)),
        ("Control+Home", (1, 1)),
        ("End", (1, 6)),
    ):
        step_page.press(key)
        expect(step_page.cell(step_page.input, *place)).to_be_focused()
    assert step_page.input.locator("[tabindex='0']").count() == 1
    step_page.expect_step(6)
    step_page.press("4").press("Home").press("ArrowLeft")
    expect(editor(step_page)).to_be_focused()


def test_padding_cannot_be_typed_into(step_page: StepPage) -> None:
    step_page.open("?padding=1")
    step_page.cell(step_page.input, 1, 1).click()
    step_page.press("5").press("Enter")
    expect(editor(step_page)).to_have_count(0)
    step_page.cell(step_page.input, 2, 2).click()
    step_page.press("8").press("Enter").wait_for_query(input=DEMO.replace("3", "8", 1))


def test_fractions_become_one_divisor(step_page: StepPage) -> None:
    step_page.open("?kernel=1,1;1,1")
    step_page.cell(step_page.kernel, 1, 1).click()
    for text, kernel in (("1/4", "1,4;4,4/4"), ("1/6", "3,12;2,12/12")):
        step_page.page.keyboard.type(text)
        step_page.press("Enter").wait_for_query(kernel=kernel)
    expect(step_page.expression).to_contain_text("/ 12")


def test_a_cell_of_a_flipped_kernel_is_the_one_on_screen(step_page: StepPage) -> None:
    step_page.open("?kernel=1,2;3,4&flip=1")
    step_page.cell(step_page.kernel, 1, 1).click()
    step_page.press("9").press("Enter").wait_for_query(kernel="1,2;3,9")
    assert step_page.read(step_page.kernel).texts == [["9", "3"], ["2", "1"]]


def test_hostile_typing_is_refused_at_the_cell_and_takes_nothing_away(step_page: StepPage) -> None:
    mistakes: list[str] = []
    step_page.page.on("pageerror", lambda error: mistakes.append(str(error)))
    step_page.open("?step=6")
    before = step_page.read(step_page.output).texts
    cell = step_page.cell(step_page.input, 2, 1)
    for typed in HOSTILE:
        cell.click()
        step_page.press("F2")
        editor(step_page).fill(typed)
        step_page.press("Enter")
        expect(cell).to_have_attribute("aria-invalid", "true")
        expect(step_page.settings.get_by_text("row 2, column 1 is")).to_be_visible()
        assert step_page.query == {"step": "6"}
    cell.click()
    step_page.press("F2")
    expect(editor(step_page)).to_have_value("NaN")
    expect_nothing_to_mend(step_page.page)
    step_page.press("Escape")
    assert step_page.read(step_page.output).texts == before
    assert mistakes == []
    step_page.press("1").press("Enter").wait_for_query(input=DEMO)
    expect(cell).not_to_have_attribute("aria-invalid", "true")


def test_an_empty_cell_counts_as_zero(step_page: StepPage) -> None:
    step_page.open("?input=1,2;3,4&kernel=1")
    step_page.cell(step_page.input, 1, 2).dblclick()
    editor(step_page).fill("")
    step_page.press("Enter").wait_for_query(input="1,0;3,4")


@pytest.mark.browser_context_args(
    viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, reduced_motion="reduce"
)
def test_a_finger_opens_a_cell_and_turns_its_sign(step_page: StepPage) -> None:
    step_page.open("?kernel=1,2;3,4")
    step_page.cell(step_page.kernel, 1, 2).dblclick()
    expect(editor(step_page)).to_have_attribute("inputmode", "decimal")
    step_page.page.get_by_role("button", name="Other sign").tap()
    expect(editor(step_page)).to_have_value("-2")
    expect(editor(step_page)).to_be_focused()
    step_page.press("Enter").wait_for_query(kernel="1,-2;3,4")
