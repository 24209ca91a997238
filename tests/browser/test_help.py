"""The keyboard help, and the switch for single-key shortcuts."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.step_page import StepPage
from tests.browser.test_axe import expect_nothing_to_mend_by_day_and_night


@pytest.fixture
def browser_context_args(browser_context_args: dict[str, object]) -> dict[str, object]:
    """No motion, so that a step is finished at once."""
    return {**browser_context_args, "reduced_motion": "reduce"}


def help_of(page: StepPage) -> Locator:
    """The dialog with the keys."""
    return page.page.get_by_role("dialog", name="Keyboard")


def test_a_question_mark_f1_and_the_button_open_the_help_and_escape_closes_it(step_page: StepPage) -> None:
    step_page.open("?step=6")
    for key in ("?", "F1"):
        step_page.press(key)
        expect(help_of(step_page)).to_be_visible()
        step_page.press("Escape")
        expect(help_of(step_page)).to_be_hidden()
    opener = step_page.button("Keyboard help")
    opener.click()
    expect(help_of(step_page).get_by_text("start of the next output row")).to_be_visible()
    help_of(step_page).get_by_role("button", name="Close").click()
    expect(opener).to_be_focused()


def test_no_key_of_the_page_acts_while_the_help_is_open(step_page: StepPage) -> None:
    step_page.open("?step=6")
    step_page.press("?")
    for key in ("ArrowRight", "PageDown", "End", "r", "3", "b", "p"):
        step_page.press(key)
    step_page.press("Escape").expect_step(6)
    assert step_page.query == {"step": "6"}


def test_single_key_shortcuts_can_be_switched_off_for_good(step_page: StepPage) -> None:
    step_page.open("?step=6")
    step_page.press("?")
    help_of(step_page).get_by_label("Single-key shortcuts").uncheck()
    step_page.press("Escape").wait_for_query(keys="0")
    for _ in range(2):
        for key in ("r", "3", "b", "p", ".", "?"):
            step_page.press(key)
        expect(help_of(step_page)).to_be_hidden()
        expect(step_page.button("Steps")).to_have_attribute("aria-pressed", "true")
        step_page.press("ArrowRight").press("PageDown").expect_step(8)
        step_page.press("Home").press("End").expect_step(16)
        step_page.press("Alt+r").expect_step(1)
        step_page.open("?step=6").wait_for_query(keys="0")
    step_page.press("F1")
    expect(help_of(step_page).get_by_label("Single-key shortcuts")).not_to_be_checked()
    help_of(step_page).get_by_label("Single-key shortcuts").check()
    step_page.press("Escape").press("r").expect_step(1)
    step_page.open("?step=6").press("r").expect_step(1)


def test_an_address_may_switch_single_key_shortcuts_off(step_page: StepPage) -> None:
    step_page.open("?step=6&keys=0")
    step_page.press("r").press("ArrowRight").expect_step(7)


def test_the_buttons_name_their_keys(step_page: StepPage) -> None:
    step_page.open("?detail=phases")
    for name, keys in {
        "Play": "Space",
        "First step": "Home",
        "Next phase": "PageDown",
        "Products": "3",
        "Keyboard help": "? F1",
    }.items():
        expect(step_page.button(name)).to_have_attribute("aria-keyshortcuts", keys)
    step_page.press("1")
    expect(step_page.button("Next step")).to_have_attribute("aria-keyshortcuts", "ArrowRight PageDown")


def test_axe_finds_nothing_to_mend_in_the_help(step_page: StepPage) -> None:
    step_page.open("?step=6&detail=sums")
    step_page.press("?")
    expect(help_of(step_page)).to_be_visible()
    expect_nothing_to_mend_by_day_and_night(step_page.page)
    step_page.page.emulate_media(forced_colors="active")
    expect_nothing_to_mend_by_day_and_night(step_page.page)


@pytest.mark.browser_context_args(viewport={"width": 320, "height": 640}, has_touch=True, is_mobile=True)
def test_the_help_fits_a_small_phone(step_page: StepPage) -> None:
    step_page.open()
    step_page.button("Keyboard help").tap()
    expect(help_of(step_page)).to_be_visible()
    widths = "dialog => [dialog.scrollWidth, dialog.clientWidth, document.documentElement.scrollWidth]"
    content, visible, page = help_of(step_page).evaluate(widths)
    assert content <= visible
    assert page == 320
