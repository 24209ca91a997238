"""``/conv2d``: how many steps a trace may have to be sent with them."""

import numpy as np
import pytest

from app.settings import LIMITS
from tests.api.client import Api, Document


def test_up_to_1024_steps_are_all_sent(api: Api) -> None:
    trace = api.trace(input="ramp", size=32, kernel=[[1]])
    assert trace["step_count"] == len(trace["steps"]) == LIMITS.steps_in_trace == 1024


def test_of_more_than_1024_steps_none_is_sent_but_all_are_counted(api: Api) -> None:
    trace = api.trace(input="ramp", size=[25, 41], kernel=[[1]])
    assert trace["step_count"] == 25 * 41 == 1025
    assert trace["steps"] == []
    assert np.size(trace["output"]) == 1025


@pytest.mark.parametrize(
    ("body", "taps", "step_count"),
    [
        pytest.param({"size": [34, 44]}, (10, 5), 25 * 40, id="one kernel"),
        pytest.param({"size": [24, 29], "channels": 2}, (5, 5), 2 * 20 * 25, id="channels and kernels"),
    ],
)
def test_up_to_50000_products_are_all_sent_and_of_more_none(
    api: Api, body: Document, taps: tuple[int, int], step_count: int
) -> None:
    def trace(rows: int, columns: int) -> Document:
        kernel = [[1] * columns] * rows
        return api.trace(input="ramp", kernel=[[kernel] * 2] * 2 if "channels" in body else kernel, **body)

    at_limit, above = trace(*taps), trace(taps[0], taps[1] + 1)
    assert len(at_limit["steps"]) == step_count
    assert step_count * 50 == LIMITS.terms_in_trace == 50_000
    assert above["step_count"] < LIMITS.steps_in_trace
    assert above["steps"] == []
    assert above["output"]


def test_the_largest_input_is_computed(api: Api) -> None:
    trace = api.trace(input="random", size=64, kernel=[[1] * 15] * 15, padding=32)
    assert trace["geometry"]["output_size"] == [114, 114]
    assert trace["step_count"] == 114 * 114
