"""Errors as the caller sees them: one RFC 9457 problem document for every refusal.

A problem never repeats what the caller sent, and never a library's own text.
"""

from dataclasses import dataclass, field
from typing import Any

import orjson
from starlette.responses import Response
from starlette.types import Scope

from app.problem_types import PROBLEM_TYPES, ProblemType

MEDIA_TYPE = "application/problem+json"
MAX_ERRORS = 10


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing that is wrong: where, as a JSON pointer into body or address, and what, as a sentence."""

    pointer: str
    detail: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One refusal.

    Attributes:
        name: Of its type in ``PROBLEM_TYPES``, which has its status and title.
        detail: A sentence that a beginner can act on.
        errors: What is wrong, each with its place; at most ``MAX_ERRORS`` are sent.
    """

    name: str
    detail: str
    errors: tuple[Detail, ...] = field(default=())

    @property
    def type(self) -> ProblemType:
        """What all problems of this kind have in common."""
        return PROBLEM_TYPES[self.name]

    @property
    def status(self) -> int:
        """HTTP status code."""
        return self.type.status

    def as_dict(self, prefix: str = "") -> dict[str, Any]:
        """The members of the problem document, where a proxy serves us under this prefix."""
        document: dict[str, Any] = {
            "type": f"{prefix}/problems/{self.name}",
            "title": self.type.title,
            "status": self.status,
            "detail": self.detail,
        }
        if self.errors:
            document["errors"] = [
                {"pointer": error.pointer, "detail": error.detail} for error in self.errors[:MAX_ERRORS]
            ]
        return document

    def response(self, prefix: str, headers: dict[str, str] | None = None) -> Response:
        """The problem as an HTTP response, never stored by a cache; ``prefix_of`` has the prefix."""
        return Response(
            orjson.dumps(self.as_dict(prefix)),
            self.status,
            {"Cache-Control": "no-store", **(headers or {})},
            media_type=MEDIA_TYPE,
        )


def prefix_of(scope: Scope) -> str:
    """The prefix under which a proxy serves the whole site, also from inside of a mounted application."""
    prefix: str = scope.get("app_root_path", scope.get("root_path", ""))
    return prefix


class ProblemError(Exception):
    """Raised where a problem is known and the response is not at hand."""

    def __init__(self, problem: Problem, headers: dict[str, str] | None = None) -> None:
        super().__init__(problem.detail)
        self.problem = problem
        self.headers = headers
