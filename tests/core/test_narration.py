"""Narration: every written-out line is read back as it is shown and added up.

The sentences have their own file, ``test_explanations``.
"""

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.core.convolution import Convolution2d
from app.core.phrases import number_text
from app.core.trace import Trace
from tests.core.definition import patches, rounding_error, sums, values, weights
from tests.core.examples import convolution
from tests.core.reading import Expression, decimals, evaluate
from tests.strategies import AWKWARD, DECIMALS, LARGEST, WHOLE, convolutions

THIRD = 0.3333333333333333
BOX = [[1] * 15] * 15

DIVISORS = st.integers(1, 20) | st.sampled_from([256, 999, 1000, 99_991, LARGEST])
WHOLES = convolutions(WHOLE, biases=WHOLE, divisors=DIVISORS)
TYPED = convolutions(DECIMALS, biases=DECIMALS, divisors=DIVISORS)
AWKWARDS = convolutions(AWKWARD, biases=AWKWARD, divisors=DIVISORS)
MIXED = convolutions(WHOLE + DECIMALS + AWKWARD, biases=WHOLE + DECIMALS + AWKWARD, divisors=DIVISORS)
ANY = WHOLES | TYPED | AWKWARDS | MIXED

HARD = [
    pytest.param(convolution([[-0.0, THIRD]], [[1, -0.0]]), id="negative zeros"),
    pytest.param(
        convolution([[THIRD]], [[2]], divisor=2, bias=-1e-7), id="a tiny bias beside awkward numbers"
    ),
    pytest.param(convolution([[1e-7]], [[1e-7]], bias=3), id="a bias far larger than the products"),
    pytest.param(convolution([[999999.9]], [[1e-11]], bias=1e-12), id="large beside tiny"),
    pytest.param(convolution([[5e-324]], [[0.1]]), id="the smallest double"),
    pytest.param(convolution([[1e-20, -1e-20]], [[1, 1]]), id="tiny numbers that cancel"),
    pytest.param(convolution([[0.1, 0.2, -0.3]], [[1, 1, 1]]), id="tenths that cancel"),
    pytest.param(convolution([[1e6, 0.7, -1e6]], [[1, THIRD, 1]]), id="millions that cancel"),
    pytest.param(
        convolution(
            [[999999.9] * 7 + [0.9876543210987654] + [-999999.9] * 7],
            [[999999.7] * 7 + [1] + [999999.7] * 7],
        ),
        id="a long sum that cancels to less than its noise",
    ),
    pytest.param(convolution([[1]], [[1]], divisor=100_000), id="a quotient with five decimals"),
    pytest.param(convolution([[1, 3]], [[1]], divisor=1024), id="tiny quotients"),
    pytest.param(convolution([[123_457]], [[1]], divisor=999_983), id="a quotient of a large prime"),
    pytest.param(convolution([[999_999] * 15] + [[LARGEST] * 15] * 14, BOX, divisor=7), id="a mean"),
    pytest.param(convolution(BOX, [[1] * 14 + [LARGEST]] * 15, divisor=5), id="a large fifth"),
    pytest.param(
        convolution([[999_999] + [LARGEST] * 14] * 15, [[999_999] + [LARGEST] * 14] * 15, divisor=5),
        id="a fifth of fifteen digits",
    ),
    pytest.param(convolution([[999999.9] * 15] * 15, [[999999.9] * 15] * 15), id="the largest decimals"),
    pytest.param(convolution([[0.001, 0.002]], [[0.5]], divisor=8), id="decimals and a divisor"),
]


def expressions(answer: Convolution2d) -> list[Expression]:
    return [Expression.read(step["expression"]) for step in Trace(answer).steps()]


def assert_adds_up(answer: Convolution2d, *, noise: Fraction = Fraction(0)) -> None:
    """Every "=" joins equals; a "≈" comes last, before the nearest number with the decimals shown.

    Noise is what the roundings of doubles come to, where nothing can be exact.
    """
    rounded = answer.precision.rounded_decimals
    for expression in expressions(answer):
        results = [evaluate(member) for member in expression.members]
        for left, sign, right in zip(results, expression.signs, results[1:], strict=False):
            assert left == right or sign == "≈"
        if "≈" in expression.signs:
            assert expression.signs.index("≈") == len(expression.signs) - 1
            assert decimals(expression.value) <= rounded
            assert abs(results[-1] - results[0]) <= Fraction(1, 2 * 10**rounded) + noise


@given(WHOLES)
def test_line_of_whole_numbers_adds_up(answer: Convolution2d) -> None:
    assert_adds_up(answer)


@given(TYPED)
def test_line_of_decimals_adds_up(answer: Convolution2d) -> None:
    assume(answer.scaling.exact)
    assert_adds_up(answer)


@given(AWKWARDS)
def test_line_of_awkward_numbers_adds_up(answer: Convolution2d) -> None:
    assert_adds_up(answer, noise=Fraction(0) if answer.scaling.exact else rounding_error(answer))


