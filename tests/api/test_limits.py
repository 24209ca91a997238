"""Each published limit: what is at the limit is computed, one more is refused by a sentence that says so."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from app.api.grid_text import write_grid
from app.api.models import Conv2dRequest
from app.api.unpack import check_limits, unpack
from app.core.errors import InvalidParameterError, TooMuchWorkError
from app.settings import LIMITS, Limits
from tests.api.client import CONV2D, JSON, STEPS, Api, Document, document, pointers, problem, refusal

ONE = [[1]]


def address_of(body: Document) -> dict[str, str]:
    """The parameters of a body as they stand in an address, also where they are over a limit."""

    def text(name: str, value: Any) -> str:  # noqa: ANN401  # whatever a test puts there
        if isinstance(value, list) and isinstance(value[0], list):
            return write_grid(value)
        return (
            ("x" if name == "size" else ",").join(map(str, value)) if isinstance(value, list) else str(value)
        )

    return {name: text(name, value) for name, value in body.items()}


LIMITED = [
    pytest.param(
        {"input": [[1]] * 64, "kernel": ONE},
        {"input": [[1]] * 65, "kernel": ONE},
        "input must have at most 64 rows, and it has 65.",
        "#/input",
        id="grid_side: rows",
    ),
    pytest.param(
        {"input": [[1] * 64], "kernel": ONE},
        {"input": [[1] * 65], "kernel": ONE},
        "input must have at most 64 numbers in a row, and row 1 has 65.",
        "#/input/0",
        id="grid_side: columns",
    ),
    pytest.param(
        {"size": 64},
        {"size": 65},
        "size must be a whole number from 1 to 64, or two of them for rows and columns "
        "(6x8 in an address, [6, 8] in JSON), and it is 65.",
        "#/size",
        id="grid_side: size",
    ),
    pytest.param(
        {"size": [3, 64]}, {"size": [3, 65]}, "size must be a whole number", "#/size", id="grid_side: pair"
    ),
    pytest.param(
        {"input": "ramp", "size": 15, "kernel": [[1]] * 15},
        {"input": "ramp", "size": 20, "kernel": [[1]] * 16},
        "kernel must have at most 15 rows, and it has 16.",
        "#/kernel",
        id="kernel_side: rows",
    ),
    pytest.param(
        {"input": "ramp", "size": 15, "kernel": [[1] * 15]},
        {"input": "ramp", "size": 20, "kernel": [[1] * 16]},
        "kernel must have at most 15 numbers in a row, and row 1 has 16.",
        "#/kernel/0",
        id="kernel_side: columns",
    ),
    pytest.param(
        {"stride": 16},
        {"stride": 17},
        "stride must be a whole number from 1 to 16, or two of them for rows and columns "
        "(2,1 in an address, [2, 1] in JSON), and it is 17.",
        "#/stride",
        id="stride",
    ),
    pytest.param(
        {"stride": [1, 16]}, {"stride": [1, 17]}, "stride must be", "#/stride", id="stride: columns"
    ),
    pytest.param({"stride": 1}, {"stride": 0}, "and it is 0.", "#/stride", id="stride: least"),
    pytest.param(
        {"dilation": 16, "kernel": ONE},
        {"dilation": 17, "kernel": ONE},
        "dilation must be a whole number from 1 to 16, or two of them for rows and columns "
        "(2,1 in an address, [2, 1] in JSON), and it is 17.",
        "#/dilation",
        id="dilation",
    ),
    pytest.param(
        {"padding": 32},
        {"padding": 33},
        "padding must be one of valid, same, same_lower, same_tf, full, or a whole number from 0 to 32, "
        "or four of them (top, bottom, left, right), and it is 33.",
        "#/padding",
        id="padding",
    ),
    pytest.param(
        {"padding": [0, 0, 0, 32]},
        {"padding": [0, 0, 0, 33]},
        "from 0 to 32, or four of them (top, bottom, left, right), and it is 33.",
        "#/padding",
        id="padding: one side",
    ),
    pytest.param(
        {"padding": "full", "dilation": 16},
        {"padding": "full", "dilation": 11, "kernel": [[1, 1, 1, 1]]},
        "padding must be at most 32 cells on each side, and here it comes to 33.",
        "#/padding",
        id="padding: by name",
    ),
    pytest.param(
        {"input": [[1_000_000, -1_000_000]], "kernel": [[-1_000_000, 1_000_000]]},
        {"input": [[1, 2], [3, 1_000_001]], "kernel": ONE},
        "input must be rows of numbers from −1,000,000 to 1,000,000, and row 2, column 2 is 1,000,001.",
        "#/input/1/1",
        id="magnitude: input",
    ),
    pytest.param(
        {"kernel": [[1_000_000]]},
        {"kernel": [[1, -1_000_000.0001]]},
        "kernel must be rows of numbers from −1,000,000 to 1,000,000, "
        "and row 1, column 2 is −1,000,000.0001.",
        "#/kernel/0/1",
        id="magnitude: kernel",
    ),
    pytest.param(
        {"bias": -1_000_000},
        {"bias": -1_000_001},
        "bias must be a number from −1,000,000 to 1,000,000, or one for each kernel, and it is −1,000,001.",
        "#/bias",
        id="magnitude: bias",
    ),
    pytest.param(
        {"seed": 1_000_000},
        {"seed": 1_000_001},
        "seed must be a whole number from 0 to 1,000,000, and it is 1,000,001.",
        "#/seed",
        id="seed",
    ),
    pytest.param(
        {"kernel": ONE, "divisor": 1_000_000},
        {"kernel": ONE, "divisor": 1_000_001},
        "divisor must be a whole number from 1 to 1,000,000, or one for each kernel, and it is 1,000,001.",
        "#/divisor",
        id="divisor",
    ),
]


@pytest.mark.parametrize(("accepted", "refused", "sentence", "pointer"), LIMITED)
def test_a_body_is_computed_at_the_limit_and_refused_above(
    api: Api, accepted: Document, refused: Document, sentence: str, pointer: str
) -> None:
    assert api.post(CONV2D, accepted).status_code == 200
    members = problem(api.post(CONV2D, refused), 422)
    assert sentence in members["detail"]
    assert pointers(members) == [pointer]


@pytest.mark.parametrize(("accepted", "refused", "sentence", "pointer"), LIMITED)
def test_an_address_is_computed_at_the_limit_and_refused_above(
    api: Api, accepted: Document, refused: Document, sentence: str, pointer: str
) -> None:
    assert api.get(CONV2D, address_of(accepted)).status_code == 200
    members = problem(api.get(CONV2D, address_of(refused)), 422)
    assert sentence in members["detail"]
    assert pointers(members) == [pointer]


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (10**15, "and it is far larger."),
        (-(10**400), "and it is far smaller."),
        (10**15 - 1, "and it is 999,999,999,999,999."),
    ],
)
def test_a_number_far_over_its_limit_does_not_flood_the_sentence(
    api: Api, number: int, sentence: str
) -> None:
    assert refusal(api.post(CONV2D, {"seed": number})).endswith(sentence)


def test_a_page_of_steps_has_the_limit_and_not_one_more(api: Api) -> None:
    assert len(document(api.get(STEPS, {"size": "20", "limit": "64"}))["steps"]) == LIMITS.steps_in_page
    assert (
        refusal(api.get(STEPS, {"limit": "65"})) == "limit must be a whole number from 1 to 64, and it is 65."
    )


def test_the_work_is_computed_from_the_sizes_and_refused_above_its_limit() -> None:
    geometry = unpack(Conv2dRequest.model_validate({"size": 8})).geometry
    assert geometry.multiply_adds == 36 * 9
    check_limits(geometry, Limits(multiply_adds=36 * 9))
    with pytest.raises(TooMuchWorkError, match=r"ask for 324 multiplications, and the limit is 323\."):
        check_limits(geometry, Limits(multiply_adds=36 * 9 - 1))


@pytest.mark.parametrize("side", range(4), ids=["top", "bottom", "left", "right"])
def test_each_side_of_the_padding_is_held_to_its_limit(side: int) -> None:
    sides = [0, 0, 0, 0]
    sides[side] = 5
    geometry = unpack(Conv2dRequest.model_validate({"padding": sides})).geometry
    check_limits(geometry, Limits(padding=5))
    with pytest.raises(InvalidParameterError, match=r"^padding must be at most 4 cells .* it comes to 5\."):
        check_limits(geometry, Limits(padding=4))


def test_nothing_that_may_be_asked_is_more_work_than_the_limit_allows() -> None:
    largest = {"input": "ramp", "size": 64, "padding": 32, "kernel": [[1] * 15] * 15}
    assert unpack(Conv2dRequest.model_validate(largest)).geometry.multiply_adds < LIMITS.multiply_adds


def padded_body(length: int) -> bytes:
    """The lesson's convolution in this many bytes."""
    return b"{" + b" " * (length - 2) + b"}"


