"""Equivalents: the programs run, and give the numbers that they promise."""

import ast
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.core.arrays import FloatArray
from app.core.convolution import Convolution2d
from app.core.equivalents import equivalents
from app.core.padding import Border, PaddingName
from tests.core.definition import rounding_error
from tests.core.examples import convolution, places
from tests.strategies import AWKWARD, DECIMALS, QUARTERS, WHOLE, convolutions

RUNNABLE = pytest.mark.parametrize("library", ["numpy", "scipy", "python"])
LAYERS = pytest.mark.parametrize("library", ["torch", "tensorflow"])
EVERY_LIBRARY = pytest.mark.parametrize("library", ["numpy", "scipy", "torch", "tensorflow"])
EVERY_PROGRAM = pytest.mark.parametrize("library", ["numpy", "scipy", "torch", "tensorflow", "python"])

PLAIN = convolution(places(5, 5), [[1, 2], [3, 4]])
EVERYTHING = convolution(
    places(7, 8),
    [[1, 2], [3, 4]],
    stride=(2, 3),
    dilation=(3, 2),
    padding=(1, 0, 2, 4),
    border=Border.WRAP,
    flip=True,
    divisor=10,
    bias=-0.5,
)


def run(program: str) -> FloatArray:
    """What a program leaves in ``output``, with nothing given to it."""
    namespace: dict[str, Any] = {}
    exec(compile(program, "equivalent", "exec"), namespace)
    output: FloatArray = np.array(namespace["output"])
    return output


@RUNNABLE
@given(answer=convolutions(WHOLE + QUARTERS, biases=QUARTERS))
def test_program_gives_exactly_the_same_output(library: str, answer: Convolution2d) -> None:
    np.testing.assert_array_equal(run(equivalents(answer)[library]), answer.output)


@RUNNABLE
@given(answer=convolutions(WHOLE, divisors=st.integers(1, 20)))
def test_program_divides_as_we_do(library: str, answer: Convolution2d) -> None:
    np.testing.assert_array_equal(run(equivalents(answer)[library]), answer.output)


@RUNNABLE
@given(answer=convolutions(DECIMALS + AWKWARD, biases=DECIMALS + AWKWARD, divisors=st.integers(1, 20)))
def test_program_differs_by_no_more_than_the_roundings_of_doubles(
    library: str, answer: Convolution2d
) -> None:
    output = run(equivalents(answer)[library])
    assert output.shape == answer.output.shape
    assert np.abs(output - answer.output).max() <= 2 * float(rounding_error(answer))


def call(program: str, function: str) -> tuple[list[ast.expr], dict[str, Any]]:
    """The arguments of the one call of a function in a program, the named ones as values."""
    calls = [
        node
        for node in ast.walk(ast.parse(program))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == function
    ]
    (found,) = calls
    return found.args, {str(word.arg): ast.literal_eval(word.value) for word in found.keywords}


@given(convolutions(WHOLE))
def test_torch_moves_and_spreads_the_kernel_as_we_do(answer: Convolution2d) -> None:
    _, words = call(equivalents(answer)["torch"], "F.conv2d")
    assert words == {"stride": answer.geometry.stride, "dilation": answer.geometry.dilation}


@given(convolutions(WHOLE))
def test_tensorflow_moves_and_spreads_the_kernel_as_we_do(answer: Convolution2d) -> None:
    _, words = call(equivalents(answer)["tensorflow"], "tf.nn.conv2d")
    assert words == {
        "strides": answer.geometry.stride,
        "padding": "VALID",
        "dilations": answer.geometry.dilation,
    }


@given(convolutions(WHOLE))
def test_every_program_pads_each_side_as_we_do(answer: Convolution2d) -> None:
    rows, columns = answer.geometry.rows, answer.geometry.columns
    sides = ((rows.padding_before, rows.padding_after), (columns.padding_before, columns.padding_after))
    assume(sides != ((0, 0), (0, 0)))
    for library in ("numpy", "scipy", "torch", "tensorflow"):
        program = equivalents(answer)[library]
        arguments, words = call(program, "np.pad")
        assert ast.literal_eval(arguments[1]) == sides
        assert words["mode"] == ("constant" if answer.border is Border.ZEROS else answer.border.value)


@LAYERS
@pytest.mark.parametrize("padding", PaddingName)
def test_layer_programs_compute_before_their_call_what_numpy_computes(
    library: str, padding: PaddingName
) -> None:
    answer = convolution(places(4, 5), [[1, 2], [3, 4]], padding=padding, flip=True, border=Border.EDGE)
    lines = equivalents(answer)[library].splitlines()
    data = "\n".join(line for line in lines if line.startswith(("import numpy", "x = np", "k = np")))
    namespace: dict[str, Any] = {}
    exec(compile(data, "equivalent", "exec"), namespace)
    np.testing.assert_array_equal(namespace["x"], answer.padded)
    np.testing.assert_array_equal(namespace["k"], answer.applied_kernel)


@LAYERS
def test_layer_programs_divide_and_shift_what_the_call_returns(library: str) -> None:
    last = equivalents(EVERYTHING)[library].splitlines()[-1]
    assert last.startswith("output = ")
    assert last.endswith("] / 10 + -0.5")
    assert equivalents(PLAIN)[library].splitlines()[-1].endswith(("[0, 0]", "[0, :, :, 0]"))


@EVERY_LIBRARY
@pytest.mark.parametrize("answer", [PLAIN, EVERYTHING], ids=["plain", "everything"])
def test_program_imports_its_library_and_compiles(library: str, answer: Convolution2d) -> None:
    program = equivalents(answer)[library]
    assert f"{library}" in program.splitlines()[0] + program.splitlines()[1]
    compile(program, "equivalent", "exec")


@EVERY_PROGRAM
def test_plain_convolution_is_a_short_program(library: str) -> None:
    program = equivalents(PLAIN)[library]
    for unused in ("pad(", "::-1", "spread", " / ", "* 1", "def "):
        assert unused not in program


def test_plain_python_is_a_list_of_rows_made_by_loops_that_anybody_can_read() -> None:
    program = equivalents(EVERYTHING)["python"]
    assert "import" not in program
    assert "total += x[row * 2 + i * 3][column * 3 + j * 2] * k[i][j]" in program
    namespace: dict[str, Any] = {}
    exec(compile(program, "equivalent", "exec"), namespace)
    assert namespace["output"] == EVERYTHING.output.tolist()


@EVERY_LIBRARY
def test_whole_numbers_are_pasted_without_points_and_others_in_full(library: str) -> None:
    program = equivalents(convolution([[1, -2]], [[0.1, 1e-7]]))[library]
    assert "x = np.array([[1, -2]], float)" in program
    assert "k = np.array([[0.1, 1e-07]], float)" in program
