"""How often the page asks the server, and which answer wins."""

from contextlib import suppress

from playwright.sync_api import Error, Page, Request, Route, expect

from tests.browser.step_page import StepPage


def requests_of(page: Page) -> list[str]:
    """The addresses that the page asks the API for; the list grows while the page works."""
    asked: list[str] = []

    def note(request: Request) -> None:
        if "/api/v1/" in request.url:
            asked.append(request.url.partition("/api/v1")[2])

    page.on("request", note)
    return asked


def test_stepping_playing_and_looking_ask_for_nothing(timed_page: StepPage) -> None:
    asked = requests_of(timed_page.page)
    timed_page.open()
    for key in ("ArrowRight", "PageDown", "End", "Home", " "):
        timed_page.press(key)
        timed_page.pass_time(2)
    timed_page.speed.select_option("4")
    timed_page.page.get_by_label("Theme").select_option("dark")
    timed_page.phase("Multiply").click()
    timed_page.output_cell(3, 3).click()
    timed_page.pass_time(2)
    assert asked == []


def test_a_change_asks_once(step_page: StepPage) -> None:
    step_page.open()
    asked = requests_of(step_page.page)
    step_page.choose("Filter", "sobel-x").wait_for_query(kernel="sobel-x")
    assert asked == ["/conv2d?kernel=sobel-x"]
    step_page.choose("Border", "edge").wait_for_query(border="edge")
    assert asked[1:] == ["/conv2d?kernel=sobel-x&border=edge"]
    step_page.settings.get_by_role("radio", name="flipped").check()
    step_page.wait_for_query(flip="1")
    assert len(asked) == 3


def test_what_is_typed_quickly_is_asked_for_once(timed_page: StepPage) -> None:
    timed_page.open()
    asked = requests_of(timed_page.page)
    bias = timed_page.field("Bias")
    bias.select_text()
    for letter in "-1.25":
        bias.press(letter)
        timed_page.pass_time(0.2)
    assert asked == []
    timed_page.pass_time(0.2)
    timed_page.wait_for_query(bias="-1.25")
    assert asked == ["/conv2d?bias=-1.25"]


def test_enter_asks_without_waiting_for_more(timed_page: StepPage) -> None:
    timed_page.open()
    asked = requests_of(timed_page.page)
    timed_page.field("Bias").fill("3")
    timed_page.press("Enter")
    timed_page.pass_time(0.01)
    timed_page.wait_for_query(bias="3")
    timed_page.pass_time(2)
    assert asked == ["/conv2d?bias=3"]


def test_what_is_typed_is_not_lost_to_a_click_that_follows_at_once(timed_page: StepPage) -> None:
    timed_page.open("?kernel=random")
    timed_page.field("Bias").fill("3")
    timed_page.button("New numbers").click()
    timed_page.wait_for_query(bias="3", seed="2")
    timed_page.pass_time(2)
    expect(timed_page.field("Bias")).to_have_value("3")
    assert timed_page.query == {"kernel": "random", "seed": "2", "bias": "3"}


def test_a_long_trace_asks_for_its_steps_once(step_page: StepPage) -> None:
    asked = requests_of(step_page.page)
    step_page.open("?size=64").expect_step(1, 62 * 62)
    expect(step_page.page.get_by_role("main")).to_have_attribute("aria-busy", "false")
    assert asked == ["/conv2d?size=64", "/conv2d/steps?size=64"]
    step_page.press("ArrowRight").expect_step(2, 62 * 62)
    assert len(asked) == 2


def test_few_steps_of_many_products_are_asked_for_as_well(step_page: StepPage) -> None:
    asked = requests_of(step_page.page)
    ones = ";".join([",".join(["1"] * 15)] * 15)
    step_page.open(f"?input=index&size=40&kernel={ones}").expect_step(1, 26 * 26)
    expect(step_page.page.get_by_role("main")).to_have_attribute("aria-busy", "false")
    assert [address.partition("?")[0] for address in asked] == ["/conv2d", "/conv2d/steps"]
    step_page.press("End").expect_step(26 * 26, 26 * 26)
    expect(step_page.value).to_have_text(str(int(step_page.read(step_page.patch).numbers.sum())))


def test_a_late_answer_never_overwrites_the_newer_one(step_page: StepPage) -> None:
    step_page.open()
    held: list[Route] = []
    failed: list[str] = []
    step_page.page.route("**/conv2d?kernel=sobel-x", lambda route: held.append(route))
    step_page.page.on("requestfailed", lambda request: failed.append(request.url))
    with step_page.page.expect_request("**/conv2d?kernel=sobel-x"):
        step_page.choose("Filter", "sobel-x")
    step_page.choose("Filter", "sobel-y").wait_for_query(kernel="sobel-y")
    assert [url.partition("?")[2] for url in failed] == ["kernel=sobel-x"]
    # Chromium may know that nobody waits for it any more.
    with suppress(Error):
        held[0].continue_()
    step_page.press("End").expect_step(16)
    assert step_page.query["kernel"] == "sobel-y"
    assert step_page.read(step_page.kernel).texts[0] == ["1", "2", "1"]


def test_the_old_convolution_stays_while_the_new_one_is_on_its_way(step_page: StepPage) -> None:
    step_page.open("?step=6")
    held: list[Route] = []
    step_page.page.route("**/api/v1/**", lambda route: held.append(route))
    step_page.choose("Filter", "sobel-x")
    main = step_page.page.get_by_role("main")
    expect(main).to_have_attribute("aria-busy", "true")
    step_page.button("Next step").click()
    step_page.expect_step(7)
    expect(step_page.value).to_have_text("2")
    held[0].continue_()
    expect(main).to_have_attribute("aria-busy", "false")
    step_page.wait_for_query(kernel="sobel-x").expect_step(7)


def test_the_skip_link_moves_the_focus_and_nothing_else(timed_page: StepPage) -> None:
    timed_page.open("?step=6&phase=multiply")
    asked = requests_of(timed_page.page)
    timed_page.press("Tab").press("Enter")
    expect(timed_page.page.get_by_role("main")).to_be_focused()
    timed_page.pass_time(2)
    expect(timed_page.phase("Multiply")).to_have_attribute("aria-current", "step")
    timed_page.press(" ")
    timed_page.press("ArrowRight", times=3)
    timed_page.page.get_by_role("link", name="Skip to the convolution").focus()
    timed_page.press("Enter")
    timed_page.pass_time(2)
    timed_page.expect_step(9)
    assert asked == []
