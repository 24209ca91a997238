"""``/conv_transpose2d``: one transposed convolution in two pictures, by address and by JSON body."""

import itertools
from typing import Any

import pytest

from app.api import documents, transposed_documents
from app.settings import LIMITS
from tests.api.client import (
    CONV_TRANSPOSE2D,
    TRANSPOSED_STEPS,
    Api,
    Document,
    document,
)

SMALL = {
    "input": [[1, 2], [3, 4]],
    "kernel": [[1, 0], [2, 3]],
    "stride": 2,
    "padding": 1,
    "output_padding": 1,
}
EVERYTHING = {
    "input": "random",
    "size": [3, 4],
    "seed": 5,
    "kernel": "1,0,2;0.5,1,0/4",
    "stride": [3, 2],
    "dilation": [2, 1],
    "padding": [1, 2],
    "output_padding": [2, 0],
    "bias": -1.5,
}
ADDRESS = (
    "input=random&size=3x4&seed=5&kernel=1,0,2;0.5,1,0/4&stride=3,2&dilation=2,1&padding=1,2"
    "&output_padding=2,0&bias=-1.5"
)

TRACE = {
    "input", "padded_input", "kernel", "divisor", "applied_kernel", "bias", "geometry", "bounds",
    "output", "step_count", "precision", "steps", "scatter_step_count", "scatter_steps", "equivalent",
    "links",
}  # fmt: skip
SCATTER_STEP = {
    "index", "number", "input", "value", "products", "targets", "before", "after", "cropped_cells",
    "expression", "explanation", "phases",
}  # fmt: skip


def trace_of(api: Api, body: object) -> Document:
    response = api.post(CONV_TRANSPOSE2D, body)
    assert response.status_code == 200, response.text
    return document(response)


def test_an_example_to_check_by_hand(api: Api) -> None:
    trace = trace_of(api, SMALL)
    assert trace["output"] == [[3, 4, 6], [0, 4, 0], [9, 8, 12]]
    assert trace["padded_input"] == [[1, 0, 2, 0], [0, 0, 0, 0], [3, 0, 4, 0], [0, 0, 0, 0]]
    assert (trace["kernel"], trace["applied_kernel"]) == ([[1, 0], [2, 3]], [[3, 2], [0, 1]])
    geometry = trace["geometry"]
    assert (geometry["input_size"], geometry["stretched_size"]) == ([2, 2], [3, 3])
    assert (geometry["stride"], geometry["requested_padding"]) == ([2, 2], [1, 1])
    assert geometry["output_padding"] == [1, 1]
    assert geometry["padding"] == {"top": 0, "bottom": 1, "left": 0, "right": 1}
    assert geometry["formula"]["rows"] == "(2 − 1)·2 − 2·1 + 1·(2 − 1) + 1 + 1 = 3"
    first = trace["scatter_steps"][0]
    assert (first["value"], first["products"]) == (1, [[1, 0], [2, 3]])
    assert first["targets"] == {"rows": [-1, 0], "columns": [-1, 0]}
    assert (first["before"], first["after"]) == ([[None, None], [None, 0]], [[None, None], [None, 3]])


def test_every_member_of_the_contract_is_there_and_no_other(api: Api) -> None:
    trace = trace_of(api, SMALL)
    assert trace.keys() == TRACE
    assert trace["scatter_steps"][0].keys() == SCATTER_STEP
    assert trace["equivalent"].keys() == {"numpy", "scipy", "torch", "tensorflow", "python"}
    assert trace["links"].keys() == {"self", "steps", "first_step", "page"}


def test_the_gather_picture_reads_like_any_convolution(api: Api) -> None:
    """Every patch is found in the padded input by the index tables, as on the page."""
    trace = trace_of(api, EVERYTHING)
    geometry = trace["geometry"]
    rows, columns = geometry["row_indices"], geometry["column_indices"]
    top, left = geometry["padding"]["top"], geometry["padding"]["left"]
    cells = list(itertools.product(range(len(rows)), range(len(columns))))
    assert [(step["output"]["row"], step["output"]["column"]) for step in trace["steps"]] == cells
    for step, (row, column) in zip(trace["steps"], cells, strict=True):
        assert step["window"] == {"rows": rows[row], "columns": columns[column]}
        assert step["patch"] == [
            [trace["padded_input"][r + top][c + left] for c in columns[column]] for r in rows[row]
        ]
        assert step["value"] == trace["output"][row][column]


def test_the_stretched_input_has_the_input_at_every_stride(api: Api) -> None:
    trace = trace_of(api, EVERYTHING)
    top, left = (trace["geometry"]["padding"][side] for side in ("top", "left"))
    rows = trace["padded_input"][top : top + trace["geometry"]["stretched_size"][0] : 3]
    width = trace["geometry"]["stretched_size"][1]
    assert [row[left : left + width : 2] for row in rows] == trace["input"]


