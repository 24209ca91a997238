"""A convolution in a notebook: its numbers, its pictures and its refusals are those of the API."""

import re
from base64 import b64decode
from collections.abc import Callable
from html import unescape
from pathlib import Path

import numpy as np
import pytest

from app.api.models import Conv2dRequest
from app.api.pack import pack_trace
from app.api.unpack import unpack
from app.core.layer import LayerTrace
from app.notebook import ShownConvolution, conv2d, conv_transpose2d
from tests.api.client import Api

CHECKOUT = Path(__file__).parents[1]
SCRIPT = CHECKOUT / "docs" / "notebook.py"


@pytest.mark.parametrize(
    ("shown", "address"),
    [
        pytest.param(lambda: conv2d(step=6), "conv2d.svg?step=6", id="the lesson"),
        pytest.param(
            lambda: conv2d(
                np.array([[1, 2], [3, 4]]), [[0.5]], padding=(1, 0, 0, 1), theme="dark", phase="add"
            ),
            "conv2d.svg?input=1,2;3,4&kernel=0.5&padding=1,0,0,1&theme=dark&phase=add",
            id="arrays",
        ),
        pytest.param(
            lambda: conv2d(
                kernel=["sobel-x", "sobel-y"],
                channels=2,
                flip=True,
                step=np.int64(20),
                labels="xy",
                weights=False,
                scale=2,
                show=["grids", "sentence"],
                ground="transparent",
            ),
            "conv2d.svg?kernel=sobel-x::sobel-y&channels=2&flip=1&step=20&labels=xy&weights=0"
            "&scale=2&show=grids,sentence&ground=transparent",
            id="channels",
        ),
        pytest.param(
            lambda: conv_transpose2d(size=3, stride=2, step=4),
            "conv_transpose2d.svg?size=3&stride=2&step=4",
            id="gather",
        ),
        pytest.param(
            lambda: conv_transpose2d(size=3, stride=2, step=4, picture="scatter"),
            "conv_transpose2d.svg?size=3&stride=2&step=4&picture=scatter",
            id="scatter",
        ),
    ],
)
def test_the_picture_is_that_of_the_address_with_the_same_parameters(
    api: Api, shown: Callable[[], ShownConvolution], address: str
) -> None:
    served = api.call("GET", f"/api/v1/{address}").text
    assert shown()._repr_svg_() == served
    image = re.fullmatch(
        r'<img src="data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)" alt="([^"<>]+)">', shown()._repr_html_()
    )
    assert image is not None
    assert b64decode(image[1]).decode() == served
    assert unescape(image[2]) == shown().alt


def test_a_transposed_convolution_is_shown_in_its_picture() -> None:
    gather, scatter = (conv_transpose2d(size=3, picture=each, step=4) for each in ("gather", "scatter"))
    assert (len(gather.steps), len(scatter.steps)) == (25, 9)
    assert "Output row 1, column 4" in gather.alt
    assert "The input in row 2, column 1" in scatter.alt
    assert gather._repr_svg_() != scatter._repr_svg_()
    np.testing.assert_array_equal(gather.output, scatter.output)


def test_the_numbers_are_those_of_the_api() -> None:
    shown = conv2d("ramp", [[1, 2], [3, 4]], stride=2, bias=-0.5)
    body = {"input": "ramp", "kernel": [[1, 2], [3, 4]], "stride": 2, "bias": -0.5}
    trace = pack_trace(LayerTrace(unpack(Conv2dRequest.model_validate(body))), {})
    np.testing.assert_array_equal(shown.output, trace["output"])
    assert shown.steps == trace["steps"]
    assert shown.geometry == trace["geometry"]
    assert conv2d(channels=2, kernel=["box-3", "edge"]).output.shape == (2, 4, 4)


def test_another_step_is_shown_of_the_same_numbers_in_the_same_way() -> None:
    first = conv2d(theme="dark", phase="add")
    second = first.step(2)
    assert second.trace is first.trace
    assert second._repr_svg_() == conv2d(theme="dark", phase="add", step=2)._repr_svg_()
    assert second.alt != first.alt


def test_without_pictures_it_is_told_in_words() -> None:
    assert repr(conv2d([[1, 2, 3]], [[1, -1]], step=2)) == (
        "Convolution, 1 by 3 with a 1 by 2 kernel: step 2 of 2\n[[-1 -1]]"
    )


@pytest.mark.parametrize(
    ("refused", "sentence"),
    [
        pytest.param(lambda: conv2d(stride=0), "stride must be a whole number from 1 to 16", id="a number"),
        pytest.param(
            lambda: conv2d(np.array([[np.nan]])), "input must be rows of numbers", id="not a number"
        ),
        pytest.param(lambda: conv2d(theme="pink"), "theme must be one of auto, light, dark", id="a theme"),
        pytest.param(lambda: conv2d(x=1), "There is a parameter with a name that is not known", id="a name"),
        pytest.param(lambda: conv2d(step=17), "which is 16 here, and it is 17.", id="a step"),
        pytest.param(lambda: conv2d().step(0), "step must be a whole number from 1", id="step 0"),
        pytest.param(lambda: conv2d().step(17), "which is 16 here, and it is 17.", id="another step"),
        pytest.param(lambda: conv2d(padding="same", stride=2), "padding same needs stride 1", id="no such"),
        pytest.param(
            lambda: conv_transpose2d(border="edge"), "border has no meaning for a transposed", id="no meaning"
        ),
    ],
)
def test_what_the_api_refuses_is_a_value_error_with_the_same_sentence(
    refused: Callable[[], object], sentence: str
) -> None:
    with pytest.raises(ValueError, match=re.escape(sentence)):
        refused()


def test_two_bad_values_are_two_sentences() -> None:
    with pytest.raises(ValueError, match=r"^stride must be .*\nbias must be ") as caught:
        conv2d(stride=0, bias="much")
    assert "much" not in str(caught.value)


def test_the_example_in_the_documentation_runs_and_prints_what_it_says(
    capsys: pytest.CaptureFixture[str],
) -> None:
    names: dict[str, object] = {}
    exec(compile(SCRIPT.read_text(encoding="utf-8"), str(SCRIPT), "exec"), names)
    printed = capsys.readouterr().out
    assert "5·1 + 8·0 + 9·(−1) + 7·1 + 2·0 + 5·(−1) + 1·1 + 3·0 + 1·(−1) = −2" in printed
    assert "⌊(6 + 0 + 0 − 3) / 1⌋ + 1 = 4" in printed
    assert "padding same needs stride 1" in printed
    shown = [each for each in names.values() if isinstance(each, ShownConvolution)]
    assert len(shown) == 3
    assert all(each._repr_svg_().startswith("<svg") for each in shown)


@pytest.mark.parametrize("page", ["README.md", "docs/api.md"])
def test_the_lines_in_other_pages_of_the_documentation_run(page: str) -> None:
    text = (CHECKOUT / page).read_text(encoding="utf-8")
    cells = [cell for cell in re.findall(r"```python\n(.*?)```", text, re.DOTALL) if "app.notebook" in cell]
    assert cells
    for cell in cells:
        *_, last = cell.strip().split("\n\n")
        names: dict[str, ShownConvolution] = {}
        exec(cell.replace(last, f"shown = {last}"), names)
        assert names["shown"]._repr_svg_().startswith("<svg")
