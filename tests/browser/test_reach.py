"""Everything can be reached and seen by somebody who has only a keyboard."""

import pytest
from playwright.sync_api import expect

from tests.browser.step_page import StepPage

STOPS = """() => {
    const isSeen = (each) => each.checkVisibility() && !each.closest("[hidden]");
    return [...document.querySelectorAll("a[href], button, select, input, [tabindex='0']")]
        .filter(isSeen)
        .filter((each) => each.type !== "radio" || each.checked)
        .map((each) => each.ariaLabel || each.name || each.id || each.textContent.trim());
}"""
"""Everything that should take the focus, in reading order; of a group of radio buttons, the chosen one."""

FOCUSED = """() => {
    const each = document.activeElement;
    if (each === document.body) return null;
    const shown = each.type === "radio" ? each.nextElementSibling : each;
    const style = getComputedStyle(shown);
    const { left, top, width, height } = shown.getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    return {
        name: each.ariaLabel || each.name || each.id || each.textContent.trim(),
        isOutlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
        isOnTop: hit !== null && (shown.contains(hit) || hit.contains(shown) || hit === each),
    };
}"""

VIEWPORTS = [
    pytest.param(1440, 900, "", id="desktop"),
    pytest.param(1024, 600, "", id="netbook"),
    pytest.param(390, 844, "", id="phone"),
    pytest.param(720, 450, "", id="200 percent"),
    pytest.param(320, 256, "", id="400 percent"),
    pytest.param(1024, 768, "&theme=projector", id="projector"),
    pytest.param(720, 450, "&theme=projector", id="projector, 200 percent"),
    pytest.param(320, 640, "&theme=projector", id="projector theme on a phone"),
]


@pytest.mark.parametrize(("width", "height", "theme"), VIEWPORTS)
def test_tab_passes_every_control_in_order_and_its_focus_is_seen(
    step_page: StepPage, width: int, height: int, theme: str
) -> None:
    step_page.page.set_viewport_size({"width": width, "height": height})
    step_page.page.emulate_media(reduced_motion="reduce")
    step_page.open(f"?step=6&input=random&stride=0{theme}")
    expected = step_page.page.evaluate(STOPS)
    passed = []
    for _ in expected:
        step_page.press("Tab")
        passed.append(step_page.page.evaluate(FOCUSED))
    assert [each["name"] for each in passed] == expected
    assert [each["name"] for each in passed if not each["isOutlined"]] == []
    assert [each["name"] for each in passed if not each["isOnTop"]] == []
    assert step_page.page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")


def test_a_long_expression_can_be_scrolled_by_keyboard(step_page: StepPage) -> None:
    kernel = ";".join([",".join(["-12"] * 15)] * 15)
    step_page.open(f"?size=16&kernel={kernel}")
    step_page.expect_step(1, 4)
    step_page.page.wait_for_function(
        "() => { const each = document.querySelector('.expression');"
        " return each.scrollHeight > each.clientHeight; }"
    )
    step_page.output_cell(1, 1).focus()
    terms = step_page.expression.locator(".term")
    step_page.press("Tab")
    expect(terms.first).to_be_focused()
    step_page.press("End")
    expect(terms.last).to_be_focused()
    expect(terms.last).to_be_in_viewport()


def test_the_skip_link_is_seen_when_it_has_the_focus(step_page: StepPage) -> None:
    step_page.open()
    step_page.press("Tab")
    link = step_page.page.get_by_role("link", name="Skip to the convolution")
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport(ratio=1)


def test_headings_and_landmarks_tell_where_one_is(step_page: StepPage) -> None:
    step_page.open()
    page = step_page.page
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    for landmark in (page.get_by_role("banner"), page.get_by_role("main"), step_page.settings):
        expect(landmark).to_have_count(1)
    for name in (
        "Input, kernel and output",
        "Calculation of the current output cell",
        "Steps",
        "Output size",
    ):
        expect(page.get_by_role("region", name=name)).to_be_visible()
