"""Numbers as they stand on the page, read back and calculated anew without any of the program's code."""

import re
from fractions import Fraction
from math import prod
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from scipy.signal import correlate2d

Numbers = NDArray[np.float64]
Mode = Literal["constant", "edge", "reflect", "symmetric", "wrap"]


def plain(text: str) -> str:
    """A number in the letters of a programming language."""
    return re.sub("[()≈ ]", "", text).replace("−", "-")


def number(text: str) -> float:
    """The number that a text shows; NaN where there is none."""
    return float(plain(text)) if text else float("nan")


def correlate(
    values: Numbers,
    weights: Numbers,
    *,
    stride: tuple[int, int] = (1, 1),
    dilation: tuple[int, int] = (1, 1),
    padding: tuple[int, int, int, int] = (0, 0, 0, 0),
    mode: Mode = "constant",
) -> Numbers:
    """What SciPy and NumPy make of an input and the weights that lie on it.

    Args:
        values: The input, shape (H, W).
        weights: The kernel as it lies on the input, shape (K_rows, K_columns).
        stride: Cells from output to output, down and across.
        dilation: Cells from tap to tap, down and across.
        padding: Cells at the top, bottom, left and right.
        mode: What NumPy puts into them.
    """
    padded = np.pad(values, (padding[:2], padding[2:]), mode=mode)
    spread = np.zeros([(size - 1) * gap + 1 for size, gap in zip(weights.shape, dilation, strict=True)])
    spread[:: dilation[0], :: dilation[1]] = weights
    output: Numbers = correlate2d(padded, spread, mode="valid")[:: stride[0], :: stride[1]]
    return output


def both_sides(expression: str) -> tuple[Fraction, Fraction]:
    """A written-out step, "2·3 + 1·(−4) + 5 = 7": what its terms add up to, and what it says they do."""
    terms, stated = expression.split(" = ")
    products = [[Fraction(plain(factor)) for factor in term.split("·")] for term in terms.split(" + ")]
    return sum((prod(factors, start=Fraction(1)) for factors in products), Fraction()), Fraction(
        plain(stated)
    )
