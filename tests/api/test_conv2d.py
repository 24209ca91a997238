"""``/conv2d``: the trace of a convolution, the same for an address and for a JSON body."""

import itertools
import math
from typing import Any

import pytest
from hypothesis import given

from app.api import documents
from app.api.models import Conv2dRequest
from app.api.query import write_query
from app.core.kernels import named_kernel
from tests.api.client import CONV2D, STEPS, Api, Document, document, refusal
from tests.api.drawn_bodies import bodies, layer_bodies

EXAMPLE = f"{CONV2D}?input=vertical-edge&kernel=prewitt-x"


TRACE = {
    "input", "padded_input", "kernel", "divisor", "applied_kernel", "bias", "geometry", "output",
    "step_count", "precision", "steps", "equivalent", "links", "bounds",
}  # fmt: skip


GEOMETRY = {
    "input_size", "kernel_size", "channels", "kernel_extent", "stride", "dilation", "padding", "border",
    "flip", "output_size", "formula", "row_indices", "column_indices", "unreached",
}  # fmt: skip


STEP = {
    "index", "number", "output", "window", "patch", "products", "running_sums", "sum", "bias", "value",
    "exact", "padding_cells", "expression", "explanation", "phases",
}  # fmt: skip


def flat(rows: list[list[float]]) -> list[float]:
    return list(itertools.chain.from_iterable(rows))


def test_the_example_of_the_lesson_has_sixteen_steps_that_add_up(api: Api) -> None:
    trace = document(api.call("GET", EXAMPLE))
    assert trace["step_count"] == len(trace["steps"]) == 16
    kernel = flat(trace["applied_kernel"])
    for step in trace["steps"]:
        assert flat(step["products"]) == [a * b for a, b in zip(flat(step["patch"]), kernel, strict=True)]
        assert step["running_sums"] == list(itertools.accumulate(flat(step["products"])))
        assert step["value"] == step["sum"] == sum(flat(step["products"]))


def test_the_example_of_the_lesson_finds_the_edge(api: Api) -> None:
    assert document(api.call("GET", EXAMPLE))["output"] == [[0, 30, 30, 0]] * 4


def test_one_seed_draws_the_input_and_the_kernel(api: Api) -> None:
    first, second = (api.trace(input="random", kernel="random", seed=seed) for seed in (1, 2))
    assert first["kernel"] == named_kernel("random", 1).weights.tolist()
    assert second["kernel"] == named_kernel("random", 2).weights.tolist()
    assert first["input"] != second["input"]


def test_the_values_of_the_steps_are_the_output_in_raster_order(api: Api) -> None:
    trace = api.trace(input="random", size=[5, 7], kernel="sobel-y")
    assert [step["value"] for step in trace["steps"]] == flat(trace["output"])
    cells = [(step["output"]["row"], step["output"]["column"]) for step in trace["steps"]]
    assert cells == list(itertools.product(range(3), range(5)))
    assert [step["number"] for step in trace["steps"]] == list(range(1, 16))
    assert [step["index"] for step in trace["steps"]] == list(range(15))


def test_every_member_of_the_contract_is_there_and_no_other(api: Api) -> None:
    trace = api.trace()
    assert trace.keys() == TRACE
    assert trace["geometry"].keys() == GEOMETRY
    assert trace["steps"][0].keys() == STEP
    assert trace["steps"][0]["output"].keys() == {"row", "column", "channel"}
    assert trace["steps"][0]["window"].keys() == {"rows", "columns"}
    assert trace["steps"][0]["phases"].keys() == {"place", "multiply", "add"}
    assert trace["geometry"]["padding"].keys() == {"top", "bottom", "left", "right"}
    assert trace["geometry"]["formula"].keys() == {"rows", "columns"}
    assert trace["geometry"]["unreached"].keys() == {"rows", "columns"}
    assert trace["precision"].keys() == {"decimals", "value_decimals", "rounded_decimals", "exact"}
    assert trace["bounds"].keys() == {"stride", "dilation", "padding", "padding_both", "size", "kernel_size"}
    assert trace["equivalent"].keys() == {"numpy", "scipy", "torch", "tensorflow", "python"}
    assert trace["links"].keys() == {"self", "steps", "first_step", "page"}


