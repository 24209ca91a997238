"""The real command and a real browser, one of each for the whole session."""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.step_page import PATIENCE_MILLISECONDS, StepPage
from tests.running import running

# Playwright's own five seconds are less than a busy machine may take.
expect.set_options(timeout=PATIENCE_MILLISECONDS)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the test that takes a minute start first: at the end, everybody would wait for it."""
    items.sort(key=lambda item: item.path.name != "test_monkey.py")


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


@pytest.fixture(scope="session")
def window_with(browser: Browser) -> Iterator[Callable[..., Page]]:
    """The empty page whose context was opened with these arguments, and a clock if asked for; or a new one.

    It stays open behind the others: a page beside it is a tab, which takes half as long as a window.
    """
    opened: dict[str, Page] = {}

    def window_with(arguments: dict[str, Any], *, is_timed: bool = False) -> Page:
        key = json.dumps([arguments, is_timed], sort_keys=True, default=str)
        if key not in opened:
            context = browser.new_context(**arguments)
            if is_timed:
                context.clock.install(time=0)
            opened[key] = context.new_page()
        return opened[key]

    yield window_with
    for window in opened.values():
        window.context.close()


@contextmanager
def visiting(window: Page, base_url: str) -> Iterator[BrowserContext]:
    """A visitor who has been here before: the files are kept, and nothing else is.

    A page from an empty cache takes five times as long to load.
    """
    session = window.context.new_cdp_session(window)
    session.send("Storage.clearDataForOrigin", {"origin": base_url, "storageTypes": "local_storage"})
    session.detach()
    yield window.context
    for page in window.context.pages:
        if page is not window:
            page.close()
    window.context.clear_permissions()


@pytest.fixture
def visitor(browser_context_args: dict[str, Any], request: pytest.FixtureRequest) -> dict[str, Any]:
    """Who visits: what the module says, and what the test says with the mark of pytest-playwright."""
    mark = request.node.get_closest_marker("browser_context_args")
    return {**browser_context_args, **(mark.kwargs if mark else {})}


@pytest.fixture
def context(
    window_with: Callable[..., Page], visitor: dict[str, Any], base_url: str
) -> Iterator[BrowserContext]:
    """Where the page of a test is opened."""
    with visiting(window_with(visitor), base_url) as context:
        yield context


@pytest.fixture
def new_page(browser: Browser, visitor: dict[str, Any]) -> Iterator[Page]:
    """A page of somebody who has never been here."""
    context = browser.new_context(**visitor)
    yield context.new_page()
    context.close()


@pytest.fixture
def step_page(page: Page) -> StepPage:
    """The Step page, not yet opened; its time is the real one."""
    return StepPage(page)


@pytest.fixture
def timed_page(
    window_with: Callable[..., Page], visitor: dict[str, Any], base_url: str
) -> Iterator[StepPage]:
    """The Step page with a clock that moves only when a test says so: ``timed_page.pass_time(seconds)``."""
    with visiting(window_with(visitor, is_timed=True), base_url) as context:
        yield StepPage(context.new_page(), is_timed=True)
