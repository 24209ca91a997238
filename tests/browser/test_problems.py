"""Where a setting cannot be had, a sentence says why, and nothing that was there is lost."""

import pytest
from playwright.sync_api import expect

from tests.browser.step_page import StepPage

API = "**/api/v1/**"
CONTRADICTION = "padding same needs stride 1, and the stride is 2."


@pytest.fixture
def browser_context_args(browser_context_args: dict[str, object]) -> dict[str, object]:
    """No motion, so that a step is finished at once."""
    return {**browser_context_args, "reduced_motion": "reduce"}


def ask_for_same_padding_with_a_stride(page: StepPage) -> None:
    """A convolution that does not exist."""
    page.choose("Padding", "same").wait_for_query(padding="same")
    page.choose("Stride", "2")
    expect(page.settings.get_by_text(CONTRADICTION)).to_be_visible()


def test_a_contradiction_is_explained_at_its_field(step_page: StepPage) -> None:
    step_page.open()
    ask_for_same_padding_with_a_stride(step_page)
    expect(step_page.field("Padding")).to_have_accessible_description(
        f"{CONTRADICTION} Two ways out: padding same_tf, which is TensorFlow's rule for strides, "
        "or padding in numbers, such as 1 or 1,1,1,1 (top, bottom, left, right)."
    )
    expect(step_page.field("Padding")).to_have_attribute("aria-invalid", "true")


def test_a_contradiction_leaves_screen_and_address_as_they_are(step_page: StepPage) -> None:
    step_page.open("?padding=same&step=8")
    url = step_page.page.url
    before = step_page.page.get_by_role("main").locator("number-grid").all_inner_texts()
    step_page.choose("Stride", "2")
    expect(step_page.settings.get_by_text(CONTRADICTION)).to_be_visible()
    step_page.expect_step(8, 36)
    assert step_page.page.get_by_role("main").locator("number-grid").all_inner_texts() == before
    assert step_page.page.url == url
    step_page.button("Next step").click()
    step_page.expect_step(9, 36)


def test_correcting_a_contradiction_takes_the_sentence_away(step_page: StepPage) -> None:
    step_page.open()
    ask_for_same_padding_with_a_stride(step_page)
    step_page.choose("Padding", "same_tf").wait_for_query(padding="same_tf", stride="2")
    expect(step_page.settings.get_by_text(CONTRADICTION)).to_be_hidden()
    expect(step_page.field("Padding")).to_have_accessible_description("")
    expect(step_page.field("Padding")).not_to_have_attribute("aria-invalid", "true")


def test_going_back_to_the_old_setting_takes_the_sentence_away(step_page: StepPage) -> None:
    step_page.open()
    ask_for_same_padding_with_a_stride(step_page)
    step_page.choose("Stride", "1")
    expect(step_page.settings.get_by_text(CONTRADICTION)).to_be_hidden()
    assert step_page.query == {"padding": "same"}


def test_a_value_out_of_its_domain_is_explained_at_its_field(step_page: StepPage) -> None:
    step_page.open()
    for label, value, good, rule in (
        ("Stride", "0", "1", "stride must be a whole number from 1 to 16"),
        ("Stride", "2,", "1", "stride must be a whole number from 1 to 16"),
        ("Stride", "", "1", "stride must be a whole number from 1 to 16"),
        ("Dilation", "99", "1", "dilation must be a whole number from 1 to 16"),
        ("Size", "65", "6", "size must be a whole number from 1 to 64"),
        ("Bias", "many", "0", "bias must be a number from"),
        ("Bias", "1000001", "0", "bias must be a number from"),
    ):
        step_page.choose(label, value)
        expect(step_page.settings.get_by_text(rule)).to_be_visible()
        expect(step_page.field(label)).to_have_attribute("aria-invalid", "true")
        expect(step_page.field(label)).to_have_value(value)
        assert step_page.query == {}
        step_page.choose(label, good)
        expect(step_page.settings.get_by_text(rule)).to_be_hidden()


