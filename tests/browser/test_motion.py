"""Motion explains and never holds anybody up; who asks for none gets none."""

import numpy as np
import pytest
from playwright.sync_api import Locator, expect

from tests.browser.step_page import StepPage

RUNNING_ANIMATIONS = "() => document.getAnimations().filter(each => each.playState === 'running').length"

HALT_ANIMATIONS = """(() => {
    const animate = Element.prototype.animate;
    Element.prototype.animate = function (...path) {
        const animation = animate.apply(this, path);
        animation.pause();
        return animation;
    };
})()"""
"""The Web Animations API with every animation halted on its first frame, so that a test can look at it."""


@pytest.fixture
def still_page(step_page: StepPage) -> StepPage:
    """The page for a person whose system asks for reduced motion."""
    step_page.page.emulate_media(reduced_motion="reduce")
    return step_page


def expect_finished_without_motion(page: StepPage, value: str) -> None:
    """A step is there at once with its value, and nothing moves."""
    # At once, and not as soon as some motion is over: so nothing is waited for.
    assert page.value.inner_text() == value
    assert page.page.evaluate(RUNNING_ANIMATIONS) == 0
    assert not np.isnan(page.read(page.products).numbers).any()


def test_with_reduced_motion_a_step_is_there_at_once(still_page: StepPage) -> None:
    still_page.open()
    still_page.press("ArrowRight")
    expect_finished_without_motion(still_page, "−4")
    still_page.button("Next step").click()
    expect_finished_without_motion(still_page, "0")


def test_with_reduced_motion_the_phases_switch_at_once(still_page: StepPage) -> None:
    still_page.open("?step=6&phase=place")
    still_page.phase("Add").click()
    expect_finished_without_motion(still_page, "−2")
    expect(still_page.output_cell(2, 2)).to_have_text("")


def test_with_reduced_motion_playing_shows_whole_steps(timed_page: StepPage) -> None:
    timed_page.page.emulate_media(reduced_motion="reduce")
    timed_page.open()
    timed_page.button("Play").click()
    for _ in range(10):
        timed_page.pass_time(0.3)
        assert timed_page.page.evaluate(RUNNING_ANIMATIONS) == 0
        assert not np.isnan(timed_page.read(timed_page.products).numbers).any()
    assert timed_page.counter.inner_text() != "Step 1 of 16"


def test_with_reduced_motion_nothing_plays_by_itself(still_page: StepPage) -> None:
    still_page.open("?play=1")
    expect(still_page.button("Play")).to_be_visible()
    still_page.press("ArrowRight").expect_step(2)


def test_an_address_may_ask_for_no_motion(step_page: StepPage) -> None:
    step_page.open("?motion=off")
    step_page.press("ArrowRight")
    expect_finished_without_motion(step_page, "−4")


def test_the_wish_for_no_motion_is_heard_while_the_page_is_open(step_page: StepPage) -> None:
    step_page.open()
    step_page.page.emulate_media(reduced_motion="reduce")
    # Browsers tell a page with the next frame.
    step_page.page.evaluate("() => new Promise(requestAnimationFrame)")
    step_page.press("ArrowRight")
    expect_finished_without_motion(step_page, "−4")


def test_many_presses_in_a_row_end_exactly_where_they_lead_with_the_full_value(step_page: StepPage) -> None:
    step_page.open()
    step_page.press("ArrowRight", times=15).expect_step(16)
    expect(step_page.value).to_have_text("−16")
    expect(step_page.output_cell(4, 4)).to_have_text("−16")
    assert not np.isnan(step_page.read(step_page.output).numbers).any()


def test_a_held_key_never_waits_for_a_step_to_finish(timed_page: StepPage) -> None:
    timed_page.open()
    for step in range(2, 17):
        timed_page.press("ArrowRight").expect_step(step)
        timed_page.pass_time(1 / 30)
    timed_page.press("ArrowRight")
    expect(timed_page.value).to_have_text("−16")


def box_of(locator: Locator) -> list[float]:
    """Left, top and width on the screen, in pixels."""
    box = locator.bounding_box()
    assert box is not None
    return [box["x"], box["y"], box["width"]]


def test_the_value_flies_from_the_sum_into_its_cell(timed_page: StepPage) -> None:
    timed_page.page.add_init_script(HALT_ANIMATIONS)
    timed_page.open("?step=5")
    timed_page.press("ArrowRight")
    timed_page.pass_time(1)
    flyer = timed_page.page.locator(".flyer")
    expect(flyer).to_have_text("−2")
    np.testing.assert_allclose(box_of(flyer), box_of(timed_page.value), atol=1)
    flyer.evaluate("each => { for (const flight of each.getAnimations()) flight.currentTime = 219.999 }")
    np.testing.assert_allclose(box_of(flyer), box_of(timed_page.output_cell(2, 2)), atol=1)
    flyer.evaluate("each => { for (const flight of each.getAnimations()) flight.finish() }")
    expect(flyer).to_be_hidden()


def test_the_next_step_ends_a_flight(timed_page: StepPage) -> None:
    timed_page.page.add_init_script(HALT_ANIMATIONS)
    timed_page.open("?step=5")
    timed_page.press("ArrowRight")
    timed_page.pass_time(1)
    expect(timed_page.page.locator(".flyer")).to_be_visible()
    timed_page.press("ArrowRight")
    expect(timed_page.page.locator(".flyer")).to_be_hidden()


def test_the_frame_slides_to_the_patch(step_page: StepPage) -> None:
    step_page.open()
    frame = step_page.page.locator(".input-grid .frame")
    patch = step_page.input.locator("td[data-tag]")
    for key in ("ArrowRight", "ArrowRight", "End", "Home"):
        step_page.press(key)
        step_page.page.wait_for_function(
            "() => document.querySelector('.frame').getAnimations({ subtree: true }).length === 0"
        )
        around = box_of(frame)
        first, last = box_of(patch.first), box_of(patch.last)
        middle = (first[0] + last[0] + last[2]) / 2
        assert abs(around[0] + around[2] / 2 - middle) < 1
        assert around[0] < first[0]
        assert around[1] < first[1]
