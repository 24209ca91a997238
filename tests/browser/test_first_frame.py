"""The server draws the first frame, the script every later one: at the same step both are the same."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.step_page import StepPage

FRAME = """() => ({
    title: document.title,
    grids: [...document.querySelectorAll("number-grid")].map(grid => ({
        name: grid.className,
        caption: grid.querySelector("caption").textContent.trim(),
        headers: [...grid.querySelectorAll("th")].map(cell => cell.textContent),
        cells: [...grid.querySelectorAll("tbody td")].map(cell =>
            [cell.textContent, [...cell.classList].sort().join(" "), { ...cell.dataset }]),
    })),
    lines: [".words .sentence", ".words .value", ".words .situation", ".result", ".expression", ".counter",
            ".size-panel"]
        .map(name => document.querySelector(name).textContent.replace(/\\s+/g, " ").trim()),
    result: document.querySelector(".result").dataset.width,
    fields: [...document.querySelectorAll("form [name]:not([type=radio]), form [name]:checked")]
        // With a script, numbers of one's own stand in a field beside the list.
        .map(field => [field.name,
            field.value === "numbers" ? document.querySelector("#padding-numbers").value : field.value]),
    phase: document.querySelector(".phases [aria-current]").dataset.phase,
})"""


@pytest.fixture(scope="module")
def plain_page(browser: Browser, base_url: str) -> Any:  # noqa: ANN401  # a generator of one page
    """A page in a browser that runs no scripts."""
    context = browser.new_context(base_url=base_url, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    "query",
    [
        pytest.param("?step=6", id="lesson"),
        pytest.param("?padding=full&border=reflect&step=9", id="padding"),
        pytest.param("?kernel=1,2;3,4&flip=1&step=2", id="flip"),
        pytest.param("?kernel=box-3&step=5", id="rounding"),
        pytest.param("?kernel=gaussian-5&bias=-0.125&padding=same&step=12", id="divisor and bias"),
        pytest.param("?stride=4,3&size=10x9", id="unreached"),
        pytest.param("?dilation=2&padding=1,2,0,3&step=4", id="dilation"),
        pytest.param("?input=123456.7891,-2.5;0.001,4&kernel=1,-1&step=2", id="long numbers"),
        pytest.param("?input=0.015625,0.000000000000000001;1,4&kernel=1,-1&step=2", id="never exact"),
        pytest.param("?size=10&step=64", id="as many steps as come with the page"),
        pytest.param("?size=11&kernel=box-3&step=14", id="steps that are fetched"),
        pytest.param("?step=6&phase=place", id="a phase"),
        pytest.param("?operation=conv_transpose2d&size=3&stride=2&step=7", id="a transposed convolution"),
        pytest.param(
            "?operation=conv_transpose2d&size=3&stride=2&picture=scatter&step=4&phase=add",
            id="the scatter picture",
        ),
    ],
)
def test_the_script_takes_over_without_a_change(plain_page: Page, step_page: StepPage, query: str) -> None:
    plain_page.goto(f"/{query}")
    step_page.open(query)
    expect(step_page.page.get_by_role("main")).to_have_attribute("aria-busy", "false")
    drawn, expected = step_page.page.evaluate(FRAME), plain_page.evaluate(FRAME)
    for shown, sent in zip(drawn.pop("grids"), expected.pop("grids"), strict=True):
        assert shown == sent
    assert drawn == expected


SHIFTS = """() => new Promise(resolve => {
    const movedBy = shift => shift.sources.map(source => source.node?.className ?? "");
    new PerformanceObserver(list => resolve(list.getEntries().map(movedBy)))
        .observe({ type: "layout-shift", buffered: true });
    requestAnimationFrame(() => requestAnimationFrame(() => resolve([])));
})"""


@pytest.mark.parametrize("query", ["", "?size=11&kernel=box-5", "?size=24x40"])
def test_nothing_moves_when_the_script_takes_over(step_page: StepPage, query: str) -> None:
    step_page.open(query)
    expect(step_page.page.get_by_role("main")).to_have_attribute("aria-busy", "false")
    assert step_page.page.evaluate(SHIFTS) == []
