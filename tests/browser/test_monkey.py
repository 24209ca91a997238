"""A minute of clicks, keys, drags, typing, resizing, back and forward: nothing breaks, every sum is right."""

import re
from contextlib import suppress
from itertools import pairwise
from time import monotonic

import pytest
from playwright.sync_api import Error, Page, expect

from tests.browser.monkey import Monkey
from tests.browser.step_page import StepPage
from tests.core.reading import Expression, evaluate

SECONDS = 60

# What a setting that contradicts another gets is the server's answer, and a line of the browser about it.
REFUSED = re.compile(r"Failed to load resource: the server responded with a status of 4\d\d")


@pytest.fixture
def complaints(page: Page) -> list[str]:
    """Errors on the console, and those that nobody caught."""
    said: list[str] = []

    def listen(kind: str, text: str) -> None:
        if kind in {"error", "warning"} and not REFUSED.match(text):
            said.append(f"{kind}: {text}")

    page.on("console", lambda message: listen(message.type, message.text))
    page.on("pageerror", lambda error: said.append(f"uncaught: {error}"))
    page.on("dialog", lambda dialog: dialog.dismiss())
    return said


def is_true(expression: str) -> bool:
    """Whether all that stands beside an equals sign is equal, and beside "≈" nearly."""
    for equation in expression.split(", "):
        # A product that falls outside of a transposed convolution's output says so and has no sum.
        read = Expression.read(equation.removesuffix(" (cropped)"))
        values = [evaluate(member) for member in read.members]
        for (left, right), sign in zip(pairwise(values), read.signs, strict=True):
            if sign == "=" and left != right:
                return False
            if abs(left - right) > (1 + abs(left)) / 100:
                return False
    return True


def expressions(page: StepPage) -> list[str]:
    """What is written out now; somebody who has just gone back may be between two pages."""
    while True:
        page.page.wait_for_load_state()
        with suppress(Error):
            return page.expression.all_text_contents()


@pytest.mark.parametrize("seed", [20261123])
def test_nothing_that_a_visitor_does_breaks_the_page_or_a_sum(
    step_page: StepPage, base_url: str, complaints: list[str], seed: int
) -> None:
    step_page.open()
    monkey = Monkey(step_page.page, seed)
    end = monotonic() + SECONDS
    while monotonic() < end:
        monkey.act()
        if not step_page.page.url.startswith(base_url):
            step_page.open()
        story = "\n".join(monkey.done[-12:])
        assert complaints == [], story
        for expression in expressions(step_page):
            assert is_true(expression), f"{expression}\n{story}"
    step_page.open("?step=6")
    expect(step_page.value).to_have_text("−2")
    assert len(monkey.done) > 100
