"""On a projector everything is seen at once, from the last row, and nothing is in the way."""

import pytest
from playwright.sync_api import expect

from tests.browser.step_page import StepPage

SCREENS = [(1024, 768), (1280, 720), (1920, 1080)]

OVERSHOOT = """() => {
    const page = document.scrollingElement;
    return [page.scrollWidth - innerWidth, page.scrollHeight - innerHeight];
}"""
"""How far the page could be scrolled, across and down."""

CUT_OFF = """() => {
    const places = [
        ".stage td", ".stage th", ".stage caption", ".calculation td", ".result", ".expression",
        ".words .sentence", ".counter", ".phases button", ".transport :is(button, select, input)",
    ];
    const stage = document.querySelector(".stage").getBoundingClientRect();
    const screen = { left: 0, right: innerWidth, top: 0, bottom: innerHeight };
    const isCut = (box, around) => box.left < around.left - 6 || box.right > around.right + 6
        || box.top < around.top - 6 || box.bottom > around.bottom + 6;
    const isScrolled = (each) => each.matches(".expression") && each.scrollHeight > each.clientHeight + 1;
    return [...document.querySelectorAll(places.join())]
        .filter(each => each.checkVisibility())
        .filter(each => isScrolled(each)
            || isCut(each.getBoundingClientRect(), each.closest(".stage") ? stage : screen))
        .map(each => each.ariaLabel || each.textContent);
}"""
"""What is not seen in full: over the edge of the window, or of the stage, which does not scroll."""

OVERLAPPING = """() => {
    const parts = [".words .sentence", ".stage", ".calculation", ".pace", ".transport"];
    const boxes = parts.map(part => document.querySelector(part).getBoundingClientRect());
    const counter = document.querySelector(".counter").getBoundingClientRect();
    const cells = [...document.querySelectorAll(".stage td, .stage caption span, .words .sentence")]
        .map(each => { const text = document.createRange(); text.selectNodeContents(each);
            return text.getBoundingClientRect(); });
    const meet = (a, b) =>
        a.left < b.right && b.left < a.right && a.top < b.bottom - 1 && b.top < a.bottom - 1;
    return [
        ...parts.slice(1).filter((_, place) => meet(boxes[place], boxes[place + 1])),
        ...cells.filter(cell => cell.width && meet(cell, counter)).map(() => "counter"),
    ];
}"""
"""Parts that lie on each other, and a counter that lies on a cell, a title or the sentence."""

DIGITS = """() => [...document.querySelectorAll(".stage tbody td:not(:empty)")]
    .filter(cell => cell.checkVisibility())
    .map(cell => parseFloat(getComputedStyle(cell).fontSize))"""

TOO_WIDE = """() => [...document.querySelectorAll(".stage tbody td")].filter(cell => {
    const text = document.createRange();
    text.selectNodeContents(cell);
    return text.getBoundingClientRect().width > cell.clientWidth;
}).map(cell => cell.textContent)"""

TOKENS = """() => [
    "--ground", "--text", "--muted", "--line", "--input", "--input-line", "--patch", "--on-patch",
    "--kernel", "--on-kernel", "--kernel-line", "--frame", "--frame-line", "--output", "--on-output",
    "--output-line", "--todo-line", "--padding", "--padding-line", "--on-padding",
].map(name => {
    const probe = document.body.appendChild(document.createElement("i"));
    probe.style.color = `var(${name})`;
    const { color } = getComputedStyle(probe);
    probe.remove();
    return [name, color];
})"""

WAKE_LOCKS = """
    window.awake = 0;
    const lock = () => ({ released: false, async release() { this.released = true; window.awake -= 1; } });
    Object.defineProperty(navigator, "wakeLock", {
        value: { async request() { window.awake += 1; return lock(); } },
    });
"""


@pytest.fixture
def browser_context_args(browser_context_args: dict[str, object]) -> dict[str, object]:
    """No motion, so that everything is in its place at once."""
    return {**browser_context_args, "reduced_motion": "reduce"}


@pytest.mark.parametrize("screen", SCREENS, ids=["XGA", "HD", "full HD"])
def test_everything_is_seen_at_once_without_scrolling(step_page: StepPage, screen: tuple[int, int]) -> None:
    width, height = screen
    step_page.page.set_viewport_size({"width": width, "height": height})
    for query in (
        "&step=6",
        "&input=random&size=8&padding=1&step=9",
        "&input=random&size=8&padding=full&step=100",
        "&kernel=gaussian-5&step=2",
        "&kernel=gaussian-5&input=random&size=8&padding=same&step=64",
        "&channels=3&kernel=sobel-x::sobel-y::box-3::sharpen&step=64",
        "&kernel=sobel-x::sobel-y&step=32",
    ):
        step_page.open(f"?theme=projector{query}")
        page = step_page.page
        assert page.evaluate(OVERSHOOT) == [0, 0], query
        assert page.evaluate(CUT_OFF) == [], query
        assert page.evaluate(OVERLAPPING) == [], query
        assert page.evaluate(TOO_WIDE) == [], query


