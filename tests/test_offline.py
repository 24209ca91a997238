"""``/conv2d.html``: one file that holds all that it needs."""

import re
from collections.abc import Iterator
from contextlib import closing

import pytest

from app.main import create_app
from tests.api.client import CONV2D, CONV_TRANSPOSE2D, Api, document
from tests.test_pages import Page

PAGE = f"{CONV2D}.html"
TRANSPOSED_PAGE = f"{CONV_TRANSPOSE2D}.html"
LARGEST_BYTES = 300_000
"""Of the lesson; a larger convolution adds its steps."""


@pytest.fixture(scope="module")
def api() -> Iterator[Api]:
    with closing(Api(create_app())) as caller:
        yield caller


def test_it_is_a_file_to_keep_with_the_step_on_it(api: Api) -> None:
    response = api.get(PAGE, {"step": "6", "theme": "dark"})
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert response.headers["content-disposition"] == 'attachment; filename="convolution.html"'
    assert "sandbox" in response.headers["content-security-policy"]
    assert "Step 6 of 16" in response.text
    assert 'data-theme="dark"' in response.text
    assert re.search(r'<td class="current done">−2</td>', response.text)
    assert len(response.content) < LARGEST_BYTES


def test_it_asks_nobody_for_anything(api: Api) -> None:
    page = Page(api.get(PAGE).text)
    targets = [
        (tag, value)
        for tag, attributes in page.elements
        for name, value in attributes.items()
        if name in ("src", "href", "action") and value and not value.startswith(("data:", "#"))
    ]
    assert targets == [("a", "http://test/")]
    assert page.boot["api"] == ""


@pytest.mark.parametrize(
    ("target", "query"),
    [(PAGE, {"size": "30"}), (PAGE, {"channels": "3", "input": "random", "kernel": "box-3::sharpen"})],
)
def test_it_holds_every_step_of_the_trace(api: Api, target: str, query: dict[str, str]) -> None:
    trace = Page(api.get(target, query).text).boot["trace"]
    answer = document(api.get(CONV2D, query))
    assert isinstance(trace, dict)
    for name in ("steps", "output", "geometry", "precision"):
        assert trace[name] == answer[name]


def test_it_holds_both_pictures_of_a_transposed_convolution(api: Api) -> None:
    query = {"size": "4", "stride": "2", "picture": "scatter", "step": "3"}
    page = Page(api.get(TRANSPOSED_PAGE, query).text)
    answer = document(api.get(CONV_TRANSPOSE2D, query))
    trace = page.boot["trace"]
    assert isinstance(trace, dict)
    assert (trace["steps"], trace["scatter_steps"]) == (answer["steps"], answer["scatter_steps"])
    link = next(each["href"] for tag, each in page.elements if tag == "a")
    assert link == "http://test/?operation=conv_transpose2d&size=4&stride=2&step=3&picture=scatter"


def test_it_is_not_sent_again_to_whoever_has_it(api: Api) -> None:
    first = api.get(PAGE, {"step": "6"})
    again = api.get(PAGE, {"step": "6"}, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    others = [
        api.get(PAGE, {"step": "7"}),
        api.get(PAGE, {"step": "6", "theme": "dark"}),
        api.get(PAGE, {"step": "6", "play": "1"}),
        api.get(PAGE, {"step": "6"}, headers={"Host": "elsewhere"}),
    ]
    assert len({first.headers["etag"], *(each.headers["etag"] for each in others)}) == 5


@pytest.mark.parametrize(
    ("target", "query"),
    [
        pytest.param(PAGE, {"size": "64"}, id="a named input"),
        pytest.param(PAGE, {"size": "64", "kernel": "random", "seed": "3"}, id="a named kernel"),
        pytest.param(PAGE, {"size": "40", "kernel": ";".join([",".join("1" * 9)] * 9)}, id="products"),
        pytest.param(PAGE, {"input": ";".join([",".join("1" * 40)] * 40)}, id="numbers"),
        pytest.param(PAGE, {"input": ";".join([",".join("1" * 40)] * 40), "padding": "same"}, id="same"),
        pytest.param(TRANSPOSED_PAGE, {"size": "20", "stride": "2", "step": "1500"}, id="transposed"),
        pytest.param(
            TRANSPOSED_PAGE, {"input": ";".join([",".join("1" * 20)] * 20), "stride": "2"}, id="both"
        ),
    ],
)
def test_what_is_too_large_is_refused_with_an_address_that_works(
    api: Api, target: str, query: dict[str, str]
) -> None:
    response = api.get(target, query)
    assert response.status_code == 422
    problem = response.json()
    assert problem["type"] == "/problems/too-large-for-one-file"
    assert "at most 1,024 steps with 50,000 products" in problem["detail"]
    changes = dict(re.findall(r"(\w+)=(\w+)", problem["detail"]))
    assert changes
    smaller = {name: text for name, text in query.items() if name != "step"} | changes
    assert api.get(target, smaller).status_code == 200


def test_where_no_change_of_one_value_helps_it_says_so(api: Api) -> None:
    response = api.get(TRANSPOSED_PAGE, {"input": ";".join([",".join("1" * 60)] * 60)})
    assert response.json()["detail"].endswith("Use a smaller input or kernel.")


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({"step": "17"}, "step must be"),
        ({"stride": "99"}, "stride must be"),
        ({"theme": "pink"}, "theme must be"),
        ({"colour": "red"}, ""),
        (
            {"input": ":".join(["1,2;3,4"] * 4), "kernel": "identity", "padding": "same"},
            "input must have at most 3 channels",
        ),
    ],
)
def test_a_bad_value_is_refused_as_everywhere_in_the_api(
    api: Api, query: dict[str, str], sentence: str
) -> None:
    response = api.get(PAGE, query)
    assert response.status_code == 422
    assert sentence in response.json()["detail"]


def test_nothing_hostile_comes_through(api: Api) -> None:
    hostile = '"><script>alert(1)</script>'
    for name in ("input", "kernel", "theme", hostile):
        assert hostile not in api.get(PAGE, {name: hostile}).text
    assert hostile not in api.get(PAGE, headers={"Host": f"evil{hostile}"}).text
