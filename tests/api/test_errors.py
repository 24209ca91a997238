"""Refusals of every status: all of them problem documents, and none with a word of what went wrong inside."""

import asyncio
import re

import httpx
import pytest
from fastapi import FastAPI
from starlette.exceptions import HTTPException

from app.api import conv2d, documents
from app.api.errors import install
from app.serving.headers import API_POLICY, COMMON
from app.settings import LIMITS
from tests.api.client import (
    API,
    CONV2D,
    JSON,
    STEPS,
    Api,
    Document,
    document,
    pointers,
    problem,
    refusal,
)

SECRET = "the password is 1234"


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (
            '{"input": [[1, 2],\n [3, 4],]}',
            "The body is not JSON: it cannot be read from line 2, character 9 on. This is: "
            '{"input": [[1, 2], [3, 4]], "kernel": [[1, 0], [0, 1]]}',
        ),
        ("[" * 200_000, "The body has too many brackets inside of each other. Rows of numbers have two"),
        ('{"bias": ' + "9" * 5_000 + "}", "The body has a number with thousands of digits"),
        ("\ufeff{}", "The body could not be read. Send JSON, encoded as UTF-8, without a byte order mark"),
        ('{"\0": 1}', "The body is not JSON: it cannot be read from line 1, character 3 on."),
    ],
)
def test_a_body_that_cannot_be_read_is_explained(api: Api, body: str, sentence: str) -> None:
    assert refusal(api.call("POST", CONV2D, headers=JSON, content=body.encode()), 400).startswith(sentence)


def test_a_member_said_twice_is_refused_and_not_guessed(api: Api) -> None:
    members = problem(api.call("POST", CONV2D, headers=JSON, content=b'{"stride": 1, "stride": 2}'), 422)
    assert members["detail"] == "stride is there more than once. Keep one of them."
    assert pointers(members) == ["#/stride"]


def test_more_names_than_there_can_be_are_refused_at_once(api: Api) -> None:
    many = {f"name{number}": 1 for number in range(101)}
    assert refusal(api.post(CONV2D, many)).startswith("The body has more than 100 names.")
    del many["name0"]
    assert refusal(api.post(CONV2D, many)).startswith("There is a parameter with a name that is not known")


@pytest.mark.parametrize(
    ("target", "methods"),
    [
        (CONV2D, "GET, HEAD, POST"),
        (STEPS, "GET, HEAD, POST"),
        (f"{STEPS}/1", "GET, HEAD, POST"),
        (API, "GET, HEAD"),
        (f"{API}/kernels", "GET, HEAD"),
        ("/healthz", "GET, HEAD"),
        ("/openapi.json", "GET, HEAD"),
    ],
)
def test_a_wrong_method_is_told_every_right_one(api: Api, target: str, methods: str) -> None:
    response = api.call("PUT", target)
    assert problem(response, 405)["type"] == "/problems/method-not-allowed"
    assert response.headers["allow"] == methods
    assert re.findall("[A-Z]{3,}", refusal(response, 405)) == methods.split(", ")


def refusals(api: Api) -> dict[int, httpx.Response]:
    """One refusal of each status."""
    return {
        400: api.call("POST", CONV2D, headers=JSON, content=b"{"),
        404: api.get(f"{API}/nothing"),
        405: api.call("DELETE", CONV2D),
        413: api.call("POST", CONV2D, headers=JSON, content=b" " * (LIMITS.body_bytes + 1)),
        414: api.get(f"{CONV2D}?".ljust(LIMITS.target_bytes + 1, "-")),
        415: api.call("POST", CONV2D, content=b"{}"),
        422: api.get(f"{CONV2D}?stride=0"),
        431: api.get(CONV2D, headers={"X-Long": "x" * LIMITS.header_bytes}),
    }


def test_a_refusal_of_any_status_is_a_problem_document_that_any_page_may_read(api: Api) -> None:
    for status, response in refusals(api).items():
        problem(response, status)
        documents.ProblemDocument.model_validate_json(response.content, strict=True)
        assert response.headers["access-control-allow-origin"] == "*", status


def test_a_refusal_of_any_status_carries_the_security_headers(api: Api) -> None:
    for status, response in refusals(api).items():
        for name, value in COMMON.items():
            assert response.headers[name] == value, status
        assert response.headers["content-security-policy"] == API_POLICY, status


def test_an_unexpected_exception_is_a_problem_that_says_nothing_of_it(
    api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> Document:
        raise RuntimeError(SECRET)

    monkeypatch.setattr(conv2d, "pack_trace", fail)
    response = api.get(CONV2D)
    members = problem(response, 500)
    assert members["type"] == "/problems/internal-error"
    assert "not in your request" in members["detail"]
    assert SECRET not in response.text
    assert response.headers["access-control-allow-origin"] == "*"
    assert response.headers["content-security-policy"] == API_POLICY


def test_a_refusal_that_the_framework_invents_is_a_problem_too() -> None:
    app = FastAPI()
    install(app)

    @app.get("/")
    async def refuse() -> None:
        raise HTTPException(418, SECRET)

    async def ask() -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://test") as client:
            return await client.get("/")

    response = asyncio.run(ask())
    assert problem(response, 400)["detail"].startswith("The request could not be read.")
    assert SECRET not in response.text
    assert document(response)["title"] == "Bad request"
