"""Every type of problem has a page, and every error leads to one."""

import html
import json
import re
from collections.abc import Iterator
from contextlib import closing

import pytest

from app.main import create_app
from app.problem_types import PROBLEM_TYPES, ProblemType
from app.serving import limits, protocol
from tests.api.client import JSON, Api, document, problem

TYPES = PROBLEM_TYPES.values()


@pytest.fixture(scope="module")
def api() -> Iterator[Api]:
    with closing(Api(create_app())) as caller:
        yield caller


@pytest.fixture(scope="module")
def behind() -> Iterator[Api]:
    """The application as a proxy serves it."""
    with closing(Api(create_app(), root_path="/kernelwalk")) as caller:
        yield caller


@pytest.mark.parametrize("name", PROBLEM_TYPES)
def test_every_type_has_a_page_that_says_what_it_means_and_what_to_do(api: Api, name: str) -> None:
    response = api.get(f"/problems/{name}")
    assert response.status_code == 200
    assert response.headers["content-type"].startswith("text/html")
    text = html.unescape(re.sub(r"</?code>", "", response.text))
    for part in (PROBLEM_TYPES[name].meaning, PROBLEM_TYPES[name].remedy):
        assert part.replace("``", "") in text
    assert f"<h1>{PROBLEM_TYPES[name].title}</h1>" in response.text


def test_the_list_leads_to_every_page(api: Api) -> None:
    page = api.get("/problems").text
    assert set(re.findall(r'href="/problems/([^"]+)"', page)) == PROBLEM_TYPES.keys()


def test_a_type_that_there_is_not_is_not_found(api: Api) -> None:
    problem(api.get("/problems/none"), 404)
    problem(api.get("/problems/"), 404)


@pytest.mark.parametrize("each", [each for each in TYPES if each.address], ids=lambda each: each.name)
def test_the_answer_on_a_page_is_the_one_that_its_address_gets(api: Api, each: ProblemType) -> None:
    page = api.get(f"/problems/{each.name}").text
    shown = re.search(r'aria-labelledby="example-title">(.*?)</pre>', page, re.DOTALL)
    assert shown
    got = problem(api.get(each.address), each.status)
    got.pop("errors", None)
    assert json.loads(html.unescape(shown[1])) == got
    assert html.escape(f'href="{each.address}"', quote=False) in page


def test_the_answers_of_the_limits_are_those_on_their_pages() -> None:
    fixed = [
        limits.TARGET_TOO_LONG, limits.HEADERS_TOO_LARGE, limits.BAD_HOST, limits.AMBIGUOUS_LENGTH,
        limits.COMPRESSED_BODY, limits.BODY_TOO_LARGE, protocol.MALFORMED,
    ]  # fmt: skip
    assert [each.detail for each in fixed] == [each.type.example for each in fixed]


@pytest.mark.parametrize(
    ("method", "target", "headers", "content"),
    [
        ("GET", "/api/v1/conv2d?stride=0", {}, None),
        ("GET", "/api/v1/conv2d?input=1&kernel=box-3", {}, None),
        ("GET", "/api/v1/conv2d/steps/99", {}, None),
        ("GET", "/nothing", {}, None),
        ("PUT", "/api/v1/conv2d", {}, None),
        ("PUT", "/static/icon.svg", {}, None),
        ("GET", "/static/nothing.js", {}, None),
        ("POST", "/api/v1/conv2d", JSON, b"{"),
        ("POST", "/api/v1/conv2d", {}, b"{}"),
        ("POST", "/api/v1/conv2d", {"Content-Encoding": "gzip", **JSON}, b"{}"),
        ("GET", "/", {"X-Long": "x" * 20_000}, None),
    ],
)
def test_the_type_of_an_error_leads_to_its_page_also_behind_a_proxy(
    behind: Api, method: str, target: str, headers: dict[str, str], content: bytes | None
) -> None:
    members = document(behind.call(method, f"/kernelwalk{target}", headers=headers, content=content))
    assert members["type"].startswith("/kernelwalk/problems/")
    page = behind.get(members["type"])
    assert page.status_code == 200
    assert f"<h1>{members['title']}</h1>" in page.text
