"""Which browser the browser tests get."""

from pathlib import Path

import pytest

from scripts import find_browser


def program(path: Path, exit_code: int) -> str:
    """A program that does nothing but end."""
    path.write_text(f"#!/bin/sh\nexit {exit_code}\n")
    path.chmod(0o755)
    return str(path)


def test_the_named_browser_comes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    browser = program(tmp_path / "my-browser", 0)
    monkeypatch.setenv("KERNELWALK_BROWSER", browser)
    assert find_browser.main() == 0
    assert capsys.readouterr().out == f"{browser}\n"


def test_a_browser_that_does_not_start_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path / "chromium", 1)
    second = program(tmp_path / "google-chrome", 0)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_browser.on_path() == second


def test_a_command_that_hangs_is_ended() -> None:
    assert not find_browser.succeeds("sleep", "60", seconds=0)


def test_without_any_browser_one_sentence_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(find_browser, "WAYS", (lambda: None,))
    assert find_browser.main() == 1
    streams = capsys.readouterr()
    assert streams.out == ""
    assert streams.err == f"{find_browser.NONE_FOUND}\n"
