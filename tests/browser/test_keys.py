"""Which key does what, and where the focus must be for it."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.step_page import StepPage


@pytest.fixture
def browser_context_args(browser_context_args: dict[str, object]) -> dict[str, object]:
    """No motion, so that a step is finished at once."""
    return {**browser_context_args, "reduced_motion": "reduce"}


@pytest.mark.parametrize("focus", ["the body", "a button", "the slider", "a phase"])
def test_keys_step_wherever_the_focus_is(step_page: StepPage, focus: str) -> None:
    step_page.open()
    place = {
        "a button": step_page.button("First step"),
        "the slider": step_page.slider,
        "a phase": step_page.phase("Write"),
    }.get(focus)
    if place:
        place.focus()
    for key, step in (
        ("ArrowRight", 2),
        ("PageDown", 3),
        ("ArrowLeft", 2),
        ("End", 16),
        ("PageUp", 15),
        ("Home", 1),
        ("ArrowLeft", 1),
        ("PageUp", 1),
    ):
        step_page.press(key).expect_step(step)


def test_a_remote_steps_also_where_a_number_could_not_be_typed(step_page: StepPage) -> None:
    step_page.open("?step=6")
    step_page.output_cell(1, 1).focus()
    step_page.press("PageDown").expect_step(7)
    step_page.settings.get_by_role("radio", name="as is").focus()
    step_page.press("PageUp").expect_step(6)


def test_keys_belong_to_a_field_while_somebody_types_into_it(step_page: StepPage) -> None:
    step_page.open("?step=6")
    for field in ("Size", "Stride", "Dilation", "Bias"):
        step_page.field(field).focus()
        for key in ("Home", "ArrowRight", "ArrowLeft", "End", " ", "PageDown"):
            step_page.press(key)
        expect(step_page.field(field)).to_be_focused()
        expect(step_page.button("Play")).to_be_visible()
    step_page.expect_step(6)


def test_a_shortcut_of_the_browser_is_no_step(step_page: StepPage) -> None:
    step_page.open("?step=6")
    for modifier in ("Control", "Meta"):
        step_page.press(f"{modifier}+ArrowRight").press(f"{modifier}+End")
    step_page.press("ArrowLeft").expect_step(5)


def test_shift_and_an_arrow_go_by_output_rows(step_page: StepPage) -> None:
    step_page.open("?step=6")
    for key, step in (("Right", 9), ("Right", 13), ("Right", 16), ("Left", 13), ("Left", 9), ("Left", 5)):
        step_page.press(f"Shift+Arrow{key}").expect_step(step)
    step_page.press("ArrowRight").press("Shift+ArrowLeft").expect_step(5)


def test_output_rows_go_on_in_the_map_of_the_next_kernel(step_page: StepPage) -> None:
    step_page.open("?kernel=sobel-x::sobel-y&step=14")
    for key, step in (("Right", 17), ("Right", 21), ("Left", 17), ("Left", 13)):
        step_page.press(f"Shift+Arrow{key}").expect_step(step, 32)


def test_r_restarts_and_plus_and_minus_change_the_speed(step_page: StepPage) -> None:
    step_page.open("?step=6")
    step_page.press("r").expect_step(1)
    step_page.press("ArrowRight").press("Alt+r").expect_step(1)
    for key, speed in (
        ("+", "2"),
        ("+", "4"),
        ("+", "4"),
        ("-", "2"),
        ("-", "1"),
        ("-", "0.5"),
        ("-", "0.25"),
    ):
        step_page.press(key)
        expect(step_page.speed).to_have_value(speed)
    step_page.wait_for_query(speed="0.25")


def test_f5_and_shortcuts_of_the_browser_are_left_alone(step_page: StepPage) -> None:
    step_page.open("?step=6")
    for press in (
        {"key": "F5"},
        {"key": "ArrowUp"},
        {"key": "ArrowDown"},
        {"key": "r", "ctrlKey": True},
        {"key": "1", "ctrlKey": True},
        {"key": "p", "metaKey": True},
        {"key": "ArrowLeft", "altKey": True},
    ):
        # Dispatched, because the real ones reload the page and leave it.
        is_left = step_page.page.evaluate(
            """press => document.body.dispatchEvent(
                new KeyboardEvent("keydown", { ...press, bubbles: true, cancelable: true }))""",
            press,
        )
        assert is_left, press
    step_page.expect_step(6)


def test_a_click_on_the_slider_or_a_switch_does_not_take_the_keys_away(step_page: StepPage) -> None:
    step_page.open("?step=6")
    step_page.slider.focus()
    step_page.press("2")
    expect(step_page.button("Phases")).to_have_attribute("aria-pressed", "true")
    step_page.page.get_by_label("Loop").check()
    step_page.press("ArrowRight").expect_step(7)
    step_page.press("1")
    expect(step_page.button("Steps")).to_have_attribute("aria-pressed", "true")
    step_page.press(" ")
    expect(step_page.page.get_by_label("Loop")).not_to_be_checked()
    expect(step_page.button("Play")).to_be_visible()


def test_a_black_screen_lets_nothing_through_until_it_is_ended(step_page: StepPage) -> None:
    step_page.open("?step=6")
    black = "() => getComputedStyle(document.documentElement, '::after').content !== 'none'"
    for key, end in ((".", "b"), ("b", "."), ("b", "Escape")):
        step_page.press(key)
        assert step_page.page.evaluate(black)
        for other in ("ArrowRight", "PageDown", " ", "r", "?", "Enter"):
            step_page.press(other)
        step_page.press(end).expect_step(6)
        assert not step_page.page.evaluate(black)
    step_page.press("b")
    step_page.page.mouse.click(*center_of(step_page.button("Next step")))
    assert not step_page.page.evaluate(black)
    step_page.expect_step(6)
    step_page.press("ArrowRight").expect_step(7)


def center_of(locator: Locator) -> tuple[float, float]:
    """The middle of an element on the screen, in pixels."""
    box = locator.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_p_is_for_the_projector_and_back(step_page: StepPage) -> None:
    step_page.open("?step=6")
    step_page.press("p").wait_for_query(theme="projector")
    step_page.press("p")
    expect(step_page.page.locator("html")).to_have_attribute("data-theme", "auto")


def test_space_on_the_page_plays_and_pauses(step_page: StepPage) -> None:
    step_page.open("?step=6")
    step_page.press(" ")
    expect(step_page.button("Pause")).to_be_visible()
    step_page.press(" ")
    expect(step_page.button("Play")).to_be_visible()


def test_space_held_down_is_one_press(step_page: StepPage) -> None:
    step_page.open("?step=6")
    for _ in range(4):
        step_page.page.keyboard.down(" ")
    expect(step_page.button("Pause")).to_be_visible()


def test_space_on_a_button_presses_only_that_button(step_page: StepPage) -> None:
    step_page.open("?step=6")
    step_page.button("Next step").focus()
    step_page.press(" ").expect_step(7)
    expect(step_page.button("Play")).to_be_visible()
    step_page.button("Play").focus()
    step_page.press(" ")
    expect(step_page.button("Pause")).to_be_visible()


def test_enter_on_an_output_cell_leads_to_its_step(step_page: StepPage) -> None:
    step_page.open()
    step_page.output_cell(1, 1).focus()
    step_page.press("ArrowDown").press("ArrowRight").press("Enter").expect_step(6)
    expect(step_page.output_cell(2, 2)).to_be_focused()
    step_page.press("ArrowRight").press(" ").expect_step(7)


def test_arrows_in_the_output_move_the_focus_and_not_the_step(step_page: StepPage) -> None:
    step_page.open("?step=6")
    step_page.output_cell(1, 1).focus()
    for key, (row, column) in (
        ("ArrowRight", (1, 2)),
        ("ArrowDown", (2, 2)),
        ("End", (2, 4)),
        ("ArrowRight", (2, 4)),
        ("ArrowUp", (1, 4)),
        ("ArrowUp", (1, 4)),
        ("Home", (1, 1)),
        ("ArrowLeft", (1, 1)),
    ):
        step_page.press(key)
        expect(step_page.output_cell(row, column)).to_be_focused()
    step_page.expect_step(6)


def test_the_output_is_one_tab_stop(step_page: StepPage) -> None:
    step_page.open("?step=6")
    step_page.output_cell(1, 1).focus()
    step_page.press("ArrowDown")
    assert step_page.output.locator("[tabindex='0']").count() == 1
    step_page.press("Tab")
    assert step_page.output.locator(":focus").count() == 0
    step_page.press("Shift+Tab")
    expect(step_page.output_cell(2, 1)).to_be_focused()


def test_a_click_on_an_output_cell_leaves_the_arrows_to_the_steps(step_page: StepPage) -> None:
    step_page.open()
    for _ in range(2):
        step_page.output_cell(2, 2).click()
        step_page.press("ArrowRight").expect_step(7)


def test_the_tab_stop_survives_another_output_size(step_page: StepPage) -> None:
    step_page.open()
    step_page.output_cell(1, 1).focus()
    step_page.press("End")
    step_page.choose("Stride", "2")
    expect(step_page.output_cell(2, 2)).to_be_visible()
    expect(step_page.counter).to_have_text("Step 1 of 4")
    assert step_page.output.locator("[tabindex='0']").count() == 1
