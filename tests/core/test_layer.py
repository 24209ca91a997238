"""Several channels and kernels: each map against the definition, channel by channel, and against SciPy."""

import re
from itertools import accumulate
from typing import Any, Literal

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy.signal import correlate2d

from app.core.convolution import Convolution2d
from app.core.layer import ConvolutionLayer, LayerTrace
from app.core.padding import Border, PaddingName
from app.core.trace import Step, Trace
from tests.core.definition import patches, sums, typed, weights
from tests.core.examples import convolution, places
from tests.core.reading import Expression, evaluate
from tests.strategies import AWKWARD, DECIMALS, QUARTERS, WHOLE, layers

FEWER = 50
"""Layers are large to draw; what they have in common with a single convolution has its own tests."""

ANY_NUMBER = WHOLE + DECIMALS + AWKWARD
ANY = layers(ANY_NUMBER, biases=ANY_NUMBER, divisors=st.integers(1, 20))
EXACT = layers(WHOLE + DECIMALS, biases=WHOLE + DECIMALS, divisors=st.integers(1, 20))

MODES: dict[Border, Literal["constant", "edge", "reflect", "symmetric", "wrap"]] = {
    Border.ZEROS: "constant",
    Border.EDGE: "edge",
    Border.REFLECT: "reflect",
    Border.SYMMETRIC: "symmetric",
    Border.WRAP: "wrap",
}
"""What NumPy calls them."""


def planes(answer: Convolution2d) -> list[Convolution2d]:
    """Each channel under its part of the kernel, as a convolution of its own."""
    pairs = zip(answer.image, answer.kernel, strict=True)
    return [
        Convolution2d(image, kernel, answer.geometry, answer.border, answer.flip) for image, kernel in pairs
    ]


def small_layer(**changes: object) -> ConvolutionLayer:
    """Two channels of 2 × 3 under two kernels of 1 × 2."""
    image = np.stack([places(2, 3), 100 * places(2, 3)])
    kernels = [np.array([[[1.0, 0]], [[0, 1.0]]]), np.array([[[2.0, -2]], [[3.0, -3]]])]
    given: dict[str, Any] = {"divisors": [1, 1], "biases": [0.0, 0.0], **changes}
    return ConvolutionLayer.of(image, kernels, convolution(image[0], kernels[0][0]).geometry, **given)


@settings(max_examples=FEWER)
@given(EXACT)
def test_each_map_is_the_definition_summed_over_the_channels(layer: ConvolutionLayer) -> None:
    for answer in layer.maps:
        assume(answer.scaling.exact)
        totals = [sum(channels) for channels in zip(*map(sums, planes(answer)), strict=True)]
        expected = [total / answer.divisor + typed(answer.bias) for total in totals]
        assert answer.output.ravel().tolist() == [float(value) for value in expected]


@settings(max_examples=FEWER)
@given(layers(WHOLE + QUARTERS, biases=QUARTERS))
def test_each_map_is_what_scipy_gives_summed_over_the_channels(layer: ConvolutionLayer) -> None:
    rows, columns = layer.geometry.rows, layer.geometry.columns
    sides = ((rows.padding_before, rows.padding_after), (columns.padding_before, columns.padding_after))
    for answer in layer.maps:
        total = np.full(answer.geometry.output_shape, answer.bias)
        for image, kernel in zip(answer.image, answer.kernel, strict=True):
            spread = np.zeros(answer.geometry.kernel_extent)
            spread[:: rows.dilation, :: columns.dilation] = kernel[::-1, ::-1] if answer.flip else kernel
            padded = np.pad(image, sides, mode=MODES[answer.border])
            total += correlate2d(padded, spread, mode="valid")[:: rows.stride, :: columns.stride]
        np.testing.assert_array_equal(answer.output, total)


@settings(max_examples=FEWER)
@given(ANY)
def test_steps_run_through_all_cells_of_one_map_and_then_of_the_next(layer: ConvolutionLayer) -> None:
    steps = LayerTrace(layer).steps()
    rows, columns = layer.geometry.output_shape
    cells = [
        (channel, row, column)
        for channel in range(len(layer.maps))
        for row in range(rows)
        for column in range(columns)
    ]
    written = [(step["output"]["channel"], step["output"]["row"], step["output"]["column"]) for step in steps]
    assert written == cells
    assert [step["number"] for step in steps] == list(range(1, len(cells) + 1))
    assert [step["index"] for step in steps] == list(range(len(cells)))
    assert LayerTrace(layer).step_count == len(cells)
    assert {len(step["running_sums"]) for step in steps} == {LayerTrace(layer).terms_per_output}
    outputs = [value for answer in layer.maps for value in answer.output.ravel().tolist()]
    assert [step["value"] for step in steps] == outputs


@settings(max_examples=FEWER)
@given(ANY, st.integers(0, 40), st.integers(0, 40))
def test_some_of_the_steps_are_a_slice_of_all_of_them(layer: ConvolutionLayer, start: int, stop: int) -> None:
    trace = LayerTrace(layer)
    assert trace.steps(start, stop) == trace.steps()[start:stop]


