"""Slow, greedy and broken clients on real sockets: who is cut, and who must not be."""

import http.client
import json
import socket
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from app.serving.limits import TARGET_BYTES
from app.serving.protocol import UNFINISHED_BYTES
from tests.serving.connections import (
    GET,
    PATIENCE_SECONDS,
    RECEIVE_SECONDS,
    Address,
    Site,
    answer,
    connected,
    is_cut_while_sending,
    serving,
    wait_until_cut,
)

HALF_OF_GET = b"GET / HTTP/1.1\r\nHost:"
POST = b"POST / HTTP/1.1\r\nHost: test\r\nContent-Length: %d\r\n\r\n"
POST_CHUNKS = b"POST / HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n\r\n"
GET_SLOW_ANSWER = b"GET /slow HTTP/1.1\r\nHost: test\r\n\r\n"


@pytest.fixture(scope="module")
def address() -> Iterator[Address]:
    with serving(Site()) as found:
        yield found


@pytest.fixture(autouse=True)
def short_deadline(deploy: Callable[..., None]) -> None:
    deploy(receive_seconds=str(RECEIVE_SECONDS))


@pytest.fixture
def client(address: Address) -> Iterator[socket.socket]:
    with connected(address) as connection:
        yield connection


@pytest.fixture
def unhurried_client(address: Address, deploy: Callable[..., None]) -> Iterator[socket.socket]:
    """A connection whose deadline plays no part."""
    deploy(receive_seconds=str(10 * PATIENCE_SECONDS))
    with connected(address) as connection:
        yield connection


def test_a_connection_on_which_nothing_comes_is_cut(client: socket.socket) -> None:
    assert wait_until_cut(client) == b""


@pytest.mark.parametrize(
    "beginning",
    [b"G", HALF_OF_GET, b"\r\n", POST % 5 + b"four"],
    ids=["one letter", "half of the headers", "a line break", "a body without its end"],
)
def test_a_request_that_does_not_end_is_cut(client: socket.socket, beginning: bytes) -> None:
    client.sendall(beginning)
    assert wait_until_cut(client) == b""


@pytest.mark.parametrize(
    ("beginning", "piece"),
    [(HALF_OF_GET, b"x"), (b"", b"\r\n"), (POST % 9_999, b"x")],
    ids=["headers", "line breaks", "body"],
)
def test_sending_a_byte_now_and_then_does_not_help(
    client: socket.socket, beginning: bytes, piece: bytes
) -> None:
    client.sendall(beginning)
    drops = (piece for _ in range(1_000))
    assert is_cut_while_sending(client, drops, pause=RECEIVE_SECONDS / 10)


@pytest.mark.parametrize("loop", ["auto", "asyncio"])
def test_an_application_that_waits_for_a_body_is_told_that_its_client_is_gone(loop: str) -> None:
    site = Site()
    with serving(site, loop=loop) as address, connected(address) as client:
        client.sendall(POST % 5 + b"four")
        assert site.events.get(timeout=PATIENCE_SECONDS) == "called"
        assert site.events.get(timeout=PATIENCE_SECONDS) == "disconnected"
        assert wait_until_cut(client) == b""


@pytest.mark.parametrize("beginning", [HALF_OF_GET, b"\r\n"], ids=["half of a request", "a line break"])
def test_the_second_request_of_a_connection_has_the_same_deadline(
    client: socket.socket, beginning: bytes
) -> None:
    client.sendall(GET)
    assert answer(client) == (200, "0")
    client.sendall(beginning)
    assert wait_until_cut(client) == b""


def test_half_a_request_behind_one_that_is_being_answered_is_cut_after_the_answer(
    client: socket.socket,
) -> None:
    client.sendall(GET_SLOW_ANSWER + HALF_OF_GET)
    heard = wait_until_cut(client)
    assert heard.startswith(b"HTTP/1.1 200 OK\r\n")
    assert heard.endswith(b"\r\n\r\n0")


@pytest.mark.parametrize(
    "beginning",
    [b"GET / HTTP/1.1\r\nX-Flood: ", b"GET /", POST_CHUNKS + b"1;"],
    ids=["a header", "an address", "the extension of a chunk"],
)
def test_a_flood_is_cut_before_it_fills_the_memory(unhurried_client: socket.socket, beginning: bytes) -> None:
    unhurried_client.sendall(beginning)
    megabytes = (b"x" * 1_000_000 for _ in range(50))
    assert is_cut_while_sending(unhurried_client, megabytes, pause=0.01)


def test_a_request_in_time_is_answered(client: socket.socket) -> None:
    client.sendall(POST % 4 + b"four")
    assert answer(client) == (200, "4")


