"""The application as a caller sees it, without a server between, and what every refusal has in common."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from typing import Any
from urllib.parse import urlencode

import httpx
from starlette.types import ASGIApp

API = "/api/v1"
CONV2D = f"{API}/conv2d"
STEPS = f"{CONV2D}/steps"
CONV_TRANSPOSE2D = f"{API}/conv_transpose2d"
TRANSPOSED_STEPS = f"{CONV_TRANSPOSE2D}/steps"
JSON = {"Content-Type": "application/json"}
NDJSON = {"Accept": "application/x-ndjson"}

LIBRARY_WORDS = ("pydantic", "Input should be", "Traceback", "<class", "Error(", "starlette", "fastapi")

Headers = Mapping[str, str]
Document = dict[str, Any]


class Api:
    """Sends requests to an application; an exception in it is an answer, too: the 500 that a caller gets."""

    def __init__(self, app: ASGIApp, *, root_path: str = "") -> None:
        transport = httpx.ASGITransport(app, raise_app_exceptions=False, root_path=root_path)
        self._client = httpx.AsyncClient(transport=transport, base_url="http://test")
        self._runner = asyncio.Runner()

    def call(
        self,
        method: str,
        target: str,
        *,
        headers: Headers | None = None,
        content: bytes | AsyncIterator[bytes] | None = None,
    ) -> httpx.Response:
        """What any request gets."""
        return self._runner.run(self._client.request(method, target, headers=headers, content=content))

    def get(
        self, target: str, parameters: Mapping[str, str] | None = None, *, headers: Headers | None = None
    ) -> httpx.Response:
        """What an address gets."""
        query = f"?{urlencode(parameters)}" if parameters else ""
        return self.call("GET", f"{target}{query}", headers=headers)

    def post(self, target: str, body: object, *, headers: Headers | None = None) -> httpx.Response:
        """What a JSON body gets."""
        content = json.dumps(body).encode()
        return self.call("POST", target, headers={**JSON, **(headers or {})}, content=content)

    def trace(self, **body: object) -> Document:
        """The trace of a convolution that can be computed."""
        response = self.post(CONV2D, body)
        assert response.status_code == 200, response.text
        return document(response)

    def close(self) -> None:
        """End what was started."""
        self._runner.run(self._client.aclose())
        self._runner.close()


def document(response: httpx.Response) -> Document:
    """The JSON object that was answered."""
    members: Document = response.json()
    return members


def problem(response: httpx.Response, status: int) -> Document:
    """The problem document that was answered, after a look at all that problems have in common."""
    assert response.status_code == status, f"{response.status_code}: {response.text[:500]}"
    assert response.headers["content-type"] == "application/problem+json"
    assert response.headers["cache-control"] == "no-store"
    assert len(response.content) < 4096
    assert not [word for word in LIBRARY_WORDS if word in response.text]
    members = document(response)
    assert members["type"].startswith("/problems/")
    assert members["status"] == status
    assert members["title"]
    assert members["detail"]
    assert all(set(error) == {"pointer", "detail"} for error in members.get("errors", []))
    return members


def refusal(response: httpx.Response, status: int = 422) -> str:
    """The sentence of a problem."""
    sentence: str = problem(response, status)["detail"]
    return sentence


def pointers(members: Document) -> list[str]:
    """Where a problem says that something is wrong."""
    return [error["pointer"] for error in members["errors"]]
