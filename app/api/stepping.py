"""Sending a computation: whole, as a page of steps, as a stream of all steps, or one step.

The same for every operation; what differs is in ``Computation``.
"""

import math
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import orjson
from fastapi import Request, Response
from fastapi.responses import StreamingResponse

from app.api.links import page_links, step_links, trace_links
from app.api.models import StepsPage
from app.api.operations import Operation
from app.api.pack import Steps, pack_page, pack_step
from app.api.sending import Headers, as_json, cached
from app.api.work import run
from app.problems import Problem, ProblemError

NDJSON = "application/x-ndjson"
_TERMS_IN_CHUNK = 4_096


@dataclass(frozen=True, slots=True)
class Computation:
    """One computation that somebody asked for.

    Attributes:
        operation: Which kind.
        query: Its parameters as they stand in an address.
        trace: Its steps.
        terms_per_step: Products of one step, the same for all.
        pack: Writes the document of the whole, with these links in it.
    """

    operation: Operation
    query: str
    trace: Steps
    terms_per_step: int
    pack: Callable[[dict[str, str]], dict[str, Any]]

    @property
    def terms(self) -> int:
        """Products of all steps."""
        return self.terms_per_step * self.trace.step_count


async def send_trace(request: Request, computation: Computation) -> Response:
    """The whole."""
    headers = cached(request, computation.query)
    links = trace_links(request, computation.operation, computation.query)
    return await as_json(lambda: computation.pack(links), computation.terms, headers)


async def send_steps(request: Request, computation: Computation, page: StepsPage) -> Response:
    """A page of steps, or all of them as a stream, one a line."""
    streaming = NDJSON in request.headers.get("accept", "")
    headers = cached(request, computation.query, f"{page.offset} {page.limit} {streaming}")
    if streaming:
        return await _stream(computation, headers)
    trace = computation.trace
    links = page_links(request, computation.operation, computation.query, page, trace.step_count)
    terms = page.limit * computation.terms_per_step
    return await as_json(lambda: pack_page(trace, page, links), terms, headers, links)


async def send_step(request: Request, computation: Computation, number: int) -> Response:
    """One step, counted from 1.

    Raises:
        ProblemError: If there is no step of that number.
    """
    operation, query, trace = computation.operation, computation.query, computation.trace
    if number > trace.step_count:
        steps = f"1 to {trace.step_count:,}, the steps of this {operation.title}"
        raise ProblemError(Problem("not-found", f"number must be from {steps}, and it is {number:,}."))
    headers = cached(request, query)
    links = step_links(request, operation, query, number, trace.step_count)
    return await as_json(lambda: pack_step(trace, number, links), 1, headers, links)


async def _stream(computation: Computation, headers: Headers) -> Response:
    """Every step, one JSON document a line, computed a few rows ahead of what is sent."""
    trace, terms = computation.trace, computation.terms
    size = max(1, _TERMS_IN_CHUNK // computation.terms_per_step)

    def chunk(start: int) -> bytes:
        return b"".join(
            orjson.dumps(step, option=orjson.OPT_APPEND_NEWLINE) for step in trace.steps(start, start + size)
        )

    # Before the answer starts, a busy server can still say so; behind its first byte it can only cut it off.
    first = await run(terms, partial(chunk, 0))

    async def chunks() -> AsyncIterator[bytes]:
        yield first
        for start in range(size, trace.step_count, size):
            yield await run(terms, partial(chunk, start), patience=math.inf)

    return StreamingResponse(chunks(), media_type=NDJSON, headers=dict(headers))
