"""Which numbers of a worksheet are left blank: the same ones for everybody who has the same seed."""

import numpy as np

from app.core.arrays import IntArray
from app.core.randomness import split_mix_64

_STREAM = 2**33
"""Added to the seed: far from the seeds of random inputs and kernels, which the blanks must not follow."""

_BLANK_SHARE = 3
"""One of so many input values in a line of working is blank."""


def blank_outputs(seed: int, cell_count: int, blank_count: int) -> IntArray:
    """The output cells to be computed by hand, counted from 0 in the order of the steps, rising.

    Args:
        seed: Whole number of at least 0.
        cell_count: Cells of the output, at least 1.
        blank_count: How many of them are asked for, at least 1.

    Returns:
        Shape (count,); one cell is left as an example where there are several, so that
        count is at most ``cell_count`` − 1, and 1 where there is only one cell.
    """
    return _drawn(seed + _STREAM, cell_count, min(blank_count, max(cell_count - 1, 1)))


def blank_terms(seed: int, cell: int, term_count: int) -> IntArray:
    """The terms of one output cell whose input value has to be looked up, counted from 0, rising.

    Args:
        seed: Whole number of at least 0.
        cell: The output cell, counted from 0; every cell has other blanks.
        term_count: Products that are added, at least 1.

    Returns:
        Shape (count,): a third of the terms; none of a single one.
    """
    count = min(max(term_count // _BLANK_SHARE, 1), term_count - 1)
    return _drawn(seed + (cell + 2) * _STREAM, term_count, count)


def _drawn(seed: int, count: int, drawn_count: int) -> IntArray:
    """As if lots were drawn: ``drawn_count`` of the numbers 0 to ``count`` − 1, rising."""
    lots = np.argsort(split_mix_64(seed, count), kind="stable")
    drawn: IntArray = np.sort(lots[:drawn_count])
    return drawn
