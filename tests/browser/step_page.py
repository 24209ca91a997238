"""The Step page as a person sees it: what stands where, and what can be pressed."""

import json
import re
from dataclasses import dataclass
from typing import Any, Self
from urllib.parse import parse_qsl, urlsplit

import numpy as np
from numpy.typing import NDArray
from playwright.sync_api import Locator, Page, expect

from tests.browser.numbers import number

# As one text: thousands of cells come over in milliseconds, as objects they take seconds.
READ_CELLS = """table => JSON.stringify([...table.tBodies[0].rows].map(row =>
    [...row.querySelectorAll("td")].map(cell =>
        ({ text: cell.textContent, kinds: [...cell.classList], tag: cell.dataset.tag ?? "" }))))"""

PATIENCE_MILLISECONDS = 15_000
"""For what a press or a change leads to; far above what it takes, also on a busy machine."""


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of one table, row by row."""

    rows: list[list[dict[str, Any]]]

    @property
    def texts(self) -> list[list[str]]:
        """What stands in each cell."""
        return [[cell["text"] for cell in row] for row in self.rows]

    @property
    def numbers(self) -> NDArray[np.float64]:
        """The texts as numbers, shape of the table; an empty cell is NaN."""
        return np.array([[number(text) for text in row] for row in self.texts])

    @property
    def kinds(self) -> list[list[list[str]]]:
        """The class names of each cell."""
        return [[cell["kinds"] for cell in row] for row in self.rows]

    def where(self, kind: str) -> list[tuple[int, int]]:
        """Row and column of the cells of a kind, in raster order."""
        return [
            (row, column)
            for row, kinds in enumerate(self.kinds)
            for column, each in enumerate(kinds)
            if kind in each
        ]

    def tags(self) -> list[str]:
        """The small second texts, in raster order, without the cells that have none."""
        return [cell["tag"] for row in self.rows for cell in row if cell["tag"]]

    def without(self, kind: str) -> NDArray[np.float64]:
        """The numbers of the cells that are not of a kind; they must form a rectangle."""
        rows = [[number(cell["text"]) for cell in row if kind not in cell["kinds"]] for row in self.rows]
        return np.array([row for row in rows if row])


class StepPage:
    """The page ``/`` by roles and labels.

    Attributes:
        page: Playwright's page, for everything that has no name here.
    """

    def __init__(self, page: Page, *, is_timed: bool = False) -> None:
        self.page = page
        page.set_default_timeout(PATIENCE_MILLISECONDS)
        page.set_default_navigation_timeout(4 * PATIENCE_MILLISECONDS)
        self._is_timed = is_timed
        stage = page.get_by_role("region", name="Input, kernel and output")
        calculation = page.get_by_role("region", name="Calculation of the current output cell")
        # A table at first; a grid as soon as the script lets its cells be chosen.
        self.input, self.kernel, self.output = (
            stage.get_by_role("grid", name=re.compile(f"^{name}")).or_(
                stage.get_by_role("table", name=re.compile(f"^{name}"))
            )
            for name in ("Input", "Kernel", "Output")
        )
        self.patch = calculation.get_by_role("table", name="Patch")
        self.applied_kernel = calculation.get_by_role("table", name="Kernel")
        self.products = calculation.get_by_role("table", name="Products")
        self.value = calculation.locator(".result")
        self.expression = calculation.locator(".expression")
        self.sentence = page.locator(".words .sentence")
        self.spoken = page.locator(".words [role=status]")
        self.counter = page.locator(".counter")
        self.slider = page.get_by_role("slider", name="Step")
        self.speed = page.get_by_label("Speed")
        self.settings = page.get_by_role("complementary", name="Settings")
        self.alert = page.get_by_role("main").get_by_role("alert")
        self.notices = page.get_by_role("main").locator(".notices")

    def open(self, query: str = "") -> Self:
        """Visit an address; the script has run when this returns."""
        self.page.goto(f"/{query}")
        if self._is_timed:
            self._turn_clock("pauseAt", 3_600)
        return self

    def pass_time(self, seconds: float) -> None:
        """Let frames and timers run; only for a timed page."""
        self._turn_clock("runFor", seconds)

    def skip_time(self, seconds: float) -> None:
        """Let time pass in which no frame is drawn, as in the background; only for a timed page."""
        self._turn_clock("fastForward", seconds)

    def _turn_clock(self, how: str, seconds: float) -> None:
        # Playwright's own methods do the same, and repeat it on every later page of the context.
        turn = "([how, milliseconds]) => __pwClock.controller[how](milliseconds)"
        self.page.evaluate(turn, [how, round(seconds * 1000)])

    def press(self, key: str, times: int = 1) -> Self:
        """Press a key, wherever the focus is."""
        for _ in range(times):
            self.page.keyboard.press(key)
        return self

    def button(self, name: str) -> Locator:
        """A button by its name."""
        return self.page.get_by_role("button", name=name, exact=True)

    def phase(self, name: str) -> Locator:
        """The button of a phase: Place, Multiply, Add or Write."""
        return self.page.get_by_role("group", name="Phases of the step").get_by_role(
            "button", name=re.compile(f"^[1-4] {name}$")
        )

    def field(self, label: str) -> Locator:
        """A control of the settings that is on screen; some names belong to two, of which one is."""
        return self.settings.get_by_label(label, exact=True).filter(visible=True)

    def choose(self, label: str, value: str) -> Self:
        """Choose from a list of the settings, or fill in a field of them."""
        field = self.field(label)
        if field.evaluate("field => field.localName") == "select":
            field.select_option(value)
        else:
            field.fill(value)
        return self

    def output_cell(self, row: int, column: int) -> Locator:
        """A cell of the output, counted from 1."""
        return self.cell(self.output, row, column)

    def cell(self, table: Locator, row: int, column: int) -> Locator:
        """A cell of a table, counted from 1 and with the padding."""
        return table.locator("tbody tr").nth(row - 1).locator("td").nth(column - 1)

    @property
    def query(self) -> dict[str, str]:
        """The parameters that stand in the address bar."""
        return dict(parse_qsl(urlsplit(self.page.url).query))

    def wait_for_query(self, **parameters: str) -> Self:
        """Wait until the address bar has these parameters among others; then their answer is on screen."""
        self.page.wait_for_url(
            lambda _url: self.query.items() >= parameters.items(), timeout=PATIENCE_MILLISECONDS
        )
        return self

    def finish(self) -> Self:
        """Go to the last step and wait until it is written."""
        self.page.get_by_role("main").focus()
        self.press("End")
        expect(self.output.get_by_role("gridcell").last).not_to_be_empty()
        return self

    def read(self, table: Locator) -> Cells:
        """What stands in a table now."""
        return Cells(json.loads(table.evaluate(READ_CELLS)))

    def expect_step(self, number: int, count: int = 16) -> Self:
        """Wait for a step to be the current one."""
        expect(self.counter).to_have_text(f"Step {number} of {count}")
        return self
