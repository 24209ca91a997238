"""Point at a cell and all that belongs to it is lit: by mouse, by touch, by keyboard."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.step_page import StepPage

MARKS = """table => Object.fromEntries([...table.tBodies[0].rows].flatMap((row, r) =>
    [...row.querySelectorAll("td")].flatMap((cell, c) =>
        cell.dataset.mark ? [[`${r},${c}`, [cell.dataset.mark, cell.dataset.note ?? ""]]] : [])))"""

Marked = dict[tuple[int, int], tuple[str, str]]


@pytest.fixture
def browser_context_args(browser_context_args: dict[str, object]) -> dict[str, object]:
    """No motion, so that a step is finished at once."""
    return {**browser_context_args, "reduced_motion": "reduce"}


def marks(table: Locator) -> Marked:
    """How the cells of a table stand out and what is noted on them, counted from 0."""
    found: dict[str, list[str]] = table.evaluate(MARKS)
    return {
        (int(row), int(column)): (look, note)
        for place, (look, note) in found.items()
        for row, column in [place.split(",")]
    }


def linked(table: Locator) -> set[tuple[int, int]]:
    """The cells that belong to what is pointed at."""
    return {place for place, (look, _note) in marks(table).items() if look == "linked"}


def square(row: int, column: int, size: int) -> set[tuple[int, int]]:
    """Cells of a square by its first one."""
    return {(row + down, column + across) for down in range(size) for across in range(size)}


def test_an_output_cell_lights_its_patch_and_the_kernel_while_the_mouse_is_on_it(
    step_page: StepPage,
) -> None:
    step_page.open("?step=1")
    step_page.output_cell(3, 2).hover()
    assert linked(step_page.input) == square(2, 1, 3)
    assert linked(step_page.kernel) == square(0, 0, 3)
    assert marks(step_page.output) == {(2, 1): ("pointed", "")}
    step_page.expect_step(1)
    step_page.sentence.hover()
    assert marks(step_page.input) == marks(step_page.kernel) == marks(step_page.output) == {}


def test_an_input_cell_lights_every_output_that_uses_it_with_the_weight_it_meets(
    step_page: StepPage,
) -> None:
    step_page.open("?step=6&padding=1&kernel=1,2,3;4,5,6;7,8,9")
    step_page.cell(step_page.input, 3, 4).hover()
    # Cell (2, 3) of the padded input lies under weight (r, c) of the output in row 2 - r, column 3 - c.
    assert marks(step_page.output) == {
        (2 - row, 3 - column): ("linked", f"×{3 * row + column + 1}")
        for row in range(3)
        for column in range(3)
    }
    step_page.cell(step_page.input, 1, 1).hover()
    assert marks(step_page.output) == {(0, 0): ("linked", "×1")}


def test_a_weight_lights_every_cell_that_it_multiplies(step_page: StepPage) -> None:
    step_page.open("?size=7&stride=2&dilation=2&padding=1")
    step_page.cell(step_page.kernel, 2, 3).hover()
    # Three outputs a side; weight (1, 2) lies on padded rows 2, 4, 6 and columns 4, 6, 8.
    assert linked(step_page.input) == {(row, column) for row in (2, 4, 6) for column in (4, 6, 8)}


def test_a_click_pins_until_escape_or_another_click(step_page: StepPage) -> None:
    step_page.open("?step=6")
    step_page.cell(step_page.kernel, 1, 1).click()
    step_page.sentence.hover()
    assert linked(step_page.input) == square(0, 0, 4)
    assert marks(step_page.kernel)[0, 0][0] == "pinned"
    step_page.expect_step(6)
    step_page.press("Escape")
    assert marks(step_page.input) == {}
    step_page.output_cell(4, 4).click()
    step_page.expect_step(16)
    step_page.sentence.hover()
    assert linked(step_page.input) == square(3, 3, 3)
    step_page.output_cell(4, 4).click()
    assert marks(step_page.input) == {}


def test_a_pinned_output_cell_is_let_go_by_the_next_step_and_a_pinned_weight_is_not(
    step_page: StepPage,
) -> None:
    step_page.open()
    step_page.output_cell(2, 2).click()
    step_page.expect_step(6)
    step_page.sentence.hover()
    step_page.page.get_by_role("main").focus()
    step_page.press("ArrowRight").expect_step(7)
    assert marks(step_page.input) == {}
    step_page.cell(step_page.kernel, 1, 1).click()
    step_page.page.get_by_role("main").focus()
    step_page.sentence.hover()
    step_page.press("ArrowRight").expect_step(8)
    assert linked(step_page.input) >= square(0, 0, 4)
    step_page.choose("Filter", "sobel-x").wait_for_query(kernel="sobel-x")
    assert marks(step_page.input) == {}


def test_the_keyboard_points_with_the_focus_and_pins_with_space(step_page: StepPage) -> None:
    step_page.open("?step=1")
    step_page.cell(step_page.input, 1, 1).focus()
    step_page.press("ArrowDown").press("ArrowRight")
    assert marks(step_page.input)[1, 1][0] == "pointed"
    assert set(marks(step_page.output)) == square(0, 0, 2)
    step_page.press("End")
    assert set(marks(step_page.output)) == {(0, 3), (1, 3)}
    step_page.press("Tab")
    assert marks(step_page.kernel)[0, 0][0] == "pointed"
    step_page.press("Space").press("Tab").press("Tab")
    assert marks(step_page.kernel)[0, 0][0] == "pinned"
    step_page.press("Escape")
    assert marks(step_page.kernel) == {}
    step_page.expect_step(1)


def test_a_term_lights_its_two_cells_and_the_cells_light_their_term(step_page: StepPage) -> None:
    step_page.open("?step=6")
    terms = step_page.expression.locator(".term")
    terms.nth(5).hover()
    assert linked(step_page.input) == {(2, 3)}
    assert linked(step_page.kernel) == {(1, 2)}
    for table in (step_page.patch, step_page.applied_kernel, step_page.products):
        assert marks(table) == {(1, 2): ("pointed", "")}
    for table in (step_page.patch, step_page.applied_kernel, step_page.products):
        step_page.cell(table, 3, 1).hover()
        assert terms.evaluate_all("all => all.map(each => each.matches('.linked'))").index(True) == 6
    step_page.sentence.hover()
    terms.first.focus()
    step_page.press("ArrowRight").press("ArrowRight")
    expect(terms.nth(2)).to_be_focused()
    assert linked(step_page.input) == {(1, 3)}
    step_page.press("PageDown").expect_step(7)
    expect(terms.nth(2)).to_be_focused()
    assert linked(step_page.input) == {(1, 4)}


@pytest.mark.browser_context_args(
    viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, reduced_motion="reduce"
)
def test_a_touch_pins_and_the_next_one_lets_go(step_page: StepPage) -> None:
    step_page.open("?step=1")
    step_page.cell(step_page.input, 3, 3).tap()
    assert set(marks(step_page.output)) == square(0, 0, 3)
    step_page.expression.locator(".term").nth(1).tap()
    assert linked(step_page.input) == {(0, 1)}
    assert marks(step_page.output) == {}
    step_page.output_cell(4, 1).tap()
    step_page.expect_step(13)
    assert linked(step_page.input) == square(3, 0, 3)
    step_page.output_cell(4, 1).tap()
    assert marks(step_page.input) == {}


def test_with_channels_a_cell_meets_its_own_slice_of_every_kernel(step_page: StepPage) -> None:
    step_page.open("?channels=2&size=4&kernel=1,2;3,4:5,6;7,8::0,1;1,0:2,0;0,2")
    second = step_page.page.locator(".input-grid").nth(1).locator("table")
    step_page.cell(second, 1, 2).hover()
    maps = [marks(step_page.page.locator(".output-grid table").nth(number)) for number in range(2)]
    assert maps == [
        {(0, 0): ("linked", "×6"), (0, 1): ("linked", "×5")},
        {(0, 0): ("linked", "×0"), (0, 1): ("linked", "×2")},
    ]


SCATTER = "?operation=conv_transpose2d&input=1,2;3,4&kernel=1,2;3,4&stride=1&padding=1,0&picture=scatter"


def test_in_the_scatter_picture_a_cell_lights_where_its_products_go_or_come_from(
    step_page: StepPage,
) -> None:
    step_page.open(f"{SCATTER}&step=2&formula=both&labels=rc")
    # The first row of the table is cropped: it stands in front of the output.
    step_page.cell(step_page.input, 2, 1).hover()
    shares = {(1, 0): "×1", (1, 1): "×2", (2, 0): "×3", (2, 1): "×4"}
    assert marks(step_page.output) == {place: ("linked", note) for place, note in shares.items()}
    assert linked(step_page.kernel) == square(0, 0, 2)
    step_page.cell(step_page.output, 2, 2).hover()
    adders = {(0, 0): "×4", (0, 1): "×3", (1, 0): "×2", (1, 1): "×1"}
    assert marks(step_page.input) == {place: ("linked", note) for place, note in adders.items()}
    value = step_page.page.get_by_role("table", name="Value")
    assert marks(value) == {(0, 0): ("linked", "×3")}
    step_page.cell(step_page.kernel, 1, 2).hover()
    assert linked(step_page.output) == {(0, 2)}
    assert linked(step_page.input) == {(0, 1)}
    step_page.cell(value, 1, 1).hover()
    assert marks(step_page.input) == {(0, 1): ("pointed", "")}
    assert set(marks(step_page.output)) == square(0, 1, 2)
    terms = step_page.page.locator(".symbols .term")
    expect(terms.nth(2)).to_have_text("I0,1·F1,0→O0,1")
    terms.nth(2).hover()
    assert linked(step_page.output) == {(1, 1)}
    assert linked(step_page.kernel) == {(1, 0)}
    expect(step_page.cell(step_page.output, 2, 2)).to_have_attribute("data-address", "O₀₁")


def test_in_the_scatter_picture_a_pinned_input_cell_is_let_go_by_the_next_step(step_page: StepPage) -> None:
    step_page.open(SCATTER)
    step_page.cell(step_page.input, 1, 2).click()
    step_page.expect_step(2, 4)
    step_page.sentence.hover()
    assert linked(step_page.output) == square(0, 1, 2)
    step_page.page.get_by_role("main").focus()
    step_page.press("ArrowRight").expect_step(3, 4)
    assert marks(step_page.output) == {}
    step_page.cell(step_page.output, 3, 1).click()
    step_page.press("PageDown").expect_step(4, 4)
    step_page.sentence.hover()
    assert marks(step_page.output)[2, 0][0] == "pinned"
    assert set(marks(step_page.input)) == {(1, 0)}
