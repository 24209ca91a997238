"""Golden files: answers by PyTorch and SciPy, stored once, equal to the last bit."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from app.core.convolution import Convolution2d
from app.core.errors import KernelTooLargeError
from app.core.layer import ConvolutionLayer, LayerTrace
from app.core.padding import Border, PaddingName
from tests.core.examples import convolution, transposed

Case = dict[str, Any]

GOLDEN = Path(__file__).parent.parent / "golden"


def cases(name: str) -> list[Case]:
    stored: list[Case] = json.loads((GOLDEN / f"{name}.json").read_text())
    return stored


def shapes(case: Case) -> str:
    """A case in words, for the name of its test."""
    grids = [case[name] for name in ("input", "kernel", "conv1") if name in case]
    return " with ".join(" by ".join(map(str, np.shape(grid))) for grid in grids)


CONV2D, CONV2D_SAME, CONV2D_SAME_TF = cases("conv2d"), cases("conv2d_same"), cases("conv2d_same_tf")
CONV_TRANSPOSE2D = cases("conv_transpose2d")
NETWORK = cases("network")

EVERY_SAME = pytest.mark.parametrize("case", CONV2D_SAME, ids=shapes)


def test_no_golden_case_was_lost() -> None:
    assert (len(CONV2D), len(CONV2D_SAME), len(CONV2D_SAME_TF)) == (60, 20, 20)
    assert (len(CONV_TRANSPOSE2D), len(NETWORK)) == (20, 6)


def one_channel(case: Case, image: Any, kernel: Any, bias: float) -> Convolution2d:  # noqa: ANN401  # JSON
    top, bottom, left, right = case["pads"]
    return convolution(
        image,
        kernel,
        stride=tuple(case["stride"]),
        dilation=tuple(case["dilation"]),
        padding=(top, bottom, left, right),
        border=Border(case["border"]),
        flip=case["flip"],
        bias=bias,
    )


@pytest.mark.parametrize("case", [case for case in CONV2D if np.ndim(case["input"]) == 2], ids=shapes)
def test_convolution_is_what_torch_computes(case: Case) -> None:
    (bias,) = case["bias"] or [0.0]
    assert one_channel(case, case["input"], case["kernel"], bias).output.tolist() == case["output"]


@pytest.mark.parametrize("case", [case for case in CONV2D if np.ndim(case["input"]) == 3], ids=shapes)
def test_each_kernel_over_all_channels_gives_the_map_that_torch_computes(case: Case) -> None:
    plane = one_channel(case, case["input"][0], case["kernel"][0][0], 0.0)
    layer = ConvolutionLayer.of(
        np.array(case["input"]),
        list(np.array(case["kernel"])),
        plane.geometry,
        border=plane.border,
        flip=plane.flip,
        divisors=[1] * len(case["kernel"]),
        biases=case["bias"] or [0.0] * len(case["kernel"]),
    )
    assert [answer.output.tolist() for answer in layer.maps] == case["output"]
    steps = LayerTrace(layer).steps()
    assert [step["value"] for step in steps] == np.ravel(case["output"]).tolist()
    assert [sum(step["channel_sums"]) for step in steps] == [step["sum"] for step in steps]


@pytest.mark.parametrize("case", NETWORK, ids=shapes)
def test_first_layer_of_a_network_is_what_torch_computes(case: Case) -> None:
    image, kernels = np.array(case["input"]), list(np.array(case["conv1"]))
    layer = ConvolutionLayer.of(
        image,
        kernels,
        convolution(image[0], kernels[0][0]).geometry,
        divisors=[1] * len(kernels),
        biases=[0.0] * len(kernels),
    )
    assert [answer.output.tolist() for answer in layer.maps] == case["after"]["conv1"]


@EVERY_SAME
@pytest.mark.parametrize(
    ("answer", "padding", "flip"),
    [
        ("same_torch", PaddingName.SAME, False),
        ("same_scipy_convolve2d", PaddingName.SAME_LOWER, True),
        ("full_convolution", PaddingName.FULL, True),
        ("full_correlation", PaddingName.FULL, False),
    ],
)
def test_named_padding_is_what_its_library_computes(
    case: Case, answer: str, padding: PaddingName, flip: bool
) -> None:
    output = convolution(case["input"], case["kernel"], padding=padding, flip=flip).output
    assert output.tolist() == case[answer]


@pytest.mark.parametrize("case", [case for case in CONV2D_SAME if case["valid_correlation"]], ids=shapes)
def test_valid_is_what_scipy_computes(case: Case) -> None:
    assert convolution(case["input"], case["kernel"]).output.tolist() == case["valid_correlation"]


@pytest.mark.parametrize("case", [case for case in CONV2D_SAME if not case["valid_correlation"]], ids=shapes)
def test_valid_has_no_answer_where_the_kernel_does_not_fit(case: Case) -> None:
    with pytest.raises(KernelTooLargeError):
        convolution(case["input"], case["kernel"])


@pytest.mark.parametrize("case", CONV2D_SAME_TF, ids=shapes)
def test_same_tf_pads_and_computes_as_tensorflow(case: Case) -> None:
    answer = convolution(
        case["input"], case["kernel"], stride=tuple(case["stride"]), padding=PaddingName.SAME_TF
    )
    rows, columns = answer.geometry.rows, answer.geometry.columns
    sides = [rows.padding_before, rows.padding_after, columns.padding_before, columns.padding_after]
    assert sides == case["pads"]
    assert answer.output.tolist() == case["output"]


@pytest.mark.parametrize("case", CONV_TRANSPOSE2D, ids=shapes)
def test_transposed_convolution_is_what_torch_computes(case: Case) -> None:
    answer = transposed(
        case["input"],
        case["kernel"],
        stride=tuple(case["stride"]),
        dilation=tuple(case["dilation"]),
        padding=tuple(case["padding"]),
        output_padding=tuple(case["output_padding"]),
    )
    assert answer.gather.output.tolist() == case["output"]
