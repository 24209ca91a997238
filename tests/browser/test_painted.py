"""Cells too small for digits: painted by value, pointed at, walked through, and right in every number."""

import re

import numpy as np
import pytest
from playwright.sync_api import expect

from tests.browser.numbers import Numbers, correlate, number
from tests.browser.step_page import StepPage

SIZE = 64
PIXEL = """([name, row, column]) => {
    const canvas = document.querySelector(`${name} canvas`);
    const rows = Number(canvas.parentElement.style.getPropertyValue("--grid-rows"));
    const columns = Number(canvas.parentElement.style.getPropertyValue("--grid-columns"));
    const x = Math.floor((column + 0.5) * canvas.width / columns);
    const y = Math.floor((row + 0.5) * canvas.height / rows);
    return [...canvas.getContext("2d").getImageData(x, y, 1, 1).data];
}"""


@pytest.fixture
def browser_context_args(browser_context_args: dict[str, object]) -> dict[str, object]:
    """No motion, so that a step is finished at once."""
    return {**browser_context_args, "reduced_motion": "reduce"}


def arrived(step_page: StepPage) -> None:
    """Wait for the steps that do not come with the page."""
    expect(step_page.page.get_by_role("main")).to_have_attribute("aria-busy", "false")


@pytest.fixture
def image(step_page: StepPage) -> Numbers:
    """The page on a large input at step 1000; gives the input's numbers, asked from the API."""
    step_page.open(f"?input=random&size={SIZE}&step=1000")
    arrived(step_page)
    answer = step_page.page.request.get(f"/api/v1/conv2d?input=random&size={SIZE}").json()
    return np.array(answer["input"], dtype=np.float64)


def test_every_step_of_thousands_is_what_scipy_computes(step_page: StepPage, image: Numbers) -> None:
    output = correlate(image, step_page.read(step_page.kernel).numbers)
    for step in (1000, 1001, 1002, output.size):
        if step == output.size:
            step_page.press("End")
        step_page.expect_step(step, output.size)
        row, column = divmod(step - 1, output.shape[1])
        patch = image[row : row + 3, column : column + 3]
        np.testing.assert_array_equal(step_page.read(step_page.patch).numbers, patch)
        assert number(step_page.value.inner_text()) == output[row, column]
        step_page.press("ArrowRight")


def test_a_larger_value_is_painted_brighter_and_a_cell_without_value_not_at_all(
    step_page: StepPage, image: Numbers
) -> None:
    def brightness(row: int, column: int) -> int:
        return sum(step_page.page.evaluate(PIXEL, [".input-grid", row, column])[:3])

    cells = [(0, column) for column in range(SIZE)]
    order = sorted(cells, key=lambda cell: image[cell])
    shades = [brightness(*cell) for cell in order]
    assert shades == sorted(shades)
    assert shades[-1] > shades[0] + 200
    alpha = [step_page.page.evaluate(PIXEL, [".output-grid", *cell])[3] for cell in [(0, 0), (61, 61)]]
    assert alpha == [255, 0]
    step_page.press("End").expect_step(62 * 62, 62 * 62)
    assert step_page.page.evaluate(PIXEL, [".output-grid", 61, 61])[3] == 255


def test_a_click_on_a_painted_output_leads_to_the_step_of_that_cell(
    step_page: StepPage, image: Numbers
) -> None:
    canvas = step_page.page.locator(".output-grid canvas")
    box = canvas.bounding_box()
    assert box is not None
    place = {"x": box["width"] * 10.5 / 62, "y": box["height"] * 20.5 / 62}
    canvas.click(position={"x": place["x"], "y": place["y"]})
    step_page.expect_step(20 * 62 + 10 + 1, 62 * 62)
    assert image.shape == (SIZE, SIZE)


def test_the_keyboard_walks_through_the_numbers_and_chooses_a_step(
    step_page: StepPage, image: Numbers
) -> None:
    output = correlate(image, step_page.read(step_page.kernel).numbers)
    cell = step_page.output.locator("tbody td")
    cell.focus()
    step_page.press("ArrowDown", times=2).press("ArrowRight", times=3)
    expect(cell).to_have_attribute("aria-colindex", "5")
    assert number(cell.inner_text()) == output[2, 3]
    step_page.press("Enter").expect_step(2 * 62 + 3 + 1, 62 * 62)
    step_page.press("Home").press("ArrowUp", times=5)
    expect(step_page.output.get_by_role("columnheader")).to_have_text("1")
    expect(step_page.output.get_by_role("rowheader")).to_have_text("1")


