"""The page in a frame of another page: who may frame it, and that it keeps to its frame."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Frame, FrameLocator, Page, expect

from tests.running import running

CHECKOUT = Path(__file__).parents[2]
LISTENER = re.search(
    r"<script>.*?</script>", (CHECKOUT / "docs/embedding.md").read_text(encoding="utf-8"), re.DOTALL
)
"""What a page is told to make room with."""

BLOCKED = "chrome-error://chromewebdata/"

PARENT = """<!doctype html>
<title>A lesson</title>
<link rel="icon" href="data:,">
<h1>A lesson</h1>
<iframe src="{address}" width="800" height="520" title="Convolution" {more}></iframe>
<p style="height: 3000px">Much more to read.</p>
<script>
    window.heights = [];
    addEventListener("message", ({{ data, source }}) => {{
        if (source === document.querySelector("iframe").contentWindow) heights.push(data);
    }});
</script>
"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """A server of somebody else, with the files of a folder."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=folder)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/lesson.html"
        server.shutdown()


@pytest.fixture
def lesson(tmp_path: Path, page: Page) -> Iterator[Callable[..., Frame]]:
    """Open a page of another origin, or a file, with a frame in it; gives the frame."""
    with serving(tmp_path) as elsewhere:

        def open_lesson(address: str, more: str = "", *, is_file: bool = False) -> Frame:
            file = tmp_path / "lesson.html"
            file.write_text(PARENT.format(address=address, more=more))
            page.goto(file.as_uri() if is_file else elsewhere)
            return page.frames[1]

        yield open_lesson


@pytest.fixture
def complaints(page: Page) -> list[str]:
    """What the browser has to say about the frame."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    return said


def inside(page: Page) -> FrameLocator:
    """The frame, by its title."""
    return page.frame_locator("iframe")


def expect_step(frame: FrameLocator, number: int, count: int = 16) -> None:
    """Wait for a step to be the current one."""
    expect(frame.locator(".counter")).to_have_text(f"Step {number} of {count}")


def step_through(page: Page) -> None:
    """By button, and by key once the frame has the focus."""
    frame = inside(page)
    expect_step(frame, 6)
    frame.get_by_role("button", name="Next step").click()
    expect_step(frame, 7)
    expect(frame.locator(".result")).to_have_text("2")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Home")
    expect_step(frame, 1)


def test_a_page_of_another_origin_shows_it_and_is_left_in_peace(
    page: Page, lesson: Callable[..., Frame], base_url: str, complaints: list[str]
) -> None:
    lesson(f"{base_url}/embed?step=6&labels=rc&play=0")
    frame = inside(page)
    expect(frame.locator(".input-grid [data-address]").first).to_be_attached()
    expect(frame.get_by_role("button", name="Full screen")).to_be_hidden()
    page.keyboard.press("ArrowRight")
    expect_step(frame, 6)
    page.wait_for_function("() => heights.length === 1")
    assert page.evaluate("() => [document.activeElement.localName, heights[0].type]") == [
        "body",
        "kernelwalk:height",
    ]
    step_through(page)
    link = frame.get_by_role("link", name="Open full page")
    expect(link).to_have_attribute("href", f"{base_url}/?labels=rc")
    page.keyboard.press("PageDown")
    expect(link).to_have_attribute("href", f"{base_url}/?step=2&labels=rc")
    assert page.evaluate("() => scrollY") == 0
    assert page.url.endswith("/lesson.html")
    assert complaints == []


def test_the_height_it_asks_for_does_not_depend_on_the_one_it_has(
    page: Page, lesson: Callable[..., Frame], base_url: str
) -> None:
    lesson(f"{base_url}/embed?step=6", 'allow="fullscreen"')
    expect(inside(page).get_by_role("button", name="Full screen")).to_be_visible()
    fits = "() => document.documentElement.scrollHeight <= innerHeight"
    assert page.frames[1].evaluate(fits)
    page.wait_for_function("() => heights.length === 1")
    for height in (300, 1200):
        page.evaluate("height => { document.querySelector('iframe').height = height; }", height)
        page.frames[1].wait_for_function("height => innerHeight === height", arg=height)
    page.evaluate("() => { document.querySelector('iframe').width = 320; }")
    page.wait_for_function("() => heights.length > 1")
    wide, narrow = (each["height"] for each in page.evaluate("() => heights"))
    assert 520 < wide < 800 < narrow
    assert page.frames[1].evaluate("() => document.documentElement.scrollWidth") == 320
    page.evaluate("height => { document.querySelector('iframe').height = height; }", narrow)
    page.frames[1].wait_for_function(fits)
    assert page.evaluate("() => heights.length") == 2


def test_a_learning_platform_may_take_its_origin_away(
    page: Page, lesson: Callable[..., Frame], base_url: str, complaints: list[str]
) -> None:
    lesson(f"{base_url}/embed?step=6", 'sandbox="allow-scripts"')
    step_through(page)
    page.keyboard.press("?")
    expect(inside(page).get_by_role("dialog", name="Keyboard")).to_be_visible()
    expect(inside(page).get_by_text("undo the last change")).to_have_count(0)
    page.wait_for_function("() => heights.length === 1")
    lesson(f"{base_url}/embed?size=12&step=70&shades=1", 'sandbox="allow-scripts"')
    expect(inside(page).get_by_role("main")).to_have_attribute("aria-busy", "false")
    expect(inside(page).locator(".output-grid td[data-tone]")).not_to_have_count(0)
    inside(page).get_by_role("button", name="Next step").click()
    expect_step(inside(page), 71, 100)
    assert complaints == []


def test_slides_on_a_disk_may_show_it(
    page: Page, lesson: Callable[..., Frame], base_url: str, complaints: list[str]
) -> None:
    lesson(f"{base_url}/embed?step=6", is_file=True)
    step_through(page)
    assert LISTENER
    page.evaluate("script => eval(script)", LISTENER[0].removeprefix("<script>").removesuffix("</script>"))
    page.evaluate("() => { document.querySelector('iframe').width = 700; }")
    page.wait_for_function("() => Number(document.querySelector('iframe').height) > 520")
    assert complaints == []


def place_of(frame: Frame) -> str:
    """What is in a frame, also where the browser has put its own page there."""
    address: str = frame.evaluate("() => location.href")
    return address


def test_the_full_page_is_in_no_frame_of_others(lesson: Callable[..., Frame], base_url: str) -> None:
    assert place_of(lesson(f"{base_url}/?step=6")) == BLOCKED


@pytest.mark.parametrize(("sources", "elsewhere"), [("https:", False), ("*", True)], ids=["TLS", "any host"])
def test_whom_an_operator_leaves_out_cannot_frame_it(
    lesson: Callable[..., Frame], sources: str, elsewhere: bool
) -> None:
    """A wildcard takes every host, and no file: that is what "file:" is for."""
    with running("--port", "0", environment={"KERNELWALK_FRAME_ANCESTORS": sources}) as narrow:
        address = f"{narrow.url.rstrip('/')}/embed"
        assert place_of(lesson(address)) == (address if elsewhere else BLOCKED)
        assert place_of(lesson(address, is_file=True)) == BLOCKED
