"""``make bench``: everything in one run, because only ratios within one run hold elsewhere."""

import asyncio
import gc
import platform
import sys
from importlib.metadata import version

from benchmarks.browser import measure_steps
from benchmarks.films import MeasuredFilm, measure_films
from benchmarks.pages import measure_pages
from benchmarks.traces import Measured, measure_traces

SECONDS = 4.0
LIBRARIES = ("fastapi", "starlette", "numpy", "orjson", "pydantic")

LEGEND = """
ours     this application with all its middleware
naive    loops, a dict a step, a function without a return type (benchmarks/naive.py)
typed    the same function with the return type dict[str, Any], which FastAPI writes faster
limit    orjson.dumps of the finished answer (compressed at gzip level 1 in the lines with gzip)
Medians of processor time in milliseconds, the calls taking turns; in 64×64, ours is the stream of steps.
"""

FILM_LEGEND = """
From the convolution to the bytes of a GIF, in milliseconds of processor time.
naive    each frame painted whole, and saved by Pillow with colours of its own (benchmarks/films.py)
"""

SCREEN_LEGEND = """
Milliseconds of the main thread for a key, what it changes, and the frame that shows it, without motion.
redraw   the simplest page that shows the same: every step writes all of it anew (benchmarks/redraw.html)
"""


def main() -> None:
    """Measure, and print the tables."""
    # What was imported stays, so no collection during a measurement needs to look at it.
    gc.collect()
    gc.freeze()
    versions = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    say(f"Python {platform.python_version()}, {versions}")
    asyncio.run(measure())
    say(f"\n{'step on screen':30}{'ours':>8}{'redraw':>8}{'redraw/ours':>12}")
    for title, ours, redraw in measure_steps():
        say(f"{title:30}{ours:8.2f}{redraw:8.2f}{redraw / ours:11.1f}×")
    say(SCREEN_LEGEND)


async def measure() -> None:
    """Traces first, then pages."""
    say(f"\n{'trace':30}{'ours':>8}{'naive':>8}{'typed':>8}{'limit':>8}", end="")
    say(f"{'naive/ours':>12}{'typed/ours':>12}{'ours/limit':>12}{'bytes':>12}")
    for measured in await measure_traces(SECONDS):
        say(trace_line(measured))
    say(LEGEND)
    say(f"{'page start':30}{'ours':>8}{'bytes':>12}")
    for title, milliseconds, size in await measure_pages(SECONDS):
        say(f"{title:30}{milliseconds:8.2f}{size:12,}")
    say(f"\n{'film':30}{'ours':>8}{'naive':>8}{'naive/ours':>12}{'bytes':>12}{'naive':>12}")
    for film in await measure_films(SECONDS):
        say(film_line(film))
    say(FILM_LEGEND)


def trace_line(measured: Measured) -> str:
    """Times, then ratios, then bytes."""
    times = measured.milliseconds
    ours, naive, typed, limit = (times[name] for name in ("ours", "naive", "typed", "limit"))
    ratios = "".join(f"{ratio:11.1f}×" for ratio in (naive / ours, typed / ours, ours / limit))
    columns = "".join(f"{each:8.2f}" for each in (ours, naive, typed, limit))
    return f"{measured.title:30}{columns}{ratios}{measured.bytes_sent:12,}"


def film_line(film: MeasuredFilm) -> str:
    """Times, their ratio, then bytes."""
    ours, naive = (film.milliseconds[name] for name in ("ours", "naive"))
    sizes = "".join(f"{film.bytes_written[name]:12,}" for name in ("ours", "naive"))
    return f"{film.title:30}{ours:8.0f}{naive:8.0f}{naive / ours:11.1f}×{sizes}"


def say(text: str, end: str = "\n") -> None:
    """Print at once: a measurement takes a while."""
    sys.stdout.write(text + end)
    sys.stdout.flush()


if __name__ == "__main__":
    main()
