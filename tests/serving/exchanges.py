"""One exchange with an ASGI application, without a server."""

import asyncio
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence

import httpx
from starlette.types import ASGIApp, Message, Scope

HEAD = [(b"host", b"test")]


def ask(
    app: ASGIApp,
    path: str = "/",
    *,
    method: str = "GET",
    headers: Iterable[tuple[str, str]] = (),
    content: bytes | AsyncIterator[bytes] | None = None,
) -> httpx.Response:
    """What a client gets."""

    async def exchange() -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://test") as client:
            return await client.request(method, path, headers=list(headers), content=content)

    return asyncio.run(exchange())


def http_scope(
    path: str = "/", *, headers: Sequence[tuple[bytes, bytes]] = HEAD, method: str = "GET"
) -> Scope:
    """What a server tells of a request, with headers that no client would send."""
    return {"type": "http", "method": method, "path": path, "query_string": b"", "headers": headers}


def converse(app: ASGIApp, scope: Scope, incoming: Iterable[Message] = ()) -> list[Message]:
    """Every message that the application sends, given those that it may receive and not one more."""
    arriving: Iterator[Message] = iter(incoming)
    sent: list[Message] = []

    async def receive() -> Message:
        return next(arriving)

    async def send(message: Message) -> None:
        sent.append(message)

    async def call() -> None:
        await app(scope, receive, send)

    asyncio.run(call())
    return sent


def body_chunk(content: bytes, *, more_body: bool = True) -> Message:
    """A piece of a body on its way to the application."""
    return {"type": "http.request", "body": content, "more_body": more_body}
