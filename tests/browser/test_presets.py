"""A preset sets many settings at once, and the list says which one is on screen."""

import numpy as np
from playwright.sync_api import expect
from scipy.ndimage import convolve
from scipy.signal import convolve2d

from tests.browser.step_page import StepPage


def choose_preset(page: StepPage, title: str) -> None:
    """Choose from the list by what stands in it."""
    page.field("Preset").select_option(label=title)


def shown_preset(page: StepPage) -> str:
    """What the list says is on screen."""
    text: str = page.field("Preset").locator("option:checked").text_content() or ""
    return text


def test_a_library_pads_and_turns_as_it_does_itself(step_page: StepPage) -> None:
    step_page.open("?kernel=1,2;3,4&stride=2&bias=0")
    choose_preset(step_page, "SciPy convolve2d")
    step_page.wait_for_query(padding="full", flip="1", kernel="1,2;3,4")
    values = step_page.read(step_page.input).without("padding")
    weights = np.array([[1, 2], [3, 4]])
    output = step_page.finish().read(step_page.output).numbers
    np.testing.assert_array_equal(output, convolve2d(values, weights))
    choose_preset(step_page, "SciPy ndimage.convolve")
    step_page.wait_for_query(padding="same", border="symmetric")
    output = step_page.finish().read(step_page.output).numbers
    np.testing.assert_array_equal(output, convolve(values, weights))
    choose_preset(step_page, "TensorFlow SAME")
    step_page.wait_for_query(padding="same_tf", kernel="1,2;3,4")
    assert step_page.query.keys() & {"flip", "border"} == set()
    assert shown_preset(step_page) == "TensorFlow SAME"
    step_page.choose("Stride", "2").wait_for_query(stride="2")
    assert shown_preset(step_page) == "TensorFlow SAME"
    step_page.choose("Border", "edge").wait_for_query(border="edge")
    assert shown_preset(step_page) == "choose …"


def test_a_setting_of_the_guide_starts_from_nothing_and_says_what_there_is_to_see(
    step_page: StepPage,
) -> None:
    step_page.open("?bias=5&flip=1&stride=3")
    choose_preset(step_page, "Padding and strides")
    step_page.wait_for_query(stride="2", padding="1", size="5", input="random")
    assert step_page.query.keys() & {"bias", "flip"} == set()
    expect(step_page.field("Preset")).to_have_accessible_description(
        "Padding 1 and stride 2: 5 × 5 becomes 3 × 3."
    )
    step_page.expect_step(1, 9)
    step_page.page.reload()
    assert shown_preset(step_page) == "Padding and strides"
    step_page.page.go_back()
    step_page.wait_for_query(bias="5", flip="1", stride="3")
    assert shown_preset(step_page) == "choose …"


def test_a_preset_is_chosen_with_the_keyboard(step_page: StepPage) -> None:
    step_page.open()
    step_page.field("Preset").focus()
    step_page.page.keyboard.type("Full padding")
    step_page.wait_for_query(padding="full", size="5")
    step_page.expect_step(1, 49)


def test_a_transposed_setting_of_the_guide_goes_there_and_back(step_page: StepPage) -> None:
    step_page.open("?bias=5&flip=1&border=edge&padding=1")
    title = step_page.field("Preset").locator("option[value*='output_padding=1']").inner_text()
    assert title.endswith(", transposed")
    choose_preset(step_page, title)
    step_page.wait_for_query(operation="conv_transpose2d", output_padding="1", stride="2", padding="1")
    step_page.expect_step(1, 36)
    assert shown_preset(step_page) == title
    assert step_page.query.keys() & {"bias", "flip", "border"} == set()
    choose_preset(step_page, "Full padding, no strides")
    step_page.wait_for_query(padding="full", size="5")
    assert step_page.query.keys() & {"operation", "output_padding", "stride"} == set()
    step_page.expect_step(1, 49)
