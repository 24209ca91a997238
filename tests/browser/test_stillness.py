"""Nothing jumps: the panels stay where they are on all steps, and also in the middle of one."""

import pytest
from playwright.sync_api import ViewportSize

from tests.browser.step_page import StepPage

# From the top of the page: to press a button may scroll it into view.
BOXES = """() => (scrollTo(0, 0), Object.fromEntries([
    ".stage", ".input-grid", ".kernel-grid", ".output-grid", ".words", ".calculation", ".patch-grid",
    ".products-grid", ".result", ".phases", ".controls", ".counter", ".timeline", ".settings", ".size-panel",
].map(name => {
    const { left, top, width, height } = document.querySelector(name).getBoundingClientRect();
    return [name, [left, top, width, height].map(Math.round)];
})))"""

SCREENS: tuple[ViewportSize, ...] = (
    {"width": 1440, "height": 900},
    {"width": 1024, "height": 768},
    {"width": 390, "height": 844},
)


def moved(page: StepPage, before: dict[str, list[int]]) -> dict[str, list[list[int]]]:
    """The panels that are somewhere else, with where they were and where they are."""
    now = page.page.evaluate(BOXES)
    return {name: [box, now[name]] for name, box in before.items() if box != now[name]}


@pytest.mark.parametrize("screen", SCREENS, ids=["desktop", "projector", "phone"])
@pytest.mark.parametrize(
    ("query", "count"),
    [
        pytest.param("?padding=1&kernel=box-3&bias=-2.5&size=4", 16, id="long sentences"),
        pytest.param("?input=1,-100,2.25;-3,40,5;6,-7.5,8000&kernel=1,-1;2,-2", 4, id="uneven numbers"),
    ],
)
def test_no_panel_moves_from_step_to_step(
    step_page: StepPage, screen: ViewportSize, query: str, count: int
) -> None:
    step_page.page.set_viewport_size(screen)
    step_page.page.emulate_media(reduced_motion="reduce")
    step_page.open(query)
    before = step_page.page.evaluate(BOXES)
    for step in range(2, count + 1):
        step_page.press("ArrowRight").expect_step(step, count)
        assert moved(step_page, before) == {}, f"at step {step}"


@pytest.mark.parametrize("screen", SCREENS, ids=["desktop", "projector", "phone"])
def test_no_panel_moves_in_the_middle_of_a_step(timed_page: StepPage, screen: ViewportSize) -> None:
    timed_page.page.set_viewport_size(screen)
    timed_page.open("?step=5")
    before = timed_page.page.evaluate(BOXES)
    timed_page.press("ArrowRight")
    for _ in range(20):
        assert moved(timed_page, before) == {}
        timed_page.pass_time(0.05)


def test_no_panel_moves_from_phase_to_phase(timed_page: StepPage) -> None:
    timed_page.open("?step=6&kernel=box-3")
    before = timed_page.page.evaluate(BOXES)
    for phase in ("Place", "Multiply", "Add", "Write"):
        timed_page.phase(phase).click()
        timed_page.pass_time(1)
        assert moved(timed_page, before) == {}, phase


def test_no_panel_moves_when_playing_starts(timed_page: StepPage) -> None:
    timed_page.open()
    before = timed_page.page.evaluate(BOXES)
    timed_page.button("Play").click()
    timed_page.pass_time(0.5)
    assert moved(timed_page, before) == {}