def test_the_bounds_of_rows_and_of_columns_are_never_exchanged(api: Api) -> None:
    bounds = api.trace(input="index", size=[4, 9], kernel=[[1, 1, 1], [1, 1, 1]])["bounds"]
    maxima = {
        name: (bounds[name]["rows"]["maximum"], bounds[name]["columns"]["maximum"])
        for name in ("dilation", "kernel_size")
    }
    assert maxima == {"dilation": (3, 4), "kernel_size": (4, 9)}
    assert (bounds["size"]["rows"]["minimum"], bounds["size"]["columns"]["minimum"]) == (2, 3)


@pytest.mark.parametrize(
    ("padding", "side", "words"),
    [
        ([3, 0, 0, 0], "top", "at the top"),
        ([0, 3, 0, 0], "bottom", "at the bottom"),
        ([0, 0, 3, 0], "left", "on the left"),
        ([0, 0, 0, 3], "right", "on the right"),
    ],
    ids=["top", "bottom", "left", "right"],
)
def test_the_padding_without_which_the_kernel_does_not_fit_is_bounded_on_its_side(
    api: Api, padding: list[int], side: str, words: str
) -> None:
    rows, columns = (3, 6) if sum(padding[:2]) else (6, 3)
    bounds = api.trace(input="index", size=[rows, columns], kernel="gaussian-5", padding=padding)["bounds"]
    assert bounds["padding"][side]["minimum"] == 2
    assert bounds["padding"][side]["minimum_reason"].startswith(f"The padding {words} must be at least 2:")


def test_without_a_parameter_it_is_the_convolution_of_the_lesson(api: Api) -> None:
    trace = api.trace()
    assert trace["geometry"]["input_size"] == [6, 6]
    assert trace["geometry"]["kernel_size"] == [3, 3]
    assert trace["geometry"]["output_size"] == [4, 4]


def test_the_default_of_like_is_the_library_s_and_not_ours(api: Api) -> None:
    geometry = api.trace(like="scipy-ndimage")["geometry"]
    assert (geometry["border"], geometry["flip"], geometry["output_size"]) == ("symmetric", True, [6, 6])


@pytest.mark.parametrize(
    ("address", "body"),
    [
        pytest.param("", {}, id="nothing"),
        pytest.param("input=1,2;3,4&kernel=1", {"input": [[1, 2], [3, 4]], "kernel": [[1]]}, id="grids"),
        pytest.param("input=1,2;3,4&kernel=1", {"input": "1,2;3,4", "kernel": "1"}, id="grids as text"),
        pytest.param("size=6x8", {"size": [6, 8]}, id="two sizes"),
        pytest.param("size=7", {"size": 7}, id="one size"),
        pytest.param("input=random&seed=7", {"input": "random", "seed": 7}, id="seed"),
        pytest.param("kernel=random&seed=7", {"kernel": "random", "seed": 7}, id="seed of a kernel"),
        pytest.param("kernel=1,1;1,1/4", {"kernel": [[1, 1], [1, 1]], "divisor": 4}, id="divisor"),
        pytest.param("kernel=1,1;1,1&divisor=4", {"kernel": "1,1;1,1/4"}, id="divisor by name"),
        pytest.param("stride=2,1&dilation=1,2", {"stride": [2, 1], "dilation": [1, 2]}, id="pairs"),
        pytest.param("stride=2&dilation=2", {"stride": 2, "dilation": [2, 2]}, id="one for both axes"),
        pytest.param("padding=1,2,3,4", {"padding": [1, 2, 3, 4]}, id="padding per side"),
        pytest.param("padding=2", {"padding": 2}, id="padding alike"),
        pytest.param(
            "padding=same&border=reflect", {"padding": "same", "border": "reflect"}, id="padding by name"
        ),
        pytest.param("flip=1", {"flip": True}, id="flip"),
        pytest.param("flip=1", {"flip": 1}, id="flip as a number"),
        pytest.param("bias=−1.5", {"bias": -1.5}, id="bias"),
        pytest.param("like=opencv", {"like": "opencv"}, id="like"),
    ],
)
def test_an_address_and_a_body_with_the_same_parameters_get_the_same_bytes(
    api: Api, address: str, body: dict[str, Any]
) -> None:
    from_address, from_body = api.call("GET", f"{CONV2D}?{address}"), api.post(CONV2D, body)
    assert from_address.status_code == from_body.status_code == 200
    assert from_address.content == from_body.content


