"""What ``/conv_transpose2d`` refuses, and in which words."""

import pytest

from app.api.fields import TRANSPOSED_RULES
from tests.api.client import (
    CONV2D,
    CONV_TRANSPOSE2D,
    STEPS,
    TRANSPOSED_STEPS,
    Api,
    Document,
    pointers,
    problem,
    refusal,
)
from tests.api.hostile_bodies import MARK
from tests.api.hostile_values import NOT_A_NUMBER
from tests.api.test_hostile import refused, send

NAMES = (
    "The parameters of a transposed convolution are input, size, seed, kernel, divisor, stride, dilation, "
    "padding, output_padding and bias."
)


@pytest.mark.parametrize(
    ("body", "pointer", "sentence"),
    [
        pytest.param(
            {"input": [[[1, 2]], [[3, 4]]]},
            "#/input",
            "input must have one channel for a transposed convolution, and it has more. Take one of them.",
            id="channels",
        ),
        pytest.param(
            {"input": "1,2:3,4"},
            "#/input",
            "input must have one channel for a transposed convolution, and it has more. Take one of them.",
            id="channels as text",
        ),
        pytest.param(
            {"kernel": [[[[1]]], [[[1]]]]},
            "#/kernel",
            "kernel must be one kernel with one channel for a transposed convolution. Take one of them.",
            id="kernels",
        ),
        pytest.param(
            {"kernel": "sobel-x::sobel-y"},
            "#/kernel",
            "kernel must be one kernel with one channel for a transposed convolution. Take one of them.",
            id="kernels by name",
        ),
        pytest.param(
            {"channels": 2},
            "#/channels",
            "channels has no meaning for a transposed convolution: it takes an input of one channel. "
            "Leave it out.",
            id="drawn channels",
        ),
        pytest.param(
            {"border": "zeros"},
            "#/border",
            "border has no meaning for a transposed convolution: nothing but zeros stands between and around "
            "the cells of the input. Leave it out.",
            id="border",
        ),
        pytest.param(
            {"flip": 1},
            "#/flip",
            "flip has no meaning for a transposed convolution: it lays the kernel down as it is, and slides "
            "it rotated in the gather picture. Leave it out.",
            id="flip",
        ),
        pytest.param(
            {"like": "torch"},
            "#/like",
            "like has no meaning for a transposed convolution: it follows PyTorch's conv_transpose2d in "
            "everything. Leave it out.",
            id="like",
        ),
        pytest.param({"theme": "dark"}, "#/theme", f"theme is not a parameter here. {NAMES}", id="theme"),
        pytest.param(
            {"paddings": 1},
            "#",
            f"There is a parameter with a name that is not known here. {NAMES}",
            id="unknown",
        ),
        pytest.param(
            {"padding": "same"}, "#/padding", f"padding must be {TRANSPOSED_RULES['padding']}.", id="name"
        ),
        pytest.param(
            {"padding": [1, 1, 1, 1]},
            "#/padding",
            f"padding must be {TRANSPOSED_RULES['padding']}, and it has 4 numbers.",
            id="four sides",
        ),
        pytest.param(
            {"padding": 33},
            "#/padding",
            f"padding must be {TRANSPOSED_RULES['padding']}, and it is 33.",
            id="too much padding for anybody",
        ),
        pytest.param(
            {"output_padding": 16},
            "#/output_padding",
            f"output_padding must be {TRANSPOSED_RULES['output_padding']}, and it is 16.",
            id="too much output padding for anybody",
        ),
    ],
)
def test_a_sentence_says_what_is_wrong_and_where(
    api: Api, body: Document, pointer: str, sentence: str
) -> None:
    members = problem(api.post(CONV_TRANSPOSE2D, body), 422)
    assert members["detail"] == sentence
    assert pointers(members) == [pointer]


@pytest.mark.parametrize(
    ("query", "pointer", "sentence"),
    [
        pytest.param(
            "padding=3",
            "#/padding",
            "padding must be at most 2, which is dilation · (kernel size − 1), and it is 3.",
            id="more padding than the kernel reaches",
        ),
        pytest.param(
            "output_padding=1",
            "#/output_padding",
            "output_padding must be smaller than the stride or the dilation, which are 1 and 1, and it is 1.",
            id="a whole stride of output padding",
        ),
        pytest.param(
            "size=1&padding=2",
            "#/padding",
            "padding 2 crops both ends of an output of 3, and nothing is left:",
            id="nothing left",
        ),
        pytest.param(
            "kernel=unknown", "#/kernel", "kernel must be one of the names at /api/v1/kernels", id="kernel"
        ),
    ],
)
def test_a_transposed_convolution_that_does_not_exist_is_refused_in_the_words_of_the_core(
    api: Api, query: str, pointer: str, sentence: str
) -> None:
    members = problem(api.call("GET", f"{CONV_TRANSPOSE2D}?{query}"), 422)
    assert members["type"] == "/problems/impossible-convolution"
    assert members["detail"].startswith(sentence)
    assert pointers(members) == [pointer]


@pytest.mark.parametrize("literal", NOT_A_NUMBER.values(), ids=NOT_A_NUMBER)
def test_what_is_not_a_number_is_refused_wherever_a_number_belongs(api: Api, literal: str) -> None:
    for place in (
        '"padding": %s',
        '"padding": [0, %s]',
        '"output_padding": %s',
        '"bias": %s',
        '"stride": %s',
    ):
        refused(send(api, f"{{{place % literal}}}", path=CONV_TRANSPOSE2D), 422)


@pytest.mark.parametrize(
    "query",
    [
        f"padding={MARK}", f"output_padding={MARK}", f"picture={MARK}", f"border={MARK}", f"{MARK}=1",
        "padding=1&padding=1", "padding=-1", "padding=1,1,1", "output_padding=1.0", "output_padding=",
        "flip=0", "operation=conv2d", "operation=", "padding=1;1", "output_padding=1x1", "bias=nan",
        "like=torch",
    ],
)  # fmt: skip
@pytest.mark.parametrize("path", [CONV_TRANSPOSE2D, TRANSPOSED_STEPS, f"{TRANSPOSED_STEPS}/1"])
def test_an_address_that_is_refused_is_not_repeated(api: Api, path: str, query: str) -> None:
    refused(api.call("GET", f"{path}?{query}"), 422)


@pytest.mark.parametrize(
    "literal",
    ["[]", "[[]]", "[[[]]]", "[[[[]]]]", "[[[[[[1]]]]]]", "[[[1], 2]]", '":"', '"1:"', '"::"', "{}", "1"],
)
@pytest.mark.parametrize("name", ["input", "kernel"])
def test_what_is_no_grid_is_refused(api: Api, name: str, literal: str) -> None:
    refused(send(api, f'{{"{name}": {literal}}}', path=CONV_TRANSPOSE2D), 422)


def test_with_post_only_what_is_asked_of_it_stays_in_the_address(api: Api) -> None:
    for target in (f"{CONV_TRANSPOSE2D}?stride=2", f"{TRANSPOSED_STEPS}?padding=1"):
        assert refusal(api.post(target, {})).startswith(
            "With POST, a convolution goes into the body, as JSON."
        )
    assert refusal(api.post(f"{STEPS}?picture=scatter", {})).startswith("picture is not a parameter here.")
    assert "picture must be gather or scatter" in refusal(api.post(f"{TRANSPOSED_STEPS}/1?picture=both", {}))


def test_output_padding_belongs_to_the_transposed_convolution_alone(api: Api) -> None:
    assert refusal(api.get(CONV2D, {"output_padding": "0"})).startswith(
        "output_padding is not a parameter here."
    )
