"""A step writes only what it changes: the rest of the page is not touched."""

import pytest

from tests.browser.step_page import StepPage

WATCH = """() => {
    const seen = cell => [cell.textContent, cell.className, cell.dataset.tag ?? "", cell.dataset.width ?? ""]
        .join("|");
    window.touched = {};
    for (const grid of document.querySelectorAll("number-grid")) {
        const before = new Map([...grid.querySelectorAll("td")].map(cell => [cell, seen(cell)]));
        const name = grid.classList[0];
        const cells = new Set();
        window.touched[name] = { cells, records: 0 };
        new MutationObserver(records => {
            for (const { target } of records) {
                const element = target.nodeType === 1 ? target : target.parentElement;
                const cell = element?.closest("td");
                if (cell) window.touched[name].records += 1;
                if (cell) cells.add(cell);
            }
        }).observe(grid, { subtree: true, childList: true, attributes: true, characterData: true });
        window.touched[name].changed = () => [...before].filter(([cell, text]) => seen(cell) !== text).length;
    }
}"""
"""Watch every grid; a cell counts as changed if its text, kind or tag is another one afterwards."""

READ = """() => Object.fromEntries(Object.entries(window.touched).map(([name, { cells, records, changed }]) =>
    [name, { touched: cells.size, changed: changed(), records }]))"""

Counts = dict[str, dict[str, int]]


@pytest.fixture
def browser_context_args(browser_context_args: dict[str, object]) -> dict[str, object]:
    """No motion, so that a step is finished at once."""
    return {**browser_context_args, "reduced_motion": "reduce"}


def writes_of(page: StepPage, key: str, step: int, count: int) -> Counts:
    """How many cells of each grid a key touches, and how many of them it changes."""
    page.page.evaluate(WATCH)
    page.press(key).expect_step(step, count)
    written: Counts = page.page.evaluate(READ)
    return written


@pytest.mark.parametrize(
    ("query", "key", "step", "count"),
    [
        pytest.param("?step=5", "ArrowRight", 6, 16, id="one on"),
        pytest.param("?step=6", "ArrowLeft", 5, 16, id="one back"),
        pytest.param("?step=4", "ArrowRight", 5, 16, id="new row"),
        pytest.param("?step=1", "End", 16, 16, id="to the end"),
        pytest.param("?size=10&padding=full&kernel=gaussian-5&step=20", "ArrowRight", 21, 196, id="larger"),
    ],
)
def test_a_step_touches_exactly_the_cells_that_it_changes(
    step_page: StepPage, query: str, key: str, step: int, count: int
) -> None:
    step_page.open(query)
    step_page.page.wait_for_function("() => document.querySelector('main').ariaBusy === 'false'")
    written = writes_of(step_page, key, step, count)
    assert {name: each["touched"] for name, each in written.items()} == {
        name: each["changed"] for name, each in written.items()
    }


def test_no_step_touches_the_kernel(step_page: StepPage) -> None:
    step_page.open()
    for step in range(2, 17):
        written = writes_of(step_page, "ArrowRight", step, 16)
        assert written["kernel-grid"]["records"] == 0
        assert written["applied-kernel-grid"]["records"] == 0


def test_a_step_of_the_lesson_takes_few_writes(step_page: StepPage) -> None:
    step_page.open("?step=5")
    written = writes_of(step_page, "ArrowRight", 6, 16)
    # Of the two patches that overlap by six cells, three are left and three are new; six tags move.
    assert written["input-grid"]["touched"] <= 12
    assert written["output-grid"]["touched"] == 2
    assert written["patch-grid"]["touched"] <= 9
    assert sum(each["records"] for each in written.values()) <= 60


def test_a_step_that_leads_nowhere_touches_nothing(step_page: StepPage) -> None:
    step_page.open("?step=16")
    written = writes_of(step_page, "End", 16, 16)
    assert {each["records"] for each in written.values()} == {0}


def test_another_kernel_of_the_same_size_leaves_the_input_alone(step_page: StepPage) -> None:
    step_page.open("?step=6")
    step_page.page.evaluate(WATCH)
    step_page.choose("Filter", "sobel-x").wait_for_query(kernel="sobel-x")
    written = step_page.page.evaluate(READ)
    assert written["patch-grid"]["records"] == 0
    assert {name: each["touched"] for name, each in written.items()} == {
        name: each["changed"] for name, each in written.items()
    }
