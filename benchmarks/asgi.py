"""One HTTP exchange with an application in this process: all its middleware, and no network."""

import asyncio
from dataclasses import dataclass

from starlette.types import ASGIApp, Message, Scope

RawHeaders = tuple[tuple[bytes, bytes], ...]

GZIP: RawHeaders = ((b"accept-encoding", b"gzip"),)
JSON: RawHeaders = ((b"content-type", b"application/json"),)
NDJSON: RawHeaders = ((b"accept", b"application/x-ndjson"),)


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request that can be asked again and again.

    Attributes:
        app: The application with everything around it.
        method: GET or POST.
        path: Path, with the query string behind a "?" where there is one.
        headers: Those of the client, but for Host.
        body: What a POST sends.
    """

    app: ASGIApp
    method: str
    path: str
    headers: RawHeaders = ()
    body: bytes = b""

    async def answer(self) -> bytes:
        """The body of the answer, as it would go over the wire.

        Raises:
            RuntimeError: If the answer is not a 200.
        """
        asked = False
        answered: list[Message] = []

        async def receive() -> Message:
            nonlocal asked
            if asked:
                # A client that waits for its answer sends nothing, and does not go away.
                await asyncio.Event().wait()
            asked = True
            return {"type": "http.request", "body": self.body, "more_body": False}

        async def send(message: Message) -> None:
            answered.append(message)

        await self.app(self._scope(), receive, send)
        if answered[0]["status"] != 200:
            raise RuntimeError(f"{self.method} {self.path} was answered with {answered[0]['status']}")
        return b"".join(message.get("body", b"") for message in answered[1:])

    def _scope(self) -> Scope:
        """As uvicorn describes a request."""
        path, _, query = self.path.partition("?")
        return {
            "type": "http",
            "asgi": {"version": "3.0", "spec_version": "2.3"},
            "http_version": "1.1",
            "method": self.method,
            "scheme": "http",
            "path": path,
            "raw_path": path.encode(),
            "query_string": query.encode(),
            "root_path": "",
            "headers": [(b"host", b"localhost"), *self.headers],
            "client": ("127.0.0.1", 50_000),
            "server": ("127.0.0.1", 8_000),
            "state": {},
        }
