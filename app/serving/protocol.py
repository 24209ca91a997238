"""uvicorn's HTTP protocol with bounds that it lacks: time, connections and bytes per client.

uvicorn never ends a connection on which a request arrives slowly or not at all, and its parser
takes headers of any length.  A few hundred idle sockets are then enough to lock a class out.
Pass the class as ``uvicorn.Config(http=ReceiveDeadlineProtocol)``.
"""

import asyncio
from collections import Counter
from typing import ClassVar

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

from app.problems import Problem
from app.serving.headers import Area, completed, header_sets
from app.serving.limits import TARGET_BYTES, TARGET_TOO_LONG
from app.settings import LIMITS, deployment

MALFORMED = Problem(
    "malformed-request",
    "This is not a valid HTTP/1.1 request. Check the method, the address and the headers, "
    "or let a browser, curl or an HTTP library write them.",
)
UNFINISHED_BYTES = LIMITS.header_bytes + LIMITS.target_bytes


class ReceiveDeadlineProtocol(HttpToolsProtocol):
    """One connection: a clock runs while the client owes us bytes, and cuts it when it ends.

    The clock is absolute, so sending one byte now and then does not help.  It starts with the
    connection and with the first byte of each further request, and stops when a request is
    complete; between requests uvicorn's keep-alive limit holds.

    Attributes:
        open_connections: Number of connections by client address; a UNIX socket counts as one client.
    """

    open_connections: ClassVar[Counter[str]] = Counter()

    _clock: asyncio.TimerHandle | None = None
    _is_receiving = False
    # Bytes since the parser last completed headers or a piece of a body.
    _unfinished_bytes = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn
        """Count the connection, and cut it when the client has too many."""
        super().connection_made(transport)
        # Nothing here speaks WebSocket, and a connection that is handed over would never be counted off.
        self.ws_protocol_class = None
        self.open_connections[self._address] += 1
        if self.open_connections[self._address] > deployment().connections_per_client:
            transport.abort()
        else:
            self._start_clock()

    def connection_lost(self, exc: Exception | None) -> None:
        """Count the connection off; uvicorn wakes a ``receive()`` that waits for the rest of a body."""
        self._stop_clock()
        self.open_connections[self._address] -= 1
        if not self.open_connections[self._address]:
            del self.open_connections[self._address]
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Feed the parser, and cut a client whose headers have no end."""
        # Also for bytes that begin no request, such as line breaks: they end uvicorn's keep-alive limit.
        if not self._is_answering:
            self._start_clock()
        self._unfinished_bytes += len(data)
        super().data_received(data)
        if self._unfinished_bytes > UNFINISHED_BYTES:
            self.transport.abort()

    def on_message_begin(self) -> None:
        """From the first byte of a request on, the client owes us the rest."""
        super().on_message_begin()
        self._is_receiving = True

    def on_headers_complete(self) -> None:
        """Headers have ended, and the application is called."""
        self._unfinished_bytes = 0
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        """A piece of the body has arrived; how much of it there may be is for ``RequestLimits``."""
        self._unfinished_bytes = 0
        super().on_body(body)

    def on_message_complete(self) -> None:
        """The client has sent all it owed."""
        super().on_message_complete()
        self._is_receiving = False
        self._stop_clock()
        # Refused before its end, as a body that is too large: its rest ended uvicorn's keep-alive limit.
        if not self._is_answering:
            self._start_clock()

    def on_response_complete(self) -> None:
        """Answered; from now on the client owes us the rest of the request that it began meanwhile."""
        super().on_response_complete()
        if self._is_receiving:
            self._start_clock()

    def send_400_response(self, msg: str) -> None:
        """Refuse what the parser refuses as all else is refused: a problem document, and the headers."""
        del msg  # Plain text for a log, which has it.
        problem = TARGET_TOO_LONG if len(self.url) > TARGET_BYTES else MALFORMED
        response = problem.response(self.root_path, {"Connection": "close"})
        headers = completed(response.raw_headers, self.server_state.default_headers + header_sets()[Area.API])
        lines = [b"%b: %b\r\n" % header for header in headers]
        self.transport.write(b"".join([STATUS_LINE[problem.status], *lines, b"\r\n", response.body]))
        self.transport.close()

    @property
    def _address(self) -> str:
        return self.client[0] if self.client else ""

    @property
    def _is_answering(self) -> bool:
        # There is no cycle before the first request.
        return not getattr(self.cycle, "response_complete", True)

    def _start_clock(self) -> None:
        if self._clock is None:
            self._clock = self.loop.call_later(deployment().receive_seconds, self.transport.abort)

    def _stop_clock(self) -> None:
        if self._clock is not None:
            self._clock.cancel()
            self._clock = None