def test_wrong_cells_of_padding_are_explained_at_the_field_they_are_typed_into(step_page: StepPage) -> None:
    step_page.open()
    step_page.choose("Padding", "numbers").choose("Cells", "1,2")
    sentence = "padding must be one of valid, same"
    expect(step_page.settings.get_by_text(sentence)).to_be_visible()
    expect(step_page.field("Cells")).to_have_attribute("aria-invalid", "true")


def test_a_server_that_does_not_answer_is_told_of_and_costs_nothing(step_page: StepPage) -> None:
    step_page.open("?step=6")
    step_page.page.route(API, lambda route: route.abort())
    step_page.choose("Filter", "sobel-x")
    expect(step_page.alert).to_contain_text("The server does not answer.")
    step_page.expect_step(6)
    expect(step_page.value).to_have_text("−2")
    step_page.button("Next step").click()
    step_page.expect_step(7)
    expect(step_page.value).to_have_text("2")
    expect(step_page.field("Filter")).to_have_value("sobel-x")


def test_trying_again_asks_again(step_page: StepPage) -> None:
    step_page.open("?step=6")
    step_page.page.route(API, lambda route: route.abort())
    step_page.choose("Filter", "sobel-x")
    step_page.button("Try again").click()
    expect(step_page.alert).to_be_visible()
    step_page.page.unroute(API)
    step_page.button("Try again").click()
    expect(step_page.alert).to_be_hidden()
    step_page.wait_for_query(kernel="sobel-x").expect_step(6)
    expect(step_page.page.get_by_role("main")).to_have_attribute("aria-busy", "false")


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(
            {"status": 502, "content_type": "text/html", "body": "<h1>Bad gateway</h1>"}, id="proxy"
        ),
        pytest.param({"status": 200, "content_type": "text/html", "body": "<h1>Log in</h1>"}, id="portal"),
        pytest.param({"status": 503, "content_type": "application/json", "body": '{"error": 1}'}, id="json"),
        pytest.param({"status": 429, "content_type": "text/plain", "body": "Too many"}, id="limit"),
    ],
)
def test_an_answer_of_somebody_else_counts_as_none(step_page: StepPage, answer: dict[str, object]) -> None:
    step_page.open("?step=6")
    step_page.page.route(API, lambda route: route.fulfill(**answer))
    step_page.choose("Filter", "sobel-x")
    expect(step_page.alert).to_contain_text("The server does not answer.")
    expect(step_page.page.get_by_role("main")).to_have_attribute("aria-busy", "false")
    expect(step_page.button("Try again")).to_be_visible()
    step_page.expect_step(6)


def test_a_long_trace_shows_the_first_frame_while_its_steps_are_on_the_way(step_page: StepPage) -> None:
    step_page.page.route(API, lambda route: route.abort())
    step_page.open("?size=12&kernel=box-3&step=14")
    expect(step_page.alert).to_contain_text("The server does not answer.")
    expect(step_page.page).to_have_title("Step 14 of 100 – Kernelwalk")
    assert len(step_page.read(step_page.input).where("patch")) == 9
    assert (step_page.read(step_page.patch).numbers != 0).any()
    expect(step_page.value).not_to_be_empty()
    expect(step_page.sentence).to_contain_text("the output in row 2, column 4")


def test_a_long_trace_never_shows_a_rounded_value_as_if_it_were_exact(step_page: StepPage) -> None:
    step_page.page.route(API, lambda route: route.abort())
    step_page.open("?size=12&kernel=box-3&step=14")
    expect(step_page.alert).to_be_visible()
    shown = step_page.read(step_page.output)
    ninths = shown.numbers * 9
    for (row, column), value in {(r, c): ninths[r, c] for r, c in shown.where("done")}.items():
        is_exact = not shown.texts[row][column].startswith("≈")
        assert is_exact == (abs(value - round(value)) < 1e-9), shown.texts[row][column]
