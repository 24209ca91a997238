"""Requests that a page can send from where it is read, with lines that send them from elsewhere."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from fastapi import Request

from app.api.links import address
from app.request_lines import JSON, Ask, lines_of

# No text holds a line break, which JSON escapes.
_SPREAD_LIST = re.compile(r"\[\n\s*([^\[\]{}]*?)\n\s*\]")
_LINE_BREAK = re.compile(r"\n\s*")


@dataclass(frozen=True, slots=True)
class Example:
    """One request.

    Attributes:
        title: What it shows.
        href: Its address on this host.
        ask: The request.
        body: What is sent, as text; empty with GET.
    """

    title: str
    href: str
    ask: Ask
    body: str = ""

    @property
    def lines(self) -> dict[str, str]:
        """What asks the same elsewhere, by tool."""
        return lines_of(self.ask)


def example_of(request: Request, title: str, path: str, query: str = "", media_type: str = JSON) -> Example:
    """A GET of this server, which answers in this form."""
    href = address(request, path, query)
    return Example(title, href, Ask("GET", _host(request) + href, media_type))


def example_with_body(
    request: Request, title: str, path: str, query: str, body: Mapping[str, Any]
) -> Example:
    """A POST of this server."""
    href = address(request, path, query)
    return Example(title, href, Ask("POST", _host(request) + href, JSON, body), pretty(body))


def pretty(document: Mapping[str, Any]) -> str:
    """JSON to read: a list of numbers on one line."""
    text = orjson.dumps(document, option=orjson.OPT_INDENT_2).decode()
    return _SPREAD_LIST.sub(lambda match: f"[{_LINE_BREAK.sub(' ', match[1])}]", text)


def _host(request: Request) -> str:
    return f"{request.url.scheme}://{request.url.netloc}"
