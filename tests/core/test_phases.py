"""Phases: what is said on the way to the value, in the numbers of the explanation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.convolution import Convolution2d
from app.core.narration import Phases
from app.core.padding import PaddingName
from app.core.trace import Trace
from tests.core.examples import convolution, places
from tests.core.reading import read_sentence
from tests.strategies import AWKWARD, DECIMALS, WHOLE, convolutions

ANY_NUMBER = WHOLE + DECIMALS + AWKWARD
ANY = convolutions(ANY_NUMBER, biases=ANY_NUMBER, divisors=st.integers(1, 20))

BOX = [[1, 1, 1]] * 3


def phases(answer: Convolution2d, step: int = 0) -> Phases:
    return Trace(answer).steps()[step]["phases"]


@given(ANY)
def test_place_says_where_the_kernel_lies_and_what_is_padding_as_the_explanation_does(
    answer: Convolution2d,
) -> None:
    for step in Trace(answer).steps():
        lead, _, rest = step["explanation"].partition(". ")
        note = rest.partition(f", column {step['output']['column'] + 1}.")[2]
        assert step["phases"]["place"] == f"{lead}.{note}"


@given(ANY)
def test_add_says_the_sum_before_it_is_divided_or_shifted(answer: Convolution2d) -> None:
    for step in Trace(answer).steps():
        said = read_sentence(step["explanation"])
        verb = "product is" if said["count"] == "one" else "products add up to"
        assert step["phases"]["add"] == f"The {said['count']} {verb} {said['total']}."


@pytest.mark.parametrize(
    ("answer", "step", "place", "multiply", "add"),
    [
        pytest.param(
            convolution(places(6, 6), BOX, divisor=9, bias=1), 5,
            "The kernel covers rows 2 to 4, columns 2 to 4.",
            "Each of the nine values is multiplied by the weight that lies on it.",
            "The nine products add up to 198.",
            id="a divisor and a bias are not yet at work",
        ),
        pytest.param(
            convolution(places(2, 2), BOX, padding=PaddingName.SAME), 0,
            "The kernel covers rows 1 to 2, columns 1 to 2. 5 of the 9 values are padding zeros.",
            "Each of the nine values is multiplied by the weight that lies on it.",
            "The nine products add up to 22.",
            id="padding",
        ),
        pytest.param(
            convolution([[-7]], [[2]]), 0,
            "The kernel covers row 1, column 1.",
            "The one value is multiplied by the weight that lies on it.",
            "The one product is −14.",
            id="one tap",
        ),
        pytest.param(
            convolution([[1 / 3]] * 20, [[2]] * 13), 0,
            "The kernel covers rows 1 to 13, column 1.",
            "Each of the 13 values is multiplied by the weight that lies on it.",
            "The 13 products add up to about 8.67.",
            id="a sum that is rounded",
        ),
    ],
)  # fmt: skip
def test_each_phase_has_its_sentence(
    answer: Convolution2d, step: int, place: str, multiply: str, add: str
) -> None:
    assert phases(answer, step) == {"place": place, "multiply": multiply, "add": add}
