"""The real command in a process of its own, as a person starts it."""

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).parents[1]
FROM_CHECKOUT = (sys.executable, "-m", "app")
# Far above any start, far below anybody's patience.
LONGEST_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Ended:
    """What is left of a command: its exit code and everything it wrote to stderr."""

    code: int
    stderr: str


@dataclass(frozen=True, slots=True)
class Running:
    """A command that answers.

    Attributes:
        url: The address that it printed.
        lines: Everything it printed until then, the line with the address last.
    """

    process: subprocess.Popen[str]
    url: str
    lines: tuple[str, ...]

    def interrupt(self) -> Ended:
        """Press Ctrl+C and wait for the end."""
        self.process.send_signal(signal.SIGINT)
        _, stderr = self.process.communicate(timeout=LONGEST_SECONDS)
        return Ended(self.process.returncode, stderr)


@contextmanager
def running(
    *arguments: str,
    command: Sequence[str] = FROM_CHECKOUT,
    folder: Path = CHECKOUT,
    environment: Mapping[str, str] | None = None,
) -> Iterator[Running]:
    """Start the command, wait until it has printed its address, and end it afterwards."""
    process = subprocess.Popen(
        [*command, *arguments],
        cwd=folder,
        env={**os.environ, **(environment or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    # Ends a start that hangs, and with it the reading of its output.
    watchdog = threading.Timer(LONGEST_SECONDS, process.kill)
    watchdog.start()
    with process:
        try:
            yield _answering(process)
        finally:
            watchdog.cancel()
            process.kill()


def _answering(process: subprocess.Popen[str]) -> Running:
    assert process.stdout is not None
    assert process.stderr is not None
    lines: list[str] = []
    for line in process.stdout:
        lines.append(line.rstrip())
        address = re.search(r"http://\S+", line)
        if address:
            return Running(process, address[0], tuple(lines))
    raise AssertionError(f"the command ended before it answered: {lines} {process.stderr.read()}")
