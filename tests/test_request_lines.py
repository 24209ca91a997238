"""Lines to copy are programs of their tools, and ask for what they should."""

import ast
import json
import shlex
from typing import Any

import httpx
import pytest

from app.request_lines import JSON, Ask, lines_of

ADDRESS = "http://test/api/v1/conv2d?input=1,2;3,4&kernel=1/4"
BODY = {"input": [[1, 2], [3, 4.5]], "kernel": "it's", "flip": True}
GET = Ask("GET", ADDRESS, JSON)
POST = Ask("POST", "http://test/api/v1/conv2d", JSON, BODY)
SVG = Ask("GET", "http://test/api/v1/conv2d.svg?step=2", "image/svg+xml")
FORMS = [GET, POST, SVG]
FORMS += [Ask("GET", "http://test/api/v1/conv2d.x", form) for form in ("image/gif", "text/csv", "text/html")]


def test_curl_gets_the_address_as_one_word() -> None:
    assert shlex.split(lines_of(GET)["curl"]) == ["curl", ADDRESS]


def test_curl_sends_the_body_as_json() -> None:
    command, option, body, address = shlex.split(lines_of(POST)["curl"])
    assert (command, option, address) == ("curl", "--json", POST.address)
    assert json.loads(body) == BODY


def test_curl_keeps_a_picture_in_a_file() -> None:
    assert shlex.split(lines_of(SVG)["curl"]) == ["curl", "--output", "conv2d.svg", SVG.address]


def test_python_asks_for_the_address_and_prints_what_comes_back(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[Any] = []

    def get(address: str) -> httpx.Response:
        asked.append(address)
        return httpx.Response(200, json={"value": 6}, request=httpx.Request("GET", address))

    monkeypatch.setattr(httpx, "get", get)
    exec(lines_of(GET)["Python"], {})
    assert asked == [ADDRESS]
    assert capsys.readouterr().out == "{'value': 6}\n"


def test_python_sends_the_body(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Any] = []

    def post(address: str, json: object) -> httpx.Response:
        asked.append((address, json))
        return httpx.Response(200, json={}, request=httpx.Request("POST", address))

    monkeypatch.setattr(httpx, "post", post)
    exec(lines_of(POST)["Python"], {})
    assert asked == [(POST.address, BODY)]


@pytest.mark.parametrize("tool", ["Python", "Notebook"])
@pytest.mark.parametrize("ask", FORMS, ids=lambda ask: f"{ask.method} {ask.media_type}")
def test_lines_for_python_and_a_notebook_are_python(ask: Ask, tool: str) -> None:
    ast.parse(lines_of(ask)[tool])


def test_javascript_has_the_address_and_the_body_as_json() -> None:
    assert f"fetch({json.dumps(ADDRESS)});" in lines_of(GET)["JavaScript"]
    body = lines_of(POST)["JavaScript"].partition("JSON.stringify(")[2].partition("),\n")[0]
    assert json.loads(body) == BODY


@pytest.mark.parametrize(
    ("form", "javascript", "python", "notebook"),
    [
        (JSON, ".json()", "answer.json()", "JSON("),
        ("image/svg+xml", ".blob()", "answer.content", "SVG("),
        ("image/png", ".blob()", "answer.content", "Image("),
        ("text/csv", ".text()", "answer.text", "Pretty("),
        ("text/html", ".blob()", "answer.content", "HTML("),
    ],
)
def test_each_form_of_an_answer_is_read_as_what_it_is(
    form: str, javascript: str, python: str, notebook: str
) -> None:
    lines = lines_of(Ask("GET", ADDRESS, form))
    assert javascript in lines["JavaScript"]
    assert python in lines["Python"]
    assert notebook in lines["Notebook"]
