"""One address is one convolution: written while one works, read when one comes back."""

import re
from contextlib import suppress

import pytest
from playwright.sync_api import Error, Route, expect

from tests.browser.step_page import StepPage


@pytest.fixture
def browser_context_args(browser_context_args: dict[str, object]) -> dict[str, object]:
    """No motion, so that a step is finished at once."""
    return {**browser_context_args, "reduced_motion": "reduce"}


def history_length(page: StepPage) -> int:
    """Entries of the browser's history."""
    length: int = page.page.evaluate("() => history.length")
    return length


def test_stepping_writes_the_address_without_a_trail(step_page: StepPage) -> None:
    step_page.open()
    before = history_length(step_page)
    for step in (2, 3, 4):
        step_page.press("ArrowRight").wait_for_query(step=str(step))
    step_page.press("Home")
    step_page.page.wait_for_url(re.compile(r"/$"))
    assert history_length(step_page) == before


def test_a_reload_keeps_step_and_settings(step_page: StepPage) -> None:
    step_page.open()
    step_page.choose("Filter", "gaussian-3").choose("Padding", "same").wait_for_query(padding="same")
    step_page.page.get_by_role("main").focus()
    step_page.press("ArrowRight", times=8).wait_for_query(step="9")
    shown = step_page.read(step_page.output).texts, step_page.expression.inner_text()
    step_page.page.reload()
    step_page.expect_step(9, 36)
    assert (step_page.read(step_page.output).texts, step_page.expression.inner_text()) == shown
    expect(step_page.field("Filter")).to_have_value("gaussian-3")
    expect(step_page.field("Padding")).to_have_value("same")


def test_back_restores_the_former_convolution_and_step(step_page: StepPage) -> None:
    step_page.open()
    step_page.press("ArrowRight", times=5).wait_for_query(step="6")
    before = history_length(step_page)
    step_page.choose("Stride", "2").wait_for_query(stride="2")
    assert history_length(step_page) == before + 1
    step_page.page.go_back()
    step_page.expect_step(6)
    expect(step_page.field("Stride")).to_have_value("1")
    expect(step_page.value).to_have_text("−2")
    assert step_page.query == {"step": "6"}
    step_page.page.go_forward()
    step_page.expect_step(1, 4)
    expect(step_page.field("Stride")).to_have_value("2")
    assert history_length(step_page) == before + 1


def test_back_returns_to_the_step_even_if_the_setting_came_at_once(step_page: StepPage) -> None:
    step_page.open()
    step_page.press("ArrowRight", times=5)
    step_page.choose("Filter", "sobel-x").wait_for_query(kernel="sobel-x", step="6")
    step_page.page.go_back()
    expect(step_page.field("Filter")).to_have_value("prewitt-x")
    step_page.expect_step(6)


def test_back_after_several_changes_undoes_them_one_by_one(step_page: StepPage) -> None:
    step_page.open()
    for kernel in ("sobel-x", "sobel-y", "edge"):
        step_page.choose("Filter", kernel).wait_for_query(kernel=kernel)
    for kernel in ("sobel-y", "sobel-x", "prewitt-x"):
        step_page.page.go_back()
        expect(step_page.field("Filter")).to_have_value(kernel)
        expect(step_page.page.get_by_role("main")).to_have_attribute("aria-busy", "false")
    assert step_page.query == {}


def test_back_and_forward_in_quick_succession_end_where_they_lead(step_page: StepPage) -> None:
    step_page.open()
    step_page.choose("Filter", "sobel-x").wait_for_query(kernel="sobel-x")
    held: list[Route] = []
    step_page.page.route("**/api/v1/conv2d?", lambda route: held.append(route))
    with step_page.page.expect_request("**/api/v1/conv2d?"):
        step_page.page.go_back()
    step_page.page.go_forward()
    step_page.wait_for_query(kernel="sobel-x")
    # Chromium may know that nobody waits for it any more.
    with suppress(Error):
        held[0].continue_()
    expect(step_page.page.get_by_role("main")).to_have_attribute("aria-busy", "false")
    expect(step_page.field("Filter")).to_have_value("sobel-x")
    expect(step_page.kernel.get_by_role("gridcell", name="−2", exact=True)).to_be_visible()
    assert step_page.query == {"kernel": "sobel-x"}


def test_a_refused_setting_leaves_no_entry_behind(step_page: StepPage) -> None:
    step_page.open("?padding=same")
    before = history_length(step_page)
    step_page.choose("Stride", "2")
    expect(step_page.settings.get_by_text("padding same needs stride 1")).to_be_visible()
    assert history_length(step_page) == before


def test_a_shared_link_opens_at_its_step_and_settings(step_page: StepPage) -> None:
    step_page.open("?input=1,2,3;4,5,6&kernel=1,-1/2&bias=0.5&flip=1&step=3")
    step_page.expect_step(3, 4)
    expect(step_page.page).to_have_title("Step 3 of 4 – Kernelwalk")
    expect(step_page.expression).to_have_text("(4·(−1) + 5·1) / 2 + 0.5 = 1 / 2 + 0.5 = 1")
    assert step_page.query["kernel"] == "1,-1/2"
    assert "kernel=1,-1/2" in step_page.page.url


def test_the_title_says_the_step(step_page: StepPage) -> None:
    step_page.open("?step=3")
    expect(step_page.page).to_have_title("Step 3 of 16 – Kernelwalk")
    step_page.press("ArrowRight")
    expect(step_page.page).to_have_title("Step 4 of 16 – Kernelwalk")


def test_the_phase_is_part_of_the_address(step_page: StepPage) -> None:
    step_page.open("?step=6")
    for phase in ("Place", "Add"):
        step_page.phase(phase).click()
        step_page.wait_for_query(step="6", phase=phase.lower())
    step_page.page.reload()
    expect(step_page.phase("Add")).to_have_attribute("aria-current", "step")
    step_page.phase("Write").click()
    step_page.page.wait_for_url(re.compile(r"\?step=6$"))


def test_the_speed_is_part_of_the_address(step_page: StepPage) -> None:
    step_page.open()
    step_page.speed.select_option("0.25")
    step_page.wait_for_query(speed="0.25")
    step_page.page.reload()
    expect(step_page.speed).to_have_value("0.25")


@pytest.mark.parametrize(("theme", "scheme"), [("dark", "dark"), ("projector", "light")])
def test_the_theme_is_part_of_the_address(step_page: StepPage, theme: str, scheme: str) -> None:
    step_page.page.emulate_media(color_scheme="light" if scheme == "dark" else "dark")
    step_page.open()
    choice = step_page.page.get_by_label("Theme")
    choice.select_option(theme)
    step_page.wait_for_query(theme=theme)
    step_page.page.reload()
    expect(choice).to_have_value(theme)
    expect(step_page.page.locator("html")).to_have_css("color-scheme", scheme)


def test_the_wish_for_no_motion_stays_in_the_address(step_page: StepPage) -> None:
    step_page.open("?motion=off&step=2")
    step_page.press("ArrowRight").wait_for_query(step="3")
    assert step_page.query == {"motion": "off", "step": "3"}


def test_what_a_library_does_is_spelled_out_in_the_address(step_page: StepPage) -> None:
    step_page.open("?like=opencv")
    assert step_page.query == {"padding": "same_lower", "border": "reflect"}
    expect(step_page.field("Border")).to_have_value("reflect")
