"""The kernel in the hand: it follows, snaps to the windows there are, and the calculation with it."""

import pytest
from playwright.sync_api import CDPSession, Locator

from tests.browser.step_page import StepPage


@pytest.fixture
def browser_context_args(browser_context_args: dict[str, object]) -> dict[str, object]:
    """No motion, so that a step is finished at once."""
    return {**browser_context_args, "reduced_motion": "reduce"}


def middle(cell: Locator) -> tuple[float, float]:
    """The middle of a cell in the window."""
    box = cell.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def drag(page: StepPage, *cells: Locator) -> None:
    """Press on the first cell and pull over the others; the button stays down."""
    mouse = page.page.mouse
    mouse.move(*middle(cells[0]))
    mouse.down()
    for cell in cells[1:]:
        mouse.move(*middle(cell), steps=4)


def test_the_mouse_pulls_the_kernel_and_the_calculation_follows_at_once(step_page: StepPage) -> None:
    step_page.open("?step=1")
    drag(step_page, step_page.cell(step_page.input, 2, 2), step_page.cell(step_page.input, 3, 4))
    step_page.expect_step(7)
    assert step_page.read(step_page.input).where("patch") == [(r, c) for r in (1, 2, 3) for c in (2, 3, 4)]
    assert (
        step_page.read(step_page.patch).numbers.tolist()
        == step_page.read(step_page.input).numbers[1:4, 2:5].tolist()
    )
    drag_on = middle(step_page.cell(step_page.input, 6, 6))
    step_page.page.mouse.move(drag_on[0] + 400, drag_on[1] + 300, steps=4)
    step_page.expect_step(16)
    step_page.page.mouse.up()
    step_page.page.mouse.move(*middle(step_page.cell(step_page.input, 1, 1)))
    step_page.expect_step(16)
    # Letting go is no click: nothing is pinned.
    assert step_page.page.locator("[data-mark=pinned]").count() == 0


def test_only_windows_that_the_stride_reaches_can_be_had(step_page: StepPage) -> None:
    step_page.open("?size=8&stride=3&padding=1&dilation=2&step=1")
    cells = [step_page.cell(step_page.input, row, column) for row, column in ((1, 1), (2, 3), (3, 4))]
    drag(step_page, cells[0], cells[1])
    step_page.expect_step(2, 4)
    drag(step_page, cells[2])
    step_page.page.mouse.up()


def test_a_press_beside_the_kernel_moves_nothing_and_a_short_one_is_a_click(step_page: StepPage) -> None:
    step_page.open("?step=1")
    drag(step_page, step_page.cell(step_page.input, 5, 5), step_page.cell(step_page.input, 6, 6))
    step_page.page.mouse.up()
    step_page.expect_step(1)
    step_page.press("Escape")
    x, y = middle(step_page.cell(step_page.input, 2, 2))
    step_page.page.mouse.move(x, y)
    step_page.page.mouse.down()
    step_page.page.mouse.move(x + 2, y)
    step_page.page.mouse.up()
    step_page.expect_step(1)
    assert step_page.page.locator(".input-grid [data-mark=pinned]").count() == 1


def touch(session: CDPSession, kind: str, *points: tuple[float, float]) -> None:
    """A finger, as the browser's own protocol has it."""
    session.send(
        "Input.dispatchTouchEvent",
        {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in points]},
    )


@pytest.mark.browser_context_args(
    viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, reduced_motion="reduce"
)
def test_a_finger_pulls_the_kernel_and_beside_it_scrolls_the_page(step_page: StepPage) -> None:
    step_page.open("?step=1")
    session = step_page.page.context.new_cdp_session(step_page.page)
    start, end = (middle(step_page.cell(step_page.input, *place)) for place in ((2, 2), (4, 3)))
    touch(session, "touchStart", start)
    for part in range(1, 6):
        touch(
            session,
            "touchMove",
            (start[0] + (end[0] - start[0]) * part / 5, start[1] + (end[1] - start[1]) * part / 5),
        )
    touch(session, "touchEnd")
    step_page.expect_step(10)
    assert step_page.page.evaluate("scrollY") == 0
    kernel, beside = step_page.cell(step_page.input, 4, 3), step_page.cell(step_page.input, 1, 6)
    action = "cell => getComputedStyle(cell).touchAction"
    assert kernel.evaluate(action) == "none"
    assert beside.evaluate(action) in ("auto", "manipulation")


def test_in_the_scatter_picture_the_kernel_is_pulled_over_the_output(step_page: StepPage) -> None:
    step_page.open("?operation=conv_transpose2d&input=index&size=3&stride=2&padding=1&picture=scatter&step=1")
    drag(step_page, step_page.cell(step_page.output, 2, 2), step_page.cell(step_page.output, 4, 6))
    step_page.expect_step(6, 9)
    assert step_page.read(step_page.output).where("target") == [(r, c) for r in (2, 3, 4) for c in (4, 5, 6)]
    drag(step_page, step_page.cell(step_page.output, 7, 3))
    step_page.page.mouse.up()
    step_page.expect_step(8, 9)
    drag(step_page, step_page.cell(step_page.input, 3, 2), step_page.cell(step_page.input, 1, 1))
    step_page.page.mouse.up()
    step_page.expect_step(8, 9)


def test_painted_cells_too_can_be_pulled(step_page: StepPage) -> None:
    step_page.open("?size=64&step=1")
    step_page.page.wait_for_function("() => document.querySelector('main').ariaBusy === 'false'")
    box = step_page.page.locator(".input-grid canvas").bounding_box()
    assert box is not None
    cell = box["width"] / 64
    step_page.page.mouse.move(box["x"] + 1.5 * cell, box["y"] + 1.5 * cell)
    step_page.page.mouse.down()
    step_page.page.mouse.move(box["x"] + 11.5 * cell, box["y"] + 5.5 * cell, steps=5)
    step_page.page.mouse.up()
    step_page.expect_step(4 * 62 + 10 + 1, 62 * 62)
