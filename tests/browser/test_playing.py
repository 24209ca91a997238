"""Playing, pausing, and the speed; the clock moves only when a test says so."""

import numpy as np
import pytest
from playwright.sync_api import expect

from tests.browser.step_page import StepPage

SECONDS_PER_STEP = 1.8
"""At speed 1.  A step that is complete already when the playing starts takes none."""

MOST_CHANGES_PER_SECOND = 3
"""WCAG 2.3.1, three flashes or below."""


def test_playing_reaches_the_last_cell_and_stops_there(timed_page: StepPage) -> None:
    timed_page.open()
    timed_page.button("Play").click()
    timed_page.pass_time(16.5 * SECONDS_PER_STEP)
    timed_page.expect_step(16)
    expect(timed_page.button("Play")).to_be_visible()
    assert not np.isnan(timed_page.read(timed_page.output).numbers).any()
    timed_page.pass_time(60)
    timed_page.expect_step(16)


def test_playing_from_the_end_starts_anew(timed_page: StepPage) -> None:
    timed_page.open("?step=16")
    timed_page.button("Play").click()
    timed_page.pass_time(0.1)
    timed_page.expect_step(1)
    expect(timed_page.button("Pause")).to_be_visible()
    assert np.isnan(timed_page.read(timed_page.output).numbers).all()


def test_a_pause_finishes_the_cell_and_stays_on_it(timed_page: StepPage) -> None:
    timed_page.open()
    timed_page.button("Play").click()
    timed_page.pass_time(1.5 * SECONDS_PER_STEP)
    timed_page.expect_step(3)
    expect(timed_page.output_cell(1, 3)).to_have_text("")
    timed_page.button("Pause").click()
    timed_page.pass_time(60)
    timed_page.expect_step(3)
    expect(timed_page.value).to_have_text("0")
    expect(timed_page.output_cell(1, 3)).to_have_text("0")


@pytest.mark.parametrize("speed", ["0.25", "1", "4"])
def test_a_speed_is_how_many_steps_pass_in_the_same_time(timed_page: StepPage, speed: str) -> None:
    timed_page.open()
    timed_page.speed.select_option(speed)
    timed_page.button("Play").click()
    timed_page.pass_time(1.5 * SECONDS_PER_STEP / float(speed))
    timed_page.expect_step(3)


def test_another_speed_holds_from_the_moment_it_is_chosen(timed_page: StepPage) -> None:
    timed_page.open()
    timed_page.button("Play").click()
    timed_page.pass_time(0.5 * SECONDS_PER_STEP)
    timed_page.expect_step(2)
    timed_page.speed.select_option("4")
    expect(timed_page.button("Pause")).to_be_visible()
    timed_page.pass_time(SECONDS_PER_STEP)
    timed_page.expect_step(6)


def test_even_the_highest_speed_flashes_less_than_three_times_a_second(timed_page: StepPage) -> None:
    timed_page.open()
    timed_page.speed.select_option("4")
    timed_page.button("Play").click()
    timed_page.pass_time(4)
    steps = int(timed_page.counter.inner_text().split()[1])
    assert 1 < steps <= 4 * MOST_CHANGES_PER_SECOND


def test_a_step_by_hand_ends_the_playing(timed_page: StepPage) -> None:
    timed_page.open("?step=6")
    for name in ("First step", "Next step", "Previous step", "Last step"):
        timed_page.button("Play").click()
        timed_page.pass_time(0.5)
        timed_page.button(name).click()
        expect(timed_page.button("Play")).to_be_visible()
        before = timed_page.counter.inner_text()
        timed_page.pass_time(2 * SECONDS_PER_STEP)
        expect(timed_page.counter).to_have_text(before)


def test_a_page_in_the_background_does_not_play_on(timed_page: StepPage) -> None:
    timed_page.open()
    timed_page.button("Play").click()
    timed_page.pass_time(0.1)
    timed_page.expect_step(2)
    timed_page.skip_time(600)
    timed_page.expect_step(2)


def test_an_address_may_ask_to_play(timed_page: StepPage) -> None:
    timed_page.open("?play=1&speed=2")
    expect(timed_page.button("Pause")).to_be_visible()
    timed_page.pass_time(1.5 * SECONDS_PER_STEP / 2)
    timed_page.expect_step(3)


def test_an_address_may_ask_to_play_a_long_trace(timed_page: StepPage) -> None:
    timed_page.open("?size=12&play=1")
    expect(timed_page.page.get_by_role("main")).to_have_attribute("aria-busy", "false")
    expect(timed_page.button("Pause")).to_be_visible()


def test_a_setting_changed_while_playing_shows_the_new_convolution(timed_page: StepPage) -> None:
    timed_page.open()
    timed_page.button("Play").click()
    timed_page.pass_time(0.5)
    timed_page.choose("Filter", "sobel-x")
    timed_page.pass_time(0.5)
    expect(timed_page.kernel.get_by_role("gridcell", name="−2", exact=True)).to_be_visible()
