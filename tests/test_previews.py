"""What other sites show of a link."""

from contextlib import closing
from urllib.parse import parse_qsl, urlsplit

import pytest

from app.address import read_visit
from app.first_frame import first_frame
from app.main import create_app
from app.previews import Preview, preview_of
from tests.api.client import Api
from tests.test_pages import Page

SENTENCE = (
    "The kernel covers rows 2 to 4, columns 2 to 4. "
    "Its nine products add up to −2, the output in row 2, column 2."
)


def head_of(html: str) -> dict[str, str]:
    """What the head says, by property, name or relation."""
    found: dict[str, str] = {}
    for _, each in Page(html).elements:
        name = each.get("property") or each.get("name") or each.get("rel")
        value = each.get("content") or each.get("href")
        if name and value:
            assert name not in found or name in ("stylesheet", "modulepreload"), name
            found[name] = value
    return found


def preview(query: str) -> Preview:
    visit = read_visit(dict(parse_qsl(query)))
    return preview_of("http://here/", visit, first_frame(visit, ""))


@pytest.mark.parametrize("path", ["/", "/embed"])
def test_a_shared_link_shows_its_step(api: Api, path: str) -> None:
    head = head_of(api.get(path, {"step": "6", "theme": "dark"}).text)
    assert head["og:title"] == "Convolution, 6 by 6 with a 3 by 3 kernel: step 6 of 16"
    assert head["description"] == head["og:description"]
    assert head["description"].startswith(f"Step 6 of 16. {SENTENCE} Watch a kernel walk")
    assert head["og:url"] == "http://test/?step=6&theme=dark"
    assert head["og:image"] == "http://test/api/v1/conv2d.png?step=6&theme=dark"
    assert head["og:image:alt"].endswith("Step 6 of 16. Output row 2, column 2 is minus 2.")
    assert head["twitter:card"] == "summary_large_image"
    assert head.get("canonical") == (head["og:url"] if path == "/embed" else None)


def test_a_preview_names_the_host_and_the_prefix_that_were_asked() -> None:
    with closing(Api(create_app(), root_path="/kernelwalk")) as api:
        head = head_of(api.get("/kernelwalk/", {"step": "2"}).text)
    assert head["og:url"] == "http://test/kernelwalk/?step=2"
    assert head["og:image"] == "http://test/kernelwalk/api/v1/conv2d.png?step=2"


def test_the_words_are_those_of_the_phase_and_of_the_picture() -> None:
    assert "Each of the nine values is multiplied" in preview("phase=multiply").description
    shown = preview("operation=conv_transpose2d&picture=scatter&size=3&step=5")
    assert shown.title == "Transposed convolution, 3 by 3 with a 3 by 3 kernel: step 5 of 9"
    assert "times the kernel" in shown.description
    assert urlsplit(shown.image).path == "/api/v1/conv_transpose2d.png"


def test_a_bad_value_is_not_passed_on() -> None:
    assert preview("stride=99&step=99&theme=pink") == preview("")


def test_a_picture_whose_address_is_too_long_is_left_out() -> None:
    numbers = ";".join(",".join(["-123456.123456789"] * 64) for _ in range(64))
    shown = preview(f"input={numbers}&step=2")
    assert shown.image == ""
    assert len(shown.url) > 65_000


@pytest.mark.parametrize(
    "hostile", ['"><script>alert(1)</script>', "' onload='alert(1)", "</title><b>", "{{ 7 * 7 }}"]
)
@pytest.mark.parametrize("path", ["/", "/embed"])
def test_nothing_hostile_comes_through_into_the_head(api: Api, path: str, hostile: str) -> None:
    plain = Page(api.get(path).text).elements
    names = ("input", "kernel", "bias", "theme", "step", "phase", hostile)
    for answer in (api.get(path, {name: hostile}) for name in names):
        html = answer.text
        head = html[: html.index("<body")]
        assert hostile not in html
        assert [tag for tag, _ in Page(head).elements] == [
            tag for tag, _ in plain[: len(Page(head).elements)]
        ]
    html = api.get(path, headers={"Host": f"evil{hostile}"}).text
    assert hostile not in html
