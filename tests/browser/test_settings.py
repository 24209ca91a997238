"""Every setting changes the convolution, and the whole output is the one that NumPy and SciPy compute."""

from typing import Any

import numpy as np
from playwright.sync_api import expect
from scipy.signal import convolve2d

from tests.browser.numbers import correlate
from tests.browser.step_page import StepPage

NAMES = {
    "Pattern": "input",
    "Size": "size",
    "Seed": "seed",
    "Filter": "kernel",
    "Stride": "stride",
    "Padding": "padding",
    "Cells": "padding",
    "Border": "border",
    "Dilation": "dilation",
    "Bias": "bias",
}
"""What each label of the settings is called in the address."""


def change(page: StepPage, settings: dict[str, str]) -> None:
    """Set some settings and wait until their convolution is on screen."""
    for label, value in settings.items():
        page.choose(label, value)
    page.wait_for_query(**{NAMES[label]: value for label, value in settings.items()})


def expect_scipys_output(page: StepPage, **computed: Any) -> None:  # noqa: ANN401  # as correlate's
    """The whole output is the one that SciPy computes from the input and the kernel on the page."""
    output = page.finish().read(page.output).numbers
    values = page.read(page.input).without("padding")
    weights = page.read(page.kernel).numbers
    np.testing.assert_array_equal(output, correlate(values, weights, **computed))


def test_another_input_and_another_kernel_give_scipys_output(step_page: StepPage) -> None:
    step_page.open()
    for settings in (
        {"Filter": "laplacian-4"},
        {"Pattern": "ring"},
        {"Pattern": "random", "Seed": "7", "Size": "5x9"},
        {"Filter": "roberts-x"},
    ):
        change(step_page, settings)
        expect_scipys_output(step_page)


def test_stride_and_dilation_give_scipys_output(step_page: StepPage) -> None:
    step_page.open("?size=8x9")
    change(step_page, {"Stride": "2"})
    expect_scipys_output(step_page, stride=(2, 2))
    change(step_page, {"Stride": "3,1"})
    expect_scipys_output(step_page, stride=(3, 1))
    change(step_page, {"Dilation": "2,3"})
    expect_scipys_output(step_page, stride=(3, 1), dilation=(2, 3))


def test_every_padding_gives_scipys_output(step_page: StepPage) -> None:
    step_page.open()
    for settings, padding in (
        ({"Padding": "same"}, (1, 1, 1, 1)),
        ({"Padding": "full"}, (2, 2, 2, 2)),
        ({"Padding": "numbers", "Cells": "1,0,2,3"}, (1, 0, 2, 3)),
    ):
        change(step_page, settings)
        expect_scipys_output(step_page, padding=padding)
    change(step_page, {"Padding": "same_tf", "Stride": "2"})
    expect_scipys_output(step_page, padding=(0, 1, 0, 1), stride=(2, 2))


def test_every_border_gives_scipys_output(step_page: StepPage) -> None:
    step_page.open("?padding=full")
    for mode in ("edge", "reflect", "symmetric", "wrap"):
        change(step_page, {"Border": mode})
        expect_scipys_output(step_page, padding=(2, 2, 2, 2), mode=mode)


def test_padding_cells_show_what_numpy_puts_there(step_page: StepPage) -> None:
    step_page.open()
    change(step_page, {"Padding": "numbers", "Cells": "2,1,3,2", "Border": "reflect"})
    shown = step_page.read(step_page.input)
    inside = shown.without("padding")
    assert inside.shape == (6, 6)
    np.testing.assert_array_equal(shown.numbers, np.pad(inside, ((2, 1), (3, 2)), mode="reflect"))


def test_a_flipped_kernel_is_turned_on_screen_and_gives_the_convolution_of_mathematics(
    step_page: StepPage,
) -> None:
    step_page.open("?kernel=1,2,3;4,5,6")
    values, weights = (step_page.read(table).numbers for table in (step_page.input, step_page.kernel))
    step_page.settings.get_by_role("radio", name="flipped").check()
    step_page.wait_for_query(flip="1")
    output = step_page.finish().read(step_page.output).numbers
    np.testing.assert_array_equal(output, convolve2d(values, weights, mode="valid"))
    np.testing.assert_array_equal(step_page.read(step_page.kernel).numbers, weights[::-1, ::-1])
    expect(step_page.kernel).to_have_accessible_name("Kernel, flipped 2 × 3")


def test_a_bias_is_added_to_every_cell(step_page: StepPage) -> None:
    step_page.open()
    before = step_page.finish().read(step_page.output).numbers
    change(step_page, {"Bias": "-2.5"})
    np.testing.assert_array_equal(step_page.finish().read(step_page.output).numbers, before - 2.5)


def test_a_minus_may_be_typed_as_people_write_it(step_page: StepPage) -> None:
    step_page.open("?step=6")
    change(step_page, {"Bias": "−3"})
    expect(step_page.value).to_have_text("−5")


def test_a_divided_kernel_shows_whole_sums_and_marks_what_is_rounded(step_page: StepPage) -> None:
    step_page.open()
    change(step_page, {"Filter": "box-3"})
    shown = step_page.finish().read(step_page.output)
    values, weights = (step_page.read(table).numbers for table in (step_page.input, step_page.kernel))
    exact = correlate(values, weights) / 9
    np.testing.assert_allclose(shown.numbers, exact, atol=0.05)
    is_whole = np.isclose(exact, np.rint(exact)).ravel().tolist()
    texts = [text for row in shown.texts for text in row]
    assert [not text.startswith("≈") for text in texts] == is_whole


def test_two_kernels_are_compared_on_the_same_cell(step_page: StepPage) -> None:
    step_page.open("?step=11")
    change(step_page, {"Filter": "sobel-x"})
    step_page.expect_step(11)


def test_another_output_size_starts_from_the_first_cell(step_page: StepPage) -> None:
    step_page.open("?step=11")
    change(step_page, {"Padding": "full"})
    step_page.expect_step(1, 64)


def test_the_output_size_is_written_out_with_the_numbers_of_the_setting(step_page: StepPage) -> None:
    step_page.open()
    change(step_page, {"Stride": "2"})
    panel = step_page.page.get_by_role("region", name="Output size")
    expect(panel).to_contain_text("⌊(6 + 0 + 0 − 3) / 2⌋ + 1 = 2")
    expect(panel).to_contain_text("6 × 6 → 2 × 2, 4 steps")
    expect(panel).to_contain_text("The kernel never reaches row 6 and column 6 of the input.")
    assert {cell for cell in step_page.read(step_page.input).where("unreached") if 5 not in cell} == set()
    change(step_page, {"Size": "7"})
    expect(panel.locator(".unreached")).to_be_hidden()
    assert step_page.read(step_page.input).where("unreached") == []


def test_only_fields_that_mean_something_are_there(step_page: StepPage) -> None:
    step_page.open()
    expect(step_page.field("Seed")).to_be_hidden()
    expect(step_page.field("Cells")).to_be_hidden()
    change(step_page, {"Pattern": "random"})
    expect(step_page.field("Seed")).to_be_visible()
    change(step_page, {"Padding": "numbers", "Cells": "2"})
    expect(step_page.field("Cells")).to_be_visible()
    step_page.open("?input=1,2;3,4&kernel=1&padding=0,1,0,1")
    expect(step_page.field("Size")).to_be_hidden()
    expect(step_page.field("Seed")).to_be_hidden()
    for label in ("Pattern", "Filter"):
        expect(step_page.field(label).locator("option:checked")).to_have_text("My numbers")
