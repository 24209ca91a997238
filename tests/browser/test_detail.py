"""Next, Previous and Play by steps, by phases, by single products, by single terms of the sum."""

import pytest
from playwright.sync_api import expect

from tests.browser.step_page import StepPage

DETAILS = {"Steps": "step", "Phases": "phases", "Products": "products", "Sums": "sums"}
PATCH = [5.0, 8.0, 9.0, 7.0, 2.0, 5.0, 1.0, 3.0, 1.0]
PREWITT = [1.0, 0.0, -1.0] * 3
"""What lies under the kernel at step 6 of the lesson's example, and the kernel."""

PLACED = (6, 0, 0, "", "")
"""Step, products multiplied, products added, sum and output cell when the kernel has just been placed."""

Shown = tuple[int, int, int, str, str]


def shown(page: StepPage) -> Shown:
    """Step, products multiplied, products added, the sum, and the text of the current output cell."""
    products = page.read(page.products)
    multiplied = sum(text != "" for row in products.texts for text in row)
    cell = page.output.locator("td.current").inner_text()
    number = int(page.counter.inner_text().split()[1])
    return number, multiplied, len(products.where("added")), page.value.inner_text(), cell


def stops_of(detail: str) -> list[Shown]:
    """What is to be seen at each stop of step 6, from its products as they are added by hand."""
    products = [a * b for a, b in zip(PATCH, PREWITT, strict=True)]
    sums = [f"{sum(products[: count + 1]):g}".replace("-", "−") for count in range(9)]
    multiplied, added = (6, 9, 0, "", ""), (6, 9, 9, "−2", "")
    single = [(6, count, 0, "", "") for count in range(1, 10)]
    terms = [(6, 9, count, sums[count - 1], "") for count in range(1, 10)]
    ways = {
        "step": [],
        "phases": [PLACED, multiplied, added],
        "products": [PLACED, *single, added],
        "sums": [PLACED, *single, *terms],
    }
    return [*ways[detail], (6, 9, 9, "−2", "−2")]


@pytest.mark.parametrize("motion", ["auto", "off"])
@pytest.mark.parametrize("detail", DETAILS.values())
def test_next_and_previous_pass_every_stop_with_its_numbers(
    timed_page: StepPage, detail: str, motion: str
) -> None:
    timed_page.open(f"?step=5&detail={detail}&motion={motion}")
    for stop in stops_of(detail):
        timed_page.press("PageDown")
        timed_page.pass_time(1)
        assert shown(timed_page) == stop
    timed_page.press("PageDown").press("PageUp")
    for stop in reversed(stops_of(detail)):
        assert shown(timed_page) == stop
        timed_page.press("PageUp")
    timed_page.expect_step(5)


