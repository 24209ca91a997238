"""Every change can be undone and redone: by button, by key, by the browser, and after a reload."""

import pytest
from playwright.sync_api import Route, expect

from tests.browser.step_page import StepPage

KERNELS = ["prewitt-x", "sobel-x", "sobel-y", "edge"]


@pytest.fixture
def browser_context_args(browser_context_args: dict[str, object]) -> dict[str, object]:
    """No motion, so that a step is finished at once."""
    return {**browser_context_args, "reduced_motion": "reduce"}


def open_with_three_changes(page: StepPage) -> None:
    """From the first to the last of the kernels, one by one."""
    page.open()
    for kernel in KERNELS[1:]:
        page.choose("Filter", kernel).wait_for_query(kernel=kernel)


def expect_kernel(page: StepPage, name: str) -> None:
    """Wait until a kernel is chosen, its answer is on screen, and the address says so."""
    expect(page.field("Filter")).to_have_value(name)
    expect(page.page.get_by_role("main")).to_have_attribute("aria-busy", "false")
    assert page.query == ({} if name == KERNELS[0] else {"kernel": name})


def expect_possible(page: StepPage, *, undo: bool, redo: bool) -> None:
    """Whether there is something to undo and to redo, as the buttons tell."""
    for name, can in (("Undo", undo), ("Redo", redo)):
        expect(page.button(name)).to_have_attribute("aria-disabled", "false" if can else "true")


def test_buttons_undo_and_redo_every_change_and_never_leave_the_page(step_page: StepPage) -> None:
    step_page.page.goto("about:blank")
    open_with_three_changes(step_page)
    expect_possible(step_page, undo=True, redo=False)
    for kernel in [*KERNELS[-2::-1], KERNELS[0]]:
        step_page.button("Undo").click(force=True)
        expect_kernel(step_page, kernel)
    expect_possible(step_page, undo=False, redo=True)
    for kernel in [*KERNELS[1:], KERNELS[-1]]:
        step_page.button("Redo").click(force=True)
        expect_kernel(step_page, kernel)
    expect_possible(step_page, undo=True, redo=False)


def test_keys_undo_and_redo_as_they_do_everywhere(step_page: StepPage) -> None:
    open_with_three_changes(step_page)
    step_page.page.get_by_role("main").focus()
    for key, kernel in (
        ("Control+z", 2),
        ("Meta+z", 1),
        ("Control+Shift+Z", 2),
        ("Control+z", 1),
        ("Control+y", 2),
        ("Meta+Shift+Z", 3),
    ):
        step_page.press(key)
        expect_kernel(step_page, KERNELS[kernel])


def test_keys_pressed_faster_than_the_browser_moves_undo_as_often_as_they_are_pressed(
    step_page: StepPage,
) -> None:
    step_page.page.goto("about:blank")
    open_with_three_changes(step_page)
    step_page.page.get_by_role("main").focus()
    step_page.press("Control+z", times=2)
    expect_kernel(step_page, KERNELS[1])
    step_page.press("Control+z", times=9)
    expect_kernel(step_page, KERNELS[0])
    step_page.press("Control+y", times=9)
    expect_kernel(step_page, KERNELS[3])


def test_a_reload_keeps_what_can_be_undone_and_redone(step_page: StepPage) -> None:
    open_with_three_changes(step_page)
    step_page.button("Undo").click()
    expect_kernel(step_page, KERNELS[2])
    step_page.page.reload()
    expect_possible(step_page, undo=True, redo=True)
    step_page.button("Redo").click()
    expect_kernel(step_page, KERNELS[3])
    for kernel in KERNELS[2::-1]:
        step_page.button("Undo").click()
        expect_kernel(step_page, kernel)


def test_the_browsers_own_back_is_an_undo_and_a_change_ends_the_redo(step_page: StepPage) -> None:
    open_with_three_changes(step_page)
    step_page.page.go_back()
    expect_kernel(step_page, KERNELS[2])
    expect_possible(step_page, undo=True, redo=True)
    step_page.choose("Filter", "outline").wait_for_query(kernel="outline")
    expect_possible(step_page, undo=True, redo=False)
    step_page.button("Undo").click()
    expect_kernel(step_page, KERNELS[2])


def test_a_jump_within_the_page_is_nothing_to_undo(step_page: StepPage) -> None:
    open_with_three_changes(step_page)
    step_page.page.evaluate("location.hash = '#main'")
    step_page.button("Undo").click()
    expect_kernel(step_page, KERNELS[2])


def test_undo_drops_a_change_that_was_refused(step_page: StepPage) -> None:
    step_page.open("?padding=same&step=8")
    step_page.choose("Stride", "2")
    problem = step_page.settings.get_by_text("padding same needs stride 1")
    expect(problem).to_be_visible()
    step_page.page.get_by_role("main").focus()
    step_page.press("Control+z")
    expect(problem).to_be_hidden()
    expect(step_page.field("Stride")).to_have_value("1")
    step_page.expect_step(8, 36)
    assert step_page.query == {"padding": "same", "step": "8"}


def test_undo_drops_a_change_that_is_still_on_its_way(step_page: StepPage) -> None:
    step_page.open()
    step_page.choose("Filter", KERNELS[1]).wait_for_query(kernel=KERNELS[1])
    held: list[Route] = []
    step_page.page.route("**/api/v1/conv2d?**", lambda route: held.append(route))
    with step_page.page.expect_request("**/api/v1/conv2d?**"):
        step_page.choose("Filter", KERNELS[2])
    step_page.button("Undo").click()
    expect_kernel(step_page, KERNELS[1])


def test_text_fields_undo_what_was_typed_into_them(step_page: StepPage) -> None:
    open_with_three_changes(step_page)
    step_page.field("Bias").focus()
    step_page.press("Control+z")
    expect_kernel(step_page, KERNELS[3])