def test_with_shades_by_sign_zero_is_the_middle_between_dark_and_light(
    step_page: StepPage, image: Numbers
) -> None:
    output = correlate(image, step_page.read(step_page.kernel).numbers)[0]
    shades = step_page.settings.get_by_role("checkbox", name=re.compile("^Shades by sign"))
    step_page.press("End").expect_step(62 * 62, 62 * 62)
    shades.check()
    expect(step_page.page.get_by_role("group", name="Shades")).to_be_visible()
    zero = int(np.flatnonzero(output == 0)[0])
    middle = [0x2E, 0x85, 0x50, 255]
    shown = f"() => String(({PIXEL})(['.output-grid', 0, {zero}])) === '46,133,80,255'"
    step_page.page.wait_for_function(shown)

    def brightness(column: int) -> int:
        return sum(step_page.page.evaluate(PIXEL, [".output-grid", 0, column])[:3])

    order = np.argsort(output, kind="stable").tolist()
    bright = [brightness(column) for column in order]
    assert bright == sorted(bright)
    shades.uncheck()
    assert step_page.page.evaluate(PIXEL, [".output-grid", 0, zero]) != middle


def test_pointing_at_a_painted_input_cell_notes_its_weights_in_the_close_up(
    step_page: StepPage, image: Numbers
) -> None:
    kernel = step_page.read(step_page.kernel).texts
    box = step_page.page.locator(".input-grid canvas").bounding_box()
    assert box is not None
    step_page.page.mouse.move(box["x"] + box["width"] * 20.5 / SIZE, box["y"] + box["height"] * 9.5 / SIZE)
    close_up = step_page.page.get_by_role("table", name="Output close up")
    # Counted from 0: in the middle of the nine outputs that use cell (9, 20) is (8, 19).
    noted = [row[1:4] for row in step_page.read(close_up).texts[1:4]]
    assert noted == [[f"×{weight}" for weight in row[::-1]] for row in kernel[::-1]]
    assert close_up.get_by_role("columnheader").all_inner_texts() == ["18", "19", "20", "21", "22"]
    assert close_up.get_by_role("rowheader").all_inner_texts() == ["7", "8", "9", "10", "11"]
    output = correlate(image, step_page.read(step_page.kernel).numbers)
    assert number(step_page.cell(close_up, 1, 1).inner_text()) == output[6, 17]
    step_page.sentence.hover()
    row, column = divmod(1000 - 1, 62)
    close_up = step_page.page.get_by_role("table", name="Close up", exact=True)
    assert close_up.get_by_role("columnheader").first.inner_text() == str(column)
    step_page.press("PageDown").expect_step(1001, 62 * 62)
    assert close_up.get_by_role("columnheader").first.inner_text() == str(column + 1)
    assert row > 0


def test_a_smaller_input_has_digits_again(step_page: StepPage, image: Numbers) -> None:
    assert image.shape == (SIZE, SIZE)
    step_page.choose("Size", "6").expect_step(1)
    expect(step_page.page.locator("canvas")).to_have_count(0)
    assert step_page.read(step_page.input).numbers.shape == (6, 6)


def test_the_scattered_output_is_painted_as_it_grows_and_the_kernel_is_pulled_over_it(
    step_page: StepPage,
) -> None:
    step_page.open("?operation=conv_transpose2d&input=random&size=32&stride=2&picture=scatter&step=40")
    arrived(step_page)
    canvas = step_page.page.locator(".output-grid canvas")
    expect(canvas).to_be_visible()

    def colour(row: int, column: int) -> list[int]:
        return list(step_page.page.evaluate(PIXEL, [".output-grid", row, column]))

    assert len({tuple(colour(1, column)) for column in range(0, 40, 2)}) > 5
    assert [colour(row, 40)[3] for row in (1, 30)] == [255, 0]
    box = canvas.bounding_box()
    assert box is not None
    cell = box["width"] / 65
    step_page.page.mouse.move(box["x"] + 15.5 * cell, box["y"] + 3.5 * cell)
    step_page.page.mouse.down()
    step_page.page.mouse.move(box["x"] + 21.5 * cell, box["y"] + 31.5 * cell, steps=5)
    step_page.page.mouse.up()
    step_page.expect_step(15 * 32 + 11, 32 * 32)
    assert colour(30, 15)[3] == 255
