"""The address: every spelling that it allows, and the way back from a request to its shortest address."""

from urllib.parse import parse_qsl

import pytest
from fastapi.exceptions import RequestValidationError
from hypothesis import given
from hypothesis import strategies as st

from app.api.errors import describe
from app.api.grid_text import GridTextError, read_grid, read_number, write_grid, write_number
from app.api.models import Conv2dRequest
from app.api.query import Conv2dQuery, read_query, write_fields, write_query
from tests.api.client import CONV2D, STEPS, Api, Document, document, problem, refusal
from tests.api.drawn_bodies import bodies, grids, layer_bodies, numbers


def read(address: str) -> Conv2dRequest:
    return read_query(Conv2dQuery.model_validate(dict(parse_qsl(address, strict_parsing=bool(address)))))


@given(body=bodies() | layer_bodies())
def test_a_written_address_reads_back_as_a_request_that_is_written_the_same_way(body: Document) -> None:
    request = Conv2dRequest.model_validate(body)
    address = write_query(request)
    again = read(address)
    assert write_query(again) == address
    for name in ("input", "size", "seed", "kernel", "divisor", "stride", "dilation", "bias", "like"):
        assert getattr(again, name) == getattr(request, name)


@given(body=bodies() | layer_bodies())
def test_the_fields_of_a_request_read_back_as_the_request_itself(body: Document) -> None:
    request = Conv2dRequest.model_validate(body)
    assert read_query(Conv2dQuery.model_validate(write_fields(request))) == request


@given(rows=grids(numbers, 5))
def test_a_grid_as_text_reads_back_as_the_same_numbers(rows: list[list[float]]) -> None:
    assert read_grid(write_grid(rows)) == rows


def test_the_largest_grid_as_text_reads_back_as_the_same_numbers() -> None:
    rows = [[100.0 * row + column for column in range(64)] for row in range(64)]
    assert read_grid(write_grid(rows)) == rows


@given(number=numbers)
def test_a_number_as_text_reads_back_as_the_same_number(number: float) -> None:
    assert read_number(write_number(number)) == number


@pytest.mark.parametrize(
    ("request_body", "address"),
    [
        ({}, ""),
        ({"input": "demo", "kernel": "prewitt-x", "size": 6, "padding": "valid", "flip": False}, ""),
        ({"input": "ramp", "size": [6, 8]}, "input=ramp&size=6x8"),
        ({"size": [7, 7]}, "size=7"),
        ({"input": [[1, -2.5], [0.0, 4]]}, "input=1,-2.5;0,4"),
        ({"kernel": [[1, 1]], "divisor": 2}, "kernel=1,1/2"),
        ({"padding": [1, 1, 1, 1]}, "padding=1"),
        ({"padding": [0, 1, 2, 3]}, "padding=0,1,2,3"),
        ({"stride": [2, 1], "dilation": 2}, "stride=2,1&dilation=2"),
        ({"like": "scipy-ndimage", "padding": "valid"}, "padding=valid&like=scipy-ndimage"),
        ({"flip": True, "bias": 1e-7}, "flip=1&bias=1e-07"),
    ],
)
def test_the_written_address_is_the_shortest_one(request_body: Document, address: str) -> None:
    assert write_query(Conv2dRequest.model_validate(request_body)) == address


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("7", 7), ("-7", -7), ("−7", -7), ("+7", 7), (" 7 ", 7), ("007", 7), ("0.5", 0.5), (".5", 0.5),
        ("5.", 5), ("1e3", 1000), ("1E-3", 0.001), ("−1.5e+2", -150),
    ],
)  # fmt: skip
def test_a_number_may_be_spelled_as_people_spell_it(text: str, number: float) -> None:
    assert read_number(text) == number


@pytest.mark.parametrize(
    "text", ["", " ", "-", "−", ".", "e3", "1e", "1e1000", "--1", "1 2", "1,2", "0x1", "١", "½"]
)
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"^$"):
        read_number(text)


def test_a_whole_number_stays_whole() -> None:
    assert [type(read_number(text)) for text in ("7", "7.0", "7e0")] == [int, float, float]


def test_the_place_of_a_wrong_cell_is_counted_from_1() -> None:
    with pytest.raises(GridTextError, match=r"^row 2, column 3 is not a number$"):
        read_grid("1,2,3;4,5,x")


