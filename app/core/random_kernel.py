"""The kernel of the catalogue that is drawn and not made: its weights follow from a seed."""

from app.core.arrays import IntArray
from app.core.named_kernel import NamedKernel
from app.core.randomness import random_whole_numbers

_SHAPE = (3, 3)
_LARGEST = 3
_STREAM = 2**32
"""Added to the seed: far from the seed of any input, so that a random kernel never repeats a random input."""


def draw_weights(seed: int) -> IntArray:
    """Whole numbers −3 … 3, shape (3, 3); the same seed always gives the same."""
    return random_whole_numbers(seed + _STREAM, _SHAPE, lowest=-_LARGEST, highest=_LARGEST)


RANDOM_KERNEL = NamedKernel(
    name="random",
    title="Random weights",
    weights=draw_weights(1),
    divisor=1,
    effect="Does what nobody has planned: the same seed gives the same weights to everybody.",
    derivation="nine whole numbers from −3 to 3, drawn from the seed; here with seed 1",
    source="SplitMix64: G. L. Steele, D. Lea and C. H. Flood, OOPSLA 2014",
    draw=draw_weights,
)
