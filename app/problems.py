"""Errors as the caller sees them: one RFC 9457 problem document for every refusal.

A problem never repeats what the caller sent, and never a library's own text.
"""

from dataclasses import dataclass, field
from typing import Any

import orjson
from starlette.responses import Response

MEDIA_TYPE = "application/problem+json"
MAX_ERRORS = 10

TITLES = {
    400: "Bad request",
    404: "Not found",
    405: "Method not allowed",
    413: "Request too large",
    414: "Address too long",
    415: "Unsupported media type",
    422: "Not a convolution we can compute",
    431: "Headers too large",
    500: "Internal error",
    503: "Busy",
}


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing that is wrong: where, as a JSON pointer into body or address, and what, as a sentence."""

    pointer: str
    detail: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One refusal.

    Attributes:
        status: HTTP status code.
        slug: Last part of the ``type`` address, ``/problems/{slug}``.
        detail: A sentence that a beginner can act on.
        errors: What is wrong, each with its place; at most ``MAX_ERRORS`` are sent.
    """

    status: int
    slug: str
    detail: str
    errors: tuple[Detail, ...] = field(default=())

    def as_dict(self) -> dict[str, Any]:
        """The members of the problem document."""
        document: dict[str, Any] = {
            "type": f"/problems/{self.slug}",
            "title": TITLES[self.status],
            "status": self.status,
            "detail": self.detail,
        }
        if self.errors:
            document["errors"] = [
                {"pointer": error.pointer, "detail": error.detail} for error in self.errors[:MAX_ERRORS]
            ]
        return document

    def response(self, headers: dict[str, str] | None = None) -> Response:
        """The problem as an HTTP response, never stored by a cache."""
        return Response(
            orjson.dumps(self.as_dict()),
            self.status,
            {"Cache-Control": "no-store", **(headers or {})},
            media_type=MEDIA_TYPE,
        )


class ProblemError(Exception):
    """Raised where a problem is known and the response is not at hand."""

    def __init__(self, problem: Problem, headers: dict[str, str] | None = None) -> None:
        super().__init__(problem.detail)
        self.problem = problem
        self.headers = headers
