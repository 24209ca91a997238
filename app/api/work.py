"""Where a computation runs: short ones at once, long ones on a thread, few at a time.

A thread costs more than a small trace does, and a long trace on the event loop
would make everybody else wait for it.  Heavy work, such as a film, runs alone and has to
look at the clock: nobody can stop a thread from outside.
"""

import os
from collections.abc import Callable
from time import thread_time
from typing import TypeVar

import anyio
from anyio import CapacityLimiter, to_thread

from app.problems import Problem, ProblemError

Result = TypeVar("Result")

INLINE_TERMS = 10_000
"""Products that are computed, written out and encoded in a few milliseconds."""

WAIT_SECONDS = 2.0

HEAVY_SECONDS = 5.0
"""What heavy work may take of a processor: on a busy machine it is late, and not refused."""

HEAVY_WAIT_SECONDS = 5.0
"""How long it may wait for its turn."""

HEAVY_QUEUE = 8
"""How many may wait for it."""

_limiter = CapacityLimiter(os.cpu_count() or 1)
_heavy = CapacityLimiter(1)

_BUSY = Problem("busy", "The server is computing for others. Try again in 2 seconds.")


async def run(terms: int, compute: Callable[[], Result], *, patience: float = WAIT_SECONDS) -> Result:
    """The result of ``compute``, which handles this many products.

    Raises:
        ProblemError: 503, if no thread became free within ``patience`` seconds.
    """
    if terms <= INLINE_TERMS:
        return compute()
    return await _run_on_thread(_limiter, compute, patience)


async def run_heavy(compute: Callable[[Callable[[], None]], Result], *, hint: str) -> Result:
    """The result of work that takes seconds, of which there is one at a time.

    Args:
        compute: Is given a function to call between its parts, which raises when its time is up.
        hint: What to ask for instead, when it takes too long; a sentence.

    Raises:
        ProblemError: 503, if too many wait or it did not get its turn; 504, if its time was up.
    """
    if _heavy.statistics().tasks_waiting >= HEAVY_QUEUE:
        raise _busy()
    try:
        return await _run_on_thread(_heavy, lambda: compute(_stopwatch(HEAVY_SECONDS)), HEAVY_WAIT_SECONDS)
    except _OutOfTimeError:
        detail = f"This took longer than the {HEAVY_SECONDS:g} seconds that it may take. {hint}"
        raise ProblemError(Problem("timed-out", detail)) from None


class _OutOfTimeError(Exception):
    """Raised inside of heavy work, to end it."""


def _stopwatch(seconds: float) -> Callable[[], None]:
    """A function that raises once its thread has worked for so long."""
    end = thread_time() + seconds

    def look() -> None:
        if thread_time() > end:
            raise _OutOfTimeError

    return look


async def _run_on_thread(limiter: CapacityLimiter, compute: Callable[[], Result], patience: float) -> Result:
    with anyio.move_on_after(patience) as waiting:
        await limiter.acquire()
    if waiting.cancelled_caught:
        raise _busy()
    try:
        return await to_thread.run_sync(compute)
    finally:
        limiter.release()


def _busy() -> ProblemError:
    return ProblemError(_BUSY, {"Retry-After": "2"})
