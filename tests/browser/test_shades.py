"""Shades by sign: the order of the numbers is the order of their brightness, and every digit is read."""

import re
from itertools import pairwise

import pytest
from playwright.sync_api import expect

from tests.browser.step_page import StepPage

COLOURS = """cells => cells.filter(cell => cell.textContent && cell.dataset.tone).map(cell => {
    const canvas = new OffscreenCanvas(1, 1).getContext("2d");
    const rgb = text => {
        canvas.fillStyle = text;
        canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const { color, backgroundColor } = getComputedStyle(cell);
    return [cell.textContent, rgb(color), rgb(backgroundColor)];
})"""

QUERY = "?shades=1&input=-9,-1,0,1;9,-4,4,2;0,3,-7,5;1,2,3,-2&kernel=1,-2;0,3"


@pytest.fixture
def browser_context_args(browser_context_args: dict[str, object]) -> dict[str, object]:
    """No motion, so that a step is finished at once."""
    return {**browser_context_args, "reduced_motion": "reduce"}


def luminance(colour: list[int]) -> float:
    """Relative luminance as WCAG 2 defines it, 0 to 1."""
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value / 255 for value in colour[:3])
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: list[int], other: list[int]) -> float:
    """The ratio of two luminances, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark", "projector"])
def test_brightness_follows_the_numbers_and_digits_stay_readable(step_page: StepPage, theme: str) -> None:
    step_page.open(f"{QUERY}&theme={theme}")
    expect(step_page.page.locator(".output-grid [data-tone]")).not_to_have_count(0)
    step_page.finish()
    for grid in (".input-grid td", ".output-grid td", ".products-grid td", ".shade-legend i"):
        cells = step_page.page.locator(grid).evaluate_all(COLOURS)
        assert len(cells) >= 4
        assert min(contrast(text, ground) for _number, text, ground in cells) >= 4.5
        if grid == ".shade-legend i":
            continue
        values = sorted(
            (float(number.replace("−", "-")), luminance(ground)) for number, _text, ground in cells
        )
        for (low, dark), (high, light) in pairwise(values):
            assert dark == pytest.approx(light, abs=1e-3) if low == high else dark < light


def test_the_legend_has_the_numbers_of_both_ends_and_nothing_is_shaded_without_being_asked(
    step_page: StepPage,
) -> None:
    step_page.open(QUERY.replace("shades=1&", ""))
    legend = step_page.page.get_by_role("group", name="Shades")
    expect(legend).to_be_hidden()
    assert step_page.page.locator("[data-tone]:not(.shade-legend i)").count() == 0
    step_page.settings.get_by_role("checkbox", name=re.compile("^Shades by sign")).check()
    step_page.wait_for_query(shades="1")
    output = step_page.finish().read(step_page.output).numbers
    expect(legend).to_contain_text("Input−909")
    ends = [number.replace("-", "−") for number in (f"{output.min():g}", f"{output.max():g}")]
    expect(legend).to_contain_text(f"Output{ends[0]}0{ends[1]}")
    step_page.settings.get_by_role("checkbox", name=re.compile("^Shades by sign")).uncheck()
    assert step_page.page.locator("[data-tone]:not(.shade-legend i)").count() == 0