@settings(max_examples=FEWER)
@given(EXACT)
def test_patches_products_and_sums_of_each_channel_are_those_of_the_definition(
    layer: ConvolutionLayer,
) -> None:
    steps = iter(LayerTrace(layer).steps())
    for answer in layer.maps:
        assume(answer.scaling.exact)
        kernel = [weights(plane) for plane in planes(answer)]
        for each in zip(*map(patches, planes(answer)), strict=True):
            step = next(steps)
            assert [[list(map(typed, row)) for row in patch] for patch in step["patch"]] == list(each)
            products = [
                [a * b for rows in zip(patch, channel, strict=True) for a, b in zip(*rows, strict=True)]
                for patch, channel in zip(each, kernel, strict=True)
            ]
            assert [[typed(cell) for row in rows for cell in row] for rows in step["products"]] == products
            assert [typed(total) for total in step["channel_sums"]] == list(map(sum, products))
            terms = [product for channel in products for product in channel]
            assert [typed(total) for total in step["running_sums"]] == list(accumulate(terms))
            assert step["sum"] == step["running_sums"][-1]


@settings(max_examples=FEWER)
@given(ANY)
def test_line_of_every_step_adds_up_over_all_channels(layer: ConvolutionLayer) -> None:
    for step in LayerTrace(layer).steps():
        answer = layer.maps[step["output"]["channel"]]
        line = Expression.read(step["expression"])
        assert len(line.terms) == answer.image.shape[0] * answer.kernel[0].size
        if answer.scaling.exact:
            values = [evaluate(member) for member in line.members[:-1]]
            assert len(set(values)) == 1
            assert (values[0] == evaluate(line.value)) == step["exact"]


def test_the_input_is_padded_once_for_all_kernels() -> None:
    layer = small_layer()
    assert layer.maps[1].padded is layer.maps[0].padded


def said(step: Step) -> list[str]:
    phases = step["phases"]
    return [step["expression"], step["explanation"], *map(str, phases.values())]


def test_words_of_several_kernels_and_channels_name_them() -> None:
    assert said(LayerTrace(small_layer(divisors=[1, 4], biases=[0.0, 1.0])).steps()[6]) == [
        "((10·2 + 11·(−2)) + (1000·3 + 1100·(−3))) / 4 + 1 = −302 / 4 + 1 = −74.5",
        "Kernel 2 covers row 2, columns 1 to 2. Its two products in channel 1 add up to −2, in channel 2 "
        "to −300; together −302; divided by 4 and plus the bias 1 that makes −74.5, "
        "the output in row 2, column 1 of map 2.",
        "Kernel 2 covers row 2, columns 1 to 2 in each of the two channels.",
        "Each of the two values in each of the two channels is multiplied by the weight that lies on it.",
        "The two products in channel 1 add up to −2, in channel 2 to −300; together −302.",
    ]


def test_a_kernel_of_one_tap_needs_no_brackets() -> None:
    image = np.stack([np.array([[5.0]]), np.array([[-7.0]]), np.array([[2.0]])])
    kernel = np.array([[[2.0]], [[3.0]], [[1 / 3]]])
    answer = Convolution2d(image, kernel, convolution([[5]], [[2]]).geometry)
    expression, explanation, place, multiply, add = said(Trace(answer).steps()[0])
    assert expression == "5·2 + (−7)·3 + 2·0.3333333333333333 ≈ −10.33"
    assert explanation == (
        "The kernel covers row 1, column 1. Its one product in channel 1 is about 10, in channel 2 about −21"
        ", in channel 3 about 0.67; together about −10.33, the output in row 1, column 1."
    )
    assert place == "The kernel covers row 1, column 1 in each of the three channels."
    assert (
        multiply == "The one value in each of the three channels is multiplied by the weight that lies on it."
    )
    assert add.startswith("The one product in channel 1 is about 10, in channel 2 about −21,")


def test_padding_is_counted_in_every_channel() -> None:
    image = np.ones((3, 2, 2))
    geometry = convolution(image[0], np.ones((3, 3)), padding=PaddingName.SAME).geometry
    step = Trace(Convolution2d(image, np.ones((3, 3, 3)), geometry)).steps()[0]
    assert step["padding_cells"] == 15
    assert re.search(r" 15 of the 27 values are padding zeros\.$", step["explanation"])


def test_one_kernel_over_one_channel_is_flat_without_their_axes() -> None:
    flat = convolution(places(3, 3), [[1, 1]])
    layer = ConvolutionLayer((flat,))
    assert layer.is_flat
    assert LayerTrace(layer).steps() == Trace(flat).steps()
    assert "channel_sums" not in Trace(flat).steps()[0]
    assert not small_layer().is_flat


@pytest.mark.parametrize("kernel_number", [None, 3])
def test_one_kernel_has_no_number(kernel_number: int | None) -> None:
    step = Trace(convolution([[1, 2]], [[1]]), kernel_number).steps()[0]
    assert step["explanation"].startswith("Kernel 3 covers" if kernel_number else "The kernel covers")
    assert step["number"] == (5 if kernel_number else 1)
    assert step["output"]["channel"] == (2 if kernel_number else 0)
