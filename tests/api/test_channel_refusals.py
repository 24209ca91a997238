"""Several channels and kernels: what is refused, with the place of the number and a way out."""

import pytest

from tests.api.client import CONV2D, STEPS, Api, Document, pointers, problem


@pytest.mark.parametrize("body", [{"channels": 2}, {"kernel": "sobel-x::sobel-y"}])
@pytest.mark.parametrize("like", ["scipy-signal", "scipy-ndimage", "opencv", "numpy"])
def test_other_libraries_take_neither_channels_nor_kernels(api: Api, body: Document, like: str) -> None:
    members = problem(api.post(CONV2D, {**body, "like": like}), 422)
    assert "takes one channel and one kernel only. Change the channels or kernels," in members["detail"]
    assert pointers(members) == ["#/like"]


TWO_CHANNELS = [[[1, 2], [3, 4]], [[5, 6], [7, 8]]]
OUTSIDE = "input must be rows of numbers from −1,000,000 to 1,000,000, and"


SENTENCES = [
    ({"input": "1,2:1,x"}, "#/input/1/0/1", f"{OUTSIDE} row 1, column 2 of channel 2 is not such a number."),
    ({"input": [[[1]], [[2e6]]]}, "#/input/1/0/0", f"{OUTSIDE} row 1, column 1 of channel 2 is 2,000,000."),
    (
        {"kernel": "1::1:2;x"},
        "#/kernel/1/1/1/0",
        "kernel must be rows of numbers from −1,000,000 to 1,000,000, "
        "and row 2, column 1 of channel 2 of kernel 2 is not such a number.",
    ),
    (
        {"input": "1,2;3:1"},
        "#/input/0/1",
        "input must have rows of equal length, and row 1 of channel 1 has length 2 "
        "and row 2 of channel 1 has length 1.",
    ),
    (
        {"kernel": [[[[1]]], [[[1], [1]], [[1]]]]},
        "#/kernel/1/1",
        "kernel must have channels of equal size, and channel 1 of kernel 2 is 2 × 1 "
        "and channel 2 of kernel 2 is 1 × 1.",
    ),
    ({"input": ":".join("1" * 9)}, "#/input", "input must have at most 8 channels, and it has 9."),
    ({"input": [[[1]]] * 9}, "#/input", "input must have at most 8 channels, and it has 9."),
    ({"kernel": "::".join("1" * 17)}, "#/kernel", "kernel must have at most 16 kernels, and it has 17."),
    (
        {"kernel": f"1::{':'.join('1' * 9)}"},
        "#/kernel/1",
        "kernel must have at most 8 channels, and kernel 2 has 9.",
    ),
    (
        {"input": [[[1]], [[1] * 65]]},
        "#/input/1/0",
        "input must have at most 64 numbers in a row, and row 1 of channel 2 has 65.",
    ),
    ({"input": [[[1]], []]}, "#/input/1", "input must have at least one row, and channel 2 has none."),
    (
        {"input": [[[1]], [[]]]},
        "#/input/1/0",
        "input must have at least one number in each row, and row 1 of channel 2 has none.",
    ),
    (
        {"input": [[[1]], 5]},
        "#/input/1",
        "input must be a list of channels of rows, such as [[[1, 2], [3, 4]], [[5, 6], [7, 8]]], "
        "and channel 2 is not a list of rows.",
    ),
    (
        {"kernel": [[[[1]]], 5]},
        "#/kernel/1",
        "kernel must be a list of kernels, such as [[[[1, 2], [3, 4]]], [[[5, 6], [7, 8]]]], "
        "and kernel 2 is not a name or a list of channels.",
    ),
]


@pytest.mark.parametrize(("body", "pointer", "sentence"), SENTENCES)
def test_a_sentence_says_in_which_kernel_channel_row_and_column(
    api: Api, body: Document, pointer: str, sentence: str
) -> None:
    members = problem(api.post(CONV2D, body), 422)
    assert members["detail"] == sentence
    assert pointers(members) == [pointer]


@pytest.mark.parametrize(
    ("body", "pointer", "sentence"),
    [
        ({"kernel": "sobel-x::Sobel"}, "#/kernel/1", ", and kernel 2 is neither."),
        ({"kernel": ["sobel-x", "Sobel-Y"]}, "#/kernel/1", ", and kernel 2 is neither."),
        ({"input": "1:Ramp"}, "#/input/1", ", and channel 2 is neither."),
        ({"kernel": "sobel-x::unknown"}, "#/kernel", "kernel must be one of the names at /api/v1/kernels"),
        (
            {"input": TWO_CHANNELS, "kernel": "1"},
            "#/kernel",
            "kernel must have as many channels as the input, which has 2, and it has 1. "
            "Separate channels by a colon, or use a named kernel, which lies on all of them.",
        ),
        (
            {"kernel": "sobel-x::1:1"},
            "#/kernel",
            "kernel 2 must have as many channels as the input, which has 1, and it has 2.",
        ),
        (
            {"kernel": "sobel-x::1,1"},
            "#/kernel",
            "kernel 2 must be of the same size as kernel 1, which is 3 × 3, and it is 1 × 2. "
            "Fill it up with zeros.",
        ),
        (
            {"kernel": "1::2", "bias": [1, 2, 3]},
            "#/bias",
            "bias must be one number, or one for each kernel, and it has 3 numbers for two kernels.",
        ),
        (
            {"kernel": "1", "divisor": [1, 2]},
            "#/divisor",
            "divisor must be one number, or one for each kernel, and it has 2 numbers for one kernel.",
        ),
        ({"kernel": "1::2", "bias": [1, 2e6]}, "#/bias", "one for each kernel, and it is 2,000,000."),
        ({"kernel": "1::2", "bias": []}, "#/bias", "or one for each kernel."),
        ({"kernel": "sobel-x/2::1"}, "#/divisor", "a kernel from the catalogue has its own. Leave it out."),
        ({"kernel": "1/x::1"}, "#/divisor", "divisor must be a whole number from 1 to 1,000,000, or one for"),
    ],
)
def test_what_does_not_fit_together_is_refused_with_a_way_out(
    api: Api, body: Document, pointer: str, sentence: str
) -> None:
    members = problem(api.post(CONV2D, body), 422)
    assert sentence in members["detail"]
    assert pointers(members) == [pointer]


def test_the_work_of_all_channels_and_kernels_counts(api: Api) -> None:
    kernel = ";".join([",".join("1" * 15)] * 15)
    body = {"input": [[[1] * 64] * 64] * 3, "padding": 32}
    stack = ":".join([kernel] * 3)
    assert api.post(f"{STEPS}?limit=1", {**body, "kernel": "::".join([stack] * 5)}).status_code == 200
    sentence = problem(api.post(CONV2D, {**body, "kernel": "::".join([stack] * 6)}), 422)["detail"]
    assert "52,633,800 multiplications, and the limit is 50,000,000" in sentence
