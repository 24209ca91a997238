"""The wrappers together: each refusal carries the headers, and nothing hides behind another."""

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from app.serving.unexpected import let_through
from app.serving.wrap import guarded
from app.settings import LIMITS
from tests.serving.exchanges import ask

PATH = "/api/v1/echo"


async def echo(request: Request) -> Response:
    if request.method == "GET":
        raise RuntimeError
    return PlainTextResponse(await request.body())


def site() -> ASGIApp:
    route = Route(PATH, echo, methods=["GET", "POST"])
    return guarded(Starlette(routes=[route], exception_handlers={Exception: let_through}))


@pytest.mark.parametrize(
    ("method", "path", "content", "status"),
    [
        pytest.param("POST", PATH, b"four", 200, id="an answer"),
        pytest.param("POST", "/api/v1/nothing", b"", 404, id="nothing there"),
        pytest.param("POST", PATH, b"-" * (LIMITS.body_bytes + 1), 413, id="a body too large"),
        pytest.param("GET", PATH, None, 500, id="a crash"),
        pytest.param("HEAD", PATH, None, 500, id="a crash without a body"),
    ],
)
def test_every_status_carries_the_headers_of_its_area(
    method: str, path: str, content: bytes | None, status: int
) -> None:
    response = ask(site(), path, method=method, content=content)
    assert response.status_code == status
    assert response.headers["content-security-policy"].endswith("sandbox")
    assert response.headers["access-control-allow-origin"] == "*"
    assert response.headers["x-content-type-options"] == "nosniff"
    assert response.headers.get_list("cache-control") == ["no-store"]
