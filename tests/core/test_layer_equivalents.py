"""Programs for several channels and kernels: they run, and give the maps that they promise."""

import ast
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.arrays import FloatArray
from app.core.layer import ConvolutionLayer
from app.core.layer_equivalents import layer_equivalents
from app.core.padding import Border
from tests.core.definition import rounding_error
from tests.core.examples import convolution, places
from tests.core.test_equivalents import call, run
from tests.strategies import AWKWARD, DECIMALS, QUARTERS, WHOLE, layers

FEWER = 50
"""Layers are large to draw; what they have in common with a single convolution has its own tests."""

RUNNABLE = pytest.mark.parametrize("library", ["numpy", "scipy", "python"])
LAYERS = pytest.mark.parametrize("library", ["torch", "tensorflow"])

IMAGE = np.stack([places(7, 8), -places(7, 8)])
KERNELS = [np.array([[[1.0, 2], [3, 4]], [[5, 6], [7, 8]]]), np.ones((2, 2, 2))]
EVERYTHING = ConvolutionLayer.of(
    IMAGE,
    KERNELS,
    convolution(IMAGE[0], KERNELS[0][0], stride=(2, 3), dilation=(3, 2), padding=(1, 0, 2, 4)).geometry,
    border=Border.WRAP,
    flip=True,
    divisors=[10, 1],
    biases=[0.0, -0.5],
)
PLAIN = ConvolutionLayer.of(
    IMAGE, KERNELS, convolution(IMAGE[0], KERNELS[0][0]).geometry, divisors=[1, 1], biases=[0.0, 0.0]
)


def outputs(layer: ConvolutionLayer) -> FloatArray:
    return np.array([answer.output for answer in layer.maps], float)


@RUNNABLE
@settings(max_examples=FEWER)
@given(layer=layers(WHOLE + QUARTERS, biases=QUARTERS))
def test_program_gives_exactly_the_same_maps(library: str, layer: ConvolutionLayer) -> None:
    np.testing.assert_array_equal(run(layer_equivalents(layer)[library]), outputs(layer))


@RUNNABLE
@settings(max_examples=FEWER)
@given(layer=layers(DECIMALS + AWKWARD, biases=DECIMALS + AWKWARD, divisors=st.integers(1, 20)))
def test_program_differs_by_no_more_than_the_roundings_of_doubles(
    library: str, layer: ConvolutionLayer
) -> None:
    computed = run(layer_equivalents(layer)[library])
    for found, answer in zip(computed, layer.maps, strict=True):
        assert np.abs(found - answer.output).max() <= 2 * float(rounding_error(answer))


@RUNNABLE
@pytest.mark.parametrize("layer", [PLAIN, EVERYTHING], ids=["plain", "everything"])
def test_program_divides_and_shifts_each_map_by_its_own_numbers(
    library: str, layer: ConvolutionLayer
) -> None:
    np.testing.assert_array_equal(run(layer_equivalents(layer)[library]), outputs(layer))


@LAYERS
@pytest.mark.parametrize("layer", [PLAIN, EVERYTHING], ids=["plain", "everything"])
def test_layer_programs_compute_before_their_call_what_numpy_computes(
    library: str, layer: ConvolutionLayer
) -> None:
    lines = layer_equivalents(layer)[library].splitlines()
    data = "\n".join(line for line in lines if line.startswith(("import numpy", "x = np", "k = np")))
    namespace: dict[str, Any] = {}
    exec(compile(data, "equivalent", "exec"), namespace)
    np.testing.assert_array_equal(namespace["x"], layer.first.padded)
    np.testing.assert_array_equal(namespace["k"], [answer.applied_kernel for answer in layer.maps])


@settings(max_examples=FEWER)
@given(layers(WHOLE))
def test_layer_programs_move_and_spread_the_kernels_as_we_do(layer: ConvolutionLayer) -> None:
    programs, geometry = layer_equivalents(layer), layer.geometry
    assert call(programs["torch"], "F.conv2d")[1] == {
        "stride": geometry.stride,
        "dilation": geometry.dilation,
    }
    assert call(programs["tensorflow"], "tf.nn.conv2d")[1] == {
        "strides": geometry.stride,
        "padding": "VALID",
        "dilations": geometry.dilation,
    }


def test_layer_programs_order_the_axes_as_their_library_does() -> None:
    torch, tensorflow = (layer_equivalents(EVERYTHING)[library] for library in ("torch", "tensorflow"))
    assert "x, k = torch.tensor(x)[None], torch.tensor(k)\n" in torch
    assert torch.splitlines()[-1].endswith(
        ")[0] / torch.tensor([10, 1])[:, None, None] + torch.tensor([0.0, -0.5])[:, None, None]"
    )
    assert "x, k = x.transpose(1, 2, 0)[None], k.transpose(2, 3, 1, 0)\n" in tensorflow
    assert "output = tf.transpose(maps, (2, 0, 1)) / np.array([10, 1])[:, None, None]" in tensorflow
    for program in (torch, tensorflow):
        ast.parse(program)


@pytest.mark.parametrize("library", ["numpy", "scipy", "torch", "tensorflow", "python"])
def test_plain_layer_is_a_short_program(library: str) -> None:
    program = layer_equivalents(PLAIN)[library]
    for unused in ("pad(", "::-1", "spread", " / ", "* 1", "def ", "divisor", "bias"):
        assert unused not in program


def test_a_number_that_is_the_same_for_all_kernels_stands_there_once() -> None:
    same = ConvolutionLayer.of(IMAGE, KERNELS, PLAIN.geometry, divisors=[4, 4], biases=[2.0, 2.0])
    assert layer_equivalents(same)["numpy"].endswith("patches, k) / 4 + 2.0\n")
    np.testing.assert_array_equal(run(layer_equivalents(same)["python"]), outputs(same))
