"""Why a value is refused, in one sentence: the parameter, its rule, where, and which number it is."""

import pytest

from app.api.fields import RULES
from app.api.models import Conv2dRequest
from app.api.view import VIEW_VALUES
from tests.api.client import CONV2D, CONV_TRANSPOSE2D, STEPS, Api, Document, pointers, problem

BROKEN_RULES = {
    "input": f"{CONV2D}?input=Ramp",
    "channels": f"{CONV2D}?channels=4",
    "size": f"{CONV2D}?size=6,8",
    "seed": f"{CONV2D}?seed=x",
    "kernel": f"{CONV2D}?kernel=Sobel-X",
    "divisor": f"{CONV2D}?kernel=1&divisor=0.5",
    "stride": f"{CONV2D}?stride=2x1",
    "dilation": f"{CONV2D}?dilation=1.5",
    "padding": f"{CONV2D}?padding=1,1",
    "output_padding": f"{CONV_TRANSPOSE2D}?output_padding=x",
    "border": f"{CONV2D}?border=zero",
    "flip": f"{CONV2D}?flip=yes",
    "bias": f"{CONV2D}?bias=one",
    "like": f"{CONV2D}?like=keras",
    "operation": f"{CONV2D}?operation=conv_transpose2d",
    "step": f"{CONV2D}?step=0",
    "phase": f"{CONV2D}?phase=end",
    "play": f"{CONV2D}?play=yes",
    "offset": f"{STEPS}?offset=x",
    "limit": f"{STEPS}?limit=x",
    "number": f"{STEPS}/x",
    "scale": f"{CONV2D}.png?scale=0.25",
    "show": f"{CONV2D}.svg?show=grids,",
    "ground": f"{CONV2D}.svg?ground=grass",
    "by": f"{CONV2D}.gif?by=frame",
    **{name: f"{CONV2D}?{name}=pink" for name in VIEW_VALUES},
}


def test_every_rule_has_a_value_here_that_breaks_it() -> None:
    assert BROKEN_RULES.keys() == RULES.keys()


@pytest.mark.parametrize(("name", "target"), BROKEN_RULES.items(), ids=BROKEN_RULES)
def test_who_breaks_a_rule_reads_it(api: Api, name: str, target: str) -> None:
    members = problem(api.call("GET", target), 422)
    assert members["detail"].startswith(f"{name} must be {RULES[name]}")
    assert members["title"] == "A parameter breaks its rule"
    assert members["type"] == "/problems/invalid-parameter"
    assert pointers(members) == [f"#/{name}"]
    assert members["errors"][0]["detail"] == members["detail"]


SENTENCES = [
    ({"kernel": "Sobel-X"}, "#/kernel", f"kernel must be {RULES['kernel']}, and it is neither."),
    ({"kernel": {}}, "#/kernel", f"kernel must be {RULES['kernel']}."),
    ({"kernel": []}, "#/kernel", "kernel must have at least one row, and it has none."),
    (
        {"kernel": [[1], []]},
        "#/kernel/1",
        "kernel must have at least one number in each row, and row 2 has none.",
    ),
    (
        {"kernel": [[1, 2], [3]]},
        "#/kernel/1",
        "kernel must have rows of equal length, and row 1 has length 2 and row 2 has length 1.",
    ),
    (
        {"input": "1,2;3"},
        "#/input/1",
        "input must have rows of equal length, and row 1 has length 2 and row 2 has length 1.",
    ),
    (
        {"input": [[1, 2], 3]},
        "#/input/1",
        "input must be a list of rows, such as [[1, 2], [3, 4]], and row 2 is not a list of numbers.",
    ),
    (
        {"input": [[1, 2], [3, None]]},
        "#/input/1/1",
        "input must be rows of numbers from −1,000,000 to 1,000,000, "
        "and row 2, column 2 is not such a number.",
    ),
    (
        {"input": "1,2;3,x"},
        "#/input/1/1",
        "input must be rows of numbers from −1,000,000 to 1,000,000, "
        "and row 2, column 2 is not such a number.",
    ),
    ({"input": "1;" * 99 + "1"}, "#/input", "input must have at most 64 rows, and it has 100."),
    (
        {"input": "1;" + "1," * 99 + "1"},
        "#/input/1",
        "input must have at most 64 numbers in a row, and row 2 has 100.",
    ),
    ({"size": [6, 7, 8]}, "#/size", f"size must be {RULES['size']}, and it has 3 numbers."),
    ({"size": [6]}, "#/size", f"size must be {RULES['size']}."),
    ({"padding": [1, 2, 33, 4]}, "#/padding", f"padding must be {RULES['padding']}, and it is 33."),
    ({"padding": [1] * 5}, "#/padding", f"padding must be {RULES['padding']}, and it has 5 numbers."),
    ({"bias": -2e6}, "#/bias", f"bias must be {RULES['bias']}, and it is −2,000,000."),
    ({"bias": 1_000_000.5}, "#/bias", f"bias must be {RULES['bias']}, and it is 1,000,000.5."),
    (
        {"strides": 2},
        "#",
        "There is a parameter with a name that is not known here. The parameters of a convolution are input, "
        "size, seed, kernel, divisor, stride, dilation, channels, padding, border, flip, bias and like.",
    ),
    (
        {"step": 1},
        "#/step",
        "step is not a parameter here. The parameters of a convolution are input, "
        "size, seed, kernel, divisor, stride, dilation, channels, padding, border, flip, bias and like.",
    ),
    ([], "#", 'The body must be a JSON object, such as {"input": "ramp", "kernel": "sobel-x"}.'),
]


@pytest.mark.parametrize(("body", "pointer", "sentence"), SENTENCES)
def test_a_sentence_says_what_is_wrong_and_where(api: Api, body: object, pointer: str, sentence: str) -> None:
    members = problem(api.post(CONV2D, body), 422)
    assert members["detail"] == sentence
    assert pointers(members) == [pointer]


@pytest.mark.parametrize(
    ("body", "pointer", "beginning"),
    [
        ({"kernel": "unknown"}, "#/kernel", "kernel must be one of the names at /api/v1/kernels"),
        ({"input": "unknown"}, "#/input", "input must be one of the names at /api/v1/inputs"),
        ({"input": [[1]]}, "#/kernel", "kernel spans 3 rows, and the input with its padding has only 1."),
        ({"padding": "same", "stride": 2}, "#/padding", "padding same needs stride 1, and the stride is 2."),
        ({"like": "opencv", "stride": 2}, "#/like", "OpenCV's filter2D moves by one cell only."),
    ],
)
def test_a_convolution_that_does_not_exist_is_refused_in_the_words_of_the_core(
    api: Api, body: Document, pointer: str, beginning: str
) -> None:
    members = problem(api.post(CONV2D, body), 422)
    assert members["type"] == "/problems/impossible-convolution"
    assert members["detail"].startswith(beginning)
    assert pointers(members) == [pointer]


def test_every_parameter_that_is_wrong_is_named_once(api: Api) -> None:
    body = {"stride": [0, 0], "dilation": [17, 18], "seed": -1, "padding": [99, 99, 99, 99]}
    members = problem(api.post(CONV2D, body), 422)
    assert pointers(members) == ["#/seed", "#/stride", "#/dilation", "#/padding"]
    assert members["detail"] == members["errors"][0]["detail"]


def test_no_more_than_ten_errors_are_listed(api: Api) -> None:
    all_wrong: Document = {name: {} for name in (*Conv2dRequest.model_fields, "other")}
    assert len(all_wrong) == 14
    assert len(problem(api.post(CONV2D, all_wrong), 422)["errors"]) == 10
