"""A bad value never breaks the page: the default is used, and a polite notice names what was wrong."""

import pytest
from playwright.sync_api import expect

from tests.browser.step_page import StepPage


@pytest.mark.parametrize(
    ("query", "name", "count"),
    [
        ("step=99", "step", 16),
        ("kernel=1,x;3,4", "kernel", 16),
        ("theme=pink", "theme", 16),
        ("padding=same&stride=2", "padding", 4),
    ],
)
def test_a_bad_value_is_named_and_the_default_used(
    step_page: StepPage, query: str, name: str, count: int
) -> None:
    response = step_page.page.goto(f"/?{query}")
    assert response is not None
    assert response.status == 200
    expect(step_page.notices).to_contain_text(f"{name} ")
    expect(step_page.notices).to_contain_text("The default is used instead.")
    step_page.expect_step(1, count)
    assert name not in step_page.query


def test_every_bad_value_has_a_notice_of_its_own(step_page: StepPage) -> None:
    step_page.open("?stride=0&theme=pink&kernel=sobel-x")
    expect(step_page.notices.get_by_role("listitem")).to_have_count(2)
    expect(step_page.field("Filter")).to_have_value("sobel-x")


def test_a_good_address_has_no_notice(step_page: StepPage) -> None:
    step_page.open("?stride=2&theme=dark&kernel=sobel-x&step=4")
    expect(step_page.notices).to_have_count(0)


def test_a_notice_can_be_closed_by_keyboard_without_losing_the_place(step_page: StepPage) -> None:
    step_page.open("?stride=0")
    step_page.button("Close").focus()
    step_page.press("Enter")
    expect(step_page.notices).to_have_count(0)
    step_page.press("Tab")
    assert step_page.page.evaluate("() => document.activeElement.closest('main') !== null")
