"""The real command and a real browser, one of each for the whole session."""

import os
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.step_page import StepPage
from tests.running import running


@pytest.fixture(scope="session")
def base_url() -> Iterator[str]:
    """The address of the server, without a slash at its end."""
    with pytest.MonkeyPatch.context() as patch:
        # The watchdog is there for a start that hangs, and a session takes longer than any start.
        patch.setattr("tests.running.LONGEST_SECONDS", 900)
        with running("--port", "0") as kernelwalk:
            yield kernelwalk.url.rstrip("/")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The browser that the Makefile found; without one, Playwright's own."""
    found = os.environ.get("KERNELWALK_BROWSER")
    return {
        **browser_type_launch_args,
        "args": ["--no-sandbox"],
        **({"executable_path": found} if found else {}),
    }


@pytest.fixture
def step_page(page: Page) -> StepPage:
    """The Step page, not yet opened; its time is the real one."""
    return StepPage(page)


@pytest.fixture
def timed_page(page: Page) -> StepPage:
    """The Step page with a clock that moves only when a test says so: ``timed_page.pass_time(seconds)``."""
    page.clock.install(time=0)
    return StepPage(page, is_timed=True)
