"""Requests at a limit pass, requests over it get a sentence, and nothing of them is repeated."""

from collections.abc import AsyncIterator

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from app.serving.limits import SEPARATOR_BYTES, TARGET_BYTES, RequestLimits
from app.serving.unexpected import UnexpectedErrors
from app.settings import LIMITS
from tests.serving.exchanges import ask, body_chunk, converse, http_scope

Headers = list[tuple[bytes, bytes]]
HOST = (b"host", b"test")
REFUSED_BYTES = LIMITS.body_bytes + 1


async def count(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer with the length of the body."""
    body = await Request(scope, receive).body()
    await PlainTextResponse(str(len(body)))(scope, receive, send)


async def untouched(_scope: Scope, _receive: Receive, _send: Send) -> None:
    raise AssertionError("the application was called")


def status_for(*headers: tuple[bytes, bytes], path: str = "/") -> int:
    """Status of a request with exactly these headers and an empty body."""
    messages = [body_chunk(b"", more_body=False)]
    status: int = converse(RequestLimits(count), http_scope(path, headers=headers), messages)[0]["status"]
    return status


def padding(total_bytes: int) -> Headers:
    """Headers that have this many bytes on the wire."""
    name = b"x-padding"
    taken = sum(map(len, HOST)) + len(name) + 2 * SEPARATOR_BYTES
    return [HOST, (name, b"-" * (total_bytes - taken))]


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        pytest.param([HOST], 200, id="one host"),
        pytest.param([], 400, id="no host"),
        pytest.param([HOST, HOST], 400, id="two hosts"),
        pytest.param([HOST, (b"content-length", b"0")], 200, id="a length"),
        pytest.param([HOST, (b"transfer-encoding", b"chunked")], 200, id="chunks"),
        pytest.param(
            [HOST, (b"content-length", b"0"), (b"transfer-encoding", b"chunked")],
            400,
            id="a length and chunks",
        ),
        pytest.param([HOST, (b"content-length", b"0"), (b"content-length", b"5")], 400, id="two lengths"),
        pytest.param([HOST, (b"content-length", b"+5")], 400, id="a length with a sign"),
        pytest.param([HOST, (b"content-length", "٥".encode())], 400, id="a length in other digits"),
        pytest.param([HOST, (b"content-length", b"9" * 5000)], 400, id="a length of 5000 digits"),
        pytest.param([HOST, (b"content-encoding", b"gzip")], 415, id="compressed"),
        pytest.param([HOST, (b"content-encoding", b"identity, gzip")], 415, id="compressed after nothing"),
        pytest.param([HOST, (b"content-encoding", b"Identity")], 200, id="not compressed, in so many words"),
        pytest.param([HOST, (b"Content-Encoding", b"br")], 415, id="a name in capitals"),
        pytest.param(padding(LIMITS.header_bytes), 200, id="headers at the limit"),
        pytest.param(padding(LIMITS.header_bytes + 1), 431, id="headers over the limit"),
        pytest.param([HOST, (b"content-length", b"%d" % LIMITS.body_bytes)], 200, id="a length at the limit"),
        pytest.param([HOST, (b"content-length", b"%d" % REFUSED_BYTES)], 413, id="a length over the limit"),
    ],
)
def test_headers_decide_whether_a_request_passes(headers: Headers, status: int) -> None:
    assert status_for(*headers) == status


def test_a_target_passes_at_the_limit_and_is_refused_above_it() -> None:
    path = "/" + "p" * 99
    query = "q" * (TARGET_BYTES - len(f"{path}?"))
    assert ask(RequestLimits(count), f"{path}?{query}").status_code == 200
    assert ask(RequestLimits(count), f"{path}?{query}q").status_code == 414


def test_a_target_is_measured_as_it_was_sent_where_the_server_tells() -> None:
    scope = {**http_scope("/" + "é" * 20_000), "raw_path": b"/" + b"%C3%A9" * 20_000}
    assert converse(RequestLimits(untouched), scope)[0]["status"] == 414


def test_a_target_is_measured_as_decoded_where_the_server_tells_no_more() -> None:
    assert status_for(HOST, path="/" + "p" * TARGET_BYTES) == 414


@pytest.mark.parametrize(
    ("app_headers", "query", "sentence"),
    [
        pytest.param(
            {}, "q" * (TARGET_BYTES - 1), f"The address has more than {TARGET_BYTES} bytes", id="target"
        ),
        pytest.param(
            {"X": "-" * LIMITS.header_bytes},
            "",
            "The headers have more than 16384 bytes together",
            id="headers",
        ),
        pytest.param({"Content-Encoding": "gzip"}, "", "leave out the Content-Encoding header", id="coding"),
        pytest.param({"Content-Length": "524289"}, "", "The body has more than 524288 bytes", id="body"),
        pytest.param({"Content-Length": "many"}, "", "by one Content-Length header", id="length"),
    ],
)
def test_a_refusal_is_a_problem_document_with_a_sentence_to_act_on(
    app_headers: dict[str, str], query: str, sentence: str
) -> None:
    response = ask(RequestLimits(untouched), f"/?{query}", headers=app_headers.items())
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["status"] == response.status_code
    assert sentence in response.json()["detail"]


def test_a_missing_host_is_explained() -> None:
    body = converse(RequestLimits(untouched), http_scope(headers=[]))[1]["body"]
    assert b"exactly one Host header" in body


def test_a_refusal_repeats_nothing_of_the_request() -> None:
    response = ask(RequestLimits(untouched), "/?echo=me", headers={"Content-Encoding": "echo-me"}.items())
    assert "echo" not in response.text


def test_a_declared_body_over_the_limit_is_refused_before_any_of_it_is_read() -> None:
    headers = [HOST, (b"content-length", b"%d" % REFUSED_BYTES)]
    assert converse(RequestLimits(untouched), http_scope(headers=headers), [])[0]["status"] == 413


async def in_chunks(total_bytes: int) -> AsyncIterator[bytes]:
    for start in range(0, total_bytes, 1000):
        yield b"-" * min(1000, total_bytes - start)


def test_a_body_in_chunks_passes_at_the_limit() -> None:
    response = ask(RequestLimits(count), method="POST", content=in_chunks(LIMITS.body_bytes))
    assert response.text == str(LIMITS.body_bytes)


def test_a_body_in_chunks_is_refused_above_the_limit_as_a_declared_one_is() -> None:
    limited = UnexpectedErrors(RequestLimits(count))
    declared = ask(limited, method="POST", content=b"-" * REFUSED_BYTES)
    chunked = ask(limited, method="POST", content=in_chunks(REFUSED_BYTES))
    assert chunked.status_code == 413
    assert (chunked.json(), chunked.headers) == (declared.json(), declared.headers)


def test_a_body_in_chunks_is_not_read_to_its_end() -> None:
    # The messages end where reading must stop: one more receive() would raise.
    chunks = [body_chunk(b"-" * LIMITS.body_bytes), body_chunk(b"-")]
    sent = converse(UnexpectedErrors(RequestLimits(count)), http_scope(), chunks)
    assert [message.get("status") for message in sent] == [413, None]


async def start_then_read(_scope: Scope, receive: Receive, send: Send) -> None:
    """Answer with the types of the messages, and start the answer before reading."""
    await send({"type": "http.response.start", "status": 200, "headers": []})
    types = [(await receive())["type"] for _ in range(2)]
    await send({"type": "http.response.body", "body": " ".join(types).encode()})


def test_an_answer_that_has_started_is_finished_when_the_body_turns_out_too_large() -> None:
    chunks = [body_chunk(b"-"), body_chunk(b"-" * LIMITS.body_bytes)]
    sent = converse(RequestLimits(start_then_read), http_scope(), chunks)
    assert sent[0]["status"] == 200
    assert sent[1]["body"] == b"http.request http.disconnect"


async def answer_for_a_client_that_left(_scope: Scope, receive: Receive, send: Send) -> None:
    """Turn a broken body into an answer of its own, as FastAPI does."""
    for _ in range(2):
        await receive()
    await send({"type": "http.response.start", "status": 400, "headers": []})
    await send({"type": "http.response.body", "body": b"the body ended early"})


def test_what_the_application_says_after_the_refusal_is_not_sent() -> None:
    chunks = [body_chunk(b"-" * REFUSED_BYTES), body_chunk(b"-")]
    sent = converse(RequestLimits(answer_for_a_client_that_left), http_scope(), chunks)
    assert [message.get("status") for message in sent] == [413, None]


def test_start_and_end_of_the_application_pass_through() -> None:
    steps = [{"type": "lifespan.startup"}, {"type": "lifespan.shutdown"}]
    sent = converse(RequestLimits(Starlette()), {"type": "lifespan"}, steps)
    assert [message["type"] for message in sent] == [
        "lifespan.startup.complete",
        "lifespan.shutdown.complete",
    ]