@pytest.mark.parametrize(
    ("spelling", "plain"),
    [
        pytest.param("input=1, 2; 3, 4&kernel=1", "input=1,2;3,4&kernel=1", id="spaces"),
        pytest.param("input=1,%2B2;3,4&kernel=1", "input=1,2;3,4&kernel=1", id="plus"),
        pytest.param("input=1,+2;3,4&kernel=1", "input=1,2;3,4&kernel=1", id="a plus that is a space"),
        pytest.param("kernel=1,0,−1", "kernel=1,0,-1", id="a true minus"),
        pytest.param("kernel=1,1;1,1/ 4", "kernel=1,1;1,1/4", id="a space before the divisor"),
        pytest.param("kernel=1,1;1,1%2F4", "kernel=1,1;1,1/4", id="an escaped slash"),
        pytest.param("kernel=1,1;1,1&divisor=4", "kernel=1,1;1,1/4", id="a divisor by name"),
        pytest.param("size=8x8", "size=8", id="a size said twice"),
        pytest.param("stride=2,2", "stride=2", id="a stride said twice"),
        pytest.param("padding=1,1,1,1", "padding=1", id="a padding said four times"),
        pytest.param("bias=%E2%88%921", "bias=-1", id="an escaped minus"),
        pytest.param("padding=valid&border=zeros&flip=0", "", id="defaults in so many words"),
    ],
)
def test_two_spellings_are_one_convolution_with_one_tag(api: Api, spelling: str, plain: str) -> None:
    spelled, written = api.call("GET", f"{CONV2D}?{spelling}"), api.call("GET", f"{CONV2D}?{plain}")
    assert spelled.content == written.content
    assert spelled.headers["etag"] == written.headers["etag"]
    assert document(spelled)["links"]["self"] == f"{CONV2D}?{plain}".removesuffix("?")


@pytest.mark.parametrize(
    "page_only",
    [
        "step=3", "phase=multiply", "theme=projector", "play=1", "speed=0.25", "motion=off", "keys=0",
        "predict=1", "labels=xy", "step=9999999",
    ],
)  # fmt: skip
@pytest.mark.parametrize("path", [CONV2D, STEPS, f"{STEPS}/2"])
def test_the_names_of_the_page_are_accepted_and_change_nothing(api: Api, path: str, page_only: str) -> None:
    with_name, without = api.call("GET", f"{path}?size=8&{page_only}"), api.call("GET", f"{path}?size=8")
    assert with_name.status_code == 200
    assert with_name.content == without.content
    assert with_name.headers["etag"] == without.headers["etag"]


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("step=0", "step must be a whole number from 1 to the number of steps."),
        ("phase=jump", "phase must be one of place, multiply, add, write."),
        ("theme=pink", "theme must be one of auto, light, dark, projector."),
        ("play=2", "play must be 0 or 1."),
        ("speed=3", "speed must be one of 0.25, 0.5, 1, 2, 4."),
        ("motion=on", "motion must be auto or off."),
        ("keys=yes", "keys must be 0 or 1."),
        ("predict=yes", "predict must be 0 or 1."),
        ("labels=ij", "labels must be one of none, rc, xy."),
    ],
)
def test_a_wrong_value_of_the_page_is_refused_all_the_same(api: Api, address: str, sentence: str) -> None:
    assert refusal(api.call("GET", f"{CONV2D}?{address}")) == sentence


def test_a_parameter_said_twice_is_refused_and_not_guessed(api: Api) -> None:
    members = problem(api.call("GET", f"{CONV2D}?stride=1&stride=2"), 422)
    assert members["detail"] == "stride is there more than once. Keep one of them."
    assert members["errors"][0]["pointer"] == "#/stride"


def test_a_divisor_said_twice_is_refused_and_not_guessed(api: Api) -> None:
    members = problem(api.call("GET", f"{CONV2D}?kernel=1,1/4&divisor=4"), 422)
    assert members["detail"].startswith("divisor is there twice, by its name and behind the kernel.")
    assert members["errors"][0]["pointer"] == "#/divisor"


@pytest.mark.parametrize("kernel", ["sobel-x/2", "sobel-x", "no-such-name/2"])
def test_a_divisor_of_a_named_kernel_is_refused(api: Api, kernel: str) -> None:
    body = {"kernel": kernel} if "/" in kernel else {"kernel": kernel, "divisor": 2}
    members = problem(api.post(CONV2D, body), 422)
    assert members["detail"].startswith("divisor goes with a kernel in numbers")
    assert members["errors"][0]["pointer"] == "#/divisor"


@pytest.mark.parametrize("target", [f"{CONV2D}?stride=2", f"{STEPS}?input=ramp", f"{STEPS}/1?step=2"])
def test_with_a_body_the_address_has_no_parameters_that_could_be_overlooked(api: Api, target: str) -> None:
    assert refusal(api.post(target, {})).startswith("With POST, a convolution goes into the body, as JSON.")


def test_a_wrong_address_is_described_without_a_server() -> None:
    with pytest.raises(RequestValidationError) as refused:
        read("stride=0&bias=none")
    assert [detail.pointer for detail in describe(refused.value.errors())] == ["#/stride", "#/bias"]


@given(text=st.text("0123456789.,;−-+eE x/", max_size=30))
def test_any_text_as_a_grid_is_either_a_grid_or_refused_with_its_place(text: str) -> None:
    try:
        rows = read_grid(text)
    except GridTextError as error:
        refused = text.split(";")[error.row - 1].split(",")[error.column - 1]
        with pytest.raises(ValueError, match=r"^$"):
            read_number(refused)
    else:
        assert text.count(";") == len(rows) - 1
        assert text.count(",") == sum(len(row) - 1 for row in rows)
