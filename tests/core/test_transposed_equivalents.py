"""Equivalents of transposed convolutions: the programs run, and give the numbers that they promise."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.transposed import TransposedConvolution2d
from app.core.transposed_equivalents import transposed_equivalents
from tests.core.definition import rounding_error
from tests.core.examples import transposed
from tests.core.test_equivalents import call, run
from tests.strategies import AWKWARD, DECIMALS, QUARTERS, WHOLE, transposed_convolutions

RUNNABLE = pytest.mark.parametrize("library", ["numpy", "scipy", "python"])

PLAIN = transposed([[1, -2]], [[3, 0.5]])
EVERYTHING = transposed(
    [[1, 2], [3, 4]],
    [[1, 2], [3, 4]],
    stride=(2, 3),
    dilation=(3, 2),
    padding=(1, 2),
    output_padding=(2, 0),
    divisor=10,
    bias=-0.5,
)


@RUNNABLE
@given(answer=transposed_convolutions(WHOLE + QUARTERS, biases=QUARTERS, divisors=st.just(1)))
def test_program_gives_exactly_the_same_output(library: str, answer: TransposedConvolution2d) -> None:
    np.testing.assert_array_equal(run(transposed_equivalents(answer)[library]), answer.gather.output)


@RUNNABLE
@given(
    answer=transposed_convolutions(DECIMALS + AWKWARD, biases=DECIMALS + AWKWARD, divisors=st.integers(1, 20))
)
def test_program_differs_by_no_more_than_the_roundings_of_doubles(
    library: str, answer: TransposedConvolution2d
) -> None:
    output = np.array(run(transposed_equivalents(answer)[library]))
    assert output.shape == answer.gather.output.shape
    assert np.abs(output - answer.gather.output).max() <= 2 * float(rounding_error(answer.gather))


@given(transposed_convolutions(WHOLE))
def test_torch_gets_the_parameters_as_they_are(answer: TransposedConvolution2d) -> None:
    geometry = answer.geometry
    _, words = call(transposed_equivalents(answer)["torch"], "F.conv_transpose2d")
    assert words == {
        "stride": geometry.stride,
        "padding": geometry.padding,
        "output_padding": geometry.output_padding,
        "dilation": geometry.dilation,
    }


@given(transposed_convolutions(WHOLE, biases=QUARTERS))
def test_tensorflow_computes_the_full_output_and_crops_it_as_we_do(answer: TransposedConvolution2d) -> None:
    """TensorFlow is not there, so we stand in for the one call; all around it is run."""
    program = transposed_equivalents(answer)["tensorflow"]
    _, words = call(program, "tf.nn.conv2d_transpose")
    size = [axis.full_size - axis.output_padding for axis in (answer.geometry.rows, answer.geometry.columns)]
    assert words == {"output_shape": (1, *size, 1), "strides": answer.geometry.stride, "padding": "VALID"}
    lines = program.splitlines()
    before = [line for line in lines if line.startswith(("x = np", "k = np", "spread"))]
    namespace: dict[str, Any] = {"np": np}
    exec("\n".join(before), namespace)
    assert namespace["spread"].shape == answer.geometry.gather.kernel_extent
    uncropped = transposed(answer.image, namespace["spread"], stride=answer.geometry.stride)
    namespace |= {"full": uncropped.gather.output, "tf": np}
    exec("\n".join(line for line in lines if line.startswith(("full = tf.pad", "output ="))), namespace)
    assert uncropped.gather.output.shape == tuple(size)
    np.testing.assert_array_equal(namespace["output"], answer.gather.output)


@pytest.mark.parametrize("library", ["numpy", "scipy", "torch", "tensorflow"])
@pytest.mark.parametrize("answer", [PLAIN, EVERYTHING], ids=["plain", "everything"])
def test_program_imports_its_library_and_compiles(library: str, answer: TransposedConvolution2d) -> None:
    program = transposed_equivalents(answer)[library]
    assert library in "".join(program.splitlines()[:3])
    compile(program, "equivalent", "exec")


@pytest.mark.parametrize("library", ["numpy", "scipy", "torch", "tensorflow", "python"])
def test_plain_transposed_convolution_is_a_short_program(library: str) -> None:
    program = transposed_equivalents(PLAIN)[library]
    assert "[[1, -2]]" in program
    assert "[[3.0, 0.5]]" in program
    for unused in (".pad(", "np.zeros((1, 2))", " / ", " * 1", "1 * ", " + 0", " : 1]"):
        assert unused not in program


def test_divisor_and_bias_come_after_the_sums() -> None:
    for library, program in transposed_equivalents(EVERYTHING).items():
        assert " / 10 + -0.5" in program.splitlines()[-1], library