@given(MIXED)
def test_line_of_all_kinds_of_numbers_adds_up(answer: Convolution2d) -> None:
    assert_adds_up(answer, noise=Fraction(0) if answer.scaling.exact else rounding_error(answer))


@pytest.mark.parametrize("answer", HARD)
def test_hard_line_adds_up(answer: Convolution2d) -> None:
    assert_adds_up(answer)


@given(ANY)
def test_line_shows_what_was_typed_and_comes_to_the_value_of_the_definition(answer: Convolution2d) -> None:
    kernel = [weight for row in weights(answer) for weight in row]
    for expression, patch, value in zip(expressions(answer), patches(answer), values(answer), strict=True):
        shown = [number for row in patch for number in row]
        assert expression.terms == list(zip(shown, kernel, strict=True))
        assert evaluate(expression.members[0]) == value


@given(ANY)
def test_sign_says_whether_the_value_is_written_in_full(answer: Convolution2d) -> None:
    for step, expression in zip(Trace(answer).steps(), expressions(answer), strict=True):
        assert step["exact"] == (expression.signs[-1] == "=")
        if answer.scaling.exact:
            members = [evaluate(member) for member in expression.members]
            assert step["exact"] == (members[0] == members[-1])


@given(ANY)
def test_page_prints_the_numbers_of_a_step_as_its_line_does(answer: Convolution2d) -> None:
    precision = answer.precision
    for step, expression, total in zip(Trace(answer).steps(), expressions(answer), sums(answer), strict=True):
        shown = precision.value_decimals if step["exact"] else precision.rounded_decimals
        assert number_text(step["value"], shown) == expression.value
        noise = (
            0 if answer.scaling.exact else Fraction(1, 2 * 10**precision.decimals) + rounding_error(answer)
        )
        assert abs(evaluate(number_text(step["sum"], precision.decimals)) - total) <= noise


@pytest.mark.parametrize(
    ("number", "decimals_at_most", "text"),
    [
        pytest.param(7, 0, "7", id="a whole number"),
        pytest.param(1_000_000, 0, "1000000", id="no thousands separators"),
        pytest.param(100.0, 2, "100", id="zeros before the point stay"),
        pytest.param(2.50, 4, "2.5", id="zeros behind the point go"),
        pytest.param(-2, 0, "−2", id="a true minus"),
        pytest.param(-0.0, 3, "0", id="a negative zero"),
        pytest.param(-0.004, 2, "0", id="a negative number that rounds to zero"),
        pytest.param(0.0000001, 7, "0.0000001", id="no exponent for a small number"),
        pytest.param(2.25e14, 0, "225000000000000", id="no exponent for a large number"),
        pytest.param(44999999600000.2, 1, "44999999600000.2", id="fifteen digits"),
        pytest.param(1 / 32, 4, "0.0313", id="half away from zero, as toFixed in a browser"),
        pytest.param(-1 / 32, 4, "−0.0313", id="half away from zero on the other side"),
        pytest.param(0.5, 0, "1", id="a half"),
        pytest.param(1.005, 2, "1", id="1.005 in a double is less than that"),
        pytest.param(2.0**70, 15, "1180591620717411303424", id="a number that no limit lets through"),
    ],
)
def test_number_is_written_for_people(number: float, decimals_at_most: int, text: str) -> None:
    assert number_text(number, decimals_at_most) == text


@pytest.mark.parametrize(
    ("answer", "line"),
    [
        pytest.param(convolution([[5, 8]], [[1, -1]]), "5·1 + 8·(−1) = −3", id="a negative weight"),
        pytest.param(convolution([[-5]], [[2]], bias=-1), "(−5)·2 + (−1) = −11", id="a negative bias"),
        pytest.param(
            convolution([[9, 18]], [[1, 1]], divisor=9), "(9·1 + 18·1) / 9 = 27 / 9 = 3", id="ninths"
        ),
        pytest.param(convolution([[-7]], [[1]], divisor=9), "((−7)·1) / 9 = −7 / 9 ≈ −0.778", id="rounded"),
        pytest.param(
            convolution([[1, 2]], [[3, 4]], divisor=4, bias=2),
            "(1·3 + 2·4) / 4 + 2 = 11 / 4 + 2 = 4.75",
            id="a divisor and a bias",
        ),
        pytest.param(convolution([[0.1, 0.2]], [[3, 1]]), "0.1·3 + 0.2·1 = 0.5", id="decimals"),
        pytest.param(convolution([[1, 2], [3, 4]], [[5, 6]], flip=True), "1·6 + 2·5 = 16", id="a flip"),
        pytest.param(
            convolution([[THIRD]], [[2]], divisor=2, bias=1e-7),
            "(0.3333333333333333·2) / 2 + 0.0000001 ≈ 0.333",
            id="an inexact sum is not written down as if it were exact",
        ),
    ],
)
def test_line_is_written_as_on_the_blackboard(answer: Convolution2d, line: str) -> None:
    assert Trace(answer).steps()[0]["expression"] == line
