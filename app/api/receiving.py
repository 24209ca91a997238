"""How a request is read: strictly, so that nothing is answered that was not asked.

Python's JSON reader takes the last of two members with one name, and UTF-16 or a byte
order mark where JSON (RFC 8259) has UTF-8.  FastAPI takes the last of two parameters
with one name, and passes over parameters that a route has not.
"""

import json
from collections import Counter
from collections.abc import Callable, Coroutine
from typing import Annotated, Any, TypeVar

from fastapi import Query, Request, Response
from fastapi.routing import APIRoute
from pydantic import BaseModel

from app.api.fields import RULES
from app.problems import Detail, Problem, ProblemError

Parameters = TypeVar("Parameters", bound=BaseModel)

# Each unknown member would become an error of its own, and a body has room for 80,000.
_MOST_MEMBERS = 100

_BESIDE_A_BODY = {"offset", "limit", "picture"}
"""What is asked of a computation stays in the address; what is computed goes into the body."""

_EXAMPLE = '{"input": [[1, 2], [3, 4]], "kernel": [[1, 0], [0, 1]]}'
_NOT_JSON = (
    "The body is not JSON: it cannot be read from line {line}, character {column} on. This is: {example}"
)
_NOT_UTF_8 = "The body could not be read. Send JSON, encoded as UTF-8, without a byte order mark in front."
_TOO_DEEP = "The body has too many brackets inside of each other. Rows of numbers have two: [[1, 2], [3, 4]]"
_TOO_MANY_DIGITS = "The body has a number with thousands of digits, which is far beyond every limit."
_TOO_MANY_MEMBERS = f"The body has more than {_MOST_MEMBERS} names. /openapi.json lists those that are known."
_NOT_CALLED_JSON = (
    "The body must be JSON: add the header Content-Type: application/json. With curl, use --json."
)


class StrictRequest(Request):
    """A request whose body is JSON without a doubt."""

    async def json(self) -> Any:  # noqa: ANN401  # as the method that it overrides
        """The body, read once.

        Raises:
            ProblemError: If it is no JSON, or could be read in two ways.
        """
        if not hasattr(self, "_json"):
            self._json = read_json(await self.body())
        return self._json


class JsonRoute(APIRoute):
    """A route with a JSON body."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Read the body before FastAPI does, which would turn every failure into one and the same error."""
        handle = super().get_route_handler()

        async def read_and_handle(request: Request) -> Response:
            _require_json(request)
            strict = StrictRequest(request.scope, request.receive)
            if await strict.body():
                await strict.json()
            return await handle(strict)

        return read_and_handle


def read_json(body: bytes) -> Any:  # noqa: ANN401  # whatever JSON can hold
    """The value of a JSON text, with what is said twice refused.

    Raises:
        ProblemError: If it is no JSON, or could be read in two ways.
    """
    try:
        value = json.loads(body.decode(), object_pairs_hook=_members)
    except UnicodeDecodeError:
        raise _unreadable(_NOT_UTF_8) from None
    except json.JSONDecodeError as error:
        raise _unreadable(_words(error)) from None
    except RecursionError:
        raise _unreadable(_TOO_DEEP) from None
    except ValueError:  # From int(), which Python bounds.
        raise _unreadable(_TOO_MANY_DIGITS) from None
    if isinstance(value, dict) and len(value) > _MOST_MEMBERS:
        raise ProblemError(Problem("invalid-parameter", _TOO_MANY_MEMBERS, (Detail("#", _TOO_MANY_MEMBERS),)))
    return value


def with_query(
    model: type[Parameters], answer: Callable[[Request, Parameters], Coroutine[Any, Any, Response]]
) -> Callable[[Request, Parameters], Coroutine[Any, Any, Response]]:
    """An endpoint of one operation out of an answer that several share: it reads this model."""

    async def endpoint(request: Request, query: Parameters) -> Response:
        return await answer(request, query)

    # Where FastAPI looks for them.
    endpoint.__annotations__["query"] = Annotated[model, Query()]
    return endpoint


def _members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) < len(pairs):
        raise _said_twice([name for name, _ in pairs])
    return members


def _words(error: json.JSONDecodeError) -> str:
    if error.doc.startswith(("\ufeff", "\0")) or error.doc[1:2] == "\0":
        return _NOT_UTF_8
    return _NOT_JSON.format(line=error.lineno, column=error.colno, example=_EXAMPLE)


def _unreadable(detail: str) -> ProblemError:
    return ProblemError(Problem("bad-request", detail))


def _said_twice(names: list[str]) -> ProblemError:
    """Which of the names, where it is one of ours: a problem never repeats what a caller sent."""
    name = next((name for name, count in Counter(names).items() if count > 1 and name in RULES), "")
    subject = name or "A parameter"
    detail = f"{subject} is there more than once. Keep one of them."
    return ProblemError(
        Problem("repeated-parameter", detail, (Detail(f"#/{name}" if name else "#", detail),))
    )


def _require_json(request: Request) -> None:
    """Refuse a body that does not call itself JSON, instead of misreading it."""
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type != "application/json":
        raise ProblemError(Problem("unsupported-media-type", _NOT_CALLED_JSON))


def require_clear_query(request: Request) -> None:
    """Refuse an address that says something twice, and one that a body should have said.

    Raises:
        ProblemError: Naming the parameter.
    """
    names = [name for name, _ in request.query_params.multi_items()]
    if len(set(names)) < len(names):
        raise _said_twice(names)
    if request.method == "POST" and not set(names) <= _BESIDE_A_BODY:
        detail = (
            "With POST, a convolution goes into the body, as JSON. Take its parameters out of the address."
        )
        raise ProblemError(Problem("invalid-parameter", detail, (Detail("#", detail),)))
