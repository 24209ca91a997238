"""How long calls take, measured so that the ratios hold on any machine."""

from collections.abc import Awaitable, Callable, Mapping
from statistics import median
from time import perf_counter, process_time

Call = Callable[[], Awaitable[object]]

FEWEST_ROUNDS = 7
MOST_ROUNDS = 200


async def medians(calls: Mapping[str, Call], *, seconds: float) -> dict[str, float]:
    """The median milliseconds of each call, in processor time of all threads.

    The calls take turns, A B C A B C, so that a slow moment of the machine hits all alike; and
    processor time does not count the moments in which the machine works for somebody else.

    Args:
        calls: What to measure, by name.
        seconds: How long to go on, unless that makes too few or too many rounds.
    """
    durations: dict[str, list[float]] = {name: [] for name in calls}
    for call in calls.values():
        await call()
    end, rounds = perf_counter() + seconds, 0
    while rounds < FEWEST_ROUNDS or (rounds < MOST_ROUNDS and perf_counter() < end):
        rounds += 1
        for name, call in calls.items():
            start = process_time()
            await call()
            durations[name].append(process_time() - start)
    return {name: 1_000 * median(each) for name, each in durations.items()}
