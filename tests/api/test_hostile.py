"""Whatever is sent, the answer is a short refusal in our own words, soon, without a word of what was sent."""

import gzip
import time
from urllib.parse import quote

import httpx
import pytest

from app.settings import LIMITS
from tests.api.client import API, CONV2D, JSON, NDJSON, STEPS, Api, Headers, problem
from tests.api.hostile_bodies import BODIES, MARK
from tests.api.hostile_values import (
    ADDRESS_PLACES,
    ADDRESS_TEXTS,
    NOT_A_NUMBER,
    NOT_JSON,
    NUMBERS,
    PLACES,
)

SECONDS = 0.5
"""Of computing; far above what any refusal takes, far below what anybody notices."""


def refused(response: httpx.Response, *statuses: int) -> None:
    """Look at everything that a caller gets."""
    assert response.status_code in statuses, f"{response.status_code}: {response.text[:300]}"
    problem(response, response.status_code)
    assert MARK.lower() not in f"{response.headers} {response.text}".lower()


def send(api: Api, body: str | bytes, headers: Headers = JSON, *, path: str = CONV2D) -> httpx.Response:
    content = body.encode() if isinstance(body, str) else body
    return api.call("POST", path, headers=headers, content=content)


@pytest.mark.parametrize("literal", NOT_JSON.values(), ids=NOT_JSON)
def test_what_is_not_json_is_refused_wherever_it_stands(api: Api, literal: str) -> None:
    for place in PLACES.values():
        refused(send(api, place.body % literal), 400)


@pytest.mark.parametrize("literal", NOT_A_NUMBER.values(), ids=NOT_A_NUMBER)
def test_what_is_not_a_number_is_refused_wherever_a_number_belongs(api: Api, literal: str) -> None:
    for name, place in PLACES.items():
        response = send(api, place.body % literal)
        if literal in place.also:
            assert response.status_code == 200, name
        else:
            refused(response, 422)


@pytest.mark.parametrize(("literal", "whole"), NUMBERS.values(), ids=NUMBERS)
def test_what_is_a_number_is_taken_where_it_is_welcome(api: Api, literal: str, whole: int | None) -> None:
    for name, place in PLACES.items():
        response = send(api, place.body % literal)
        if place.accepts(whole):
            assert response.status_code == 200, f"{name}: {response.text}"
        else:
            refused(response, 422)


@pytest.mark.parametrize("place", ADDRESS_PLACES)
def test_what_is_not_a_number_is_refused_in_an_address(api: Api, place: str) -> None:
    welcome = {quote(text, safe="") for text in ADDRESS_PLACES[place]}
    for text in ADDRESS_TEXTS:
        response = api.call("GET", f"{API}/{place.format(text)}")
        if text in welcome:
            assert response.status_code == 200, f"{text}: {response.text}"
        else:
            refused(response, 422)


def test_what_is_not_a_number_is_refused_as_the_number_of_a_step(api: Api) -> None:
    for text in ADDRESS_TEXTS:
        response = api.call("GET", f"{STEPS}/{text}")
        if text == "01":
            assert response.status_code == 200
        elif not text or "%2F" in text:
            refused(response, 404)
        else:
            refused(response, 422)


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_a_hostile_body_gets_a_short_refusal_soon(api: Api, body: str | bytes) -> None:
    content = body if isinstance(body, bytes) else body.encode()
    assert len(content) <= LIMITS.body_bytes
    started = time.process_time()
    response = send(api, content)
    assert time.process_time() - started < SECONDS
    refused(response, 400, 422)


@pytest.mark.parametrize("path", [STEPS, f"{STEPS}/1"])
def test_steps_read_a_body_as_strictly_as_traces_do(api: Api, path: str) -> None:
    for body in (b"", b"[]", b"\xff", b'{"stride": 0}', b'{"stride": 1, "stride": 1}', b"[" * 100_000):
        refused(api.call("POST", path, headers=JSON, content=body), 400, 422)


@pytest.mark.parametrize(
    ("content_type", "status"),
    [
        (None, 415),
        ("", 415),
        ("text/plain", 415),
        ("text/json", 415),
        ("application/x-www-form-urlencoded", 415),
        (f"multipart/form-data; boundary={MARK}", 415),
        ("multipart/form-data", 415),
        ("application/xml", 415),
        ("application/octet-stream", 415),
        ("application/problem+json", 415),
        ("application/jsonp", 415),
        (f"application/{MARK}", 415),
        (f"{MARK}; application/json", 415),
        ("application/json, text/plain", 415),
        ("application/json; charset=utf-8", 200),
        (f"application/json; x={MARK}", 200),
        ("Application/JSON", 200),
    ],
)
def test_a_body_counts_as_json_only_if_it_says_so(api: Api, content_type: str | None, status: int) -> None:
    headers = {} if content_type is None else {"Content-Type": content_type}
    response = send(api, '{"input": "ramp"}', headers)
    assert response.status_code == status
    if status == 415:
        refused(response, 415)
        refused(send(api, b"", headers), 415)
        refused(send(api, b"\xff" * 1000, headers), 415)