@pytest.mark.parametrize("screen", SCREENS, ids=["XGA", "HD", "full HD"])
def test_the_digits_of_the_lesson_are_read_from_the_last_row(
    step_page: StepPage, screen: tuple[int, int]
) -> None:
    width, height = screen
    step_page.page.set_viewport_size({"width": width, "height": height})
    step_page.open("?theme=projector&step=16")
    digits = step_page.page.evaluate(DIGITS)
    assert len(digits) == 36 + 9 + 16
    assert min(digits) >= 0.04 * height
    counter = step_page.counter.evaluate("each => parseFloat(getComputedStyle(each).fontSize)")
    assert counter >= 0.035 * height


def test_the_ground_is_white_the_text_black_and_outlines_are_three_pixels(step_page: StepPage) -> None:
    step_page.page.set_viewport_size({"width": 1920, "height": 1080})
    step_page.open("?theme=projector&step=6")
    body = step_page.page.locator("body")
    expect(body).to_have_css("background-color", "rgb(255, 255, 255)")
    expect(body).to_have_css("color", "rgb(0, 0, 0)")
    expect(step_page.kernel.locator("td").last).to_have_css(
        "box-shadow", "rgb(0, 0, 0) 0px 0px 0px 3px inset"
    )
    expect(step_page.page.locator(".transport")).to_have_css("box-shadow", "none")


def test_the_key_the_button_and_the_address_lead_to_the_same_and_back_to_the_theme_before(
    step_page: StepPage,
) -> None:
    step_page.open("?theme=dark&step=6")
    step_page.button("Present").click()
    step_page.wait_for_query(theme="projector")
    expect(step_page.settings).to_be_hidden()
    expect(step_page.page.get_by_role("banner")).to_be_hidden()
    step_page.button("Exit").click()
    step_page.wait_for_query(theme="dark")
    expect(step_page.settings).to_be_visible()
    step_page.press("p").wait_for_query(theme="projector")
    step_page.press("p").wait_for_query(theme="dark")
    step_page.page.get_by_label("Theme").select_option("projector")
    step_page.wait_for_query(theme="projector")
    step_page.press("p").wait_for_query(theme="dark")
    expect(step_page.button("Black screen")).to_be_hidden()


def test_the_screen_stays_awake_while_it_presents_and_plays(step_page: StepPage) -> None:
    step_page.page.add_init_script(WAKE_LOCKS)
    step_page.open("?theme=projector&speed=0.25")
    step_page.button("Play").click()
    step_page.page.wait_for_function("() => window.awake === 1")
    step_page.button("Pause").click()
    step_page.page.wait_for_function("() => window.awake === 0")
    step_page.button("Play").click()
    step_page.page.wait_for_function("() => window.awake === 1")
    step_page.button("Exit").click()
    step_page.page.wait_for_function("() => window.awake === 0")
    expect(step_page.button("Pause")).to_be_visible()


def test_a_pointer_that_rests_goes_away_and_comes_back_when_it_moves(timed_page: StepPage) -> None:
    timed_page.open("?theme=projector")
    stage = timed_page.page.get_by_role("region", name="Input, kernel and output")
    timed_page.page.mouse.move(300, 300)
    timed_page.pass_time(2.9)
    expect(stage).not_to_have_css("cursor", "none")
    timed_page.pass_time(0.2)
    expect(stage).to_have_css("cursor", "none")
    expect(timed_page.button("Play")).to_have_css("cursor", "none")
    timed_page.page.mouse.move(310, 300)
    expect(stage).not_to_have_css("cursor", "none")
    timed_page.pass_time(3.1)
    timed_page.press("p")
    expect(stage).not_to_have_css("cursor", "none")


@pytest.mark.parametrize("is_allowed", [True, False], ids=["allowed", "not allowed"])
def test_full_screen_is_offered_where_the_browser_has_it(step_page: StepPage, is_allowed: bool) -> None:
    allowed = "true" if is_allowed else "false"
    step_page.page.add_init_script(
        f"Object.defineProperty(Document.prototype, 'fullscreenEnabled', {{ get: () => {allowed} }})"
    )
    step_page.open("?theme=projector")
    expect(step_page.button("Full screen")).to_be_visible(visible=is_allowed)


def test_the_black_screen_is_offered_to_those_without_a_key(step_page: StepPage) -> None:
    step_page.open("?theme=projector&step=6")
    step_page.button("Black screen").click()
    step_page.press("ArrowRight").press("p").press("Home")
    step_page.page.mouse.click(400, 300)
    step_page.expect_step(6)
    step_page.press("ArrowRight").expect_step(7)
    expect(step_page.button("Exit")).to_be_visible()


def test_more_contrast_takes_the_colours_of_the_projector(step_page: StepPage) -> None:
    step_page.page.emulate_media(color_scheme="light")
    step_page.open("?theme=projector")
    expected = step_page.page.evaluate(TOKENS)
    step_page.open("?theme=auto")
    assert step_page.page.evaluate(TOKENS) != expected
    step_page.page.emulate_media(color_scheme="light", contrast="more")
    assert step_page.page.evaluate(TOKENS) == expected