@pytest.mark.browser_context_args(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
def test_the_detail_is_chosen_by_touch_and_stands_in_the_address(timed_page: StepPage) -> None:
    timed_page.open("?step=6&phase=place")
    for name, detail in reversed(DETAILS.items()):
        choice = timed_page.page.get_by_role("group", name="Detail").get_by_role("button", name=name)
        choice.tap()
        expect(choice).to_have_attribute("aria-pressed", "true")
        timed_page.pass_time(1)
        assert timed_page.query.get("detail", "step") == detail
    timed_page.button("Steps").tap()
    timed_page.button("Next step").tap()
    timed_page.expect_step(7)


def test_digits_choose_the_detail_and_the_buttons_say_what_they_lead_to(timed_page: StepPage) -> None:
    timed_page.open("?step=6")
    for digit, (name, leads_to) in enumerate(
        (("Steps", "step"), ("Phases", "phase"), ("Products", "product"), ("Sums", "product or term")),
        start=1,
    ):
        timed_page.press(str(digit))
        expect(timed_page.button(name)).to_have_attribute("aria-pressed", "true")
        expect(timed_page.button(f"Next {leads_to}")).to_be_visible()
        expect(timed_page.button(f"Previous {leads_to}")).to_be_visible()
    timed_page.expect_step(6)


def test_the_sentence_is_that_of_the_phase_and_moves_nothing(timed_page: StepPage) -> None:
    timed_page.open("?step=5&detail=phases")
    top = "() => document.querySelector('.calculation').getBoundingClientRect().top + scrollY"
    before = timed_page.page.evaluate(top)
    for words in (
        "The kernel covers rows 2 to 4, columns 2 to 4.",
        "Each of the nine values is multiplied by the weight that lies on it.",
        "The nine products add up to −2.",
        "The kernel covers rows 2 to 4, columns 2 to 4. Its nine products add up to −2, "
        "the output in row 2, column 2.",
    ):
        timed_page.button("Next phase").click()
        expect(timed_page.sentence).to_have_text(words)
        timed_page.pass_time(1)
        expect(timed_page.sentence).to_have_text(words)
        assert timed_page.page.evaluate(top) == before


def test_arrows_go_by_whole_steps_in_every_detail(timed_page: StepPage) -> None:
    timed_page.open("?step=5")
    for digit in "234":
        timed_page.press(digit).press("ArrowRight")
        timed_page.pass_time(1)
        assert shown(timed_page) == stops_of("step")[-1]
        timed_page.press("ArrowLeft").expect_step(5)


def test_quick_presses_of_next_drop_the_motion_and_lose_no_stop(timed_page: StepPage) -> None:
    timed_page.open("?step=5&detail=sums")
    timed_page.press("PageDown", times=13)
    timed_page.pass_time(1)
    assert shown(timed_page) == stops_of("sums")[12]


@pytest.mark.parametrize(("detail", "motion"), [("phases", "off"), ("products", "off"), ("sums", "auto")])
def test_playing_shows_every_stop_in_turn(timed_page: StepPage, detail: str, motion: str) -> None:
    timed_page.open(f"?step=5&detail={detail}&motion={motion}&speed=4")
    timed_page.press(" ")
    seen: list[Shown] = []
    while timed_page.counter.inner_text() in ("Step 5 of 16", "Step 6 of 16"):
        timed_page.pass_time(0.1)
        now = shown(timed_page)
        if now[0] == 6 and now not in seen:
            seen.append(now)
    stops = stops_of(detail)
    assert [each for each in seen if each in stops] == stops


def test_the_detail_holds_for_another_convolution_with_as_many_terms_as_that_has(
    timed_page: StepPage,
) -> None:
    timed_page.open("?step=6&detail=products&kernel=box-5&size=8&phase=place")
    expect(timed_page.page.get_by_role("main")).to_have_attribute("aria-busy", "false")
    timed_page.press("PageDown", times=25)
    timed_page.pass_time(1)
    assert shown(timed_page)[1:3] == (25, 0)


def test_single_products_go_on_in_the_next_channel(timed_page: StepPage) -> None:
    timed_page.open("?channels=2&kernel=sobel-x&step=6&detail=products&phase=place")
    grids = timed_page.page.get_by_role("table", name="Products")
    for count in range(1, 19):
        timed_page.press("PageDown")
        timed_page.pass_time(1)
        shown = [
            sum(text != "" for row in timed_page.read(grid).texts for text in row) for grid in grids.all()
        ]
        assert shown == [min(count, 9), max(count - 9, 0)]
    timed_page.press("PageDown")
    timed_page.pass_time(1)
    expect(timed_page.phase("Add")).to_have_attribute("aria-current", "step")


def test_a_loop_starts_anew_and_a_pause_after_each_row_stops_there(timed_page: StepPage) -> None:
    timed_page.open("?step=12&speed=4")
    timed_page.page.get_by_label("Pause after each row").check()
    timed_page.page.get_by_label("Loop").check()
    timed_page.button("Play").click()
    timed_page.pass_time(10)
    timed_page.expect_step(16)
    expect(timed_page.button("Play")).to_be_visible()
    timed_page.page.get_by_label("Pause after each row").uncheck()
    timed_page.button("Play").click()
    timed_page.pass_time(5.2)
    timed_page.expect_step(12)
    timed_page.pass_time(4)
    expect(timed_page.button("Pause")).to_be_visible()
    assert int(timed_page.counter.inner_text().split()[1]) < 12
    assert timed_page.query["loop"] == "1"
    assert "rowpause" not in timed_page.query
