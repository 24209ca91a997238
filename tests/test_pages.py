"""The Step page as the server sends it, before any script runs."""

import json
import re
from collections.abc import Iterator
from contextlib import closing
from html.parser import HTMLParser

import pytest

from app.main import create_app
from tests.api.client import Api


class Page(HTMLParser):
    """What is in a page: elements with their attributes, and the text of its scripts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self._is_script = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember the element."""
        self.elements.append((tag, dict(attrs)))
        self._is_script = tag == "script"

    def handle_endtag(self, tag: str) -> None:
        """A script ends."""
        self._is_script = self._is_script and tag != "script"

    def handle_data(self, data: str) -> None:
        """Remember what a script holds."""
        if self._is_script:
            self.scripts.append(data)

    @property
    def boot(self) -> dict[str, object]:
        """What the script takes over."""
        document: dict[str, object] = json.loads(self.scripts[-1])
        return document


@pytest.fixture(scope="module")
def api() -> Iterator[Api]:
    with closing(Api(create_app())) as caller:
        yield caller


def test_the_page_shows_the_step_of_its_address_without_a_script(api: Api) -> None:
    html = api.get("/", {"step": "6"}).text
    assert "Step 6 of 16" in html
    assert "The kernel covers rows 2 to 4, columns 2 to 4." in html
    assert re.search(r'<td class="current done">−2</td>', html)
    assert re.search(r'<td class="patch" data-tag="×−1">9</td>', html)


def test_plain_links_lead_to_the_steps_around(api: Api) -> None:
    links = {
        name: re.search(rf'<a href="([^"]+)">{name} step</a>', api.get("/", {"step": "6"}).text)
        for name in ("First", "Previous", "Next", "Last")
    }
    assert {name: link[1] for name, link in links.items() if link} == {
        "First": "/?step=1",
        "Previous": "/?step=5",
        "Next": "/?step=7",
        "Last": "/?step=16",
    }


def test_the_first_step_has_no_link_back_and_the_last_none_forward(api: Api) -> None:
    assert "Previous step</a>" not in api.get("/").text
    assert "Next step</a>" not in api.get("/", {"step": "16"}).text


@pytest.mark.parametrize("path", ["/", "/embed"])
@pytest.mark.parametrize("query", [{}, {"kernel": "box-3", "padding": "same", "flip": "1"}, {"size": "64"}])
def test_nothing_in_the_page_needs_an_exception_from_its_content_policy(
    api: Api, path: str, query: dict[str, str]
) -> None:
    response = api.get(path, query)
    policy = response.headers["content-security-policy"]
    assert "unsafe" not in policy
    for tag, attributes in Page(response.text).elements:
        assert not {name for name in attributes if name == "style" or name.startswith("on")}
        assert tag != "style"
        assert tag != "script" or attributes["type"] == "application/json" or "src" in attributes


@pytest.mark.parametrize("path", ["/", "/embed"])
def test_every_file_that_the_page_names_is_there(api: Api, path: str) -> None:
    page = Page(api.get(path).text)
    files = {
        value
        for _, attributes in page.elements
        for name, value in attributes.items()
        if name in ("src", "href") and value and value.startswith("/static/")
    }
    assert len(files) > 20
    assert {api.get(file).status_code for file in files} == {200}


@pytest.mark.parametrize("path", ["/", "/embed"])
@pytest.mark.parametrize("name", ["input", "kernel", "padding", "theme", "step", "</script><b>"])
def test_nothing_from_the_address_becomes_markup(api: Api, path: str, name: str) -> None:
    response = api.get(path, {name: "</script><b id=smuggled>"})
    assert response.status_code == 200
    assert "smuggled" not in response.text


def test_numbers_from_the_address_cannot_end_the_script_that_carries_them(api: Api) -> None:
    page = Page(api.get("/", {"input": "1,2;3,4", "kernel": "1"}).text)
    assert "<" not in page.scripts[-1]


def test_a_bad_value_is_said_politely(api: Api) -> None:
    html = api.get("/", {"stride": "99"}).text
    assert re.search(r'class="notices" role="status"', html)
    assert "stride must be" in html


def test_short_traces_come_with_the_page_and_long_ones_are_fetched(api: Api) -> None:
    def steps(query: dict[str, str]) -> list[object]:
        trace = Page(api.get("/", query).text).boot["trace"]
        assert isinstance(trace, dict)
        found: list[object] = trace["steps"]
        return found

    assert len(steps({})) == 16
    assert len(steps({"size": "10"})) == 64
    assert steps({"size": "11"}) == []


def test_the_page_works_under_the_prefix_of_a_proxy() -> None:
    with closing(Api(create_app(), root_path="/kernelwalk")) as api:
        page = Page(api.get("/kernelwalk/").text)
    assert page.boot["api"] == "/kernelwalk/api/v1"
    addresses = [attributes.get("href") or attributes.get("src") for _, attributes in page.elements]
    assert all(each.startswith(("/kernelwalk/", "#")) for each in addresses if each)


def test_the_page_is_asked_for_again_every_time(api: Api) -> None:
    assert api.get("/").headers["cache-control"] == "no-cache"


def test_the_embedded_page_shows_the_same_step_and_nothing_that_changes_the_convolution(api: Api) -> None:
    query = {"step": "6", "padding": "1", "theme": "dark", "labels": "rc"}
    page, embedded = api.get("/", query).text, api.get("/embed", query).text

    def shown(html: str, start: str) -> list[str]:
        found = re.search(rf'<section class="{start}".*?</section>', html, re.DOTALL)
        assert found
        return re.sub(r"<cell-editor.*?</cell-editor>", "", found[0]).split()

    for section in ("stage", "calculation", "transport"):
        assert shown(embedded, section) == [
            word.replace('href="/?', 'href="/embed?') for word in shown(page, section)
        ]
    assert 'data-theme="dark"' in embedded
    for part in ("<header", "<aside", "<cell-editor", "<textarea", 'data-command="undo"', "autofocus"):
        assert part in page or part == "autofocus"
        assert part not in embedded


def test_the_full_page_is_one_link_away_from_the_embedded_one(api: Api) -> None:
    def full_page(query: dict[str, str]) -> str | None:
        elements = Page(api.get("/embed", query).text).elements
        (link,) = (each for tag, each in elements if tag == "a" and each.get("class") == "full-page")
        assert (link["target"], link["rel"]) == ("_blank", "noopener")
        return link["href"]

    assert full_page({}) == "/"
    assert full_page({"stride": "2", "step": "3", "phase": "add", "theme": "dark", "play": "1"}) == (
        "/?stride=2&step=3&phase=add&theme=dark"
    )
    assert full_page({"operation": "conv_transpose2d", "picture": "scatter"}) == (
        "/?operation=conv_transpose2d&picture=scatter"
    )


@pytest.mark.parametrize(
    ("picture", "count", "words"),
    [("gather", 25, "The rotated kernel covers"), ("scatter", 9, "times the kernel to")],
)
def test_both_pictures_of_a_transposed_convolution_can_be_read_without_a_script(
    api: Api, picture: str, count: int, words: str
) -> None:
    query = {"operation": "conv_transpose2d", "size": "3", "kernel": "1,2,3;4,5,6;7,8,9", "padding": "1"}
    html = api.get("/", {**query, "stride": "2", "picture": picture, "step": "5"}).text
    assert f"Step 5 of {count}" in html
    assert words in html
    assert "operation=conv_transpose2d&amp;" in html
