"""Sliders go as far as the numbers allow and not further, and say what stops them."""

import numpy as np
import pytest
from playwright.sync_api import Locator, expect

from tests.browser.numbers import correlate
from tests.browser.step_page import StepPage

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def slider(page: StepPage, name: str) -> Locator:
    """A slider of the settings."""
    return page.settings.get_by_role("slider", name=name, exact=True)


def expect_no_problem(page: StepPage) -> None:
    """Nothing is refused."""
    assert [text for text in page.settings.locator("[data-problem-of]").all_text_contents() if text] == []
    expect(page.alert).to_be_hidden()


@pytest.mark.parametrize(
    ("query", "name", "parameter", "ends"),
    [
        ("", "Stride, rows and columns", "stride", ("1", "16")),
        ("?dilation=2", "Dilation, rows and columns", "dilation", ("1", "2")),
        ("?kernel=gaussian-5&size=8", "Size, rows and columns", "size", ("5", "64")),
        ("?size=2x3&kernel=gaussian-5&padding=3", "Padding, all sides", "padding", ("2", "32")),
        ("?size=4&dilation=1,2&padding=1,2,3,0", "Padding, left", "padding", ("1,2,1,0", "1,2,32,0")),
    ],
)
def test_a_slider_ends_where_the_next_value_would_be_refused(
    step_page: StepPage, query: str, name: str, parameter: str, ends: tuple[str, str]
) -> None:
    step_page.open(query)
    moved = slider(step_page, name)
    reason = moved.locator("xpath=ancestor::*[contains(@class,'field')]").get_by_role("status")
    for key, beyond, end in (("End", "ArrowRight", ends[1]), ("Home", "ArrowLeft", ends[0])):
        moved.press(key)
        step_page.wait_for_query(**{parameter: end} if end != "1" else {})
        expect(step_page.page.get_by_role("main")).to_have_attribute("aria-busy", "false")
        moved.press(beyond)
        expect(reason).not_to_be_empty()
        expect_no_problem(step_page)
    moved.press("ArrowRight")
    expect(reason).to_be_empty()


def test_the_reason_names_the_other_numbers_that_stop_a_slider(step_page: StepPage) -> None:
    step_page.open()
    moved = slider(step_page, "Dilation, rows and columns")
    moved.press("End")
    step_page.wait_for_query(dilation="2")
    moved.press("ArrowUp")
    expect(step_page.settings).to_contain_text("The dilation can be at most 2: with 3 the kernel would span")
    step_page.choose("Padding", "same").wait_for_query(padding="same")
    slider(step_page, "Stride, rows and columns").click()
    expect(step_page.settings).to_contain_text("contradict each other")


def test_a_slider_moved_before_an_answer_that_stops_it_is_told_so_and_goes_back_when_that_is_undone(
    step_page: StepPage,
) -> None:
    step_page.open()
    moved = slider(step_page, "Stride, rows and columns")
    step_page.page.route("**/api/v1/conv2d?padding=same", lambda _route: None)
    with step_page.page.expect_request("**/api/v1/conv2d?padding=same"):
        step_page.choose("Padding", "same")
    moved.press("ArrowRight")
    expect(step_page.settings).to_contain_text("padding same needs stride 1, and the stride is 2.")
    expect(step_page.field("Padding")).to_have_value("same")
    expect(moved).to_have_value("2")
    step_page.button("Undo").click()
    for control, value in (
        (step_page.field("Padding"), "valid"),
        (step_page.field("Stride"), "1"),
        (moved, "1"),
    ):
        expect(control).to_have_value(value)
    expect_no_problem(step_page)


