"""Blocks of numbers from elsewhere: into the grid, as text, and what no grid can take."""

import numpy as np
import pytest
from playwright.sync_api import Locator, Route, expect

from tests.browser.step_page import StepPage
from tests.browser.test_axe import expect_nothing_to_mend

PASTE = """(cell, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    cell.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}"""


@pytest.fixture
def browser_context_args(browser_context_args: dict[str, object]) -> dict[str, object]:
    """No motion, so that a step is finished at once."""
    return {**browser_context_args, "reduced_motion": "reduce"}


def paste(page: StepPage, cell: Locator, text: str) -> None:
    """What a spreadsheet has copied, into a cell."""
    cell.click()
    cell.evaluate(PASTE, text)
    expect(page.page.get_by_role("main")).to_have_attribute("aria-busy", "false")


def open_text(page: StepPage, part: str) -> Locator:
    """The dialog with a grid as text."""
    page.settings.locator(f"[data-opens=text-{part.lower()}]").click()
    return page.page.get_by_role("dialog", name=f"{part} as text")


def test_a_block_is_laid_on_the_grid_which_grows_as_far_as_it_reaches(step_page: StepPage) -> None:
    step_page.open("?input=1,2;3,4&kernel=1")
    paste(step_page, step_page.cell(step_page.input, 1, 1), "9\t8,5\r\n")
    step_page.wait_for_query(input="9,8.5;3,4")
    paste(step_page, step_page.cell(step_page.input, 2, 2), "5\t6\n−7\t\n")
    step_page.wait_for_query(input="9,8.5,0;3,5,6;0,−7,0")
    expect(step_page.page.locator(".edited")).to_contain_text("pasted from Input row 2, column 2 on.")
    values = step_page.read(step_page.input).numbers
    np.testing.assert_array_equal(values, [[9, 8.5, 0], [3, 5, 6], [0, -7, 0]])
    step_page.press("Control+z").wait_for_query(input="9,8.5;3,4")


def test_a_block_that_is_too_large_is_refused_and_takes_nothing_away(step_page: StepPage) -> None:
    step_page.open("?kernel=1,2;3,4")
    paste(step_page, step_page.cell(step_page.kernel, 1, 1), "\n".join(["1\t2"] * 16))
    expect(step_page.settings.get_by_text("kernel must have at most 15 rows")).to_be_visible()
    assert step_page.query == {"kernel": "1,2;3,4"}
    assert step_page.read(step_page.kernel).texts == [["1", "2"], ["3", "4"]]
    paste(step_page, step_page.cell(step_page.input, 1, 1), "\t".join(["12345.678"] * 9000))
    assert step_page.query == {"kernel": "1,2;3,4"}


def test_a_kernel_as_text_takes_fractions_and_keeps_what_is_refused(step_page: StepPage) -> None:
    step_page.open("?kernel=box-3")
    dialog = open_text(step_page, "Kernel")
    rows = dialog.get_by_label("Paste rows here")
    expect(rows).to_have_value("1, 1, 1\n1, 1, 1\n1, 1, 1\n/ 9")
    rows.fill("1/9 2/9\nx 1/3")
    dialog.get_by_role("button", name="Use these numbers").click()
    expect(dialog.get_by_role("alert")).to_contain_text("row 2, column 1 is not such a number")
    expect(rows).to_have_value("1/9 2/9\nx 1/3")
    expect_nothing_to_mend(step_page.page)
    rows.fill("1/9 2/9\n0 1/3")
    rows.press("Tab")
    step_page.press("Enter").wait_for_query(kernel="1,2;0,3/9")
    expect(dialog).to_be_hidden()


def test_an_input_as_text_takes_lists_of_python_and_names(step_page: StepPage) -> None:
    step_page.open("?kernel=1")
    for text, value in (("[[1, 2],\n [3, -4]]", "1,2;3,-4"), ("ring", "ring"), ("1;2;3", "1;2;3")):
        dialog = open_text(step_page, "Input")
        dialog.get_by_label("Paste rows here").fill(text)
        dialog.get_by_role("button", name="Use these numbers").click()
        step_page.wait_for_query(input=value)
        expect(dialog).to_be_hidden()


def test_what_is_written_into_a_dialog_survives_whatever_arrives_while_it_is_open(
    step_page: StepPage,
) -> None:
    held: list[Route] = []
    step_page.page.route("**/text-dialog-view.js", lambda route: held.append(route))
    step_page.page.route("**/api/v1/conv2d?*bias=3", lambda route: held.append(route), times=1)
    step_page.open("?input=1,2;3,4&kernel=1")
    with step_page.page.expect_request("**/api/v1/conv2d?*bias=3"):
        step_page.choose("Bias", "3")
    with step_page.page.expect_request("**/text-dialog-view.js"):
        dialog = open_text(step_page, "Input")
    rows, use = dialog.get_by_label("Paste rows here"), dialog.get_by_role("button", name="Use these numbers")
    rows.fill("5 6")
    expect(use).to_be_disabled()
    held.pop().continue_()
    expect(use).to_be_enabled()
    held.pop().continue_()
    step_page.wait_for_query(bias="3")
    expect(rows).to_have_value("5 6")
    use.click()
    step_page.wait_for_query(input="5,6", bias="3")
    expect(dialog).to_be_hidden()


def test_rows_and_columns_are_added_and_removed(step_page: StepPage) -> None:
    step_page.open("?input=1,2;3,4&kernel=identity&padding=1")
    tools = step_page.settings
    for group, button, query in (
        ("Rows of the input", "One row more", {"input": "1,2;3,4;0,0"}),
        ("Columns of the input", "One column more", {"input": "1,2,0;3,4,0;0,0,0"}),
        ("Columns of the kernel", "One column less", {"kernel": "0,0;0,1;0,0"}),
        ("Rows of the kernel", "One row less", {"kernel": "0,0;0,1"}),
    ):
        tools.get_by_role("group", name=group).get_by_role("button", name=button).click()
        step_page.wait_for_query(**query)
    step_page.choose("Pattern", "ramp").wait_for_query(input="ramp")
    expect(tools.get_by_role("group", name="Rows of the input")).to_be_hidden()


def test_new_numbers_take_the_next_seed_and_say_it(step_page: StepPage) -> None:
    step_page.open()
    expect(step_page.button("New numbers")).to_be_hidden()
    step_page.choose("Filter", "random").wait_for_query(kernel="random")
    before = step_page.read(step_page.kernel).texts
    step_page.button("New numbers").click()
    step_page.wait_for_query(seed="2")
    expect(step_page.field("Seed")).to_have_value("2")
    assert step_page.read(step_page.kernel).texts != before
    step_page.button("Undo").click()
    expect(step_page.field("Seed")).to_have_value("1")
    expect(step_page.page.get_by_role("main")).to_have_attribute("aria-busy", "false")
    assert step_page.read(step_page.kernel).texts == before
