"""Sharing hands over the link of what is on screen: as a text, as a QR code, by the system."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.step_page import StepPage

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def share_dialog(page: StepPage) -> Locator:
    """The dialog."""
    return page.page.get_by_role("dialog", name="Share")


def link(page: StepPage) -> Locator:
    """The text of the link."""
    return share_dialog(page).get_by_role("textbox", name="Link")


def test_the_link_is_that_of_the_step_on_screen_and_its_code_is_drawn_only_now(
    step_page: StepPage, base_url: str
) -> None:
    asked: list[str] = []
    step_page.page.on("request", lambda request: asked.append(request.url))
    step_page.open("?kernel=1,2;3,4")
    step_page.press("ArrowRight").expect_step(2, 25)
    assert not any("share.svg" in url for url in asked)
    step_page.button("Share").press("Enter")
    expect(link(step_page)).to_have_value(f"{base_url}/?kernel=1,2;3,4&step=2")
    code = share_dialog(step_page).get_by_role("img", name="QR code of the link")
    expect(code).to_have_attribute("src", "/api/v1/share.svg?kernel=1,2;3,4&step=2")
    assert code.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
    expect(share_dialog(step_page)).to_contain_text("HOST=0.0.0.0")
    expect(share_dialog(step_page).get_by_role("button", name="Send …")).to_be_hidden()
    step_page.press("Escape")
    expect(share_dialog(step_page)).to_be_hidden()
    expect(step_page.button("Share")).to_be_focused()
    step_page.choose("Filter", "sobel-x").wait_for_query(kernel="sobel-x")
    step_page.button("Share").click()
    expect(link(step_page)).to_have_value(f"{base_url}/?kernel=sobel-x")


@pytest.mark.parametrize("is_allowed", [True, False], ids=["copied", "selected"])
def test_the_link_is_copied_or_where_that_is_forbidden_selected(
    step_page: StepPage, base_url: str, is_allowed: bool
) -> None:
    clipboard = "window.copied = text" if is_allowed else "throw new Error()"
    step_page.page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', "
        f"{{ value: {{ writeText: async text => {{ {clipboard}; }} }} }});"
    )
    step_page.open("?step=6")
    step_page.button("Share").click()
    share_dialog(step_page).get_by_role("button", name="Copy link").click()
    said = share_dialog(step_page).get_by_role("status")
    expect(said).to_contain_text("Copied" if is_allowed else "Ctrl+C")
    taken = step_page.page.evaluate("() => window.copied ?? String(getSelection())")
    assert taken == f"{base_url}/?step=6"


def test_a_link_too_long_for_a_code_is_still_a_link(step_page: StepPage) -> None:
    rows = ";".join(",".join(str((row * column) % 97 + 0.5) for column in range(40)) for row in range(40))
    step_page.open(f"?input={rows}")
    step_page.button("Share").click()
    expect(share_dialog(step_page)).to_contain_text("There is no QR code for this link")
    assert rows in link(step_page).input_value()
    expect(share_dialog(step_page).get_by_role("img")).to_be_hidden()


@pytest.mark.browser_context_args(**PHONE)
def test_a_phone_that_can_share_is_asked_to(step_page: StepPage, base_url: str) -> None:
    step_page.page.add_init_script(
        "Object.defineProperty(navigator, 'share', { value: async what => { window.shared = what.url; } });"
    )
    step_page.open("?step=3")
    step_page.button("Share").tap()
    share_dialog(step_page).get_by_role("button", name="Send …").tap()
    assert step_page.page.evaluate("() => window.shared") == f"{base_url}/?step=3"
    assert step_page.page.evaluate("() => document.documentElement.scrollWidth") <= 390
