"""The API page in a real browser: examples run, lines are copied, and the convolution travels along."""

from typing import Literal
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from tests.browser.step_page import StepPage

QUERY = "kernel=1,0;0,-1&stride=2,1&step=3"
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


@pytest.fixture
def said(page: Page) -> list[str]:
    """What the browser complains about, and which addresses it asks for."""
    found: list[str] = []
    page.on("console", lambda message: found.append(message.text))
    page.on("pageerror", lambda error: found.append(str(error)))
    return found


@pytest.fixture
def asked(page: Page) -> list[str]:
    """Every address that the page asks for."""
    found: list[str] = []
    page.on("request", lambda request: found.append(request.url))
    return found


def example(page: Page, operation: str) -> Locator:
    """The first example of an operation."""
    return page.locator(f"#{operation} > .example")


def run(page: Page, operation: str) -> Locator:
    """Press its button; what comes back."""
    one = example(page, operation)
    one.get_by_role("button", name="Run").click()
    expect(one.get_by_role("status").first).to_contain_text("200: ")
    return one.locator(".answer > *")


def test_examples_show_what_the_api_answers(
    page: Page, base_url: str, said: list[str], asked: list[str]
) -> None:
    page.goto(f"/api?{QUERY}")
    for operation, path in (("get_conv2d", "conv2d"), ("get_conv2d_step", "conv2d/steps/3")):
        answer = page.request.get(f"/api/v1/{path}?{QUERY.partition('&step')[0]}").json()
        shown = run(page, operation)
        expect(shown).to_have_attribute("tabindex", "0")
        assert shown.evaluate("each => JSON.parse(each.textContent)") == answer
    posted = run(page, "post_conv2d").evaluate("each => JSON.parse(each.textContent)")
    assert posted["output"] == page.request.get(f"/api/v1/conv2d?{QUERY}").json()["output"]
    picture = run(page, "get_share")
    expect(picture).to_have_js_property("tagName", "IMG")
    page.wait_for_function("() => document.querySelector('.answer img').naturalWidth > 0")
    assert said == []
    assert [url for url in asked if not url.startswith((f"{base_url}/", f"blob:{base_url}/"))] == []


def test_an_error_is_said_by_its_sentence_and_a_server_that_is_away_too(page: Page) -> None:
    page.goto("/problems/repeated-parameter")
    one = page.locator(".example")
    one.get_by_role("button", name="Run").click()
    expect(one.get_by_role("status").first).to_have_text("stride is there more than once. Keep one of them.")
    expect(one.locator(".answer")).to_contain_text('"status": 422')
    means = one.get_by_role("link", name="What this means")
    expect(means).to_have_attribute("href", "/problems/repeated-parameter")
    page.route("**/api/v1/**", lambda route: route.abort())
    one.get_by_role("button", name="Run").click()
    expect(one.get_by_role("status").first).to_have_text("The server does not answer. Try again.")
    expect(one.locator(".answer")).to_be_hidden()


def test_lines_are_copied_and_everything_is_reached_by_keyboard(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"/api?{QUERY}#get_conv2d_step")
    one = example(page, "get_conv2d_step")
    expect(one).to_be_in_viewport()
    one.get_by_role("link").focus()
    page.keyboard.press("Tab")
    expect(one.get_by_role("button", name="Run")).to_be_focused()
    page.keyboard.press("Enter")
    expect(one.locator(".answer pre")).to_be_visible()
    expect(one.get_by_role("button", name="Run")).to_be_focused()
    page.keyboard.press("Tab")
    expect(one.get_by_role("region")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(one.get_by_role("button", name="Copy the lines for curl")).to_be_focused()
    page.keyboard.press("Enter")
    expect(one.locator(".copied")).to_have_text("Copied.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == one.locator("[data-tool=curl] pre").inner_text()
    assert copied.startswith("curl 'http://")
    page.get_by_role("navigation", name="Contents").get_by_role("link", name="One step of one").click()
    expect(page.locator("#get_conv_transpose2d_step")).to_be_in_viewport()


def test_the_convolution_travels_between_the_pages(step_page: StepPage) -> None:
    step_page.open("?kernel=sobel-x&step=2")
    step_page.press("ArrowRight").wait_for_query(step="3")
    pages = step_page.page.get_by_role("navigation", name="Pages")
    pages.get_by_role("link", name="API").click()
    page = step_page.page
    expect(page.get_by_role("heading", level=1)).to_have_text("API")
    page.wait_for_load_state()
    assert "/api/v1/conv2d/steps/3?kernel=sobel-x" in page.locator(".start .address").inner_text()
    page.get_by_label("Theme").select_option("dark")
    page.wait_for_url(lambda url: urlsplit(url).query == "kernel=sobel-x&step=3&theme=dark")
    pages.get_by_role("link", name="Step").click()
    step_page.expect_step(3, 16)
    assert step_page.query == {"kernel": "sobel-x", "step": "3", "theme": "dark"}


def expect_nothing_to_mend(page: Page) -> None:
    """Run all rules of axe."""
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_nothing_to_scroll_sideways_on_a_small_phone(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    for path in ("/problems/invalid-parameter", "/problems", f"/api?{QUERY}&seed=x"):
        page.goto(path)
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = false)")
    page.get_by_label("Theme").select_option("projector")
    expect_nothing_to_mend(page)


def test_nothing_to_mend_in_light_and_dark_with_an_answer_on_screen(page: Page) -> None:
    page.goto(f"/api?{QUERY}&seed=x")
    run(page, "get_conv2d_step")
    example(page, "get_conv2d_step").locator("summary").click()
    page.locator("#get_conv2d_step > details summary").first.click()
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        expect_nothing_to_mend(page)
    page.goto("/problems/busy")
    expect_nothing_to_mend(page)


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_everything_but_running_and_copying_is_there_without_a_script(page: Page) -> None:
    page.goto(f"/api?{QUERY}")
    expect(page.get_by_role("button")).to_have_count(0)
    expect(page.locator(".comes-back pre")).to_contain_text('"number": 3')
    one = example(page, "get_conv2d_step")
    one.locator("summary").click()
    expect(one.locator("[data-tool=Python] pre")).to_be_visible()
    one.get_by_role("link").click()
    expect(page.locator("body")).to_contain_text('"number":3')


def test_the_first_load_is_small(new_page: Page) -> None:
    sizes: list[int] = []
    new_page.on("requestfinished", lambda request: sizes.append(request.sizes()["responseBodySize"]))
    new_page.goto("/api")
    new_page.wait_for_load_state("networkidle")
    assert len(sizes) > 5
    assert sum(sizes) < 50 * 1024
