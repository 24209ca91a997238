"""What a named kernel is, and the rows of numbers that the catalogue is built from.

The finished kernels are in ``picture_kernels`` and ``change_kernels``;
``kernels`` joins them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from app.core.arrays import IntArray


@dataclass(frozen=True, slots=True, eq=False)
class NamedKernel:
    """One kernel of the catalogue.  The kernel that is applied is ``weights / divisor``.

    Attributes:
        name: As it stands in an address, kebab-case.
        title: As it stands on the page.
        weights: Whole numbers, shape (K_rows, K_columns), dimensionless, read-only.
        divisor: Positive whole number, kept apart so that sums stay whole until the last step.
        effect: One sentence on what the unflipped kernel does to a picture.
        derivation: One line on how the weights come about.
        source: Who described it, where and when.
        draw: From a seed to weights, where they follow from one; ``weights`` are those of seed 1.
    """

    name: str
    title: str
    weights: IntArray
    divisor: int
    effect: str
    derivation: str
    source: str
    draw: Callable[[int], IntArray] | None = None

    def drawn(self, seed: int) -> "NamedKernel":
        """The same kernel with the weights of a seed; most kernels make nothing of it."""
        return self if self.draw is None else replace(self, weights=self.draw(seed))

    def __post_init__(self) -> None:
        # A transposed or mirrored view would reach the JSON writer, which takes row-major arrays only.
        weights = np.array(self.weights, dtype=np.int64, order="C")
        weights.setflags(write=False)
        object.__setattr__(self, "weights", weights)


def _row(numbers: Sequence[int]) -> IntArray:
    row = np.array(numbers, dtype=np.int64)
    row.setflags(write=False)
    return row


def outer(down: IntArray, across: IntArray) -> IntArray:
    """The separable kernel ``down`` × ``across``, shape (len(down), len(across))."""
    weights: IntArray = np.multiply.outer(down, across)
    return weights


UNIT_3 = _row([0, 1, 0])
BOX_3 = _row([1, 1, 1])
BOX_5 = _row([1, 1, 1, 1, 1])

# Rows 2 and 4 of Pascal's triangle, the whole-number neighbours of the Gaussian curve.
BINOMIAL_3 = _row([1, 2, 1])
BINOMIAL_5 = _row([1, 4, 6, 4, 1])

# Chosen so that an edge is measured almost alike at every angle (Scharr, 2000).
SCHARR_SMOOTHING = _row([3, 10, 3])

# The orientation of the whole catalogue: see the docstring of ``kernels``.
CENTRAL_DIFFERENCE = _row([1, 0, -1])
NEIGHBOUR_DIFFERENCE = _row([1, -1])
SECOND_DIFFERENCE = _row([1, -2, 1])

IDENTITY = outer(UNIT_3, UNIT_3)
LAPLACIAN_4 = outer(SECOND_DIFFERENCE, UNIT_3) + outer(UNIT_3, SECOND_DIFFERENCE)
