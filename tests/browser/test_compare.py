"""Correlation and convolution side by side, compared with SciPy, and the kernel that turns between them."""

import numpy as np
import pytest
from playwright.sync_api import Locator, expect
from scipy.signal import convolve2d, correlate2d

from tests.browser.step_page import StepPage

COUNT_TURNS = """
    const { animate } = Element.prototype;
    window.turns = [];
    Element.prototype.animate = function (frames, timing) {
        const turns = frames.map(frame => frame.rotate).filter(Boolean);
        if (this.localName === "tbody" && turns.length) window.turns.push(turns.join(" to "));
        return animate.call(this, frames, timing);
    };
"""


def compared(page: StepPage, name: str) -> Locator:
    """One of the three tables."""
    panel = page.page.get_by_role("region", name="Correlation and convolution compared")
    return panel.get_by_role("table", name=name)


def verdict(page: StepPage) -> Locator:
    """What the panel says."""
    return page.page.locator(".comparison [role=status]")


@pytest.mark.parametrize("flip", ["0", "1"])
def test_both_outputs_and_their_difference_are_those_of_scipy(step_page: StepPage, flip: str) -> None:
    step_page.open(f"?input=3,1,4,1;5,9,2,6;5,3,5,8&kernel=1,2;-3,4&flip={flip}")
    step_page.field("Correlation and convolution").check()
    step_page.wait_for_query(compare="1")
    expect(verdict(step_page)).to_contain_text("Turning the kernel by 180 degrees changes")
    values = step_page.read(step_page.input).numbers
    weights = np.array([[1, 2], [-3, 4]])
    correlation, convolution = (way(values, weights, "valid") for way in (correlate2d, convolve2d))
    shown = {
        name: step_page.read(compared(step_page, name)).numbers
        for name in ("Correlation: kernel as is", "Convolution: kernel turned", "Convolution − correlation")
    }
    np.testing.assert_array_equal(shown["Correlation: kernel as is"], correlation)
    np.testing.assert_array_equal(shown["Convolution: kernel turned"], convolution)
    np.testing.assert_array_equal(shown["Convolution − correlation"], convolution - correlation)


def test_the_comparison_follows_kernel_and_step_and_says_when_nothing_changes(step_page: StepPage) -> None:
    step_page.open("?compare=1&step=6")
    grid = compared(step_page, "Convolution: kernel turned")
    expect(grid.locator(".current")).to_have_count(1)
    assert step_page.read(grid).where("current") == [(1, 1)]
    step_page.press("ArrowRight").expect_step(7)
    assert step_page.read(grid).where("current") == [(1, 2)]
    step_page.choose("Filter", "gaussian-3").wait_for_query(kernel="gaussian-3")
    expect(verdict(step_page)).to_contain_text("For this symmetric kernel nothing changes")
    difference = step_page.read(compared(step_page, "Convolution − correlation"))
    assert not difference.numbers.any()
    step_page.field("Correlation and convolution").press("Space")
    expect(grid).to_be_hidden()


def test_with_several_kernels_the_map_of_the_step_is_compared(step_page: StepPage) -> None:
    step_page.open("?compare=1&kernel=sobel-x::box-3&step=17")
    expect(verdict(step_page)).to_contain_text("Kernel 2: For this symmetric kernel nothing changes")
    difference = compared(step_page, "Convolution − correlation")
    assert not step_page.read(difference).numbers.any()
    step_page.press("ArrowLeft").expect_step(16, 32)
    assert step_page.read(difference).numbers.any()


def test_outputs_too_large_for_digits_are_compared_in_shades(step_page: StepPage) -> None:
    step_page.open("?compare=1&size=40&kernel=1,2;-3,4")
    expect(compared(step_page, "Convolution: kernel turned")).to_be_visible()
    expect(step_page.page.locator(".comparison canvas")).to_have_count(3)


def test_the_kernel_turns_before_the_eyes_and_at_once_where_no_motion_is_wanted(step_page: StepPage) -> None:
    step_page.page.add_init_script(COUNT_TURNS)
    step_page.open("?kernel=1,2;3,4")
    half_a_circle = "-180deg to 0deg"
    expected = []
    for name, turned in (("flipped", [[4, 3], [2, 1]]), ("as is", [[1, 2], [3, 4]])):
        step_page.settings.get_by_role("radio", name=name).check()
        expected.append(half_a_circle)
        step_page.wait_for_query(**({"flip": "1"} if name == "flipped" else {"kernel": "1,2;3,4"}))
        expect(step_page.kernel.locator("td").last).to_have_text(str(turned[-1][-1]))
        assert step_page.read(step_page.kernel).numbers.tolist() == turned
    step_page.choose("Filter", "sobel-x").wait_for_query(kernel="sobel-x")
    step_page.page.emulate_media(reduced_motion="reduce")
    step_page.settings.get_by_role("radio", name="flipped").check()
    step_page.wait_for_query(flip="1")
    assert step_page.page.evaluate("() => window.turns") == expected
