"""The blanks of a worksheet: as many as asked for, other ones for other seeds, never all and never none."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from app.core.worksheet import blank_outputs, blank_terms

SEEDS = st.integers(0, 1_000_000)


@given(SEEDS, st.integers(1, 400), st.integers(1, 40))
def test_as_many_outputs_are_blank_as_asked_for_and_one_is_left(seed: int, cells: int, blanks: int) -> None:
    drawn = blank_outputs(seed, cells, blanks)
    assert len(drawn) == (min(blanks, cells - 1) if cells > 1 else 1)
    assert (np.diff(drawn) > 0).all()
    assert drawn[0] >= 0
    assert drawn[-1] < cells


@given(SEEDS, st.integers(0, 400), st.integers(1, 225))
def test_a_third_of_the_terms_is_blank_and_never_all_or_none(seed: int, cell: int, terms: int) -> None:
    drawn = blank_terms(seed, cell, terms)
    assert len(drawn) == (0 if terms == 1 else max(terms // 3, 1))
    assert len(set(drawn.tolist())) == len(drawn) < terms
    assert all(0 <= term < terms for term in drawn)


def test_sheets_already_printed_can_be_printed_again() -> None:
    assert blank_outputs(7, 16, 6).tolist() == [0, 2, 3, 9, 10, 13]
    assert blank_terms(7, 0, 9).tolist() == [0, 4, 6]


def test_another_seed_makes_another_sheet_and_no_cell_is_left_out_by_all() -> None:
    sheets = [tuple(blank_outputs(seed, 16, 6).tolist()) for seed in range(100)]
    assert len(set(sheets)) > 90
    assert set().union(*sheets) == set(range(16))


def test_every_cell_has_blanks_of_its_own() -> None:
    lines = {tuple(blank_terms(1, cell, 9).tolist()) for cell in range(40)}
    assert len(lines) > 20
