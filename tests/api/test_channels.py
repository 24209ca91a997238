"""Several channels and kernels: how they are asked for, and what is answered."""

import json
from typing import Any
from urllib.parse import quote

import numpy as np
import pytest

from app.api import documents
from app.api.models import Conv2dRequest
from app.api.query import write_query
from app.settings import LIMITS
from tests.api.client import CONV2D, NDJSON, STEPS, Api, Document, document, problem
from tests.core.test_golden import CONV2D as GOLDEN

CASES = [case for case in GOLDEN if np.ndim(case["input"]) == 3]


TWO_CHANNELS = [[[1, 2], [3, 4]], [[5, 6], [7, 8]]]


TWO_KERNELS = [[[[1, 0], [0, 1]], [[0, 1], [1, 0]]], [[[1, 1], [1, 1]], [[1, 1], [1, 1]]]]


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(np.shape(case["kernel"])))
def test_an_answer_is_what_torch_computes(api: Api, case: Document) -> None:
    body = {name: case[name] for name in ("input", "kernel", "stride", "dilation", "border", "flip")}
    top, bottom, left, right = case["pads"]
    bias = case["bias"] or [0.0] * len(case["kernel"])
    trace = api.trace(**body, padding=[top, bottom, left, right], bias=bias)
    assert trace["output"] == case["output"]
    assert trace["geometry"]["channels"] == {"input": len(case["input"]), "output": len(case["kernel"])}
    assert [step["value"] for step in trace["steps"]] == np.ravel(case["output"]).tolist()


def test_what_a_kernel_has_of_its_own_is_a_list(api: Api) -> None:
    trace = api.trace(input=TWO_CHANNELS, kernel=TWO_KERNELS, divisor=[1, 4], bias=[0.5, 0], padding=1)
    assert trace["input"] == TWO_CHANNELS
    assert np.shape(trace["padded_input"]) == (2, 4, 4)
    assert trace["kernel"] == trace["applied_kernel"] == TWO_KERNELS
    assert (trace["divisor"], trace["bias"]) == ([1, 4], [0.5, 0])
    assert [each["decimals"] for each in trace["precision"]] == [1, 0]
    assert trace["output"][0][1][1] == 1 + 4 + 6 + 7 + 0.5
    assert trace["output"][1][1][1] == 36 / 4
    step = trace["steps"][9 + 4]
    assert step["output"] == {"row": 1, "column": 1, "channel": 1}
    assert step["patch"] == step["products"] == TWO_CHANNELS
    assert step["channel_sums"] == [10, 26]
    assert step["running_sums"] == [1, 3, 6, 10, 15, 21, 28, 36]
    assert step["padding_cells"] == 0
    documents.TraceDocument.model_validate(trace, strict=False)


@pytest.mark.parametrize(
    ("input_shape", "kernel_shape", "is_list"),
    [((1, 3, 3), (1, 2, 2), False), ((1, 3, 3), (2, 1, 2, 2), True), ((2, 3, 3), (1, 2, 2, 2), True)],
)
def test_one_kernel_over_one_channel_has_no_lists(
    api: Api, input_shape: tuple[int, ...], kernel_shape: tuple[int, ...], is_list: bool
) -> None:
    trace = api.trace(input=np.ones(input_shape).tolist(), kernel=np.ones(kernel_shape).tolist())
    assert np.ndim(trace["output"]) == 2 + is_list
    assert np.ndim(trace["kernel"]) == 2 + 2 * is_list
    assert isinstance(trace["precision"], list) == is_list
    assert ("channel_sums" in trace["steps"][0]) == is_list


@pytest.mark.parametrize(
    ("address", "body"),
    [
        pytest.param("input=1,2;3,4:5,6;7,8", {"input": TWO_CHANNELS, "kernel": "identity"}, id="channels"),
        pytest.param(
            "input=1,2;3,4:5,6;7,8&kernel=1,0;0,1:0,1;1,0::1,1;1,1:1,1;1,1/4&bias=0,−1",
            {"input": TWO_CHANNELS, "kernel": TWO_KERNELS, "divisor": [None, 4], "bias": [0, -1]},
            id="kernels",
        ),
        pytest.param(
            "kernel=sobel-x::sobel-y&bias=1", {"kernel": ["sobel-x", "sobel-y"], "bias": [1, 1]}, id="names"
        ),
        pytest.param(
            "kernel=1,1,1;1,1,1;1,1,1/9::sobel-x",
            {"kernel": [[[[1, 1, 1]] * 3], "sobel-x"], "divisor": [9, None]},
            id="numbers and a name",
        ),
        pytest.param(
            "kernel=1::2&divisor=4", {"kernel": [[[[1]]], [[[2]]]], "divisor": [4, 4]}, id="divisor"
        ),
        pytest.param("kernel=1::2&divisor=4,2", {"kernel": "1/4::2/2"}, id="divisors by name"),
        pytest.param("input=ramp&channels=3", {"input": "ramp", "channels": 3}, id="drawn channels"),
        pytest.param("kernel=1,2", {"kernel": [[[1, 2]]]}, id="one channel in a list"),
        pytest.param("kernel=1,2/3", {"kernel": [[[[1, 2]]]], "divisor": [3]}, id="one kernel in a list"),
        pytest.param("kernel=sobel-x&bias=2", {"kernel": ["sobel-x"], "bias": [2]}, id="one name in a list"),
    ],
)
def test_an_address_and_a_body_with_the_same_parameters_get_the_same_bytes(
    api: Api, address: str, body: dict[str, Any]
) -> None:
    size = "" if "input" in body else "&size=5"
    target = f"{CONV2D}?{quote(address, safe='=&:;,/-')}&padding=full{size}"
    body = {**body, "padding": "full", **({"size": 5} if size else {})}
    if "kernel" in body and body["kernel"] == "identity":
        del body["kernel"]
    from_address, from_body = api.call("GET", target), api.post(CONV2D, body)
    assert from_address.status_code == 200, from_address.text
    assert from_address.content == from_body.content
    again = api.call("GET", f"{CONV2D}?{write_query(Conv2dRequest.model_validate(body))}")
    assert again.content == from_body.content
    assert document(again)["links"]["self"] == document(from_address)["links"]["self"]


