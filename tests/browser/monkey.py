"""A visitor who does anything at all, drawn from a seed, so that what broke can be done again."""

from collections.abc import Callable
from random import Random

from playwright.sync_api import Error, Locator, Page

KEYS = [
    "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End", "Enter", "Escape",
    "Tab", "Shift+Tab", "Space", "Shift+ArrowRight", "Shift+ArrowLeft", "Backspace", "Delete", "Control+z",
    "Control+Shift+z", "Control+a", "F1", "F2", *"1234567890-+.,/?bprf",
]  # fmt: skip
TEXTS = [
    "3", "-7", "0.25", "1/9", "1e999", "abc", "", "--1", "9" * 400, "🙂", "1,2;3,4", "6x8", "2,1", "NaN",
    "1;2,3", "0", "64", "−5", "<b>", "%", "sobel-x", "::", ":", "1,0;0,1:0,1;1,0",
]  # fmt: skip
SCREENS = [(1440, 900), (1024, 768), (390, 844), (320, 640), (720, 450), (1920, 1080)]
CONTROLS = "button:visible, label:visible, summary:visible, td:visible, input[type=range]:visible"
MILLISECONDS = 300
"""An element may be covered or gone by the time it is reached: then the visitor has missed it."""


class Monkey:
    """One visitor.

    Attributes:
        done: What was done, in words, the newest last.
    """

    def __init__(self, page: Page, seed: int) -> None:
        self._page = page
        self._random = Random(seed)
        self.done: list[str] = []
        self._habits: list[tuple[int, Callable[[], str]]] = [
            (8, self._press), (6, self._click_control), (4, self._click_anywhere), (3, self._drag),
            (3, self._type), (4, self._choose), (1, self._resize), (1, self._go_back_or_forward),
        ]  # fmt: skip

    def act(self) -> None:
        """Do one thing."""
        weights = [weight for weight, _ in self._habits]
        habit = self._random.choices([each for _, each in self._habits], weights)[0]
        try:
            self.done.append(habit())
        except Error as error:
            self.done.append(f"{habit.__name__} missed: {error.message.splitlines()[0]}")

    def _press(self) -> str:
        key, times = self._random.choice(KEYS), self._random.choice([1, 1, 1, 5])
        for _ in range(times):
            self._page.keyboard.press(key)
        return f"press {key} × {times}"

    def _pick(self, selector: str) -> Locator:
        found = self._page.locator(selector)
        return found.nth(self._random.randrange(max(found.count(), 1)))

    def _click_control(self) -> str:
        control = self._pick(CONTROLS)
        control.click(timeout=MILLISECONDS)
        return f"click {control.evaluate('each => each.outerHTML.slice(0, 120)', timeout=MILLISECONDS)}"

    def _somewhere(self) -> tuple[float, float]:
        size = self._page.viewport_size or {"width": 800, "height": 600}
        return self._random.uniform(0, size["width"]), self._random.uniform(0, size["height"])

    def _click_anywhere(self) -> str:
        place = self._somewhere()
        self._page.mouse.click(*place)
        return f"click at {place}"

    def _drag(self) -> str:
        start, end = self._somewhere(), self._somewhere()
        self._page.mouse.move(*start)
        self._page.mouse.down()
        self._page.mouse.move(*end, steps=5)
        self._page.mouse.up()
        return f"drag from {start} to {end}"

    def _type(self) -> str:
        field, text = self._pick("input[type=text]:visible, textarea:visible"), self._random.choice(TEXTS)
        field.fill(text, timeout=MILLISECONDS)
        self._page.keyboard.press("Enter")
        return f"type {text[:20]}"

    def _choose(self) -> str:
        select = self._pick("select:visible")
        count = select.locator("option").count()
        index = self._random.randrange(max(count, 1))
        select.select_option(index=index, timeout=MILLISECONDS)
        return f"choose {select.get_attribute('name')} {index}"

    def _resize(self) -> str:
        width, height = self._random.choice(SCREENS)
        self._page.set_viewport_size({"width": width, "height": height})
        return f"resize to {width}×{height}"

    def _go_back_or_forward(self) -> str:
        if self._random.random() < 0.6:
            self._page.go_back(wait_until="commit")
            return "back"
        self._page.go_forward(wait_until="commit")
        return "forward"
