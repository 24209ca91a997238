"""What the framework and the core refuse, as problem documents; ``receiving`` refuses on arrival."""

from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.routing import Match

from app.api.fields import RULES
from app.api.grid_sentences import GRID_SIDES
from app.api.operations import CONV2D, Operation, operation_at
from app.api.sending import NotModified
from app.api.sentences import OF_THE_WHOLE, indices_of, sentence
from app.core.errors import ConvolutionError
from app.problems import Detail, Problem, ProblemError, prefix_of

_NOT_FOUND = Problem("not-found", "There is nothing at this address. /api/v1 lists what there is.")
_NOT_READ = Problem("bad-request", "The request could not be read. /openapi.json says what it may be.")


def install(app: FastAPI) -> None:
    """Register the handlers on an application."""
    app.add_exception_handler(HTTPException, _http_problem)
    app.add_exception_handler(RequestValidationError, _invalid_request)
    app.add_exception_handler(ConvolutionError, _impossible_convolution)
    app.add_exception_handler(ProblemError, _known_problem)
    app.add_exception_handler(NotModified, _not_modified)


def problem_of(error: ConvolutionError) -> Problem:
    """A convolution that does not exist: 422 with the core's own sentence."""
    return Problem("impossible-convolution", str(error), (_detail(error.parameter, str(error)),))


def problem_of_details(details: Sequence[Detail]) -> Problem:
    """Values that break their rules: 422 with the first sentence, and all of them as errors."""
    return Problem("invalid-parameter", details[0].detail, tuple(details))


async def _not_modified(_request: Request, error: Exception) -> Response:
    assert isinstance(error, NotModified)
    return Response(status_code=304, headers=dict(error.headers))


async def _known_problem(request: Request, error: Exception) -> Response:
    assert isinstance(error, ProblemError)
    return error.problem.response(prefix_of(request.scope), error.headers)


async def _http_problem(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    headers = dict(error.headers or {})
    match error.status_code:
        case 404:
            return _NOT_FOUND.response(prefix_of(request.scope), headers)
        case 405:
            return _wrong_method(request, headers)
    return _NOT_READ.response(prefix_of(request.scope), headers)


def _wrong_method(request: Request, headers: dict[str, str]) -> Response:
    """405 with every method of the address; the router names those of its first route only."""

    def takes(method: str) -> bool:
        scope = {**request.scope, "method": method}
        return any(route.matches(scope)[0] is Match.FULL for route in request.app.routes)

    methods = "GET, HEAD, POST" if takes("POST") else "GET, HEAD"
    detail = f"This address takes {' and '.join(methods.rsplit(', ', 1))}, and no other method."
    return Problem("method-not-allowed", detail).response(
        prefix_of(request.scope), {**headers, "Allow": methods}
    )


async def _impossible_convolution(request: Request, error: Exception) -> Response:
    assert isinstance(error, ConvolutionError)
    return problem_of(error).response(prefix_of(request.scope))


async def _invalid_request(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    details = describe(error.errors(), operation_at(request.url.path))
    return problem_of_details(details).response(prefix_of(request.scope))


def describe(errors: Sequence[Mapping[str, Any]], operation: Operation = CONV2D) -> list[Detail]:
    """Each parameter that is wrong, once, with its rule and, where it is a number, its value."""
    details: dict[str, Detail] = {}
    for error in errors:
        place = [part for part in error["loc"] if part not in ("body", "query", "path")]
        name = place[0] if place and place[0] in RULES else ""
        path = "divisor" if error["type"] in OF_THE_WHOLE else name
        if name in GRID_SIDES:
            path = "/".join(map(str, [name, *indices_of(place, error)]))
        details.setdefault(name, _detail(path, sentence(operation, name, place, error)))
    return list(details.values())


def _detail(path: str, text: str) -> Detail:
    return Detail(f"#/{path}" if path else "#", text)
