"""What a screen reader is told: one line after a step by hand, and silence while the page plays."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.step_page import StepPage

LISTEN = """() => {
    window.heard = [];
    const live = "[role=status], [role=alert], [role=log], [aria-live]:not([aria-live=off]), output";
    for (const region of document.querySelectorAll(live)) {
        if (region.getAttribute("aria-live") === "off") continue;
        new MutationObserver(() => window.heard.push(region.textContent.trim()))
            .observe(region, { childList: true, characterData: true, subtree: true });
    }
}"""
"""Remember every text that comes into a live region from now on; `output` is one by its nature."""


def heard(page: StepPage) -> list[str]:
    """What a screen reader has been told since ``LISTEN``."""
    texts: list[str] = page.page.evaluate("() => window.heard")
    return texts


def test_nothing_is_said_before_anybody_does_anything(timed_page: StepPage) -> None:
    timed_page.open("?step=6")
    timed_page.pass_time(5)
    expect(timed_page.spoken).to_be_empty()


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("?step=5", "Step 6 of 16. Output row 2, column 2 is minus 2."),
        ("?kernel=box-3", "Step 2 of 16. Output row 1, column 2 is about 4.33."),
    ],
)
def test_a_step_by_hand_is_said_in_one_sentence(timed_page: StepPage, query: str, sentence: str) -> None:
    timed_page.open(query)
    timed_page.page.evaluate(LISTEN)
    timed_page.button("Next step").click()
    timed_page.pass_time(3)
    expect(timed_page.spoken).to_have_text(sentence)
    assert heard(timed_page) == [sentence]


def test_of_a_burst_of_steps_only_the_newest_is_said(timed_page: StepPage) -> None:
    timed_page.open()
    timed_page.page.evaluate(LISTEN)
    for _ in range(7):
        timed_page.press("ArrowRight")
        timed_page.pass_time(0.1)
    timed_page.pass_time(3)
    assert heard(timed_page) == ["Step 8 of 16. Output row 2, column 4 is 3."]


def test_playing_is_silent_but_for_its_start_and_its_end(timed_page: StepPage) -> None:
    timed_page.open("?step=12")
    timed_page.page.evaluate(LISTEN)
    timed_page.press(" ")
    timed_page.pass_time(4)
    assert heard(timed_page) == ["Playing."]
    timed_page.press(" ")
    timed_page.pass_time(2)
    assert heard(timed_page)[1:] == ["Paused at step 15 of 16."]
    timed_page.press(" ")
    timed_page.pass_time(5)
    assert heard(timed_page)[2:] == [
        "Playing.",
        "Done. Output is 4 by 4: minus 5, minus 4, 0, 8; minus 10, minus 2, 2, 3; "
        "0, minus 2, minus 4, minus 7; minus 3, minus 2, minus 3, minus 16.",
    ]


def test_single_products_and_running_totals_are_said_as_they_are_stepped(timed_page: StepPage) -> None:
    timed_page.open("?step=5&detail=sums")
    timed_page.page.evaluate(LISTEN)
    for _ in range(11):
        timed_page.press("PageDown")
        timed_page.pass_time(1)
    assert heard(timed_page)[:4] == [
        "The kernel covers rows 2 to 4, columns 2 to 4.",
        "5 times 1 is 5.",
        "8 times 0 is 0.",
        "9 times minus 1 is minus 9.",
    ]
    assert heard(timed_page)[10:] == ["Running total 5."]
    timed_page.press("PageDown", times=8)
    timed_page.pass_time(1)
    assert heard(timed_page)[-1] == "Running total minus 2."
    timed_page.press("PageDown")
    timed_page.pass_time(1)
    assert heard(timed_page)[-1] == "Step 6 of 16. Output row 2, column 2 is minus 2."


def test_a_new_row_and_padding_are_said(timed_page: StepPage) -> None:
    timed_page.open("?step=6&padding=1")
    timed_page.press("ArrowRight")
    timed_page.pass_time(1)
    expect(timed_page.spoken).to_have_text(
        re.compile(
            r"^Step 7 of 36\. Output row 2, column 1 is .*\. New row\. 3 of the 9 values are padding zeros\.$"
        )
    )


def test_a_refused_setting_is_said(step_page: StepPage) -> None:
    step_page.open("?padding=same")
    step_page.page.evaluate(LISTEN)
    step_page.choose("Stride", "2")
    step_page.page.wait_for_function("() => window.heard.some(text => text.includes('needs stride 1'))")


def test_another_convolution_is_said(timed_page: StepPage) -> None:
    timed_page.open()
    timed_page.choose("Filter", "sobel-x")
    timed_page.pass_time(0.1)
    timed_page.wait_for_query(kernel="sobel-x")
    timed_page.pass_time(1)
    expect(timed_page.spoken).to_have_text("Step 1 of 16. Output row 1, column 1 is minus 12.")


def test_the_slider_says_where_it_is(step_page: StepPage) -> None:
    step_page.open("?step=6")
    expect(step_page.slider).to_have_attribute("aria-valuetext", "Step 6 of 16, output row 2 column 2")
    expect(step_page.slider).to_have_attribute("max", "16")


def test_tables_have_captions_and_numbered_rows_and_columns(step_page: StepPage) -> None:
    step_page.open("?padding=1")
    for table, name in ((step_page.input, "Input 6 × 6"), (step_page.output, "Output 6 × 6")):
        expect(table).to_have_accessible_name(name)
    headers = step_page.input.get_by_role("columnheader").all_inner_texts()
    assert headers == ["p", "1", "2", "3", "4", "5", "6", "p"]
    assert step_page.input.get_by_role("rowheader").all_inner_texts() == headers


def test_the_play_button_says_what_it_will_do(timed_page: StepPage) -> None:
    timed_page.open()
    timed_page.button("Play").click()
    timed_page.button("Pause").click()
    expect(timed_page.button("Play")).to_be_visible()
