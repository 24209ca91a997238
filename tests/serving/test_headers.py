"""Which header stands on which response."""

from collections.abc import Callable

import pytest
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from app.serving.headers import SecurityHeaders
from tests.serving.exchanges import ask, converse

ON_EVERY_RESPONSE = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "permissions-policy": (
        "accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()"
    ),
    "x-permitted-cross-domain-policies": "none",
}
PAGE_POLICY_BEFORE_ANCESTORS = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; media-src 'self' blob:; worker-src 'self'; manifest-src 'self'; form-action 'self'; "
    "base-uri 'none'; object-src 'none'; frame-ancestors "
)
PAGE_POLICY_AFTER_ANCESTORS = "; require-trusted-types-for 'script'; trusted-types 'none'"
ON_A_PAGE = {
    "content-security-policy": f"{PAGE_POLICY_BEFORE_ANCESTORS}'self'{PAGE_POLICY_AFTER_ANCESTORS}",
    "cross-origin-opener-policy": "same-origin",
    "origin-agent-cluster": "?1",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-cache",
}
ON_THE_API = {
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
    "access-control-allow-origin": "*",
    "cross-origin-resource-policy": "cross-origin",
    "cache-control": "no-store",
}
ON_A_STATIC_FILE = {"access-control-allow-origin": "*", "cross-origin-resource-policy": "cross-origin"}
ON_THE_EMBEDDED_PAGE = {
    "content-security-policy": f"{PAGE_POLICY_BEFORE_ANCESTORS}* file:{PAGE_POLICY_AFTER_ANCESTORS}",
    "cross-origin-resource-policy": "cross-origin",
    "cache-control": "no-cache",
}


def answering(**headers: str) -> ASGIApp:
    """An application that answers everything with these headers."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return SecurityHeaders(Response(headers=named))


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        pytest.param("/", ON_A_PAGE, id="a page"),
        pytest.param("/api", ON_A_PAGE, id="the page about the API"),
        pytest.param("/apiary", ON_A_PAGE, id="a page whose name starts like the API"),
        pytest.param("/embed", ON_THE_EMBEDDED_PAGE, id="the page for frames"),
        pytest.param("/embedded", ON_A_PAGE, id="a page whose name starts like the one for frames"),
        pytest.param("/api/v1/conv2d", ON_THE_API, id="the API"),
        pytest.param("/healthz", ON_THE_API, id="the health check"),
        pytest.param("/openapi.json", ON_THE_API, id="the description of the API"),
        pytest.param("/static/0/js/main.js", ON_A_STATIC_FILE, id="a static file"),
    ],
)
def test_a_response_carries_the_headers_of_its_area_and_no_others(
    path: str, expected: dict[str, str]
) -> None:
    headers = dict(ask(answering(), path).headers)
    del headers["content-length"]
    assert headers == ON_EVERY_RESPONSE | expected


def test_a_header_that_a_route_sets_on_purpose_stays() -> None:
    headers = ask(answering(Cache_Control="public, max-age=86400"), "/api/v1/conv2d").headers
    assert headers.get_list("cache-control") == ["public, max-age=86400"]


def test_the_name_of_the_server_is_never_sent() -> None:
    assert "server" not in ask(answering(Server="something 1.2.3")).headers


def test_a_response_without_any_headers_gets_them_too() -> None:
    async def bare(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 204})
        await send({"type": "http.response.body"})

    assert ask(SecurityHeaders(bare)).headers["referrer-policy"] == "no-referrer"


def test_hsts_is_not_sent_by_default() -> None:
    assert "strict-transport-security" not in ask(answering()).headers


@pytest.mark.parametrize("path", ["/", "/embed", "/api/v1", "/static/0/a.js"])
def test_hsts_is_sent_everywhere_where_the_site_is_deployed_over_tls(
    deploy: Callable[..., None], path: str
) -> None:
    deploy(hsts="1")
    headers = ask(answering(), path).headers
    assert headers["strict-transport-security"] == "max-age=31536000; includeSubDomains"


def test_the_operator_names_who_may_frame_the_embedded_page_and_nothing_else(
    deploy: Callable[..., None],
) -> None:
    deploy(frame_ancestors="https://moodle.school.example")
    site = answering()
    framed = "; frame-ancestors https://moodle.school.example; "
    assert framed in ask(site, "/embed").headers["content-security-policy"]
    assert framed not in ask(site, "/").headers["content-security-policy"]


def test_the_area_is_found_below_the_prefix_of_a_proxy() -> None:
    scope = {"type": "http", "method": "GET", "path": "/tools/api/v1", "root_path": "/tools", "headers": []}
    start = converse(answering(), scope)[0]
    assert (b"cache-control", b"no-store") in start["headers"]


def test_the_wrapped_response_is_not_changed_in_place() -> None:
    shared = Response()
    before = list(shared.raw_headers)
    ask(SecurityHeaders(shared))
    assert shared.raw_headers == before


def test_start_and_end_of_the_application_pass_through() -> None:
    steps = [{"type": "lifespan.startup"}, {"type": "lifespan.shutdown"}]
    sent = converse(SecurityHeaders(Starlette()), {"type": "lifespan"}, steps)
    assert [message["type"] for message in sent] == [
        "lifespan.startup.complete",
        "lifespan.shutdown.complete",
    ]
