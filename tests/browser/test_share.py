"""Sharing hands over the link of what is on screen: as a text, as a QR code, by the system."""

import re

import pytest
from playwright.sync_api import Locator, Route, expect

from tests.browser.step_page import StepPage
from tests.browser.test_axe import expect_nothing_to_mend

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


def tab(page: StepPage, name: str) -> Locator:
    """A tab of the dialog."""
    return share_dialog(page).get_by_role("tab", name=name, exact=True)


def text(page: StepPage, label: str) -> Locator:
    """A text to copy, in the open tab."""
    return share_dialog(page).get_by_role("textbox", name=label, exact=True)


def look(page: StepPage, name: str) -> Locator:
    """A field of the open tab that says how its picture looks."""
    return share_dialog(page).get_by_role("tabpanel").get_by_label(name)


def test_every_tab_has_its_text_for_the_step_on_screen(step_page: StepPage, base_url: str) -> None:
    step_page.open("?kernel=1,2;3,4&step=6")
    step_page.button("Share").click()
    alt = "Convolution: input is 6 by 6, kernel is 2 by 2, output is 5 by 5. Step 6 of 25. Output row 2"
    query = "?kernel=1,2;3,4&step=6"
    shown = {
        "Image": ("Address of the picture", f"{base_url}/api/v1/conv2d.png{query}"),
        "Film": ("Address of the film", f"{base_url}/api/v1/conv2d.gif?kernel=1,2;3,4"),
        "Embed": ("HTML of the frame", "<iframe src="),
        "Paper": ("Address of all steps", f"{base_url}/print{query}"),
        "Markdown": ("Markdown", f"[![{alt}"),
        "LaTeX": ("LaTeX", r"\begin{gather*}"),
        "CSV": ("Address of the table", f"{base_url}/api/v1/conv2d.csv?kernel=1,2;3,4"),
        "JSON": ("Address of the numbers", f"{base_url}/api/v1/conv2d/steps/6?kernel=1,2;3,4"),
        "Notebook": ("Python", "from app.notebook import conv2d"),
        "Offline page": ("Address of the page", f"{base_url}/api/v1/conv2d.html{query}"),
    }
    tab(step_page, "Link").focus()
    for name, (label, beginning) in shown.items():
        step_page.press("ArrowDown")
        expect(tab(step_page, name)).to_be_focused()
        expect(tab(step_page, name)).to_have_attribute("aria-selected", "true")
        expect(share_dialog(step_page).get_by_role("tabpanel", name=name)).to_be_visible()
        expect(text(step_page, label)).to_have_value(re.compile(f"^{re.escape(beginning)}"))
    step_page.press("Escape")
    step_page.press("ArrowRight").expect_step(7, 25)
    step_page.button("Share").click()
    expect(text(step_page, "Address of the page")).to_have_value(re.compile(r"step=7$"))


def test_a_picture_is_drawn_when_its_tab_is_open_and_looks_as_it_is_told(step_page: StepPage) -> None:
    asked: list[str] = []
    step_page.page.on("request", lambda request: asked.append(request.url.partition("/api/v1/")[2]))
    step_page.open("?step=6")
    step_page.button("Share").click()
    tab(step_page, "Image").click()
    words = text(step_page, "In words, for those who do not see it")
    expect(words).to_have_value(re.compile("Output row 2, column 2 is minus 2."))
    picture = share_dialog(step_page).get_by_role("img", name=words.input_value())
    expect(picture).to_be_visible()
    width = picture.evaluate("image => image.decode().then(() => image.naturalWidth)")
    assert not any("gif" in url for url in asked)
    look(step_page, "Size").select_option("half")
    look(step_page, "calculation").uncheck()
    address = text(step_page, "Address of the picture")
    expect(address).to_have_value(re.compile(r"\.png\?step=6&scale=0.5&show=grids,expression$"))
    expect(picture).to_have_attribute("src", "/api/v1/conv2d.svg?step=6&scale=0.5&show=grids,expression")
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") < width
    tab(step_page, "Film").click()
    film = share_dialog(step_page).get_by_role("img", name=re.compile("in 16 steps"))
    expect(film).to_have_attribute("src", "/api/v1/conv2d.gif?scale=0.5&show=grids,expression")
    assert film.evaluate("image => image.decode().then(() => image.naturalWidth)") < width
    expect(look(step_page, "Size")).to_have_value("0.5")
    look(step_page, "expression").uncheck()
    look(step_page, "grids").click()
    expect(look(step_page, "grids")).to_be_checked()


def test_why_there_is_no_film_stands_in_its_place(step_page: StepPage) -> None:
    step_page.open("?size=30")
    step_page.button("Share").click()
    tab(step_page, "Film").click()
    expect(share_dialog(step_page).get_by_role("alert")).to_contain_text(
        "at most 200 frames, and this one would have 784"
    )
    expect(share_dialog(step_page).get_by_role("img")).to_be_hidden()


@pytest.mark.browser_context_args(viewport={"width": 320, "height": 640}, reduced_motion="reduce")
def test_texts_are_copied_and_files_kept_on_a_small_screen_without_a_fault(step_page: StepPage) -> None:
    step_page.page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', "
        "{ value: { writeText: async text => { window.copied = text; } } });"
    )
    held: list[Route] = []
    step_page.page.route("**/api/v1/conv2d/share?*", lambda route: held.append(route), times=1)
    step_page.open("?step=6")
    with step_page.page.expect_request("**/api/v1/conv2d/share?*"):
        step_page.button("Share").click()
    for name, label in (("LaTeX", "LaTeX"), ("Notebook", "Python")):
        tab(step_page, name).click()
        share_dialog(step_page).get_by_role("button", name=f"Copy: {label}").click()
        # Somebody who is quicker than the answer gets it all the same.
        while held:
            held.pop().continue_()
        expect(share_dialog(step_page).get_by_role("status")).to_have_text("Copied.")
        expect(text(step_page, label)).not_to_have_value("")
        assert step_page.page.evaluate("() => window.copied") == text(step_page, label).input_value()
    tab(step_page, "CSV").click()
    download = share_dialog(step_page).get_by_role("link", name="Download CSV")
    expect(download).to_have_attribute("href", "/api/v1/conv2d.csv")
    assert share_dialog(step_page).evaluate("dialog => dialog.scrollWidth <= dialog.clientWidth")
    for theme in ("light", "dark", "projector"):
        step_page.page.evaluate("theme => { document.documentElement.dataset.theme = theme; }", theme)
        for name in ("Film", "Embed"):
            tab(step_page, name).click()
            expect_nothing_to_mend(step_page.page)


def test_a_server_that_does_not_answer_leaves_the_link(step_page: StepPage, base_url: str) -> None:
    step_page.open("?step=6")
    step_page.page.route("**/share?*", lambda route: route.abort())
    step_page.button("Share").click()
    expect(share_dialog(step_page).get_by_role("alert")).to_contain_text("The server does not answer.")
    expect(link(step_page)).to_have_value(f"{base_url}/?step=6")
