"""A transposed convolution in both pictures, against the four loops that define it."""

import numpy as np
from playwright.sync_api import expect

from tests.browser.numbers import Numbers
from tests.browser.step_page import StepPage

KERNEL = np.array([[1.0, 2, 0], [0, 1, 1], [2, 0, -1]])
IMAGE = np.array([[1.0, 2, 3], [4, 5, 6], [7, 8, 9]])
QUERY = (
    "?operation=conv_transpose2d&input=1,2,3;4,5,6;7,8,9&kernel=1,2,0;0,1,1;2,0,-1"
    "&stride=2&padding=1&output_padding=1"
)


def scattered(image: Numbers, kernel: Numbers, stride: int, padding: int, extra: int) -> Numbers:
    """Every input cell adds its multiple of the kernel, and the ends are cropped."""
    rows, columns = ((size - 1) * stride + 3 + extra for size in image.shape)
    output = np.zeros((rows, columns))
    for row, column in np.ndindex(image.shape):
        for tap_row, tap_column in np.ndindex(kernel.shape):
            place = (row * stride + tap_row, column * stride + tap_column)
            output[place] += image[row, column] * kernel[tap_row, tap_column]
    return output[padding : rows - padding, padding : columns - padding]


def test_the_gathered_output_is_the_scattered_sum(step_page: StepPage) -> None:
    step_page.open(QUERY).finish()
    shown = step_page.read(step_page.output).numbers
    assert np.array_equal(shown, scattered(IMAGE, KERNEL, 2, 1, 1))
    stretched = step_page.read(step_page.input)
    assert len(stretched.where("inserted")) == 5 * 5 - 3 * 3
    assert np.array_equal(step_page.read(step_page.kernel).numbers, KERNEL[::-1, ::-1])
    expect(step_page.input).to_contain_text("stretched to 5 × 5")


def test_the_operation_is_chosen_in_the_settings_and_takes_along_what_has_a_meaning(
    step_page: StepPage,
) -> None:
    step_page.open("?padding=same&border=edge&flip=1&kernel=sobel-x::sobel-y")
    operation = step_page.settings.get_by_role("radiogroup", name="Operation")
    operation.get_by_label("transposed").check()
    step_page.wait_for_query(operation="conv_transpose2d", kernel="sobel-x")
    assert step_page.query.keys() == {"operation", "kernel"}
    step_page.expect_step(1, 64)
    expect(step_page.settings.get_by_label("Border")).to_be_hidden()
    step_page.choose("Stride", "2").wait_for_query(stride="2")
    step_page.choose("Output padding", "1").wait_for_query(output_padding="1")
    step_page.settings.get_by_role("textbox", name="Padding", exact=True).fill("1")
    step_page.wait_for_query(padding="1")
    step_page.expect_step(1, 144)
    operation.get_by_label("convolution").check()
    step_page.expect_step(1, 9).wait_for_query(padding="1")
    assert "output_padding" not in step_page.query


def test_the_scattered_totals_grow_to_the_output(step_page: StepPage) -> None:
    expected = scattered(IMAGE, KERNEL, 2, 1, 1)
    step_page.open(QUERY)
    pictures = step_page.page.get_by_role("radiogroup", name="Picture of the transposed convolution")
    pictures.get_by_label("Scatter").check()
    step_page.expect_step(1, 9).wait_for_query(picture="scatter")
    step_page.input.locator("tbody td").nth(4).click()
    step_page.expect_step(5, 9)
    products = step_page.read(step_page.products).numbers
    assert np.array_equal(products, 5 * KERNEL)
    partial = IMAGE.copy()
    partial.flat[5:] = 0
    shown = step_page.read(step_page.output)
    assert len(shown.where("target")) == 9
    totals = np.nan_to_num(shown.without("cropped"))
    assert np.array_equal(totals, scattered(partial, KERNEL, 2, 1, 1))
    step_page.page.get_by_role("main").focus()
    step_page.press("End").expect_step(9, 9)
    assert np.array_equal(np.nan_to_num(step_page.read(step_page.output).without("cropped")), expected)
    pictures.get_by_label("Gather").check()
    step_page.expect_step(1, 36)


def test_the_first_frame_of_the_scatter_picture_is_that_of_the_script(step_page: StepPage) -> None:
    step_page.open(f"{QUERY}&picture=scatter&step=5&phase=add")
    expect(step_page.counter).to_have_text("Step 5 of 9")
    expect(step_page.output.locator("td.current")).to_have_text("−5")
    expect(step_page.sentence).to_contain_text("added to the output cells under them")
