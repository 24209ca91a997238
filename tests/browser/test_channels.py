"""Several channels and several kernels: every number on the page against SciPy's."""

import re

import numpy as np
from playwright.sync_api import Locator, expect

from tests.browser.numbers import Numbers, correlate, number
from tests.browser.step_page import StepPage

TWO_BY_TWO = "?channels=2&kernel=sobel-x::box-3&bias=0,1"
NINTHS = np.full((3, 3), 1.0)


def grid(step_page: StepPage, name: str) -> Locator:
    """A grid of the stage by the beginning of its name."""
    stage = step_page.page.get_by_role("region", name="Input, kernel and output")
    return stage.get_by_role("grid", name=re.compile(f"^{name}"))


def inputs(step_page: StepPage, count: int) -> list[Numbers]:
    """The channels of the input as they stand on the page."""
    return [
        step_page.read(grid(step_page, f"Input, channel {number}")).numbers for number in range(1, count + 1)
    ]


def test_every_map_is_what_scipy_makes_of_the_channels_on_screen(step_page: StepPage) -> None:
    step_page.open(TWO_BY_TWO).press("End").expect_step(32, 32)
    sobel = np.array([[1.0, 0, -1], [2, 0, -2], [1, 0, -1]])
    channels = inputs(step_page, 2)
    expected = np.sum([correlate(channel, sobel) for channel in channels], axis=0)
    shown = [step_page.read(grid(step_page, f"Output, map {each}")).numbers for each in (1, 2)]
    assert np.array_equal(shown[0], expected)
    blurred = np.sum([correlate(channel, NINTHS) for channel in channels], axis=0) / 9 + 1
    np.testing.assert_allclose(shown[1], blurred, atol=0.005)


def test_the_sum_of_each_channel_and_the_total_belong_to_the_products_on_screen(step_page: StepPage) -> None:
    step_page.open(f"{TWO_BY_TWO}&step=23")
    calculation = step_page.page.get_by_role("region", name="Calculation of the current output cell")
    total = 0.0
    for channel in (1, 2):
        patch, kernel, products = (
            step_page.read(calculation.locator(f".{name}-grid").nth(channel - 1).locator("table")).numbers
            for name in ("patch", "applied-kernel", "products")
        )
        assert np.array_equal(patch * kernel, products)
        shown = calculation.locator(f".channel-pieces[data-channel='{channel - 1}'] .sum").inner_text()
        assert number(shown) == products.sum()
        total += products.sum()
    assert abs(number(step_page.value.inner_text()) - (total / 9 + 1)) < 0.006


def test_steps_run_through_all_maps_and_any_cell_of_any_map_can_be_chosen(step_page: StepPage) -> None:
    step_page.open(f"{TWO_BY_TWO}&step=16").press("PageDown").expect_step(17, 32)
    expect(grid(step_page, "Kernel 2").first).to_be_visible()
    expect(grid(step_page, "Output, map 2").locator("td.current")).to_have_count(1)
    grid(step_page, "Output, map 1").locator("tbody td").nth(5).click()
    step_page.expect_step(6, 32)
    grid(step_page, "Output, map 2").locator("tbody td").nth(5).click()
    step_page.expect_step(22, 32).wait_for_query(step="22")


def test_channels_and_kernels_are_chosen_in_the_settings(step_page: StepPage) -> None:
    step_page.open()
    step_page.settings.get_by_role("radiogroup", name="Channels of the input").get_by_label("3").check()
    step_page.wait_for_query(channels="3")
    expect(grid(step_page, "Input, channel 3")).to_be_visible()
    step_page.settings.get_by_role("button", name="Add a kernel").click()
    step_page.wait_for_query(kernel="prewitt-x::prewitt-x")
    step_page.settings.get_by_label("Filter of kernel 2").select_option("box-3")
    step_page.wait_for_query(kernel="prewitt-x::box-3")
    step_page.settings.get_by_label("Bias of kernel 2").fill("4")
    step_page.press("Tab").wait_for_query(bias="0,4")
    expect(grid(step_page, "Output, map 2")).to_be_visible()
    step_page.settings.get_by_role("button", name="Remove kernel 1").click()
    step_page.wait_for_query(kernel="box-3", bias="4")
    expect(grid(step_page, "Output, map 2")).to_have_count(0)


def test_three_channels_and_four_maps_fit_on_one_screen(step_page: StepPage) -> None:
    step_page.page.set_viewport_size({"width": 1440, "height": 900})
    step_page.open("?channels=3&kernel=sobel-x::sobel-y::box-3::sharpen&bias=0,1,2,3&step=38")
    expect(grid(step_page, "Output, map 3").locator("td.current")).to_have_text("14")
    bottoms = step_page.page.evaluate(
        "['.stage', '.calculation', '.transport'].map(each => "
        "document.querySelector(`main ${each}`).getBoundingClientRect()).map(({bottom}) => bottom)"
    )
    assert bottoms == sorted(bottoms)
    assert bottoms[-1] <= 900
    sideways = "document.querySelector('.stage').scrollWidth - document.querySelector('.stage').clientWidth"
    assert step_page.page.evaluate(sideways) == 0
