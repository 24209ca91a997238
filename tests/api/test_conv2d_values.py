"""``/conv2d``: grids as they are given, and numbers as people write them."""

import re

from tests.api.client import CONV2D, Api


def test_the_padded_input_has_the_border_around_the_input(api: Api) -> None:
    trace = api.trace(input=[[1, 2], [3, 4]], kernel=[[1]], padding=[1, 0, 0, 2], border="edge")
    assert trace["padded_input"] == [[1, 2, 2, 2], [1, 2, 2, 2], [3, 4, 4, 4]]
    assert trace["input"] == [[1, 2], [3, 4]]


def test_rows_and_columns_that_the_stride_never_reaches_are_named(api: Api) -> None:
    geometry = api.trace(input="index", size=[6, 8], stride=[2, 4])["geometry"]
    assert geometry["unreached"] == {"rows": [5], "columns": [3, 7]}
    assert geometry["formula"]["rows"] == "⌊(6 + 0 + 0 − 3) / 2⌋ + 1 = 2"


def test_the_applied_kernel_is_the_flipped_one_and_the_kernel_is_as_given(api: Api) -> None:
    trace = api.trace(kernel=[[1, 2], [3, 4]], flip=True)
    assert (trace["kernel"], trace["applied_kernel"]) == ([[1, 2], [3, 4]], [[4, 3], [2, 1]])


def test_whole_numbers_are_whole_in_the_json_text(api: Api) -> None:
    body = {"input": [[1.0, 2], [3, 4]], "kernel": [[1.0, -1]], "bias": 2.0}
    text = api.post(CONV2D, body).text
    assert not re.search(r"\d\.0\b", text.partition('"equivalent"')[0])


def test_a_negative_zero_is_zero(api: Api) -> None:
    text = api.post(CONV2D, {"input": [[-0.0, 0.5]], "kernel": [[-0.0, 1]], "bias": -0.0}).text
    assert "-0" not in text
    assert "−0" not in text


def test_decimals_are_exact_where_binary_fractions_are_not(api: Api) -> None:
    trace = api.trace(input=[[0.1, 0.2]], kernel=[[1, 1]])
    assert trace["output"] == [[0.3]]
    assert trace["steps"][0]["expression"] == "0.1·1 + 0.2·1 = 0.3"
