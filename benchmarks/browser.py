"""A step on screen: what it costs the main thread, beside the simplest page that redraws everything."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from tests.running import running

SIZES = (6, 16, 32, 64)
STEPS = 40
REDRAW = Path(__file__).parent / "redraw.html"

# A key, and then the frame that shows what it did; to and fro, as the smallest grid has few steps.
STEP_ON = """async count => {
    const frame = () => new Promise(requestAnimationFrame);
    for (let step = 0; step < count; step += 1) {
        const key = step % 20 < 10 ? "ArrowRight" : "ArrowLeft";
        document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
        await frame();
        await frame();
    }
}"""


def measure_steps() -> Iterator[tuple[str, float, float]]:
    """Title, and milliseconds of main thread for a step of ours and of the simplest page."""
    with running("--port", "0") as server, _browser_page() as page:
        page.route("**/redraw?*", lambda route: route.fulfill(path=REDRAW, content_type="text/html"))
        for size in SIZES:
            query = f"input=digit&size={size}&step=1"
            page.goto(f"{server.url}?{query}")
            expect(page.get_by_role("main")).to_have_attribute("aria-busy", "false", timeout=30_000)
            ours = _milliseconds(page)
            page.goto(f"{server.url}redraw?{query}")
            page.locator("body[data-ready]").wait_for()
            yield f"{size}×{size}", ours, _milliseconds(page)


@contextmanager
def _browser_page() -> Iterator[Page]:
    path = os.environ.get("KERNELWALK_BROWSER") or None
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        context = browser.new_context(
            viewport={"width": 1440, "height": 900}, reduced_motion="reduce", bypass_csp=True
        )
        yield context.new_page()
        browser.close()


def _milliseconds(page: Page) -> float:
    """The main thread's work for one step: script, style, layout and paint."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    page.evaluate(STEP_ON, 20)
    before = _busy_seconds(session.send("Performance.getMetrics"))
    page.evaluate(STEP_ON, STEPS)
    after = _busy_seconds(session.send("Performance.getMetrics"))
    return (after - before) * 1_000 / STEPS


def _busy_seconds(answer: dict[str, list[dict[str, float | str]]]) -> float:
    return next(float(each["value"]) for each in answer["metrics"] if each["name"] == "TaskDuration")