async def in_chunks(content: bytes) -> AsyncIterator[bytes]:
    for start in range(0, len(content), 10_000):
        yield content[start : start + 10_000]


@pytest.mark.parametrize("path", [CONV2D, STEPS, f"{STEPS}/1"])
def test_a_body_is_read_up_to_the_limit_and_no_further(api: Api, path: str) -> None:
    at_limit, over = padded_body(LIMITS.body_bytes), padded_body(LIMITS.body_bytes + 1)
    for sent_as in (lambda content: content, in_chunks):
        assert api.call("POST", path, headers=JSON, content=sent_as(at_limit)).status_code == 200
        sentence = refusal(api.call("POST", path, headers=JSON, content=sent_as(over)), 413)
        assert "The body has more than 524288 bytes, the limit." in sentence


def test_an_address_is_read_up_to_the_limit_and_no_further(api: Api) -> None:
    start, end = f"{CONV2D}?input=", "1&kernel=1"
    spaces = "+" * (LIMITS.target_bytes - len(start) - len(end))
    assert api.call("GET", start + spaces + end).status_code == 200
    sentence = refusal(api.call("GET", start + spaces + "+" + end), 414)
    assert "The address has more than 65535 bytes, the limit." in sentence


def test_headers_are_read_up_to_the_limit_and_no_further(api: Api) -> None:
    sent = api.get("/healthz", headers={"X-Padding": ""}).request.headers.raw
    free = LIMITS.header_bytes - sum(len(name) + len(value) + 4 for name, value in sent)
    assert api.get(CONV2D, headers={"X-Padding": "-" * free}).status_code == 200
    sentence = refusal(api.get(CONV2D, headers={"X-Padding": "-" * (free + 1)}), 431)
    assert "The headers have more than 16384 bytes together, the limit." in sentence
