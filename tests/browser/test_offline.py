"""The page as one file, opened from a disk while there is no network."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Page, expect

from tests.browser.step_page import StepPage


@pytest.fixture
def saved(new_page: Page, base_url: str, tmp_path: Path) -> Callable[[str], StepPage]:
    """Save the file of an address, and open it without a network and with a clock of its own."""
    new_page.clock.install(time=0)

    def open_saved(address: str) -> StepPage:
        answer = new_page.request.get(f"{base_url}/api/v1/{address}")
        assert answer.ok
        file = tmp_path / "convolution.html"
        file.write_bytes(answer.body())
        new_page.context.set_offline(True)
        new_page.goto(file.as_uri())
        new_page.clock.pause_at(3_600_000)
        return StepPage(new_page, is_timed=True)

    return open_saved


@pytest.fixture
def noise(new_page: Page) -> list[str]:
    """Whatever it asks for besides itself, and whatever a browser has to say about it."""
    heard: list[str] = []
    new_page.on(
        "request", lambda request: heard.append(request.url) if request.url.startswith("http") else None
    )
    new_page.on("console", lambda message: heard.append(message.text))
    new_page.on("pageerror", lambda error: heard.append(str(error)))
    return heard


def test_it_steps_plays_and_shows_the_numbers_of_the_server(
    saved: Callable[[str], StepPage], noise: list[str], base_url: str
) -> None:
    page = saved("conv2d.html?step=6&kernel=sobel-x")
    trace = page.page.evaluate("() => JSON.parse(document.querySelector('#boot').textContent).trace")
    page.expect_step(6).button("Next step").click()
    page.press("ArrowRight").expect_step(8)
    page.press(" ")
    page.pass_time(1.9)
    page.expect_step(9).press(" ")
    page.output_cell(2, 2).click()
    page.expect_step(6)
    np.testing.assert_array_equal(page.read(page.patch).numbers, trace["steps"][5]["patch"])
    np.testing.assert_array_equal(page.read(page.products).numbers, trace["steps"][5]["products"])
    expect(page.expression).to_have_text(trace["steps"][5]["expression"])
    expect(page.page.get_by_role("link", name="Made with Kernelwalk")).to_have_attribute(
        "href", f"{base_url}/?kernel=sobel-x&step=6"
    )
    page.press("End")
    page.pass_time(3)
    np.testing.assert_array_equal(page.read(page.output).numbers, trace["output"])
    expect(page.page).to_have_title("Step 16 of 16 – Kernelwalk")
    assert noise == []


def test_detail_loop_projector_help_and_links_are_all_there(
    saved: Callable[[str], StepPage], noise: list[str]
) -> None:
    page = saved("conv2d.html?labels=rc&formula=both&shades=1&vectors=1")
    expect(page.input.locator("[data-address]").first).to_be_attached()
    expect(page.output.locator("td[data-tone]").first).to_be_attached()
    expect(page.page.locator(".symbols math").first).to_be_visible()
    expect(page.page.locator(".dot-product")).to_contain_text("p · k")
    page.button("Phases").click()
    page.button("Next phase").click()
    page.expect_step(2)
    expect(page.phase("Place")).to_have_attribute("aria-current", "step")
    page.press("End")
    page.page.get_by_label("Loop").check()
    page.speed.select_option("4")
    page.button("Play").click()
    page.pass_time(2)
    page.button("Pause").click()
    expect(page.counter).not_to_have_text("Step 16 of 16")
    page.output_cell(1, 1).hover()
    expect(page.input.locator("td[data-mark]")).to_have_count(9)
    page.button("Present").click()
    expect(page.page.locator("html")).to_have_attribute("data-theme", "projector")
    page.press("?")
    dialog = page.page.get_by_role("dialog", name="Keyboard")
    expect(dialog).to_be_visible()
    dialog.get_by_role("button", name="Close").click()
    expect(dialog).to_be_hidden()
    assert noise == []


def test_both_pictures_of_a_transposed_convolution_are_there(
    saved: Callable[[str], StepPage], noise: list[str]
) -> None:
    page = saved("conv_transpose2d.html?size=3&stride=2&picture=scatter&step=2").expect_step(2, 9)
    page.page.get_by_role("radio", name="Gather").check()
    page.expect_step(1, 49).button("Next step").click()
    page.expect_step(2, 49)
    assert noise == []
