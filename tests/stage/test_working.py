"""The line of working: all pieces together are the expression, and every result is blank."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.stage.working import LONGEST, Piece, working

LINE = "(3·1 + (−1)·0.5 + 12·(−1)) / 9 + 1.5 = −9.5 / 9 + 1.5 ≈ 0.44"


def blanks(pieces: list[Piece]) -> list[str]:
    return [piece.text for piece in pieces if piece.is_blank]


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        ([], ["−9.5", "0.44"]),
        ([0], ["3", "−9.5", "0.44"]),
        ([1, 2], ["(−1)", "12", "−9.5", "0.44"]),
    ],
)
def test_input_values_that_are_asked_for_and_all_results_are_blank(
    terms: list[int], expected: list[str]
) -> None:
    assert blanks(working(LINE, terms)) == expected


def test_in_the_channels_of_an_input_the_terms_are_counted_through() -> None:
    assert blanks(working("(3·1 + 0·2) + ((−4)·1 + 7·2) = 13", [2, 3])) == ["(−4)", "7", "13"]


@given(st.sets(st.integers(0, 4)))
def test_the_pieces_are_the_whole_line_in_order(terms: set[int]) -> None:
    assert "".join(piece.text for piece in working(LINE, terms)) == LINE


def test_of_a_line_too_long_to_follow_the_results_are_left() -> None:
    line = " + ".join(["3·1"] * (LONGEST // 6 + 1))
    assert working(f"({line}) / 9 = 183 / 9 ≈ 20.33", [0]) == [
        Piece("Value = "),
        Piece("183", is_blank=True),
        Piece(" / 9 ≈ "),
        Piece("20.33", is_blank=True),
    ]
