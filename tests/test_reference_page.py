"""The API page as the server sends it, before any script runs."""

import html
import json
import re
from contextlib import closing

import pytest

from app.main import create_app
from app.reference_page import LONGEST_QUERY
from tests.api.client import Api, document

QUERIES = {
    "demo": "",
    "numbers": "input=1,2,3;4,5,6;7,8,9&kernel=1,0;0,-1/4&bias=0.5&step=3",
    "settings": "kernel=sobel-x&padding=1,0,1,0&border=edge&flip=1&stride=2",
    "library": "like=scipy-signal&kernel=1,2;3,4",
    "channels": "channels=2&kernel=box-3::sobel-x&bias=1,2&step=20",
    "transposed": "operation=conv_transpose2d&size=3&stride=2&padding=1&step=4",
    "scatter": "operation=conv_transpose2d&size=3&stride=2&picture=scatter&step=9",
}


def article(page: str, name: str) -> str:
    """The part of the page that is about one operation."""
    start = page.index(f'id="{name}"')
    return page[start : page.index("</article>", start)]


def first_address(part: str) -> str:
    """Where the first example of a part leads."""
    found = re.search(r'class="address" (?:data-)?href="([^"]+)"', part)
    assert found
    return html.unescape(found[1])


def text_of(page: str, pattern: str) -> str:
    found = re.search(pattern, page, re.DOTALL)
    assert found, pattern
    return html.unescape(found[1])


def test_every_operation_parameter_and_field_is_on_the_page(api: Api) -> None:
    page = api.get("/api").text
    schema = document(api.get("/openapi.json"))
    for path, methods in schema["paths"].items():
        for method, operation in methods.items():
            part = article(page, operation["operationId"])
            assert f'<span class="method">{method.upper()}</span> <code>{path}</code>' in part
            for parameter in operation.get("parameters", []):
                assert f"<code>{parameter['name']}</code>" in part
    for name, field in schema["components"]["schemas"]["Conv2dRequest"]["properties"].items():
        assert f"<code>{name}</code>" in article(page, "post_conv2d")
        assert f"Must be {field['description']}." in html.unescape(article(page, "post_conv2d"))


def test_every_link_within_the_page_leads_somewhere(api: Api) -> None:
    page = api.get("/api").text
    names = re.findall(r'id="([^"]+)"', page)
    assert len(set(names)) == len(names)
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(names)
    assert {"get_conv2d", "post_conv2d_steps", "documents", "TraceDocument"} <= set(names)


def test_every_other_link_of_the_page_is_answered(api: Api) -> None:
    page = api.get("/api", {"kernel": "sobel-x", "step": "6"}).text
    links = {html.unescape(each) for each in re.findall(r'<a [^>]*href="(/[^"]*)"', page)}
    # A film takes a second, so that one link to each kind of them has to do.
    asked = {re.sub(r"(\.(gif|webp|animated\.svg))\?.*", r"\1", link): link for link in links}.values()
    assert len(asked) > 200
    assert {link: api.get(link).status_code for link in asked} == dict.fromkeys(asked, 200)


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
def test_the_first_address_answers_with_what_the_page_says_comes_back(api: Api, query: str) -> None:
    page = api.get(f"/api?{query}").text
    shown = json.loads(text_of(page, r'aria-labelledby="comes-back">(.*?)</pre>'))
    assert shown == document(api.get(first_address(page)))
    assert shown["explanation"] in html.unescape(page)
    step = re.search(r"step=(\d+)", query)
    assert shown["number"] == int(step[1] if step else 1)


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
def test_examples_are_those_of_the_convolution_that_the_visitor_came_from(api: Api, query: str) -> None:
    page = api.get(f"/api?{query}").text
    name = "conv_transpose2d" if "transpose" in query else "conv2d"
    expected = document(api.get(f"/api/v1/{name}?{query}"))
    shown = document(api.get(first_address(article(page, f"get_{name}"))))
    assert {**shown, "links": {}} == {**expected, "links": {}}
    part = article(page, f"post_{name}")
    body = json.loads(text_of(part, r'<pre class="body">(.*?)</pre>'))
    posted = document(api.post(first_address(part), body))
    assert posted["output"] == expected["output"]
    assert (body == {}) is (query == "")


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
def test_a_step_is_asked_for_with_a_body_as_with_an_address(api: Api, query: str) -> None:
    page = api.get(f"/api?{query}").text
    name = "conv_transpose2d" if "transpose" in query else "conv2d"
    part = article(page, f"post_{name}_step")
    body = json.loads(text_of(part, r'<pre class="body">(.*?)</pre>'))
    posted, asked = api.post(first_address(part), body), api.get(first_address(page))
    assert {**document(posted), "links": {}} == {**document(asked), "links": {}}


