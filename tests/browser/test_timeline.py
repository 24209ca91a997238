"""The timeline: a tick for each step, in rows; what a step writes where it is pointed at; a way there."""

import base64
import re
from itertools import groupby

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.numbers import correlate, number
from tests.browser.step_page import StepPage
from tests.browser.test_axe import expect_no_colour_to_mend, expect_nothing_to_mend

PIXELS = """async picture => {
    const image = new Image();
    image.src = `data:image/png;base64,${picture}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, 1);
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, -Math.floor(image.height / 2));
    const { data } = context.getImageData(0, 0, image.width, 1);
    return Array.from({ length: image.width }, (_, x) => data.slice(4 * x, 4 * x + 3).join(" "));
}"""
"""The colours along the middle of a picture."""


def tip(page: StepPage) -> Locator:
    """What a step writes."""
    return page.page.locator(".step-tip")


def point_at(page: StepPage, share: float) -> None:
    """Move the mouse over the timeline, 0 at its left and 1 at its right end."""
    box = page.slider.bounding_box()
    assert box is not None
    page.page.mouse.move(box["x"] + box["width"] * share, box["y"] + box["height"] / 2)


def gaps(page: StepPage) -> list[int]:
    """The widths of the gaps between the ticks, in pixels, from left to right."""
    picture = base64.b64encode(page.page.locator(".timeline").screenshot()).decode()
    blank = page.page.context.new_page()
    colours = blank.evaluate(PIXELS, picture)
    blank.close()
    ground = max(set(colours[:1] + colours[-1:]), key=colours.count)
    runs = [(is_gap, len(list(run))) for is_gap, run in groupby(colours, lambda colour: colour == ground)]
    return [length for is_gap, length in runs[1:-1] if is_gap]


def test_ticks_stand_apart_and_output_rows_further_apart(step_page: StepPage) -> None:
    step_page.open()
    between = gaps(step_page)
    assert len(between) == 15
    rows = between[3::4]
    assert min(rows) > 2 * max(set(between) - set(rows))


@pytest.mark.parametrize(("query", "groups"), [("?size=24", 22), ("?size=64", 1)])
def test_where_ticks_are_too_narrow_there_are_rows_and_then_a_bar(
    step_page: StepPage, query: str, groups: int
) -> None:
    step_page.open(query)
    assert len(gaps(step_page)) == groups - 1


def test_pointing_at_a_step_shows_what_it_writes_and_moves_nothing(step_page: StepPage) -> None:
    step_page.open("?step=6")
    output = correlate(step_page.read(step_page.input).numbers, step_page.read(step_page.kernel).numbers)
    expect(tip(step_page)).to_be_hidden()
    for index in (0, 5, 6, 15):
        point_at(step_page, (index + 0.5) / 16)
        row, column = divmod(index, 4)
        expect(tip(step_page).locator(".step")).to_have_text(f"Step {index + 1}")
        expect(tip(step_page).locator(".place")).to_have_text(f"row {row + 1}, column {column + 1}")
        assert number(tip(step_page).locator(".value").inner_text()) == output[row, column]
    step_page.expect_step(6)
    tip(step_page).hover()
    expect(tip(step_page).locator(".step")).to_have_text("Step 16")
    step_page.page.mouse.move(5, 5)
    expect(tip(step_page)).to_be_hidden()


@pytest.mark.parametrize("query", ["", "?size=10", "?size=40x30", "?size=3"])
def test_a_click_leads_to_the_very_step_that_was_shown(step_page: StepPage, query: str) -> None:
    step_page.open(query)
    expect(step_page.page.get_by_role("main")).to_have_attribute("aria-busy", "false")
    for share in (0.001, 0.2, 0.49, 0.73, 0.999):
        point_at(step_page, share)
        shown = tip(step_page).locator(".step").inner_text()
        step_page.page.mouse.down()
        step_page.page.mouse.up()
        expect(step_page.counter).to_have_text(re.compile(f"^{shown} of "))


def test_the_keyboard_shows_the_tip_too_and_escape_puts_it_away(step_page: StepPage) -> None:
    step_page.open("?step=6")
    step_page.button("Last step").focus()
    step_page.press("Tab")
    expect(step_page.slider).to_be_focused()
    expect(tip(step_page)).to_have_text("Step 6−2row 2, column 2")
    step_page.press("ArrowRight")
    expect(tip(step_page)).to_have_text("Step 72row 2, column 3")
    step_page.press("PageUp")
    expect(tip(step_page)).to_have_text("Step 6−2row 2, column 2")
    step_page.page.emulate_media(reduced_motion="reduce")
    expect_nothing_to_mend(step_page.page)
    step_page.page.emulate_media(forced_colors="active")
    expect_no_colour_to_mend(step_page.page)
    step_page.press("Escape")
    expect(tip(step_page)).to_be_hidden()
    step_page.press("PageDown")
    expect(tip(step_page)).to_be_visible()
    step_page.press("Tab")
    expect(tip(step_page)).to_be_hidden()


@pytest.mark.browser_context_args(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
def test_a_tap_leads_to_a_step(step_page: StepPage) -> None:
    step_page.open()
    box = step_page.slider.bounding_box()
    assert box is not None
    for step in (3, 16, 9):
        x = box["x"] + box["width"] * (step - 0.5) / 16
        step_page.page.touchscreen.tap(x, box["y"] + box["height"] / 2)
        step_page.expect_step(step)


def test_the_timeline_keeps_its_place_whatever_the_step(step_page: StepPage) -> None:
    step_page.open("?size=40x30&step=9")
    expect(step_page.page.get_by_role("main")).to_have_attribute("aria-busy", "false")
    before = step_page.slider.bounding_box()
    for key, step in (("ArrowRight", 10), ("End", 1064)):
        step_page.press(key).expect_step(step, 1064)
        assert step_page.slider.bounding_box() == before
