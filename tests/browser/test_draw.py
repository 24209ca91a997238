"""Drawing on the input: one stroke is one change, by mouse and by finger."""

import pytest
from playwright.sync_api import Locator, Route, expect

from tests.browser.step_page import StepPage


@pytest.fixture
def browser_context_args(browser_context_args: dict[str, object]) -> dict[str, object]:
    """No motion, so that a step is finished at once."""
    return {**browser_context_args, "reduced_motion": "reduce"}


def draw(page: StepPage, *cells: tuple[int, int]) -> None:
    """Drag from cell to cell of the input, without letting go."""
    mouse = page.page.mouse
    for place in cells:
        box = page.cell(page.input, *place).bounding_box()
        assert box is not None
        mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        if place == cells[0]:
            mouse.down()


def switch(page: StepPage) -> Locator:
    """The switch for drawing."""
    return page.button("Draw")


def switch_on(page: StepPage) -> None:
    """Draw, once the part of the page that does it is here."""
    switch(page).click()
    expect(switch(page)).to_have_attribute("aria-pressed", "true")


def test_a_stroke_sets_every_cell_on_its_way_and_is_one_change(step_page: StepPage) -> None:
    asked: list[str] = []
    step_page.open("?input=0,0,0,0;0,0,0,0;0,0,0,0&kernel=1&padding=1&step=3")
    switch_on(step_page)
    step_page.field("Draw with").fill("-2")
    step_page.page.on("request", lambda request: asked.append(request.url))
    draw(step_page, (2, 2), (2, 5), (4, 5))
    expect(step_page.input.locator("td[data-drawn='-2']")).to_have_count(6)
    assert asked == []
    step_page.page.mouse.up()
    step_page.wait_for_query(input="-2,-2,-2,-2;0,0,0,-2;0,0,0,-2")
    expect(step_page.input.locator("td[data-drawn]")).to_have_count(0)
    expect(step_page.page.locator(".edited")).to_contain_text("6 cells of the input set to minus 2.")
    assert len([url for url in asked if "/api/" in url]) == 1
    step_page.expect_step(3, 30)
    step_page.button("Undo").click()
    expect(step_page.input.get_by_text("−2")).to_have_count(0)


def test_an_answer_leaves_the_stroke_that_is_being_drawn(step_page: StepPage) -> None:
    held: list[Route] = []
    step_page.page.route("**/api/v1/conv2d?*", lambda route: held.append(route), times=1)
    step_page.open("?input=0,0,0;0,0,0;0,0,0&kernel=1")
    switch_on(step_page)
    with step_page.page.expect_request("**/api/v1/conv2d?*"):
        draw(step_page, (1, 1), (1, 2))
        step_page.page.mouse.up()
    draw(step_page, (3, 1), (3, 2))
    held.pop().continue_()
    step_page.wait_for_query(input="9,9,0;0,0,0;0,0,0")
    expect(step_page.input.locator("td[data-drawn]")).to_have_count(2)
    draw_on = step_page.cell(step_page.input, 3, 3).bounding_box()
    assert draw_on is not None
    step_page.page.mouse.move(draw_on["x"] + 9, draw_on["y"] + 9)
    step_page.page.mouse.up()
    step_page.wait_for_query(input="9,9,0;0,0,0;9,9,9")


def test_padding_is_not_drawn_on_and_a_refused_stroke_goes_away(step_page: StepPage) -> None:
    step_page.open("?input=1,2;3,4&kernel=1&padding=1")
    switch_on(step_page)
    draw(step_page, (1, 1), (1, 4))
    step_page.page.mouse.up()
    step_page.field("Draw with").fill("much")
    draw(step_page, (2, 2), (2, 3))
    step_page.page.mouse.up()
    expect(step_page.settings.get_by_text("row 1, column 1 is not such a number")).to_be_visible()
    expect(step_page.input.locator("td[data-drawn]")).to_have_count(0)
    assert step_page.query == {"input": "1,2;3,4", "kernel": "1", "padding": "1"}


def test_with_draw_off_dragging_draws_nothing(step_page: StepPage) -> None:
    step_page.open("?input=1,2;3,4&kernel=1")
    switch(step_page).click()
    switch(step_page).click()
    expect(switch(step_page)).to_have_attribute("aria-pressed", "false")
    draw(step_page, (1, 1), (2, 2))
    step_page.page.mouse.up()
    assert step_page.query["input"] == "1,2;3,4"


@pytest.mark.browser_context_args(
    viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, reduced_motion="reduce"
)
def test_a_finger_draws_and_does_not_scroll(step_page: StepPage) -> None:
    step_page.open("?input=0,0,0;0,0,0;0,0,0&kernel=1")
    switch(step_page).tap()
    expect(switch(step_page)).to_have_attribute("aria-pressed", "true")
    step_page.page.evaluate("scrollTo(0, 0)")
    boxes = [step_page.cell(step_page.input, *place).bounding_box() for place in ((1, 1), (3, 3))]
    points = [{"x": box["x"] + 9, "y": box["y"] + 9} for box in boxes if box]
    touch = step_page.page.context.new_cdp_session(step_page.page)
    for kind, at in (("touchStart", points[:1]), ("touchMove", points[1:]), ("touchEnd", [])):
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": at})
    step_page.wait_for_query(input="9,0,0;0,9,0;0,0,9")
    assert step_page.page.evaluate("scrollY") == 0


def test_painted_cells_are_drawn_on_too(step_page: StepPage) -> None:
    step_page.open("?input=constant&size=1x60&kernel=1,0,-1")
    switch_on(step_page)
    canvas = step_page.page.locator(".input-grid canvas")
    box = canvas.bounding_box()
    assert box is not None
    middle = box["y"] + box["height"] / 2
    step_page.page.mouse.move(box["x"] + 2, middle)
    step_page.page.mouse.down()
    step_page.page.mouse.move(box["x"] + box["width"] - 2, middle)
    step_page.page.mouse.up()
    step_page.wait_for_query(input=",".join(["9"] * 60))
