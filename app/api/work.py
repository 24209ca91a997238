"""Where a computation runs: short ones at once, long ones on a thread, few at a time.

A thread costs more than a small trace does, and a long trace on the event loop
would make everybody else wait for it.
"""

import os
from collections.abc import Callable
from typing import TypeVar

import anyio
from anyio import CapacityLimiter, to_thread

from app.problems import Problem, ProblemError

Result = TypeVar("Result")

INLINE_TERMS = 10_000
"""Products that are computed, written out and encoded in a few milliseconds."""

WAIT_SECONDS = 2.0

_limiter = CapacityLimiter(os.cpu_count() or 1)


async def run(terms: int, compute: Callable[[], Result], *, patience: float = WAIT_SECONDS) -> Result:
    """The result of ``compute``, which handles this many products.

    Raises:
        ProblemError: 503, if no thread became free within ``patience`` seconds.
    """
    if terms <= INLINE_TERMS:
        return compute()
    with anyio.move_on_after(patience) as waiting:
        await _limiter.acquire()
    if waiting.cancelled_caught:
        busy = Problem("busy", "The server is computing for others. Try again in 2 seconds.")
        raise ProblemError(busy, {"Retry-After": "2"})
    try:
        return await to_thread.run_sync(compute)
    finally:
        _limiter.release()
