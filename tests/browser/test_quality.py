"""What a good page keeps to itself: a silent console, one host, few bytes, and no work for nothing."""

from itertools import pairwise
from statistics import median

import pytest
from playwright.sync_api import CDPSession, Page, Request, expect

from tests.browser.step_page import StepPage

FIRST_LOAD_BYTES = 100 * 1024
LARGEST_STEP_SECONDS = 0.3
"""Main-thread time of one step of the largest input; a step of the lesson's takes a hundredth of it."""


@pytest.fixture
def complaints(page: Page) -> list[str]:
    """Everything that a browser has to say about the page."""
    said: list[str] = []
    page.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.expose_function("complain", lambda directive: said.append(directive))
    page.add_init_script(
        "addEventListener('securitypolicyviolation', event => complain(event.violatedDirective));"
    )
    return said


def use_everything(page: StepPage) -> None:
    """A session that touches all that the page has."""
    page.press("ArrowRight", times=3)
    page.button("Play").click()
    page.button("Pause").click()
    for phase in ("Place", "Multiply", "Add", "Write"):
        page.phase(phase).click()
    page.output_cell(3, 3).click()
    page.speed.select_option("4")
    page.choose("Pattern", "random").choose("Size", "12").wait_for_query(size="12")
    page.choose("Filter", "gaussian-3").choose("Padding", "full").wait_for_query(padding="full")
    page.choose("Padding", "numbers").choose("Cells", "1,2,0,3").wait_for_query(padding="1,2,0,3")
    page.choose("Border", "wrap").choose("Dilation", "2").choose("Bias", "0.5").wait_for_query(bias="0.5")
    page.slider.press("End")
    page.page.go_back()
    expect(page.field("Bias")).to_have_value("0")
    page.page.reload()
    page.page.get_by_label("Theme").select_option("projector")
    page.wait_for_query(theme="projector")


def test_a_whole_session_leaves_the_console_silent(step_page: StepPage, complaints: list[str]) -> None:
    step_page.open("?theme=pink")
    step_page.button("Close").click()
    use_everything(step_page)
    assert complaints == []


@pytest.mark.parametrize("query", ["?size=64", "?play=1&motion=off", "?input=0.1,1e-5;3,4&kernel=0.3,-1/7"])
def test_every_kind_of_address_leaves_the_console_silent(
    step_page: StepPage, complaints: list[str], query: str
) -> None:
    step_page.open(query)
    expect(step_page.page.get_by_role("main")).to_have_attribute("aria-busy", "false")
    assert complaints == []


@pytest.mark.parametrize("answer", ["api/v1/conv2d.svg", "openapi.json"])
def test_an_answer_that_is_opened_as_a_page_leaves_the_console_silent(
    page: Page, base_url: str, complaints: list[str], answer: str
) -> None:
    page.goto(f"{base_url}/{answer}")
    page.goto(f"{base_url}/api")
    page.go_back()
    assert complaints == []


def test_no_other_host_is_asked_for_anything(step_page: StepPage, base_url: str) -> None:
    asked: list[str] = []
    step_page.page.on("request", lambda request: asked.append(request.url))
    step_page.open()
    use_everything(step_page)
    assert [url for url in asked if not url.startswith(f"{base_url}/")] == []


@pytest.mark.parametrize("query", ["", "?size=10"])
def test_the_first_load_is_small(new_page: Page, query: str) -> None:
    loaded: list[Request] = []
    new_page.on("requestfinished", lambda request: loaded.append(request))
    StepPage(new_page).open(query)
    new_page.wait_for_load_state("networkidle")
    sizes = {request.url: request.sizes() for request in loaded}
    total = sum(each["responseBodySize"] for each in sizes.values())
    assert len(sizes) > 20
    assert total <= FIRST_LOAD_BYTES
    encodings = {request.url: request.all_headers()["accept-encoding"] for request in loaded}
    assert all("gzip" in encoding for encoding in encodings.values())


def test_a_second_visit_loads_only_the_page_itself(step_page: StepPage) -> None:
    step_page.open()
    step_page.open("?step=2")
    # A browser asks for the icon whenever it likes.
    sizes = step_page.page.evaluate(
        "() => performance.getEntriesByType('resource').filter(each => !each.name.endsWith('/icon.svg'))"
        ".map(each => each.transferSize)"
    )
    assert len(sizes) > 20
    assert sum(sizes) == 0


def busy_seconds(session: CDPSession) -> float:
    """How long the page's main thread has worked until now."""
    metrics = {each["name"]: each["value"] for each in session.send("Performance.getMetrics")["metrics"]}
    seconds: float = metrics["TaskDuration"]
    return seconds


def test_a_step_of_the_largest_input_is_quick(step_page: StepPage) -> None:
    step_page.page.emulate_media(reduced_motion="reduce")
    step_page.open("?size=64&step=1000")
    expect(step_page.page.get_by_role("main")).to_have_attribute("aria-busy", "false")
    session = step_page.page.context.new_cdp_session(step_page.page)
    session.send("Performance.enable")
    seconds = [busy_seconds(session)]
    for step in range(1001, 1004):
        step_page.press("ArrowRight").expect_step(step, 62 * 62)
        seconds.append(busy_seconds(session))
    assert median(after - before for before, after in pairwise(seconds)) < (LARGEST_STEP_SECONDS)


def test_a_page_at_rest_does_no_work(timed_page: StepPage) -> None:
    timed_page.page.add_init_script(
        "const ask = requestAnimationFrame; window.frames_asked = 0;"
        "window.requestAnimationFrame = (...each) => { window.frames_asked += 1; return ask(...each); };"
    )
    timed_page.open()
    for key in ("Home", "ArrowRight", "End"):
        timed_page.press(key)
        timed_page.pass_time(2)
        asked = timed_page.page.evaluate("() => window.frames_asked")
        timed_page.pass_time(5)
        assert timed_page.page.evaluate("() => window.frames_asked") == asked
