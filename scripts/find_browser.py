"""Print the browser that the tests in ``tests/browser`` start; an empty line means Playwright's own.

Takes the first that really starts: the one named by ``KERNELWALK_BROWSER``, one on PATH, one that
Playwright downloaded before.  Without any, it installs one, and says so where that is impossible:
browser tests are never skipped silently.
"""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PLAYWRIGHTS_OWN = ""
DOWNLOAD_SECONDS = 240
APT_SECONDS = 900
# Text needs a font: a machine without one draws empty boxes.
PACKAGES = ("chromium", "fonts-dejavu-core")
NONE_FOUND = (
    "The browser tests need Chromium or Chrome, and none could be found or installed: "
    "install one (Debian: sudo apt install chromium), or name one in KERNELWALK_BROWSER."
)


def starts(browser: str) -> bool:
    """Whether the program runs: Ubuntu's can be a mere note, a download can lack libraries."""
    return succeeds(browser, "--version", seconds=30)


def succeeds(*command: str, seconds: int) -> bool:
    """Whether the command succeeds in time; its children end with it, and nobody hears it."""
    quiet = subprocess.DEVNULL
    try:
        process = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)
    except OSError:
        return False
    try:
        return process.wait(seconds) == 0
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return False


def named() -> str | None:
    """The browser that the environment names."""
    browser = os.environ.get("KERNELWALK_BROWSER", "")
    return browser if browser and starts(browser) else None


def on_path() -> str | None:
    """The first browser on PATH."""
    return next(filter(starts, filter(None, map(shutil.which, NAMES))), None)


def playwrights_own() -> str | None:
    """The browser that Playwright downloaded."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.executable_path
    return PLAYWRIGHTS_OWN if Path(browser).is_file() and starts(browser) else None


def downloaded() -> str | None:
    """Playwright's browser, downloaded now."""
    sys.stderr.write("No browser here: downloading Playwright's Chromium for the tests ...\n")
    install = (sys.executable, "-m", "playwright", "install", "chromium")
    return playwrights_own() if succeeds(*install, seconds=DOWNLOAD_SECONDS) else None


def from_debian() -> str | None:
    """The distribution's browser, installed now; only root can."""
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        return None
    sys.stderr.write("That failed: installing Debian's Chromium for the tests ...\n")
    succeeds("apt-get", "update", seconds=APT_SECONDS)
    install = ("apt-get", "install", "-y", "--no-install-recommends", *PACKAGES)
    succeeds("env", "DEBIAN_FRONTEND=noninteractive", *install, seconds=APT_SECONDS)
    return on_path()


WAYS: tuple[Callable[[], str | None], ...] = (named, on_path, playwrights_own, downloaded, from_debian)


def main() -> int:
    """Try one way after another; the exit code is 1 when all of them fail."""
    for way in WAYS:
        browser = way()
        if browser is not None:
            sys.stdout.write(f"{browser}\n")
            return 0
    sys.stderr.write(f"{NONE_FOUND}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
