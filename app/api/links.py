"""Addresses of a request: the same query string everywhere.

A body holds more numbers than an address can.  Where an address would be refused as
too long, the link is left out, and the caller has to ask with the body again.
"""

from collections.abc import Mapping

from fastapi import Request

from app.api.models import StepsPage
from app.api.operations import CONV2D, Operation
from app.settings import LIMITS

PREFIX = "/api/v1"

_HEADER_BYTES = 2_048
"""Of a ``Link`` header.  Proxies keep 4 KiB for all headers of an answer, Node.js takes 16 KiB."""


def address(request: Request, path: str, *queries: str) -> str:
    """A path of this server with its query string, under whatever prefix a proxy serves it."""
    query = "&".join(filter(None, queries))
    root: str = request.scope.get("root_path", "")
    return f"{root}{path}?{query}" if query else f"{root}{path}"


def trace_links(request: Request, operation: Operation, query: str) -> dict[str, str]:
    """Where else the same computation can be had."""
    path = f"{PREFIX}/{operation.name}"
    links = {
        "self": address(request, path, query),
        "steps": address(request, f"{path}/steps", query),
        "first_step": address(request, f"{path}/steps/1", query),
        "page": address(request, "/", _operation(operation), query),
    }
    return _short_enough(links)


def page_links(
    request: Request, operation: Operation, query: str, steps: StepsPage, count: int
) -> dict[str, str]:
    """The page of steps itself, and the ones next to it that exist."""
    offset, limit = steps.offset, steps.limit

    def page(start: int) -> str:
        path = f"{PREFIX}/{operation.name}/steps"
        return address(request, path, query, f"offset={start}", f"limit={limit}")

    links = {"self": page(offset), "first": page(0), "last": page(max(count - 1, 0) // limit * limit)}
    if offset > 0:
        links["prev"] = page(max(min(offset, count) - limit, 0))
    if offset + limit < count:
        links["next"] = page(offset + limit)
    return _short_enough(links)


def step_links(request: Request, operation: Operation, query: str, number: int, count: int) -> dict[str, str]:
    """The step itself, its neighbours, its trace and its place on the page."""
    path = f"{PREFIX}/{operation.name}"

    def step(other: int) -> str:
        return address(request, f"{path}/steps/{other}", query)

    links = {
        "self": step(number),
        "trace": address(request, path, query),
        "page": address(request, "/", _operation(operation), query, f"step={number}"),
    }
    if number > 1:
        links["prev"] = step(number - 1)
    if number < count:
        links["next"] = step(number + 1)
    return _short_enough(links)


def _operation(operation: Operation) -> str:
    """What the page has to be told besides the parameters; it shows a convolution unless told otherwise."""
    return "" if operation is CONV2D else f"operation={operation.name}"


def _short_enough(links: Mapping[str, str]) -> dict[str, str]:
    """The links that can be followed."""
    return {relation: target for relation, target in links.items() if len(target) <= LIMITS.target_bytes}


def link_header(links: Mapping[str, str]) -> dict[str, str]:
    """Links as RFC 8288 writes them, ``<address>; rel="next"``; no header where it would be too long."""
    header = ", ".join(f'<{target}>; rel="{relation}"' for relation, target in links.items())
    return {"Link": header} if 0 < len(header) <= _HEADER_BYTES else {}
