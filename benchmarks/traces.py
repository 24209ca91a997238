"""A convolution with every step: our application, the naive one twice, and the limit.

The limit is what nobody can beat: the finished answer is there, and only has to be written as
JSON (and compressed as quickly as gzip can, where the others compress).
"""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import orjson
from starlette.types import ASGIApp

from app.core.randomness import random_whole_numbers
from app.main import create_app
from app.settings import LIMITS
from benchmarks.asgi import GZIP, JSON, NDJSON, Exchange
from benchmarks.naive import create_naive_app
from benchmarks.timing import medians

SIDES = (6, 28, 64)
KERNEL = [[1, 0, -1], [2, 0, -2], [1, 0, -1]]
FASTEST_GZIP_LEVEL = 1


@dataclass(frozen=True, slots=True)
class Measured:
    """One line of the table.

    Attributes:
        title: What was asked for.
        milliseconds: By name: ours, naive, typed, limit.
        bytes_sent: Length of our answer.
    """

    title: str
    milliseconds: dict[str, float]
    bytes_sent: int


@dataclass(frozen=True, slots=True)
class Rivals:
    """The same question to each application."""

    ours: Exchange
    naive: Exchange
    typed: Exchange


async def measure_traces(seconds: float) -> list[Measured]:
    """All sizes, as they are and compressed; ``seconds`` each."""
    return [
        await _measure(side, rivals, title, is_compressed=is_compressed, seconds=seconds)
        for is_compressed in (False, True)
        for side, rivals, title in _questions(is_compressed=is_compressed)
    ]


def _questions(*, is_compressed: bool) -> Iterator[tuple[int, Rivals, str]]:
    ours, naive = create_app(), create_naive_app(compresses=is_compressed)
    for side in SIDES:
        steps = (side - len(KERNEL) + 1) ** 2
        title = f"{side}×{side}, {steps:,} steps" + (", gzip" if is_compressed else "")
        yield side, _rivals(side, steps, ours, naive, is_compressed=is_compressed), title


def _rivals(side: int, steps: int, ours: ASGIApp, naive: ASGIApp, *, is_compressed: bool) -> Rivals:
    image = random_whole_numbers(1, (side, side), lowest=0, highest=9).tolist()
    body = orjson.dumps({"input": image, "kernel": KERNEL})
    headers = JSON + (GZIP if is_compressed else ())
    is_stream = steps > LIMITS.steps_in_trace
    return Rivals(
        Exchange(ours, "POST", "/api/v1/conv2d/steps", headers + NDJSON, body)
        if is_stream
        else Exchange(ours, "POST", "/api/v1/conv2d", headers, body),
        Exchange(naive, "POST", "/conv2d", headers, body),
        Exchange(naive, "POST", "/typed/conv2d", headers, body),
    )


async def _measure(side: int, rivals: Rivals, title: str, *, is_compressed: bool, seconds: float) -> Measured:
    answer = await rivals.ours.answer()
    finished = read(answer)
    for rival in (rivals.naive, rivals.typed):
        if steps_of(read(await rival.answer())) != steps_of(finished):
            raise RuntimeError(f"the answers to {side}×{side} differ, so their times cannot be compared")

    async def write() -> bytes:
        content = orjson.dumps(finished)
        return gzip.compress(content, FASTEST_GZIP_LEVEL) if is_compressed else content

    calls = {
        "ours": rivals.ours.answer,
        "naive": rivals.naive.answer,
        "typed": rivals.typed.answer,
        "limit": write,
    }
    return Measured(title, await medians(calls, seconds=seconds), len(answer))


def read(answer: bytes) -> Any:  # noqa: ANN401  # whatever JSON can hold
    """A JSON document, or a list of the documents of a stream; uncompressed first where it is needed."""
    content = gzip.decompress(answer) if answer.startswith(b"\x1f\x8b") else answer
    lines = content.splitlines()
    return orjson.loads(content) if len(lines) == 1 else [orjson.loads(line) for line in lines]


def steps_of(document: Any) -> list[dict[str, Any]]:  # noqa: ANN401  # as ``read`` gives it
    """The steps of a trace or of a stream."""
    steps: list[dict[str, Any]] = document if isinstance(document, list) else document["steps"]
    return steps