def test_an_answer_may_take_longer_than_the_request_was_allowed_to(client: socket.socket) -> None:
    client.sendall(GET_SLOW_ANSWER)
    assert answer(client) == (200, "0")


def test_a_connection_may_rest_between_two_requests(client: socket.socket, address: Address) -> None:
    client.sendall(GET)
    assert answer(client) == (200, "0")
    with connected(address) as younger:
        wait_until_cut(younger)
    client.sendall(GET)
    assert answer(client) == (200, "0")


def test_a_line_break_after_a_request_does_not_cost_its_answer() -> None:
    site = Site()
    with serving(site) as address, connected(address) as client:
        client.sendall(GET_SLOW_ANSWER)
        assert site.events.get(timeout=PATIENCE_SECONDS) == "called"
        client.sendall(b"\r\n")
        assert answer(client) == (200, "0")


def test_two_requests_sent_at_once_are_both_answered(client: socket.socket) -> None:
    client.sendall(GET_SLOW_ANSWER + GET.replace(b"Host: test\r\n", b"Host: test\r\nConnection: close\r\n"))
    assert wait_until_cut(client).count(b"HTTP/1.1 200 OK") == 2


def test_headers_at_the_limit_arrive_in_as_many_pieces_as_the_network_likes(
    unhurried_client: socket.socket,
) -> None:
    request = b"GET / HTTP/1.1\r\nHost: test\r\nX-Padding: "
    request += b"x" * (UNFINISHED_BYTES - len(request) - len(b"\r\n\r\n")) + b"\r\n\r\n"
    # Twice, because the first request must not count against the second.
    for _ in range(2):
        for start in range(0, len(request), 10_000):
            unhurried_client.sendall(request[start : start + 10_000])
        assert answer(unhurried_client) == (200, "0")


def test_a_body_is_not_taken_for_headers(unhurried_client: socket.socket) -> None:
    unhurried_client.sendall(POST % 500_000)
    for _ in range(5):
        unhurried_client.sendall(b"x" * 100_000)
    assert answer(unhurried_client) == (200, "500000")


def test_a_connection_survives_a_body_that_nobody_read_but_not_for_ever(client: socket.socket) -> None:
    client.sendall(b"POST /unread HTTP/1.1\r\nHost: test\r\nContent-Length: 4\r\n\r\n")
    assert answer(client) == (200, "0")
    client.sendall(b"four" + GET)
    assert answer(client) == (200, "0")
    client.sendall(b"POST /unread HTTP/1.1\r\nHost: test\r\nContent-Length: 4\r\n\r\n")
    assert answer(client) == (200, "0")
    client.sendall(b"four")
    assert wait_until_cut(client) == b""


def test_an_upgrade_to_websocket_is_answered_as_a_plain_request(client: socket.socket) -> None:
    upgrade = b"Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: eA==\r\n"
    client.sendall(GET.replace(b"\r\n\r\n", b"\r\n" + upgrade + b"Sec-WebSocket-Version: 13\r\n\r\n"))
    assert answer(client) == (200, "0")


def refused(connection: socket.socket) -> tuple[http.client.HTTPResponse, dict[str, Any]]:
    response = http.client.HTTPResponse(connection)
    response.begin()
    return response, json.loads(response.read())


@pytest.mark.parametrize(
    ("request_bytes", "slug", "status"),
    [
        pytest.param(b"\x16\x03\x01\x02\x00\x01", "malformed-request", 400, id="TLS to a plain port"),
        pytest.param(b"GET / HTTP/9.9\r\n\r\n", "malformed-request", 400, id="an unknown version"),
        pytest.param(b"GET / HTTP/1.1\nHost: test\n\n", "malformed-request", 400, id="bare line feeds"),
        pytest.param("GET /é HTTP/1.1\r\n\r\n".encode(), "malformed-request", 400, id="bare letters"),
        pytest.param(
            b"GET /%b HTTP/1.1\r\nHost: test\r\n\r\n" % (b"p" * TARGET_BYTES),
            "target-too-long",
            414,
            id="long",
        ),
    ],
)
def test_what_the_parser_refuses_is_a_problem_document_with_all_headers(
    unhurried_client: socket.socket, request_bytes: bytes, slug: str, status: int
) -> None:
    unhurried_client.sendall(request_bytes)
    response, document = refused(unhurried_client)
    assert (response.status, document["status"]) == (status, status)
    assert document["type"] == f"/problems/{slug}"
    assert response.headers["Content-Type"] == "application/problem+json"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers.get_all("Cache-Control") == ["no-store"]
    assert response.headers["Connection"] == "close"
    assert wait_until_cut(unhurried_client) == b""
