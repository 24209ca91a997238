"""Files as a browser gets them, and what changes when one of them does."""

import gzip
import re
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.types import ASGIApp

from app.paths import STATIC
from app.serving.head import HeadAsGet
from app.serving.static_files import StaticAssets, read_snapshot
from tests.serving.exchanges import ask, converse, http_scope

SCRIPT = "export const answer = 42;\n" * 40
FOREVER = "public, max-age=31536000, immutable"
# Short and without repetition: compressing it gains nothing.
PIXEL = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small site: two modules, a style sheet, a picture, and what must stay private."""
    files = {
        "js/main.js": SCRIPT.encode(),
        "js/core/grid.js": b"export {};",
        "css/base.css": b"a { color: red }",
        "icon.png": PIXEL,
        "notes.md": b"private",
        "js/main.js~": b"private",
    }
    for path, content in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    (tmp_path / "folder.js").mkdir()
    return tmp_path


def mounted(assets: StaticAssets) -> ASGIApp:
    return HeadAsGet(Starlette(routes=[Mount("/static", assets)]))


def fetch(assets: StaticAssets, url: str, *, method: str = "GET", **headers: str) -> httpx.Response:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return ask(mounted(assets), url, method=method, headers=named.items())


def test_the_hash_stands_before_the_path_so_that_relative_imports_keep_it(folder: Path) -> None:
    url = StaticAssets(folder).current().url("js/main.js")
    assert re.fullmatch(r"/static/[0-9a-f]{16}/js/main\.js", url)
    assert fetch(StaticAssets(folder), url.replace("main.js", "core/grid.js")).text == "export {};"


def test_a_file_under_the_present_hash_may_be_kept_for_a_year(folder: Path) -> None:
    assets = StaticAssets(folder)
    response = fetch(assets, assets.current().url("js/main.js"))
    assert (response.status_code, response.text) == (200, SCRIPT)
    assert response.headers["cache-control"] == FOREVER


@pytest.mark.parametrize("prefix", ["/static/0123456789abcdef", "/static/x"], ids=["old", "wrong"])
def test_a_file_under_another_hash_is_served_but_not_kept(folder: Path, prefix: str) -> None:
    response = fetch(StaticAssets(folder), f"{prefix}/js/main.js")
    assert (response.status_code, response.text) == (200, SCRIPT)
    assert response.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("a.js", "text/javascript; charset=utf-8"),
        ("a.css", "text/css; charset=utf-8"),
        ("a.svg", "image/svg+xml"),
        ("a.png", "image/png"),
        ("a.json", "application/json"),
        ("a.woff2", "font/woff2"),
        ("a.ico", "image/x-icon"),
        ("a.webmanifest", "application/manifest+json"),
        ("a.txt", "text/plain; charset=utf-8"),
    ],
)
def test_the_media_type_follows_from_the_name_on_every_machine(
    tmp_path: Path, name: str, media_type: str
) -> None:
    (tmp_path / name).write_bytes(b"content")
    assets = StaticAssets(tmp_path)
    assert fetch(assets, assets.current().url(name)).headers["content-type"] == media_type


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        pytest.param("gzip, deflate, br", "gzip", id="by name"),
        pytest.param("br;q=1.0, GZIP;q=0.5", "gzip", id="by name with a weight"),
        pytest.param("*", "gzip", id="anything"),
        pytest.param("", None, id="nothing"),
        pytest.param("identity", None, id="not compressed"),
        pytest.param("gzip; q=0.000, *", None, id="anything but gzip"),
        pytest.param("*;q=0", None, id="refused by a star"),
    ],
)
def test_a_file_is_compressed_exactly_for_those_who_accept_it(
    folder: Path, accepted: str, encoding: str | None
) -> None:
    assets = StaticAssets(folder)
    response = fetch(assets, assets.current().url("js/main.js"), Accept_Encoding=accepted)
    assert response.headers.get("content-encoding") == encoding
    assert response.headers["vary"] == "Accept-Encoding"
    assert response.text == SCRIPT


def test_a_compressed_file_is_as_small_as_gzip_can_make_it(folder: Path) -> None:
    assets = StaticAssets(folder)
    response = fetch(assets, assets.current().url("js/main.js"), Accept_Encoding="gzip")
    best = len(gzip.compress(SCRIPT.encode(), compresslevel=9))
    assert int(response.headers["content-length"]) == best < len(SCRIPT)


def test_a_file_that_compressing_would_not_shrink_is_sent_as_it_is(folder: Path) -> None:
    assets = StaticAssets(folder)
    response = fetch(assets, assets.current().url("icon.png"), Accept_Encoding="gzip")
    assert response.content == PIXEL
    assert "content-encoding" not in response.headers
    assert "vary" not in response.headers


@pytest.mark.parametrize("encoding", ["gzip", "identity"])
@pytest.mark.parametrize(
    "tags", ["{}", "W/{}", '"other", {}', "*"], ids=["same", "weak", "in a list", "star"]
)
def test_a_file_that_the_browser_holds_is_not_sent_again(folder: Path, encoding: str, tags: str) -> None:
    assets = StaticAssets(folder)
    url = assets.current().url("js/main.js")
    first = fetch(assets, url, Accept_Encoding=encoding).headers
    second = fetch(assets, url, Accept_Encoding=encoding, If_None_Match=tags.format(first["etag"]))
    assert (second.status_code, second.content) == (304, b"")
    assert second.headers == {name: first[name] for name in ("etag", "vary", "cache-control")}


def test_a_file_that_the_browser_holds_in_another_version_is_sent(folder: Path) -> None:
    assets = StaticAssets(folder)
    assert fetch(assets, assets.current().url("js/main.js"), If_None_Match='"other"').status_code == 200


def test_each_encoding_has_a_tag_of_its_own(folder: Path) -> None:
    assets = StaticAssets(folder)
    url = assets.current().url("js/main.js")
    tags = {fetch(assets, url, Accept_Encoding=encoding).headers["etag"] for encoding in ("gzip", "identity")}
    assert len(tags) == 2


def test_head_tells_of_a_file_what_get_tells(folder: Path) -> None:
    assets = StaticAssets(folder)
    get, head = (
        fetch(assets, assets.current().url("js/main.js"), method=method) for method in ("GET", "HEAD")
    )
    assert (head.status_code, head.headers) == (get.status_code, get.headers)


def test_a_file_cannot_be_written(folder: Path) -> None:
    assets = StaticAssets(folder)
    refused = fetch(assets, assets.current().url("js/main.js"), method="PUT")
    assert (refused.status_code, refused.headers["allow"]) == (405, "GET, HEAD")
    assert refused.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    "path",
    [
        "", "/x/js", "/x/folder.js", "/js/main.js", "/x/notes.md", "/x/js/main.js~", "/x/../js/main.js",
        "/x/../../pyproject.toml", "/x/js\\main.js", "/x/js/main.js\0.png", "/x/JS/MAIN.JS",
    ],
    ids=ascii,
)  # fmt: skip
def test_anything_but_the_exact_name_of_a_file_is_not_found(folder: Path, path: str) -> None:
    start = converse(StaticAssets(folder), http_scope(path))[0]
    assert start["status"] == 404
    assert (b"content-type", b"application/problem+json") in start["headers"]


def test_what_is_not_found_is_a_problem_document_that_nothing_keeps(folder: Path) -> None:
    response = fetch(StaticAssets(folder), "/static/x/secret-name.js")
    assert response.json()["type"] == "/problems/not-found"
    assert response.headers["cache-control"] == "no-store"
    assert "secret-name" not in response.text


def test_a_template_that_names_no_file_fails_loudly(folder: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"no static file 'js/mian\.js'"):
        StaticAssets(folder).current().url("js/mian.js")


def test_modules_are_those_that_the_entry_needs(folder: Path) -> None:
    assert StaticAssets(folder).current().modules("js/core/grid.js") == ["js/core/grid.js"]


def test_the_hash_is_the_same_for_the_same_files_and_another_for_others(folder: Path) -> None:
    before = StaticAssets(folder).current().url("icon.png")
    assert StaticAssets(folder).current().url("icon.png") == before
    (folder / "css" / "base.css").write_bytes(b"a { color: tan }")
    changed = StaticAssets(folder).current().url("icon.png")
    (folder / "css" / "base.css").rename(folder / "css" / "other.css")
    renamed = StaticAssets(folder).current().url("icon.png")
    assert len({before, changed, renamed}) == 3


def test_two_processes_send_the_same_bytes_under_the_same_tag(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = read_snapshot(folder)
    monkeypatch.setattr("time.time", lambda: 1_000_000_000.0)
    assert read_snapshot(folder) == first


def test_an_edit_is_live_in_a_checkout(folder: Path) -> None:
    assets = StaticAssets(folder, watch=True)
    before = assets.current().url("js/main.js")
    (folder / "js" / "main.js").write_text("export const answer = 43;")
    (folder / "js" / "new.js").write_text('import "./main.js";')
    assert assets.current().url("js/main.js") != before
    assert fetch(assets, before).text == "export const answer = 43;"
    assert assets.current().modules("js/new.js") == ["js/main.js", "js/new.js"]


def test_an_installed_copy_reads_its_files_once(folder: Path) -> None:
    assets = StaticAssets(folder)
    before = assets.current().url("js/main.js")
    (folder / "js" / "main.js").unlink()
    assert fetch(assets, before).text == SCRIPT
    assert assets.current().url("js/main.js") == before


def test_a_websocket_among_the_files_is_closed(folder: Path) -> None:
    sent = converse(StaticAssets(folder), {"type": "websocket", "path": "/x"})
    assert [message["type"] for message in sent] == ["websocket.close"]


def test_the_files_of_this_project_are_served_without_being_told_where_they_are() -> None:
    assets = StaticAssets().current().assets
    assert {path.relative_to(STATIC).as_posix() for path in STATIC.rglob("*.js")} <= assets.keys()
