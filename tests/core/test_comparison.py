"""Correlation beside convolution: SciPy, the definition, and what is said about the two."""

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import signal

from app.core.comparison import Comparison
from app.core.convolution import Convolution2d
from app.core.padding import PaddingName
from tests.core.definition import typed, values
from tests.core.examples import convolution, places
from tests.strategies import AWKWARD, DECIMALS, WHOLE, convolutions

NUMBER = r"(about )?([0-9.]+)"


@given(convolutions(WHOLE, divisors=st.integers(1, 20), biases=WHOLE))
def test_both_outputs_are_those_of_the_definition_and_the_difference_is_their_exact_difference(
    asked: Convolution2d,
) -> None:
    comparison = Comparison(asked)
    expected = [values(each) for each in (comparison.correlation, comparison.convolution)]
    differences = [after - before for before, after in zip(*expected, strict=True)]
    assert (comparison.correlation.flip, comparison.convolution.flip) == (False, True)
    for exact, fractions, found in zip(
        comparison.exact,
        [*expected, differences],
        (comparison.correlation.output, comparison.convolution.output, comparison.difference),
        strict=True,
    ):
        cells = zip(fractions, found.ravel().tolist(), exact.ravel().tolist(), strict=True)
        for fraction, value, is_exact in cells:
            decimals = fraction * 10**comparison.precision.value_decimals
            assert is_exact == (decimals.denominator == 1)
            assert value == float(fraction)
    assert comparison.is_same == (not any(differences))


@given(convolutions(DECIMALS))
def test_the_difference_of_decimals_is_exact_as_well(asked: Convolution2d) -> None:
    comparison = Comparison(asked)
    if asked.scaling.exact:
        before, after = values(comparison.correlation), values(comparison.convolution)
        found = [typed(value) for value in comparison.difference.ravel().tolist()]
        assert found == [b - a for a, b in zip(before, after, strict=True)]
        assert comparison.precision.exact


@given(convolutions(AWKWARD))
def test_nothing_is_called_exact_that_is_not(asked: Convolution2d) -> None:
    comparison = Comparison(asked)
    difference = comparison.convolution.output - comparison.correlation.output
    np.testing.assert_allclose(comparison.difference, difference)
    if not asked.scaling.exact:
        assert not any(each.any() for each in comparison.exact)
        assert not comparison.precision.exact


def test_the_two_are_scipys_correlate_and_convolve() -> None:
    image, kernel = places(5, 6), np.array([[1.0, 2.0, 0.0], [0.0, -1.0, 3.0]])
    comparison = Comparison(convolution(image, kernel))
    assert np.array_equal(comparison.correlation.output, signal.correlate2d(image, kernel, "valid"))
    assert np.array_equal(comparison.convolution.output, signal.convolve2d(image, kernel, "valid"))


@given(convolutions(WHOLE + DECIMALS + AWKWARD))
def test_a_kernel_and_itself_turned_added_up_is_symmetric_and_changes_nothing(asked: Convolution2d) -> None:
    kernel = asked.kernel + asked.kernel[::-1, ::-1]
    comparison = Comparison(asked.__class__(asked.image, kernel, asked.geometry, asked.border))
    assert comparison.is_symmetric
    assert comparison.is_same
    assert not comparison.difference.any()
    assert comparison.sentence.startswith("For this symmetric kernel nothing changes")


@given(convolutions(WHOLE))
def test_a_sentence_with_a_count_counts_the_values_that_differ_and_names_the_largest_difference(
    asked: Convolution2d,
) -> None:
    comparison = Comparison(asked)
    differences = [
        abs(after - before)
        for before, after in zip(values(comparison.correlation), values(comparison.convolution), strict=True)
    ]
    count, total = sum(map(bool, differences)), len(differences)
    read = re.fullmatch(
        r"Turning the kernel by 180 degrees changes "
        r"(?:(?:all )?([0-9]+)(?: of the ([0-9]+))? output values, by |the output value by )"
        rf"{NUMBER}(?: at most)?\.",
        comparison.sentence,
    )
    if read:
        assert int(read[1] or 1) == count
        assert int(read[2] or count) == total
        assert typed(float(read[4])) == max(differences)
        assert not read[3]
    else:
        assert comparison.is_same or comparison.is_antisymmetric


@pytest.mark.parametrize(
    ("kernel", "sentence"),
    [
        pytest.param(
            [[1, 2, 1], [2, 4, 2], [1, 2, 1]],
            "For this symmetric kernel nothing changes: turned by 180 degrees it is itself.",
            id="symmetric",
        ),
        pytest.param(
            [[1, 0, -1]] * 3,
            "Turned by 180 degrees every weight changes its sign, so every sum of products does.",
            id="antisymmetric",
        ),
        pytest.param(
            [[1, 0, 0], [0, 0, 0], [0, 0, 0]],
            "Turning the kernel by 180 degrees changes all 16 output values, by 22 at most.",
            id="neither",
        ),
    ],
)
def test_what_a_teacher_would_say(kernel: list[list[float]], sentence: str) -> None:
    assert Comparison(convolution(places(6, 6), kernel)).sentence == sentence


def test_a_kernel_that_only_the_input_makes_the_same_is_not_called_symmetric() -> None:
    comparison = Comparison(convolution(np.ones((4, 4)), [[1, 2]]))
    assert (comparison.is_same, comparison.is_symmetric) == (True, False)
    assert comparison.sentence == (
        "Turned by 180 degrees this kernel is another one, but with this input nothing changes: "
        "both outputs are the same."
    )


def test_some_of_the_values_are_counted_and_one_alone_is_not() -> None:
    impulse = np.zeros((3, 5))
    impulse[1, 4] = 1
    some = Comparison(convolution(impulse, [[1, 3]]))
    turning = "Turning the kernel by 180 degrees changes"
    assert some.sentence == f"{turning} 1 of the 12 output values, by 2 at most."
    one = Comparison(convolution([[1, 2]], [[1, 3]]))
    assert one.sentence == f"{turning} the output value by 2."


def test_a_difference_that_never_ends_is_about_so_much() -> None:
    comparison = Comparison(convolution([[1, 2]], [[1, 3]], divisor=3))
    assert comparison.sentence == "Turning the kernel by 180 degrees changes the output value by about 0.67."
    assert [each.tolist() for each in comparison.exact] == [[[False]], [[False]], [[False]]]


def test_the_noise_of_a_double_is_no_difference() -> None:
    thirds = convolution(np.full((1, 6), 1 / 3), [[0.1, 0.2, 0.7]], padding=PaddingName.VALID)
    assert Comparison(thirds).is_same