def test_the_scatter_picture_ends_on_the_output(api: Api) -> None:
    trace = trace_of(api, EVERYTHING)
    totals = [[0.0] * len(trace["output"][0]) for _ in trace["output"]]
    for step in trace["scatter_steps"]:
        targets = itertools.product(step["targets"]["rows"], step["targets"]["columns"])
        after = itertools.chain(*step["after"])
        for (row, column), total in zip(targets, after, strict=True):
            if total is not None:
                totals[row][column] = total
    assert [[total / 4 - 1.5 for total in row] for row in totals] == trace["output"]
    assert trace["scatter_step_count"] == len(trace["scatter_steps"]) == 12


@pytest.mark.parametrize(
    ("address", "body"),
    [
        pytest.param("", {}, id="nothing"),
        pytest.param(ADDRESS, EVERYTHING, id="everything"),
        pytest.param(
            "stride=2&output_padding=1", {"stride": [2, 2], "output_padding": [1, 1]}, id="one for both"
        ),
        pytest.param("padding=1&bias=−2", {"padding": 1, "bias": -2}, id="padding"),
    ],
)
def test_an_address_and_a_body_with_the_same_parameters_get_the_same_bytes(
    api: Api, address: str, body: dict[str, Any]
) -> None:
    from_address, from_body = (
        api.call("GET", f"{CONV_TRANSPOSE2D}?{address}"),
        api.post(CONV_TRANSPOSE2D, body),
    )
    assert from_address.status_code == from_body.status_code == 200
    assert from_address.content == from_body.content


@pytest.mark.parametrize("body", [{}, SMALL, EVERYTHING, {"input": [[1e-300, 1]], "kernel": [[0.1]]}])
def test_every_answer_has_the_shape_that_the_reference_shows(api: Api, body: Document) -> None:
    scatter = {"picture": "scatter"}
    for path, shape in (
        (CONV_TRANSPOSE2D, transposed_documents.TransposedTraceDocument),
        (TRANSPOSED_STEPS, transposed_documents.TransposedStepsDocument),
        (f"{TRANSPOSED_STEPS}?picture={scatter['picture']}", transposed_documents.TransposedStepsDocument),
        (f"{TRANSPOSED_STEPS}/1", documents.LinkedStepDocument),
        (f"{TRANSPOSED_STEPS}/1?picture=scatter", transposed_documents.LinkedScatterStepDocument),
    ):
        shape.model_validate_json(api.post(path, body).content, strict=True)


def test_the_tables_of_targets_hold_those_of_every_step(api: Api) -> None:
    body = {"size": [3, 4], "stride": [2, 3], "dilation": [1, 2], "padding": [1, 2], "output_padding": [0, 2]}
    trace = trace_of(api, {"input": "index", "kernel": [[1, 2, 3], [4, 5, 6]], **body})
    rows, columns = trace["geometry"]["row_targets"], trace["geometry"]["column_targets"]
    assert (len(rows), len(columns)) == (3, 4)
    for step in trace["scatter_steps"]:
        read = step["input"]
        assert step["targets"] == {"rows": rows[read["row"]], "columns": columns[read["column"]]}


def test_of_more_than_1024_steps_of_a_picture_none_is_sent(api: Api) -> None:
    trace = trace_of(api, {"input": "ramp", "size": 32, "kernel": [[1, 1]]})
    assert trace["step_count"] == 32 * 33
    assert trace["steps"] == []
    assert trace["scatter_step_count"] == len(trace["scatter_steps"]) == LIMITS.steps_in_trace
    trace = trace_of(api, {"input": "ramp", "size": [25, 41], "kernel": [[1] * 3] * 3, "padding": 2})
    assert trace["scatter_step_count"] == 1025
    assert trace["scatter_steps"] == []
    assert trace["step_count"] == len(trace["steps"]) == 23 * 39


def test_of_more_than_50000_products_of_a_picture_none_is_sent(api: Api) -> None:
    body = {"input": "ramp", "size": [24, 29], "padding": [0, 2], "kernel": [[1] * 10] * 7}
    trace = trace_of(api, body)
    assert trace["step_count"] == 30 * 34
    assert 30 * 34 * 70 > LIMITS.terms_in_trace >= 24 * 29 * 70
    assert trace["steps"] == []
    assert len(trace["scatter_steps"]) == 24 * 29


def test_the_page_s_own_parameters_are_taken_and_change_nothing(api: Api) -> None:
    view = {"operation": "conv_transpose2d", "theme": "dark", "labels": "rc", "step": "3", "play": "1"}
    assert api.get(CONV_TRANSPOSE2D, view).content == api.get(CONV_TRANSPOSE2D).content
