"""Where a computation runs, and what a busy server answers."""

import os
import threading
from collections.abc import Callable

import anyio
import pytest

from app.api import work
from app.api.work import HEAVY_QUEUE, INLINE_TERMS, run, run_heavy
from app.problems import ProblemError
from tests.api.client import CONV2D, NDJSON, STEPS, Api, problem

LONG_TERMS = INLINE_TERMS + 1
LONG = {"input": "random", "size": "30", "kernel": "box-5"}
THREADS = os.cpu_count() or 1


@pytest.fixture
def busy(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server without a free thread, and without patience."""
    monkeypatch.setattr(work, "_limiter", anyio.CapacityLimiter(0))
    monkeypatch.setattr(run, "__kwdefaults__", {"patience": 0.01})


@pytest.mark.parametrize(
    ("terms", "is_inline"), [(1, True), (INLINE_TERMS, True), (LONG_TERMS, False)], ids=["one", "few", "many"]
)
def test_a_long_computation_does_not_run_on_the_event_loop(terms: int, is_inline: bool) -> None:
    async def where() -> int:
        return await run(terms, threading.get_ident)

    assert (anyio.run(where) == threading.get_ident()) is is_inline


def test_a_computation_that_fails_gives_its_thread_back() -> None:
    async def fail_often() -> int:
        for _ in range(2 * THREADS):
            with pytest.raises(ZeroDivisionError):
                await run(LONG_TERMS, lambda: 1 // 0)
        return await run(LONG_TERMS, lambda: 7)

    assert anyio.run(fail_often) == 7


def test_as_many_long_computations_run_as_there_are_processors_and_the_next_one_is_told_to_come_back() -> (
    None
):
    started = threading.Semaphore(0)
    gate = threading.Event()

    def wait() -> bool:
        started.release()
        return gate.wait()

    async def crowd() -> None:
        async with anyio.create_task_group() as tasks:
            for _ in range(THREADS):
                tasks.start_soon(run, LONG_TERMS, wait)
            for _ in range(THREADS):
                await anyio.to_thread.run_sync(started.acquire)
            with pytest.raises(
                ProblemError, match=r"^The server is computing for others\. Try again"
            ) as busy:
                await run(LONG_TERMS, wait, patience=0.01)
            assert busy.value.problem.status == 503
            assert await run(INLINE_TERMS, lambda: "at once") == "at once"
            gate.set()
        assert await run(LONG_TERMS, lambda: "again") == "again"

    anyio.run(crowd)


@pytest.mark.usefixtures("busy")
@pytest.mark.parametrize("path", [CONV2D, STEPS])
def test_a_busy_server_says_when_to_come_back_before_anything_else_is_sent(api: Api, path: str) -> None:
    response = api.get(path, LONG, headers=NDJSON)
    assert problem(response, 503)["title"] == "Busy"
    assert response.headers["retry-after"] == "2"


@pytest.mark.usefixtures("busy")
def test_a_busy_server_still_answers_what_is_quickly_done(api: Api) -> None:
    assert api.get(CONV2D).status_code == 200
    assert api.get("/healthz").status_code == 200


async def take_turns(count: int, compute: Callable[[Callable[[], None]], object]) -> list[int]:
    """How each of so many equal pieces of heavy work ended: 200 or the status of its problem."""
    statuses: list[int] = []

    async def take_turn() -> None:
        try:
            await run_heavy(compute, hint="Ask for less.")
        except ProblemError as error:
            statuses.append(error.problem.status)
        else:
            statuses.append(200)

    async with anyio.create_task_group() as tasks:
        for _ in range(count):
            tasks.start_soon(take_turn)
    return statuses


def test_of_heavy_work_there_is_one_at_a_time_and_the_event_loop_goes_on() -> None:
    running, most, here = 0, 0, threading.get_ident()

    def compute(look: Callable[[], None]) -> None:
        nonlocal running, most
        running += 1
        most = max(most, running)
        look()
        assert threading.get_ident() != here
        running -= 1

    assert anyio.run(take_turns, 5, compute) == [200] * 5
    assert most == 1


def test_heavy_work_that_takes_too_long_ends_itself_and_says_what_to_ask_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(work, "HEAVY_SECONDS", 0.05)
    parts = 0

    def endless(look: Callable[[], None]) -> None:
        nonlocal parts
        while True:
            look()
            parts += 1

    async def wait() -> None:
        with pytest.raises(
            ProblemError, match=r"^This took longer than the 0\.05 seconds .* Ask for less\.$"
        ) as error:
            await run_heavy(endless, hint="Ask for less.")
        assert error.value.problem.status == 504
        assert await run_heavy(lambda _: "the next", hint="") == "the next"

    anyio.run(wait)
    assert parts > 0


def test_when_the_queue_for_heavy_work_is_full_the_next_one_is_told_to_come_back_at_once() -> None:
    gate = threading.Event()

    async def crowd() -> list[int]:
        async with anyio.create_task_group() as tasks:
            statuses: list[int] = []

            async def first() -> None:
                statuses.extend(await take_turns(1 + HEAVY_QUEUE, lambda _: gate.wait()))

            tasks.start_soon(first)
            await anyio.wait_all_tasks_blocked()
            with pytest.raises(ProblemError) as busy:
                await run_heavy(lambda _: None, hint="")
            assert busy.value.headers == {"Retry-After": "2"}
            gate.set()
        return [busy.value.problem.status, *statuses]

    assert anyio.run(crowd) == [503, *[200] * (1 + HEAVY_QUEUE)]


def test_who_waits_too_long_for_heavy_work_is_told_to_come_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "HEAVY_WAIT_SECONDS", 0.05)
    gate = threading.Event()

    async def crowd() -> None:
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(take_turns, 1, lambda _: gate.wait())
            await anyio.wait_all_tasks_blocked()
            assert await take_turns(1, lambda _: None) == [503]
            gate.set()

    anyio.run(crowd)
