"""Take the README's picture of the Step page: the program shows itself.

Run by ``make picture``.  Needs a browser, as the browser tests do.
"""

import os
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.running import running

PICTURE = Path(__file__).parent.parent / "docs" / "images" / "step-page.png"
ADDRESS = "/?step=6&theme=light"


def main() -> None:
    """Write the picture."""
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    browser_path = os.environ.get("KERNELWALK_BROWSER") or None
    with running("--port", "0") as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(server.url.rstrip("/") + ADDRESS)
        page.get_by_role("button", name="Next step").wait_for()
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main()
