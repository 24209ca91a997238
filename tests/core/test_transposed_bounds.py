"""Bounds of a transposed convolution: every value between the ends is legal, and the next one is not."""

from dataclasses import fields, replace

import pytest
from hypothesis import given

from app.core.errors import InvalidParameterError
from app.core.transposed import TransposedAxis, TransposedConvolution2d
from app.core.transposed_bounds import TransposedBounds, TransposedLargest, transposed_bounds_of
from tests.core.examples import places, transposed
from tests.strategies import WHOLE, transposed_convolutions

LARGEST = TransposedLargest(4, 4, 5, 3, 8, 5, stretched_size=26)
PADDING_RULE = "padding has to stay within dilation · (kernel size − 1), and to leave some output"
OUTPUT_PADDING_RULE = "output padding has to be smaller than the stride or the dilation"
SMALLEST = {
    "stride": 1, "dilation": 1, "padding": 0, "output_padding": 0, "input_size": 1, "kernel_size": 1
}  # fmt: skip


def is_legal(axis: TransposedAxis, field: str, value: int) -> bool:
    if not SMALLEST[field] <= value <= getattr(LARGEST, field):
        return False
    try:
        return replace(axis, **{field: value}).gather.padded_size <= LARGEST.stretched_size
    except InvalidParameterError:
        return False


@given(transposed_convolutions(WHOLE))
def test_values_are_legal_exactly_between_the_ends(answer: TransposedConvolution2d) -> None:
    axes = answer.geometry.rows, answer.geometry.columns
    for axis, bounds in zip(axes, transposed_bounds_of(answer.geometry, LARGEST), strict=True):
        for field in fields(TransposedBounds):
            bound = getattr(bounds, field.name)
            legal = [value for value in range(-1, 12) if is_legal(axis, field.name, value)]
            assert list(range(bound.minimum, bound.maximum + 1)) == legal


@pytest.mark.parametrize(
    ("field", "ends", "reasons"),
    [
        pytest.param(
            "stride",
            (2, 4),
            (
                f"The stride must be at least 2: {OUTPUT_PADDING_RULE}.",
                "4 is the largest stride this page takes.",
            ),
            id="stride",
        ),
        pytest.param(
            "dilation",
            (1, 4),
            ("1 is the smallest dilation there is.", "4 is the largest dilation this page takes."),
            id="dilation",
        ),
        pytest.param(
            "padding",
            (0, 2),
            (
                "0 is the smallest padding there is.",
                f"The padding can be at most 2: {PADDING_RULE}.",
            ),
            id="padding",
        ),
        pytest.param(
            "output_padding",
            (0, 1),
            (
                "0 is the smallest output padding there is.",
                f"The output padding can be at most 1: {OUTPUT_PADDING_RULE}.",
            ),
            id="output padding",
        ),
        pytest.param(
            "input_size",
            (1, 8),
            ("The smallest input has 1 row.", "The largest input this page takes has 8 rows."),
            id="input",
        ),
        pytest.param(
            "kernel_size",
            (2, 5),
            (
                f"The kernel must have at least 2 rows: {PADDING_RULE}.",
                "The largest kernel this page takes has 5 rows.",
            ),
            id="kernel",
        ),
    ],
)
def test_every_end_has_a_reason(field: str, ends: tuple[int, int], reasons: tuple[str, str]) -> None:
    answer = transposed(places(4, 1), [[1], [1], [1]], stride=(2, 1), padding=(1, 0), output_padding=(1, 0))
    rows, _ = transposed_bounds_of(answer.geometry, LARGEST)
    bound = getattr(rows, field)
    assert (bound.minimum, bound.maximum) == ends
    assert (bound.minimum_reason, bound.maximum_reason) == reasons


def test_the_stretched_input_is_a_reason_too() -> None:
    _, columns = transposed_bounds_of(transposed(places(1, 8), [[1, 1]], stride=(1, 3)).geometry, LARGEST)
    assert columns.stride.maximum_reason == (
        "The stride can be at most 3: with 4 the input would have 31 columns when it is stretched and "
        "padded, and this page takes 26."
    )
    assert columns.input_size.maximum_reason == "The largest input this page takes has 8 columns."
    _, columns = transposed_bounds_of(transposed(places(1, 6), [[1, 1]], stride=(1, 4)).geometry, LARGEST)
    assert columns.input_size.maximum_reason == (
        "The input can have at most 6 columns: with 7 the input would have 27 columns when it is stretched "
        "and padded, and this page takes 26."
    )


def test_the_input_may_have_to_be_large_enough_for_the_padding() -> None:
    rows, _ = transposed_bounds_of(transposed(places(3, 1), [[1]] * 3, padding=(2, 0)).geometry, LARGEST)
    assert rows.input_size.minimum == 3
    assert rows.input_size.minimum_reason == f"The input must have at least 3 rows: {PADDING_RULE}."