def test_dragging_a_slider_changes_the_convolution_to_what_scipy_computes(step_page: StepPage) -> None:
    step_page.open("?size=9")
    slider(step_page, "Stride, rows and columns").scroll_into_view_if_needed()
    box = slider(step_page, "Stride, rows and columns").bounding_box()
    assert box is not None
    middle = box["y"] + box["height"] / 2
    step_page.page.mouse.move(box["x"] + 8, middle)
    step_page.page.mouse.down()
    step_page.page.mouse.move(box["x"] + box["width"] + 40, middle, steps=8)
    step_page.page.mouse.up()
    step_page.wait_for_query(stride="16")
    expect(step_page.field("Stride")).to_have_value("16")
    expect(step_page.settings).to_contain_text("16 is the largest stride this page takes.")
    step_page.page.go_back()
    expect(step_page.field("Stride")).to_have_value("1")
    step_page.expect_step(1, 49)
    slider(step_page, "Stride, rows and columns").press("Home")
    slider(step_page, "Stride, rows and columns").press("ArrowRight")
    step_page.wait_for_query(stride="2")
    values, weights = (step_page.read(table).numbers for table in (step_page.input, step_page.kernel))
    output = step_page.finish().read(step_page.output).numbers
    np.testing.assert_array_equal(output, correlate(values, weights, stride=(2, 2)))


def test_rows_columns_and_sides_go_apart_and_together_in_the_words_of_the_address(
    step_page: StepPage,
) -> None:
    step_page.open("?padding=0")
    apart = step_page.field("Rows and columns apart")
    expect(slider(step_page, "Stride, rows")).to_be_hidden()
    apart.check()
    slider(step_page, "Stride, rows").press("ArrowRight")
    step_page.wait_for_query(stride="2,1")
    for _ in range(2):
        slider(step_page, "Size, columns").press("ArrowRight")
    step_page.wait_for_query(stride="2,1", size="6x8")
    step_page.field("Sides apart").check()
    for side in ("bottom", "right"):
        slider(step_page, f"Padding, {side}").press("ArrowRight")
    step_page.wait_for_query(stride="2,1", size="6x8", padding="0,1,0,1")
    step_page.page.reload()
    expect(apart).to_be_checked()
    expect(step_page.field("Cells")).to_have_value("0,1,0,1")
    expect(slider(step_page, "Padding, bottom")).to_have_value("1")
    apart.uncheck()
    step_page.wait_for_query(stride="2", padding="0,1,0,1")
    expect(step_page.field("Size")).to_have_value("6")
    expect(slider(step_page, "Stride, rows")).to_be_hidden()
    expect(slider(step_page, "Stride, rows and columns")).to_have_value("2")


def test_what_is_typed_and_refused_moves_no_slider(step_page: StepPage) -> None:
    step_page.open("?stride=3")
    step_page.choose("Stride", "99")
    expect(step_page.settings.locator("[data-problem-of=stride]")).to_contain_text("stride")
    expect(slider(step_page, "Stride, rows and columns")).to_have_value("3")
    step_page.expect_step(1, 4)


@pytest.mark.browser_context_args(**PHONE)
def test_a_finger_moves_a_slider_that_is_large_enough_for_it(step_page: StepPage) -> None:
    step_page.open()
    moved = slider(step_page, "Stride, rows and columns")
    box = moved.bounding_box()
    assert box is not None
    assert box["height"] >= 44
    moved.tap(position={"x": box["width"] - 2, "y": 22})
    step_page.wait_for_query(stride="16")
    expect(step_page.settings).to_contain_text("16 is the largest stride this page takes.")


def test_the_sliders_of_a_transposed_convolution_end_where_its_own_rules_do(step_page: StepPage) -> None:
    step_page.open("?operation=conv_transpose2d&size=3&stride=2")
    step_page.expect_step(1, 49)
    behind = slider(step_page, "Output padding, rows and columns")
    expect(behind).to_have_attribute("max", "1")
    behind.focus()
    step_page.press("ArrowRight").wait_for_query(output_padding="1")
    step_page.expect_step(1, 64)
    step_page.press("ArrowRight")
    expect(step_page.settings).to_contain_text("output padding")
    assert step_page.query["output_padding"] == "1"
    cropped = slider(step_page, "Padding, rows and columns")
    expect(cropped).to_have_attribute("max", "2")
    cropped.focus()
    step_page.press("ArrowRight").wait_for_query(padding="1")
    step_page.expect_step(1, 36)
    expect(step_page.field("Padding")).to_have_value("1")
