"""What a browser, a proxy and a page of another site may do with an answer."""

import gzip

import pytest

from tests.api.client import (
    API,
    CONV2D,
    CONV_TRANSPOSE2D,
    NDJSON,
    STEPS,
    TRANSPOSED_STEPS,
    Api,
    problem,
    refusal,
)

TRANSPOSED = [
    CONV_TRANSPOSE2D,
    TRANSPOSED_STEPS,
    f"{TRANSPOSED_STEPS}?picture=scatter",
    f"{TRANSPOSED_STEPS}/1",
]
CACHED = [*TRANSPOSED, CONV2D, STEPS, f"{STEPS}/1", API, f"{API}/kernels", f"{API}/inputs"]


@pytest.mark.parametrize("path", CACHED)
def test_an_answer_is_named_by_a_strong_tag_and_may_be_kept(api: Api, path: str) -> None:
    response = api.get(path)
    tag = response.headers["etag"]
    assert tag.startswith('"')
    assert tag.endswith('"')
    assert response.headers["cache-control"] == "public, max-age=86400"
    assert api.get(path).headers["etag"] == tag


@pytest.mark.parametrize("path", CACHED)
@pytest.mark.parametrize(
    "known",
    ["{tag}", "W/{tag}", '"other", {tag}', '"other",W/{tag}, "third"', "*"],
    ids=["the tag", "a weak one", "one of two", "one of three", "any"],
)
def test_who_has_the_answer_already_gets_304_without_a_body(api: Api, path: str, known: str) -> None:
    fresh = api.get(path)
    response = api.get(path, headers={"If-None-Match": known.format(tag=fresh.headers["etag"])})
    assert response.status_code == 304
    assert response.content == b""
    for name in ("etag", "cache-control"):
        assert response.headers[name] == fresh.headers[name]
    assert {"Accept", "Accept-Encoding"} <= set(response.headers["vary"].split(", "))
    assert "content-type" not in response.headers


@pytest.mark.parametrize("known", ['"other"', "", "other", 'W/"0"', "{tag}x"])
def test_who_has_another_answer_gets_this_one(api: Api, known: str) -> None:
    tag = api.get(CONV2D).headers["etag"]
    assert api.get(CONV2D, headers={"If-None-Match": known.format(tag=tag)}).status_code == 200


@pytest.mark.parametrize("target", [f"{CONV2D}?kernel=unknown", f"{CONV2D}?stride=0", f"{STEPS}/17"])
def test_nobody_has_an_answer_that_does_not_exist(api: Api, target: str) -> None:
    response = api.get(target, headers={"If-None-Match": "*"})
    problem(response, response.status_code)
    assert response.status_code in (404, 422)
    assert "etag" not in response.headers


def test_every_answer_has_a_tag_of_its_own(api: Api) -> None:
    targets = [
        *CACHED, f"{CONV2D}?stride=2", f"{CONV2D}?stride=2,1", f"{CONV2D}?seed=2", f"{CONV2D}?kernel=1,1/2",
        f"{CONV2D}?kernel=1,1", f"{STEPS}?offset=1", f"{STEPS}?limit=1", f"{STEPS}?offset=1&limit=1",
        f"{STEPS}/2", f"{CONV2D}?flip=1",
    ]  # fmt: skip
    tags = {api.get(target).headers["etag"] for target in targets}
    tags |= {api.get(STEPS, headers=NDJSON).headers["etag"]}
    tags |= {api.get(CONV2D, headers={"Accept-Encoding": "identity"}).headers["etag"]}
    assert len(tags) == len(targets) + 2


@pytest.mark.parametrize("path", [CONV2D, STEPS, f"{STEPS}/1"])
def test_an_answer_to_post_is_not_kept(api: Api, path: str) -> None:
    response = api.post(path, {}, headers={"If-None-Match": "*"})
    assert response.status_code == 200
    assert response.headers["cache-control"] == "no-store"
    assert "etag" not in response.headers


@pytest.mark.parametrize("path", [*CACHED, "/healthz", "/openapi.json", f"{CONV2D}?stride=0", "/nothing"])
def test_head_has_the_headers_of_get_and_no_body(api: Api, path: str) -> None:
    head, get = api.call("HEAD", path), api.get(path)
    assert head.content == b""
    assert head.status_code == get.status_code
    assert head.headers == get.headers


def test_head_of_what_is_known_already_is_304(api: Api) -> None:
    headers = {"If-None-Match": api.get(CONV2D).headers["etag"]}
    assert api.call("HEAD", CONV2D, headers=headers).status_code == 304


def test_an_answer_above_1_kb_is_compressed_for_those_who_accept_it(api: Api) -> None:
    plain = api.get(CONV2D, headers={"Accept-Encoding": "identity"})
    packed = api.get(CONV2D, headers={"Accept-Encoding": "gzip"})
    assert "content-encoding" not in plain.headers
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.content == plain.content  # httpx has unpacked it.
    assert int(packed.headers["content-length"]) * 4 < len(plain.content)
    assert len(gzip.compress(plain.content)) * 2 > int(packed.headers["content-length"])


def test_an_answer_below_1_kb_is_not_compressed(api: Api) -> None:
    response = api.get(f"{STEPS}/1", {"kernel": "1"}, headers={"Accept-Encoding": "gzip"})
    assert len(response.content) < 1024
    assert "content-encoding" not in response.headers


def test_the_stream_is_compressed_too(api: Api) -> None:
    response = api.get(STEPS, headers={**NDJSON, "Accept-Encoding": "gzip"})
    assert response.headers["content-encoding"] == "gzip"
    assert len(response.text.splitlines()) == 16


def test_a_cache_keeps_apart_what_was_asked_for_in_different_ways(api: Api) -> None:
    names = api.get(CONV2D).headers["vary"].split(", ")
    assert sorted(names) == ["Accept", "Accept-Encoding", "Origin"]


@pytest.mark.parametrize("origin", ["https://school.example", "null"])
@pytest.mark.parametrize("method", ["GET", "POST", "HEAD"])
def test_the_page_of_any_site_may_ask_but_not_as_its_visitor(api: Api, origin: str, method: str) -> None:
    asked = {"Origin": origin, "Access-Control-Request-Method": method}
    response = api.call(
        "OPTIONS", CONV2D, headers={**asked, "Access-Control-Request-Headers": "content-type"}
    )
    assert response.status_code == 200
    assert response.headers["access-control-allow-origin"] == "*"
    assert method in response.headers["access-control-allow-methods"].split(", ")
    assert "Content-Type" in response.headers["access-control-allow-headers"].split(", ")
    assert "access-control-allow-credentials" not in response.headers


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_the_page_of_another_site_may_not_use_other_methods(api: Api, method: str) -> None:
    headers = {"Origin": "https://school.example", "Access-Control-Request-Method": method}
    assert api.call("OPTIONS", CONV2D, headers=headers).status_code == 400


def test_the_page_of_another_site_may_read_answers_refusals_tags_and_links(api: Api) -> None:
    origin = {"Origin": "https://school.example"}
    answer, refused = api.get(STEPS, headers=origin), api.get(STEPS, {"limit": "0"}, headers=origin)
    assert refusal(refused)
    for response in (answer, refused):
        assert response.headers["access-control-allow-origin"] == "*"
        assert response.headers["access-control-expose-headers"] == "ETag, Link"
        assert "access-control-allow-credentials" not in response.headers
