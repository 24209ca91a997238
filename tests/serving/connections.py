"""A real server in a thread, and raw sockets that talk to it.

Nothing here sleeps to wait: a test reads until the server ends the connection, and
fails when that takes longer than ``PATIENCE_SECONDS``.
"""

import asyncio
import http.client
import queue
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeAlias

import uvicorn
from starlette.types import ASGIApp, Receive, Scope, Send

from app.serving.protocol import ReceiveDeadlineProtocol

RECEIVE_SECONDS = 0.3
PATIENCE_SECONDS = 10
GET = b"GET / HTTP/1.1\r\nHost: test\r\n\r\n"

Address: TypeAlias = tuple[str, int]


class Site:
    """Answers with the length of the body, and tells when it is called and when its client is gone."""

    def __init__(self) -> None:
        self.events: queue.Queue[str] = queue.Queue()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; ``/slow`` takes its time, ``/unread`` does not read the body."""
        self.events.put("called")
        received = 0
        while scope["path"] != "/unread":
            message = await receive()
            if message["type"] == "http.disconnect":
                self.events.put("disconnected")
                return
            received += len(message["body"])
            if not message["more_body"]:
                break
        if scope["path"] == "/slow":
            await asyncio.sleep(1.5 * RECEIVE_SECONDS)
        body = b"%d" % received
        headers = [(b"content-length", b"%d" % len(body))]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": body})


@contextmanager
def serving(
    app: ASGIApp, *, protocol: type[ReceiveDeadlineProtocol] = ReceiveDeadlineProtocol, loop: str = "auto"
) -> Iterator[Address]:
    """A server in a thread; the socket listens before it starts, so nobody has to wait for it."""
    listener = socket.create_server(("127.0.0.1", 0))
    address = listener.getsockname()
    config = uvicorn.Config(
        app,
        http=protocol,
        loop=loop,
        lifespan="off",
        log_config=None,
        server_header=False,
        # So long that it is not what ends a connection here.
        timeout_keep_alive=10 * PATIENCE_SECONDS,
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, args=([listener],))
    thread.start()
    try:
        yield address
    finally:
        server.should_exit = True
        thread.join(PATIENCE_SECONDS)
        listener.close()


def connected(address: Address) -> socket.socket:
    return socket.create_connection(address, timeout=PATIENCE_SECONDS)


def wait_until_cut(connection: socket.socket) -> bytes:
    """Everything that the server still says before it ends the connection."""
    heard = b""
    try:
        while chunk := connection.recv(65_536):
            heard += chunk
    except ConnectionResetError:
        pass
    return heard


def is_cut_while_sending(connection: socket.socket, pieces: Iterator[bytes], *, pause: float) -> bool:
    """Whether the server ends the connection before all pieces are sent, listening a moment after each."""
    connection.settimeout(pause)
    for piece in pieces:
        try:
            connection.sendall(piece)
            if not connection.recv(1):
                return True
        except TimeoutError:
            continue
        except ConnectionError:
            return True
    return False


def answer(connection: socket.socket) -> tuple[int, str]:
    """Status and body of the next response."""
    response = http.client.HTTPResponse(connection)
    response.begin()
    return response.status, response.read().decode()
