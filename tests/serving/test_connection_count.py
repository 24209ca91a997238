"""How many connections one client may hold at a time."""

import asyncio
import http.client
from collections import Counter
from collections.abc import Callable
from typing import ClassVar

import uvicorn
from uvicorn.server import ServerState

from app.serving.protocol import ReceiveDeadlineProtocol
from tests.serving.connections import GET, PATIENCE_SECONDS, Address, Site, answer, connected, serving


def counting_apart() -> type[ReceiveDeadlineProtocol]:
    """The protocol with a count of its own, which other tests do not share."""

    class CountingApart(ReceiveDeadlineProtocol):
        open_connections: ClassVar[Counter[str]] = Counter()

    return CountingApart


def is_answered(address: Address) -> bool:
    with connected(address) as connection:
        try:
            connection.sendall(GET)
            return answer(connection)[0] == 200
        except (ConnectionError, http.client.BadStatusLine):
            return False


def test_one_client_may_hold_so_many_connections_and_no_more(deploy: Callable[..., None]) -> None:
    deploy(connections_per_client="2", receive_seconds=str(10 * PATIENCE_SECONDS))
    protocol = counting_apart()
    with serving(Site(), protocol=protocol) as address:
        with connected(address), connected(address) as second:
            assert not is_answered(address)
            second.sendall(GET)
            assert answer(second) == (200, "0")
        # The server hears of the two ends a moment later; from then on there is room again.
        assert any(is_answered(address) for _ in range(1_000))
    assert dict(protocol.open_connections) == {}


class Wire(asyncio.Transport):
    """A connection from an address that this machine may not have."""

    def __init__(self, client: str) -> None:
        super().__init__({"peername": (client, 1), "sockname": ("127.0.0.1", 2)})
        self.is_aborted = False

    def is_closing(self) -> bool:
        """Open until it is cut."""
        return self.is_aborted

    def abort(self) -> None:
        """Cut it."""
        self.is_aborted = True


def test_each_client_has_its_own_count(deploy: Callable[..., None]) -> None:
    deploy(connections_per_client="1")
    protocol, loop = counting_apart(), asyncio.new_event_loop()
    wires = [Wire("192.0.2.1"), Wire("192.0.2.2"), Wire("192.0.2.1")]
    for wire in wires:
        config = uvicorn.Config(Site(), log_config=None)
        protocol(config, ServerState(), {}, loop).connection_made(wire)
    loop.close()
    assert [wire.is_aborted for wire in wires] == [False, False, True]


def test_a_connection_that_ends_by_itself_is_not_cut_afterwards(deploy: Callable[..., None]) -> None:
    deploy(receive_seconds="0")
    loop, wire = asyncio.new_event_loop(), Wire("192.0.2.1")
    connection = counting_apart()(uvicorn.Config(Site(), log_config=None), ServerState(), {}, loop)
    connection.connection_made(wire)
    connection.connection_lost(ConnectionResetError())
    loop.run_until_complete(asyncio.sleep(0.01))
    loop.close()
    assert not wire.is_aborted
