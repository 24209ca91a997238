"""What a caller and the log are told of an exception that nobody handled."""

import logging
import re

import pytest
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from app.serving.unexpected import UnexpectedErrors, let_through
from tests.serving.exchanges import ask, converse, http_scope

SECRET = "the password is 1234"


async def broken(_scope: Scope, _receive: Receive, _send: Send) -> None:
    raise RuntimeError(SECRET)


async def broken_halfway(_scope: Scope, _receive: Receive, send: Send) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": []})
    raise RuntimeError(SECRET)


async def left_alone(_scope: Scope, _receive: Receive, _send: Send) -> None:
    raise ClientDisconnect


def starlette_app() -> ASGIApp:
    async def fail(_request: Request) -> Response:
        raise RuntimeError(SECRET)

    return Starlette(routes=[Route("/", fail)], exception_handlers={Exception: let_through})


@pytest.mark.parametrize("app", [broken, starlette_app()], ids=["plain ASGI", "Starlette that steps aside"])
def test_an_exception_is_a_problem_document_that_says_nothing_of_it(app: ASGIApp) -> None:
    response = ask(UnexpectedErrors(app))
    assert response.status_code == 500
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["type"] == "/problems/internal-error"
    assert "not in your request" in response.json()["detail"]
    assert SECRET not in response.text


def test_the_id_that_the_caller_reports_finds_the_traceback_in_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    response = ask(UnexpectedErrors(broken))
    found = re.search(r"this id: ([0-9a-f]{16})\.", response.json()["detail"])
    assert found is not None
    (record,) = caplog.records
    assert record.levelno == logging.ERROR
    assert found[1] in record.getMessage()
    assert record.exc_info is not None
    assert str(record.exc_info[1]) == SECRET


def test_two_errors_have_different_ids() -> None:
    first, second = (ask(UnexpectedErrors(broken)).json()["detail"] for _ in range(2))
    assert first != second


def test_an_exception_after_the_start_of_the_response_is_left_to_the_server() -> None:
    with pytest.raises(RuntimeError, match=SECRET):
        ask(UnexpectedErrors(broken_halfway))


def test_an_exception_at_the_start_of_the_application_is_left_to_the_server() -> None:
    with pytest.raises(RuntimeError, match=SECRET):
        converse(UnexpectedErrors(broken), {"type": "lifespan"})


def test_a_client_that_left_is_neither_answered_nor_logged(caplog: pytest.LogCaptureFixture) -> None:
    assert converse(UnexpectedErrors(left_alone), http_scope()) == []
    assert caplog.records == []


def test_an_answer_without_an_exception_passes_unchanged() -> None:
    assert ask(UnexpectedErrors(Response("fine"))).text == "fine"
