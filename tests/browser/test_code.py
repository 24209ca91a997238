"""The same convolution in code: what is shown runs, and gives what is on screen."""

import json
import re
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Locator, expect

from tests.browser.step_page import StepPage

TABS = ("NumPy", "SciPy", "PyTorch", "TensorFlow", "Python", "curl", "JSON of the step")
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def panel(page: StepPage) -> Locator:
    """The panel of the code."""
    return page.page.get_by_role("region", name="The same in code")


def text(page: StepPage, tab: str) -> str:
    """What the open tab shows, as soon as it is there."""
    shown = panel(page).get_by_role("tabpanel", name=tab)
    expect(shown).not_to_be_empty()
    return shown.text_content() or ""


def result_of(program: str) -> Any:  # noqa: ANN401  # what a program leaves
    """Run a program and take its output."""
    names: dict[str, Any] = {}
    exec(program, names)  # it is what people are told to run
    return names["output"]


@pytest.mark.parametrize("query", ["?code=1", "?code=1&kernel=1,2;-3,4&stride=2,1&padding=1&flip=1&bias=2.5"])
def test_the_programs_shown_give_the_output_on_screen(step_page: StepPage, query: str) -> None:
    step_page.open(query)
    output = step_page.finish().read(step_page.output).numbers
    for tab in ("NumPy", "SciPy", "Python"):
        panel(step_page).get_by_role("tab", name=tab).click()
        np.testing.assert_array_equal(result_of(text(step_page, tab)), output)
    assert "import torch" not in text(step_page, "Python")
    panel(step_page).get_by_role("tab", name="PyTorch").click()
    assert "F.conv2d" in text(step_page, "PyTorch")


def test_the_code_follows_what_is_on_screen(step_page: StepPage) -> None:
    step_page.open("?step=6")
    step_page.field("Code (NumPy, PyTorch …)").check()
    step_page.wait_for_query(code="1")
    step_page.choose("Bias", "7").wait_for_query(bias="7")
    expect(panel(step_page).get_by_role("tabpanel")).to_contain_text("+ 7.0")
    panel(step_page).get_by_role("tab", name="JSON of the step").click()
    document = json.loads(text(step_page, "JSON of the step"))
    assert (document["number"], document["value"]) == (6, 5)
    assert {"running_sums", "padding_cells"} <= document.keys()
    step_page.page.get_by_role("main").focus()
    step_page.press("End").press("ArrowLeft").expect_step(15)
    expect(panel(step_page).get_by_role("tabpanel")).to_contain_text('"number": 15')


def test_the_lines_for_curl_lead_to_this_convolution_and_this_step(
    step_page: StepPage, base_url: str
) -> None:
    step_page.open("?code=1&kernel=1,2;3,4&step=3")
    panel(step_page).get_by_role("tab", name="curl").click()
    whole, one = re.findall(r'^curl "(.*)"$', text(step_page, "curl"), re.MULTILINE)
    assert whole == f"{base_url}/api/v1/conv2d?kernel=1,2;3,4"
    assert step_page.page.request.get(whole).json()["kernel"] == [[1, 2], [3, 4]]
    assert step_page.page.request.get(one).json()["number"] == 3


def test_the_tabs_are_one_stop_and_arrows_move_between_them(step_page: StepPage) -> None:
    step_page.open("?code=1&step=6")
    assert text(step_page, "NumPy")
    tabs = panel(step_page).get_by_role("tab")
    assert tabs.all_text_contents() == list(TABS)
    tabs.first.focus()
    for key, name in (
        ("ArrowRight", "SciPy"),
        ("End", TABS[-1]),
        ("ArrowRight", "NumPy"),
        ("ArrowLeft", TABS[-1]),
    ):
        step_page.press(key)
        tab = panel(step_page).get_by_role("tab", name=name)
        expect(tab).to_be_focused()
        expect(tab).to_have_attribute("aria-selected", "true")
        expect(panel(step_page).get_by_role("tabpanel")).to_have_accessible_name(name)
    assert tabs.evaluate_all("tabs => tabs.filter(tab => tab.tabIndex === 0).length") == 1
    step_page.expect_step(6)


@pytest.mark.parametrize("is_allowed", [True, False], ids=["copied", "selected"])
def test_the_code_is_copied_or_where_that_is_forbidden_selected(
    step_page: StepPage, is_allowed: bool
) -> None:
    clipboard = "window.copied = text" if is_allowed else "throw new Error()"
    step_page.page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', "
        f"{{ value: {{ writeText: async text => {{ {clipboard}; }} }} }});"
    )
    step_page.open("?code=1")
    program = text(step_page, "NumPy")
    panel(step_page).get_by_role("button", name="Copy").click()
    expect(panel(step_page).get_by_role("status")).to_contain_text("Copied" if is_allowed else "Ctrl+C")
    taken = step_page.page.evaluate("() => window.copied ?? String(getSelection())")
    assert taken == program


@pytest.mark.browser_context_args(**PHONE)
def test_on_a_phone_the_code_fits_and_a_finger_changes_the_tab(step_page: StepPage) -> None:
    step_page.open("?code=1&compare=1")
    panel(step_page).get_by_role("tab", name="SciPy").tap()
    assert "correlate2d" in text(step_page, "SciPy")
    assert step_page.page.evaluate("() => document.documentElement.scrollWidth") <= 390


def test_a_server_that_is_away_is_named_in_the_panel(step_page: StepPage) -> None:
    step_page.open()
    step_page.page.route("**/api/v1/**", lambda route: route.abort())
    step_page.field("Code (NumPy, PyTorch …)").check()
    expect(panel(step_page).get_by_role("tabpanel")).to_have_text("The server does not answer.")
