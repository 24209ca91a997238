"""Random numbers that are the same on every machine, in every version of NumPy and in other languages.

SplitMix64: G. L. Steele, D. Lea and C. H. Flood, Fast Splittable Pseudorandom
Number Generators, OOPSLA 2014, with the mixing constants of D. Stafford's
variant 13, as in S. Vigna's public-domain ``splitmix64.c`` (2015).
"""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from app.core.arrays import IntArray

WordArray: TypeAlias = NDArray[np.uint64]

_GOLDEN_GAMMA = np.uint64(0x9E3779B97F4A7C15)
_MIX_1 = np.uint64(0xBF58476D1CE4E5B9)
_MIX_2 = np.uint64(0x94D049BB133111EB)
_WORD_MASK = 2**64 - 1


def split_mix_64(seed: int, count: int) -> WordArray:
    """The first ``count`` words of the sequence of ``seed``, shape (count,), each 0 ≤ word < 2⁶⁴.

    Word number n depends on the seed and n alone, so all are computed at once.
    """
    # Unsigned arithmetic on arrays wraps around at 2⁶⁴, which is what the algorithm asks for.
    state = np.full(count, seed & _WORD_MASK, dtype=np.uint64)
    state += np.arange(1, count + 1, dtype=np.uint64) * _GOLDEN_GAMMA
    state = (state ^ (state >> np.uint64(30))) * _MIX_1
    state = (state ^ (state >> np.uint64(27))) * _MIX_2
    return state ^ (state >> np.uint64(31))


def random_whole_numbers(seed: int, shape: tuple[int, int], *, lowest: int, highest: int) -> IntArray:
    """Whole numbers ``lowest`` … ``highest``, both included, in reading order: word mod range + lowest.

    The remainder favours small numbers by less than one part in 2⁵⁰ for ranges below 2¹⁴.
    """
    rows, columns = shape
    words = split_mix_64(seed, rows * columns) % np.uint64(highest - lowest + 1)
    return words.astype(np.int64).reshape(shape) + lowest
