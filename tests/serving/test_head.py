"""HEAD is GET without the body."""

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.serving.head import HeadAsGet
from tests.serving.exchanges import ask, converse, http_scope


async def only_get(scope: Scope, receive: Receive, send: Send) -> None:
    """Knows GET and nothing else, as a FastAPI route does."""
    allowed = scope["method"] == "GET"
    await PlainTextResponse("four" if allowed else "", 200 if allowed else 405)(scope, receive, send)


async def streaming(_scope: Scope, _receive: Receive, send: Send) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"one", "more_body": True})
    await send({"type": "http.response.body", "body": b"two"})


def bodies(sent: list[Message]) -> list[Message]:
    return [message for message in sent if message["type"] == "http.response.body"]


def test_head_has_the_status_and_the_headers_of_get() -> None:
    get, head = (ask(HeadAsGet(only_get), method=method) for method in ("GET", "HEAD"))
    assert (head.status_code, head.headers) == (get.status_code, get.headers)
    assert head.headers["content-length"] == "4"


@pytest.mark.parametrize("app", [only_get, streaming], ids=["in one piece", "in pieces"])
def test_head_sends_one_empty_body(app: ASGIApp) -> None:
    sent = converse(HeadAsGet(app), http_scope(method="HEAD"))
    assert bodies(sent) == [{"type": "http.response.body", "body": b"", "more_body": False}]


def test_get_keeps_its_body() -> None:
    assert ask(HeadAsGet(only_get)).text == "four"


def test_head_of_a_route_for_post_is_refused_as_get_is() -> None:
    async def create(_request: Request) -> Response:
        return Response()

    app = HeadAsGet(Starlette(routes=[Route("/", create, methods=["POST"])]))
    assert ask(app, method="POST").status_code == 200
    refused = ask(app, method="HEAD")
    assert (refused.status_code, refused.headers["allow"]) == (405, "POST")


def test_start_and_end_of_the_application_pass_through() -> None:
    steps = [{"type": "lifespan.startup"}, {"type": "lifespan.shutdown"}]
    sent = converse(HeadAsGet(Starlette()), {"type": "lifespan"}, steps)
    assert [message["type"] for message in sent] == [
        "lifespan.startup.complete",
        "lifespan.shutdown.complete",
    ]
