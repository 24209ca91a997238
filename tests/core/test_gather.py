"""Gather: the steps of the convolution over the stretched input, with a kernel that is said to be rotated."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.gather import GatherTrace
from app.core.trace import Trace
from app.core.transposed import TransposedConvolution2d
from tests.core.examples import transposed
from tests.strategies import WHOLE, transposed_convolutions


@given(transposed_convolutions(WHOLE, biases=WHOLE, divisors=st.integers(1, 9)))
def test_only_the_words_differ_from_the_steps_of_the_convolution(answer: TransposedConvolution2d) -> None:
    for mine, other in zip(GatherTrace(answer).steps(), Trace(answer.gather).steps(), strict=True):
        words = {"explanation": mine["explanation"], "phases": mine["phases"]}
        assert mine == {**other, **words}
        assert mine["phases"]["add"] == other["phases"]["add"]


@pytest.mark.parametrize(
    ("answer", "number", "place"),
    [
        pytest.param(
            transposed([[1, 2], [3, 4]], [[1, 2], [3, 4]], stride=(2, 2)),
            6,
            "The rotated kernel covers rows 1 to 2, columns 1 to 2 of the stretched input.",
            id="stretched",
        ),
        pytest.param(
            transposed([[1, 2], [3, 4]], [[1, 2], [3, 4]]),
            5,
            "The rotated kernel covers rows 1 to 2, columns 1 to 2 of the input.",
            id="moved by one cell",
        ),
        pytest.param(
            transposed([[1]], [[1, 2]], dilation=(1, 3)),
            2,
            "The rotated kernel covers padding only.",
            id="padding only",
        ),
    ],
)
def test_sentences_say_that_the_kernel_is_rotated_and_where_rows_are_counted(
    answer: TransposedConvolution2d, number: int, place: str
) -> None:
    step = GatherTrace(answer).steps()[number - 1]
    assert step["phases"]["place"].startswith(place)
    assert step["explanation"].startswith(f"{place} Its ")