def test_the_other_operation_shows_the_lesson(api: Api) -> None:
    page = api.get("/api", {"kernel": "sobel-x", "step": "6"}).text
    assert first_address(article(page, "get_conv_transpose2d_step")) == "/api/v1/conv_transpose2d/steps/1"


def test_a_picture_is_asked_for_as_the_page_is(api: Api) -> None:
    page = api.get("/api", {"kernel": "sobel-x", "step": "6", "theme": "dark"}).text
    assert first_address(article(page, "get_share")) == "/api/v1/share.svg?kernel=sobel-x&step=6&theme=dark"


def test_the_step_page_and_this_one_take_the_convolution_to_each_other(api: Api) -> None:
    query = "operation=conv_transpose2d&size=3&kernel=1,2;3,4&stride=2&step=4&theme=dark&picture=scatter"
    pages = {path: api.get(f"{path}?{query}").text for path in ("/", "/api")}
    for page in pages.values():
        found = re.findall(r'<a href="([^"]+)"(?: aria-current="page")?>(Step|API)</a>', page)
        links = {name: html.unescape(href) for href, name in found}
        assert links["API"] == f"/api{links['Step'].removeprefix('/')}"
        again = api.get(links["Step"]).text
        assert "Step 4 of 9" in again
        assert 'data-theme="dark"' in again
    assert re.search(r'<a href="/api[^"]*" aria-current="page">API</a>', pages["/api"])
    assert re.search(r'<a href="/\?[^"]*" aria-current="page">Step</a>', pages["/"])


def test_a_bad_value_is_said_politely(api: Api) -> None:
    page = api.get("/api", {"stride": "99", "kernel": "sobel-x"}).text
    assert re.search(r'class="notices" role="status"', page)
    assert "stride must be" in page
    assert "kernel=sobel-x" in first_address(page)


def test_nothing_from_the_address_becomes_markup(api: Api) -> None:
    page = api.get("/api", {"kernel": "</script><b id=smuggled>", "input": "<b>"}).text
    assert "smuggled" not in page


def test_an_address_too_long_to_copy_is_said_and_the_lesson_is_shown(api: Api) -> None:
    row = ",".join(["123456"] * 24)
    query = f"input={';'.join([row] * 24)}"
    assert len(query) > LONGEST_QUERY
    page = api.get(f"/api?{query}").text
    assert "too long for lines to copy" in page
    assert first_address(page) == "/api/v1/conv2d/steps/1"
    assert f'<a href="/?{query}">Step</a>' in page


def test_the_page_works_under_the_prefix_of_a_proxy() -> None:
    with closing(Api(create_app(), root_path="/kernelwalk")) as api:
        page = api.get("/kernelwalk/api?kernel=sobel-x").text
        addresses = set(re.findall(r' (?:data-)?(?:href|src)="([^"]+)"', page))
        assert all(each.startswith(("/kernelwalk", "#")) for each in addresses)
        assert "http://test/kernelwalk/api/v1/conv2d/steps/1?kernel=sobel-x" in page
        assert api.get(first_address(page)).status_code == 200


def test_nothing_in_the_page_needs_an_exception_from_its_content_policy(api: Api) -> None:
    response = api.get("/api")
    assert "unsafe" not in response.headers["content-security-policy"]
    assert response.headers["cache-control"] == "no-cache"
    assert not re.search(
        r"<style|<[^>]+ style=|<[^>]+ on\w+=|<script(?! type=\"module\" src=)", response.text
    )