@given(body=bodies() | layer_bodies())
def test_any_body_and_the_address_that_is_written_for_it_get_the_same_bytes(
    api: Api, body: dict[str, Any]
) -> None:
    address = write_query(Conv2dRequest.model_validate(body))
    from_address, from_body = api.call("GET", f"{CONV2D}?{address}"), api.post(CONV2D, body)
    assert from_address.status_code == from_body.status_code
    assert from_address.content == from_body.content
    if from_body.status_code == 200:
        documents.TraceDocument.model_validate_json(from_body.content, strict=True)
    else:
        refusal(from_body)


@given(body=bodies())
def test_any_trace_adds_up_and_fits_its_own_geometry(api: Api, body: dict[str, Any]) -> None:
    response = api.post(CONV2D, body)
    if response.status_code == 422:
        return
    trace = document(response)
    rows, columns = trace["geometry"]["output_size"]
    assert trace["step_count"] == rows * columns == len(trace["steps"])
    assert [len(row) for row in trace["output"]] == [columns] * rows
    for step in trace["steps"]:
        assert step["running_sums"][-1] == step["sum"]
        assert step["padding_cells"] == padding_cells(trace["geometry"], step["window"])
        assert step["patch"] == patch(trace, step["window"])
        expected = step["sum"] / trace["divisor"] + step["bias"]
        assert math.isclose(step["value"], expected, rel_tol=1e-9, abs_tol=1e-9)


def padding_cells(geometry: Document, window: Document) -> int:
    """Taps of a window that lie outside of the input."""
    return sum(
        not (0 <= row < geometry["input_size"][0] and 0 <= column < geometry["input_size"][1])
        for row, column in itertools.product(window["rows"], window["columns"])
    )


def patch(trace: Document, window: Document) -> list[list[float]]:
    """What lies under a window, looked up in the padded input."""
    padding = trace["geometry"]["padding"]
    return [
        [
            trace["padded_input"][row + padding["top"]][column + padding["left"]]
            for column in window["columns"]
        ]
        for row in window["rows"]
    ]


@pytest.mark.parametrize(
    ("path", "shape"),
    [
        pytest.param(CONV2D, documents.TraceDocument, id="trace"),
        pytest.param(STEPS, documents.StepsDocument, id="steps"),
        pytest.param(f"{STEPS}/1", documents.LinkedStepDocument, id="step"),
    ],
)
@pytest.mark.parametrize(
    "body",
    [
        pytest.param({}, id="whole"),
        pytest.param({"kernel": [[0.5, 0.25]], "bias": 0.1}, id="decimal"),
        pytest.param({"kernel": "box-3", "padding": "same", "border": "edge"}, id="divided and padded"),
        pytest.param({"input": [[1e-300, 1]], "kernel": [[0.1]]}, id="not exact"),
    ],
)
def test_every_answer_has_the_shape_that_the_reference_shows(
    api: Api, path: str, shape: type[documents.Document], body: Document
) -> None:
    shape.model_validate_json(api.post(path, body).content, strict=True)