@pytest.mark.parametrize("coding", ["gzip", "br", "deflate", "zstd", "gzip, gzip", MARK])
def test_a_compressed_body_is_refused_before_it_is_unpacked(api: Api, coding: str) -> None:
    bomb = gzip.compress(b" " * 10_000_000)
    refused(send(api, bomb, {**JSON, "Content-Encoding": coding}), 415)


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize(
    "target",
    [
        f"/{MARK}", f"/{MARK}?{MARK}={MARK}", f"{API}/{MARK}", f"{CONV2D}/{MARK}", f"{CONV2D}.{MARK}",
        f"{STEPS}/1/{MARK}", f"{API}/kernels/{MARK}", f"{CONV2D}/%2e%2e/{MARK}", f"/%00{MARK}",
        f"/{MARK}%0d%0aX-Injected:1", f"/<script>{MARK}</script>", f"/static/{MARK}",
        f"/static/%2e%2e%2f{MARK}", f"{CONV2D}/",
    ],
)  # fmt: skip
def test_an_address_that_is_not_there_is_not_repeated(api: Api, method: str, target: str) -> None:
    content = b"{}" if method == "POST" else None
    refused(api.call(method, target, headers=JSON, content=content), 404, 405)


@pytest.mark.parametrize(
    "method", [MARK, "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND"]
)
def test_a_method_that_is_not_there_is_not_repeated(api: Api, method: str) -> None:
    refused(api.call(method, CONV2D), 405)


@pytest.mark.parametrize(
    "query",
    [
        MARK, f"{MARK}=1", f"stride={MARK}", f"input={MARK}", f"kernel={MARK}", f"kernel={MARK.lower()}",
        f"border={MARK}", f"bias={MARK}", f"kernel=1/{MARK}", f"theme={MARK}", f"step={MARK}",
        f"{MARK}={MARK}&{MARK}={MARK}", f"stride=1&stride={MARK}", f"input=1,{MARK};2,3", f"%ff{MARK}=1",
        f"stride[{MARK}]=1", f"&&{MARK}&&", f"stride=1;{MARK}=2",
        pytest.param("&".join(f"{MARK}{number}=1" for number in range(3_000)), id="3,000 names"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("path", [CONV2D, STEPS, f"{STEPS}/1"])
def test_an_address_that_is_refused_is_not_repeated(api: Api, path: str, query: str) -> None:
    refused(api.call("GET", f"{path}?{query}"), 422)


def test_no_header_of_a_request_comes_back(api: Api) -> None:
    names = (
        "Accept", "Accept-Language", "Authorization", "Cookie", "Forwarded", "From", "If-Match",
        "If-None-Match", "Origin", "Range", "Referer", "User-Agent", "Via", "X-Forwarded-For",
        "X-Forwarded-Host", "X-Forwarded-Prefix", "X-HTTP-Method-Override", "X-Original-URL", "X-Request-ID",
    )  # fmt: skip
    headers = {"Host": f"{MARK}.example", **dict.fromkeys(names, MARK)}
    for target, status in ((CONV2D, 200), (f"{CONV2D}?stride=0", 422), ("/nothing", 404)):
        response = api.call("GET", target, headers=headers)
        assert response.status_code == status
        assert MARK.lower() not in f"{response.headers} {response.text}".lower()


@pytest.mark.parametrize("accept", ["text/html", "*/*;q=0", "", MARK, "a" * 8_000, "application/json;q=0"])
def test_an_unusual_wish_for_a_format_gets_json(api: Api, accept: str) -> None:
    response = api.get(STEPS, headers={"Accept": accept})
    assert response.headers["content-type"] == "application/json"


def test_a_refused_stream_is_a_problem_and_not_a_line(api: Api) -> None:
    refused(api.get(STEPS, {"stride": "0"}, headers=NDJSON), 422)


def test_a_header_of_json_cannot_smuggle_a_second_answer(api: Api) -> None:
    # Python would take a line break in a header of an answer; nothing of a request may get there.
    response = api.call("GET", f"{CONV2D}/steps?input=1,2;3,4%0d%0aX-Injected:%201")
    refused(response, 422)
    assert "x-injected" not in response.headers