def test_drawn_channels_are_mirrored_and_random_ones_have_the_next_seeds(api: Api) -> None:
    ramp, mirrored, upside_down = api.trace(input="corner", channels=3)["input"]
    assert mirrored == [row[::-1] for row in ramp]
    assert upside_down == ramp[::-1]
    drawn = api.trace(input="random", channels=2, seed=7)["input"]
    assert drawn == [api.trace(input="random", seed=seed)["input"] for seed in (7, 8)]


def test_a_named_kernel_lies_on_every_channel_and_a_random_one_differs_by_kernel(api: Api) -> None:
    trace = api.trace(input="ramp", channels=2, kernel="random::random::box-3", seed=3)
    first, second, box = trace["kernel"]
    assert first[0] == first[1] == api.trace(kernel="random", seed=3)["kernel"]
    assert second[0] == api.trace(kernel="random", seed=4)["kernel"]
    assert trace["divisor"] == [1, 1, 9]
    assert box == [[[1, 1, 1]] * 3] * 2


def test_the_steps_of_all_kernels_are_pages_and_lines_of_one_trace(api: Api) -> None:
    query = "input=random&channels=2&kernel=sobel-x::sobel-y::box-3"
    trace = document(api.call("GET", f"{CONV2D}?{query}"))
    assert trace["step_count"] == len(trace["steps"]) == 48
    lines = api.call("GET", f"{STEPS}?{query}", headers=NDJSON).text.splitlines()
    assert [json.loads(line) for line in lines] == trace["steps"]
    page = document(api.call("GET", f"{STEPS}?{query}&offset=10&limit=30"))
    assert page["steps"] == trace["steps"][10:40]
    last = document(api.call("GET", f"{STEPS}/48?{query}"))
    assert last["output"] == {"row": 3, "column": 3, "channel": 2}
    assert "next" not in last["links"]
    assert problem(api.call("GET", f"{STEPS}/49?{query}"), 404)["detail"].startswith(
        "number must be from 1 to 48"
    )


@pytest.mark.parametrize("like", ["torch", "tensorflow"])
def test_a_layer_of_deep_learning_takes_channels(api: Api, like: str) -> None:
    assert api.trace(input=TWO_CHANNELS, kernel=TWO_KERNELS, like=like)["step_count"] == 2


def test_the_limits_are_published(api: Api) -> None:
    limits = document(api.get("/api/v1"))["limits"]
    assert (limits["channels"], limits["kernels"]) == (LIMITS.channels, LIMITS.kernels) == (8, 16)


def test_every_kernel_is_compared_with_itself_turned(api: Api) -> None:
    body = {"input": "random", "channels": 2, "kernel": "sobel-x::box-3::edge"}
    answer = document(api.post(f"{CONV2D}/comparison", body))
    documents.ComparisonDocument.model_validate(answer)
    assert answer["correlation"] == api.trace(**body)["output"]
    assert answer["convolution"] == api.trace(**body, flip=True)["output"]
    assert np.shape(answer["difference"]) == np.shape(answer["exact"]["difference"]) == (3, 4, 4)
    assert len(answer["precision"]) == 3
    assert (answer["is_same"], answer["is_symmetric"]) == (False, False)
    assert answer["sentence"].startswith("Kernel 1: Turned by 180 degrees every weight changes its sign")
    assert " Kernel 2: For this symmetric kernel nothing changes" in answer["sentence"]
    body["kernel"] = "box-3::edge"
    answer = document(api.post(f"{CONV2D}/comparison", body))
    assert (answer["is_same"], answer["is_symmetric"]) == (True, True)
    assert answer["sentence"].startswith("For this symmetric kernel nothing changes")


@pytest.mark.parametrize("step", [1, 20])
def test_the_page_shows_several_channels_and_kernels(api: Api, step: int) -> None:
    page = api.call("GET", f"/?input=ramp&channels=2&kernel=sobel-x::sobel-y&step={step}")
    assert page.status_code == 200
    assert f"Kernel {1 if step == 1 else 2} covers" in page.text
