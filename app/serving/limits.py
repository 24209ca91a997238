"""Refuses requests that are too large or ambiguous, before the application sees them.

Starlette's body limit is not used: it answers in plain text when the length is declared,
raises through the application's own handlers when it is not, and knows nothing of headers.
"""

import re
from collections import defaultdict

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.problems import Problem, prefix_of
from app.settings import LIMITS

# httptools parses no longer request target, so a larger limit could not be kept.
TARGET_BYTES = min(LIMITS.target_bytes, 65_535)
# Fifteen digits are a petabyte, and int() of what is left cannot fail.
CONTENT_LENGTH = re.compile(rb"[0-9]{1,15}")
# ": " and the line break, which travel with every header.
SEPARATOR_BYTES = 4

TARGET_TOO_LONG = Problem(
    "target-too-long",
    f"The address has more than {TARGET_BYTES} bytes, the limit. "
    "Send the same names and values as a JSON body with POST to the API, or use a smaller input.",
)
HEADERS_TOO_LARGE = Problem(
    "headers-too-large",
    f"The headers have more than {LIMITS.header_bytes} bytes together, the limit. "
    "Leave out headers that are not needed; in a browser, delete the cookies of this site.",
)
BAD_HOST = Problem(
    "bad-host",
    "A request needs exactly one Host header. HTTP clients add it by themselves: do not remove or repeat it.",
)
AMBIGUOUS_LENGTH = Problem(
    "ambiguous-length",
    "The length of the body must be said once: by one Content-Length header with a whole number, "
    "or by Transfer-Encoding, not by both. HTTP clients do that by themselves: do not set these headers.",
)
COMPRESSED_BODY = Problem(
    "compressed-body",
    "The body says that it is compressed (Content-Encoding), and compressed bodies are not accepted. "
    "Send it as it is and leave out the Content-Encoding header.",
)
BODY_TOO_LARGE = Problem(
    "body-too-large",
    f"The body has more than {LIMITS.body_bytes} bytes, the limit. "
    "Use a smaller input, or name a pattern such as 'ramp' instead of listing its values.",
)


class RequestLimits:
    """Answers a request over a limit of ``LIMITS`` with a problem, and lets ``app`` see only the others."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse at once what the head of the request tells, and count what it does not tell."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        refused = refusal(scope)
        if refused is not None:
            await refused.response(prefix_of(scope))(scope, receive, send)
            return
        exchange = CountedExchange(scope, receive, send)
        await self.app(scope, exchange.receive, exchange.send)


def refusal(scope: Scope) -> Problem | None:
    """What is wrong with the target and the headers of a request, if anything is."""
    named: defaultdict[bytes, list[bytes]] = defaultdict(list)
    header_bytes = 0
    for name, value in scope["headers"]:
        named[name.lower()].append(value)
        header_bytes += len(name) + len(value) + SEPARATOR_BYTES
    lengths = named[b"content-length"]
    if target_bytes(scope) > TARGET_BYTES:
        return TARGET_TOO_LONG
    if header_bytes > LIMITS.header_bytes:
        return HEADERS_TOO_LARGE
    if len(named[b"host"]) != 1:
        return BAD_HOST
    if len(lengths) + len(named[b"transfer-encoding"]) > 1 or not all(map(CONTENT_LENGTH.fullmatch, lengths)):
        return AMBIGUOUS_LENGTH
    if any(coding.strip().lower() != b"identity" for coding in named[b"content-encoding"]):
        return COMPRESSED_BODY
    if any(int(length) > LIMITS.body_bytes for length in lengths):
        return BODY_TOO_LARGE
    return None


def target_bytes(scope: Scope) -> int:
    """Length of path and query as they were sent, with the question mark between them."""
    path: bytes = scope.get("raw_path") or scope["path"].encode()
    query: bytes = scope["query_string"]
    return len(path) + len(query) + bool(query)


class CountedExchange:
    """One request whose body is counted while the application reads it.

    Once the body is over the limit, the client gets the problem, and the application
    sees a client that went away: whatever it makes of that is no longer sent.
    """

    def __init__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._scope = scope
        self._receive = receive
        self._send = send
        self._body_bytes = 0
        self._is_started = False
        self._is_refused = False

    async def receive(self) -> Message:
        """The next message for the application."""
        message = await self._receive()
        self._body_bytes += len(message.get("body", b""))
        if self._body_bytes <= LIMITS.body_bytes:
            return message
        if not self._is_started:
            self._is_started = self._is_refused = True
            await BODY_TOO_LARGE.response(prefix_of(self._scope))(self._scope, self._receive, self._send)
        return {"type": "http.disconnect"}

    async def send(self, message: Message) -> None:
        """Pass on a message of the application, unless the client has our refusal already."""
        if not self._is_refused:
            self._is_started = True
            await self._send(message)
