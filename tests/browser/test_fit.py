"""Everything fits its place: numbers their cells, grids their stage, the frame its patch."""

import pytest
from playwright.sync_api import ViewportSize, expect

from tests.browser.step_page import StepPage

DESKTOP: ViewportSize = {"width": 1440, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}

OVERFLOWING = """() => [...document.querySelectorAll("number-grid tbody td, .result")].filter(place => {
    const text = document.createRange();
    text.selectNodeContents(place);
    return text.getBoundingClientRect().width > place.getBoundingClientRect().width + 0.5;
}).map(place => place.textContent)"""

AROUND_PATCH = """() => {
    const edges = box => [box.left, box.top, box.right, box.bottom];
    const patch = [...document.querySelectorAll(".input-grid td[data-tag]")]
        .map(cell => edges(cell.getBoundingClientRect()));
    const frame = edges(document.querySelector(".input-grid .frame").getBoundingClientRect());
    const [left, top, right, bottom] = frame;
    return [
        Math.min(...patch.map(each => each[0])) - left, Math.min(...patch.map(each => each[1])) - top,
        right - Math.max(...patch.map(each => each[2])), bottom - Math.max(...patch.map(each => each[3])),
    ];
}"""
"""How far the frame stands out at each side of the patch, in pixels."""


@pytest.fixture
def browser_context_args(browser_context_args: dict[str, object]) -> dict[str, object]:
    """No motion, so that everything is in its place at once."""
    return {**browser_context_args, "reduced_motion": "reduce"}


@pytest.mark.parametrize("screen", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize(
    "query",
    [
        pytest.param("?kernel=box-3&step=16", id="rounded"),
        pytest.param("?kernel=gaussian-5&bias=-12345.25&size=8", id="divided with a bias"),
        pytest.param("?input=0.123456789012345,-0.5;2,3&kernel=-1", id="many decimals"),
        pytest.param(
            "?input=1000000,-1000000;1000000,1000000&kernel=1000000,-1000000;1000000,1000000", id="largest"
        ),
    ],
)
def test_no_number_hangs_over_the_edge_of_its_place(
    step_page: StepPage, screen: ViewportSize, query: str
) -> None:
    step_page.page.set_viewport_size(screen)
    step_page.open(query)
    assert step_page.page.evaluate(OVERFLOWING) == []


@pytest.mark.parametrize("screen", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("query", ["?size=20", "?size=30x60", "?size=64"])
def test_the_whole_stage_is_seen_without_scrolling_inside_of_it(
    step_page: StepPage, screen: ViewportSize, query: str
) -> None:
    step_page.page.set_viewport_size(screen)
    step_page.open(query)
    expect(step_page.page.get_by_role("main")).to_have_attribute("aria-busy", "false")
    sizes = step_page.page.evaluate(
        "() => [document.querySelector('.stage')].map(each => [each.scrollWidth, each.clientWidth])[0]"
    )
    assert sizes[0] <= sizes[1]


@pytest.mark.parametrize("screen", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_the_frame_lies_close_around_the_patch(step_page: StepPage, screen: ViewportSize) -> None:
    step_page.page.set_viewport_size(screen)
    for query in (
        "?step=7",
        "?dilation=2&padding=1",
        "?padding=full&kernel=gaussian-5&step=20",
        "?size=16&step=99",
    ):
        step_page.open(query)
        expect(step_page.page.get_by_role("main")).to_have_attribute("aria-busy", "false")
        around = step_page.page.evaluate(AROUND_PATCH)
        assert all(0 <= edge <= 8 for edge in around), (query, around)
        assert max(around) - min(around) <= 1, (query, around)
