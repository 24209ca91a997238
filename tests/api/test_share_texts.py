"""Lines to paste: each is one whole thing of its language, whatever stands in the address and the words."""

import ast
import re
from html.parser import HTMLParser

import pytest

from app.api import share_texts
from app.api.models import Conv2dRequest, ConvTranspose2dRequest, GridsRequest
from app.api.operations import CONV2D, CONV_TRANSPOSE2D

HOSTILE = "\"><script>alert('1')</script> & ](x) [ `*_\\ é < >"


class Elements(HTMLParser):
    """Every element with its attributes, and the text between."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element."""
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Keep the text between."""
        self.text += data.strip()


def test_a_frame_has_the_address_and_the_title_whatever_they_are() -> None:
    read = Elements(share_texts.embed(f"http://test/embed?x={HOSTILE}", HOSTILE))
    ((tag, attributes),) = read.found
    assert tag == "iframe"
    assert attributes == {
        "src": f"http://test/embed?x={HOSTILE}",
        "width": "800",
        "height": "520",
        "style": "border:0",
        "loading": "lazy",
        "allow": "fullscreen; clipboard-write",
        "title": HOSTILE,
    }
    assert read.text == ""


def test_a_picture_has_a_still_for_less_motion_and_its_words_whatever_they_are() -> None:
    read = Elements(share_texts.picture("http://test/a.png?x=1,", f"http://test/a.gif?{HOSTILE}", HOSTILE))
    assert read.found == [
        ("picture", {}),
        ("source", {"media": "(prefers-reduced-motion: reduce)", "srcset": "http://test/a.png?x=1%2C"}),
        ("img", {"src": f"http://test/a.gif?{HOSTILE}", "alt": HOSTILE}),
    ]
    assert read.text == ""


def test_no_word_and_no_address_ends_a_picture_in_markdown() -> None:
    text = share_texts.markdown("http://test/a.png?x=(1)", HOSTILE, "http://test/?x=a b")
    read = re.fullmatch(
        r"\[!\[((?:[^\\`*_{}\[\]<>()#!|&]|\\[\\`*_{}\[\]<>()#!|&])*)\]\(([^ ()<>]+)\)\]\(([^ ()<>]+)\)", text
    )
    assert read is not None
    assert re.sub(r"\\(.)", r"\1", read[1]) == HOSTILE
    assert (read[2], read[3]) == ("http://test/a.png?x=%281%29", "http://test/?x=a%20b")


@pytest.mark.parametrize(
    ("body", "choices", "cell"),
    [
        pytest.param({}, {}, "conv2d()", id="the start"),
        pytest.param(
            {"input": "ramp", "size": 4, "stride": [2, 1], "padding": [1, 1, 1, 1], "flip": True},
            {"step": 2},
            'conv2d(input="ramp", size=4, stride=(2, 1), flip=True, padding=1, step=2)',
            id="settings",
        ),
        pytest.param(
            {"input": [[0.5, -1], [2, 1e6]], "kernel": "1,0/4", "bias": 1.0, "like": "torch"},
            {"theme": "dark"},
            "conv2d(\n    input=[[0.5, -1], [2, 1000000]],\n    kernel=[[1, 0]],\n    divisor=4,\n"
            '    bias=1,\n    like="torch",\n    theme="dark",\n)',
            id="numbers",
        ),
        pytest.param(
            {"kernel": "sobel-x::1,0/2", "padding": "same", "border": "edge"},
            {},
            'conv2d(kernel=["sobel-x", [[[1, 0]]]], divisor=[None, 2], padding="same", border="edge")',
            id="names",
        ),
    ],
)
def test_a_notebook_cell_has_the_parameters_that_differ(
    body: dict[str, object], choices: dict[str, object], cell: str
) -> None:
    text = share_texts.notebook(CONV2D, Conv2dRequest.model_validate(body), choices)
    ast.parse(text)
    first, call = text.split("\n\n")
    assert first == "from app.notebook import conv2d"
    assert arguments(call) == arguments(cell)
    assert max(map(len, text.splitlines())) <= 88


def arguments(call: str) -> dict[str | None, object]:
    """The keyword arguments of a call of literals."""
    (statement,) = ast.parse(call).body
    assert isinstance(statement, ast.Expr)
    assert isinstance(statement.value, ast.Call)
    return {each.arg: ast.literal_eval(each.value) for each in statement.value.keywords}


def test_a_notebook_cell_of_a_transposed_convolution_names_it() -> None:
    request: GridsRequest = ConvTranspose2dRequest.model_validate({"output_padding": 1, "stride": 2})
    assert share_texts.notebook(CONV_TRANSPOSE2D, request, {"picture": "scatter"}) == (
        "from app.notebook import conv_transpose2d\n\n"
        'conv_transpose2d(stride=2, output_padding=1, picture="scatter")'
    )
