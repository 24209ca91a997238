"""Security headers on every response, also on those that never reach the application.

An ASGI wrapper that belongs outside of everything else: a middleware inside the
application would miss the 413 of the request limits and the 500 of a crash.  It only
adds; a header that a route sets on purpose stays as it is.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import TypeAlias

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.settings import deployment

RawHeaders: TypeAlias = list[tuple[bytes, bytes]]

COMMON = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": (
        "accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()"
    ),
    "X-Permitted-Cross-Domain-Policies": "none",
}
HSTS = {"Strict-Transport-Security": "max-age=31536000; includeSubDomains"}
API_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"
PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; media-src 'self' blob:; worker-src 'self'; manifest-src 'self'; form-action 'self'; "
    "base-uri 'none'; object-src 'none'; frame-ancestors {frame_ancestors}; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
# Both are needed by a frame with sandbox="allow-scripts", as learning platforms make it: its origin is
# "null", and without them it may load neither our modules nor our style sheets.
OPEN_TO_ALL = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}


class Area(StrEnum):
    """Parts of the site that differ in who may read, frame or keep them."""

    PAGE = "page"
    EMBED = "embed"
    API = "api"
    STATIC = "static"


def area_of(path: str) -> Area:
    """The area of a path.  ``/api`` itself is a page: the reference that people read."""
    if path.startswith("/api/") or path in ("/healthz", "/openapi.json"):
        return Area.API
    if path.startswith("/static/"):
        return Area.STATIC
    return Area.EMBED if path == "/embed" else Area.PAGE


def header_sets() -> dict[Area, RawHeaders]:
    """The headers of each area under the present deployment."""
    switches = deployment()
    common = COMMON | HSTS if switches.hsts else COMMON
    embed_policy = PAGE_POLICY.format(frame_ancestors=switches.frame_ancestors)
    by_area = {
        Area.PAGE: {
            "Content-Security-Policy": PAGE_POLICY.format(frame_ancestors="'self'"),
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Cache-Control": "no-cache",
            # Only for pages: answers and frames may be sandboxed, which leaves them no origin to be keyed by,
            # and Chromium says so on the console of whoever opens one.
            "Origin-Agent-Cluster": "?1",
        },
        Area.EMBED: {
            "Content-Security-Policy": embed_policy,
            "Cross-Origin-Resource-Policy": "cross-origin",
            "Cache-Control": "no-cache",
        },
        Area.API: {"Content-Security-Policy": API_POLICY, **OPEN_TO_ALL, "Cache-Control": "no-store"},
        # How long a static file keeps depends on the hash in its address, which StaticAssets knows.
        Area.STATIC: OPEN_TO_ALL,
    }
    return {area: as_raw(common | headers) for area, headers in by_area.items()}


def as_raw(headers: dict[str, str]) -> RawHeaders:
    """Headers in the form that ASGI sends."""
    return [(name.lower().encode("ascii"), value.encode("latin-1")) for name, value in headers.items()]


def completed(headers: Iterable[tuple[bytes, bytes]], additions: RawHeaders) -> RawHeaders:
    """Headers of a response with those additions that it lacks, and without ``Server``."""
    kept = [(name.lower(), value) for name, value in headers if name.lower() != b"server"]
    present = {name for name, _ in kept}
    return kept + [header for header in additions if header[0] not in present]


def route_path(scope: Scope) -> str:
    """The path below the prefix under which a proxy or a mount serves us."""
    path: str = scope["path"]
    return path.removeprefix(scope.get("root_path", ""))


class SecurityHeaders:
    """Adds the headers of its area to every HTTP response of ``app``."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._header_sets = header_sets()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Add the headers where a response starts."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        additions = self._header_sets[area_of(route_path(scope))]

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": completed(message.get("headers", ()), additions)}
            await send(message)

        await self.app(scope, receive, send_with_headers)
