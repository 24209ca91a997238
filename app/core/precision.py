"""At how many decimals a written line adds up exactly.

A computer's binary fractions cannot hold 0.1, a decimal place can.  So numbers
are taken as the decimals that a person typed (the shortest that round-trips),
scaled to whole numbers by a power of ten, and multiplied and added as whole
numbers: every product, running sum and sum is then exact, and so is its text.
"""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from app.core.arrays import FloatArray, NumberArray

MAX_DECIMALS = 15
"""Decimals beyond which a line is shown rounded; a double holds 15 significant digits."""

MAX_QUOTIENT_DECIMALS = 4
"""Decimals that a quotient may need and still be written out: 5/16 = 0.3125, not 5/256."""

_EXACT_DIGITS = 15
"""Digits of a decimal that a double returns as they were typed."""

_ROUNDED_DIGITS = 12
"""Digits of a rounded number that are shown at most; the last bits of a long sum lie behind them."""

_LARGEST_WHOLE = 2**53
_LARGEST_DECIMAL = 10**_EXACT_DIGITS


def decimals_of(values: FloatArray) -> int | None:
    """The number of decimals that writes every value exactly as typed, or None beyond ``MAX_DECIMALS``."""
    for decimals in range(MAX_DECIMALS + 1):
        scale = 10.0**decimals
        with np.errstate(over="ignore"):
            scaled = np.rint(values * scale)
        if np.abs(scaled).max(initial=0) >= _LARGEST_WHOLE:
            return None
        if np.array_equal(scaled / scale, values):
            return decimals
    return None


def _decimals_with(digits: int, largest: float) -> int:
    """Decimals that show this many significant digits of the largest number, 0 to ``MAX_DECIMALS``."""
    if largest == 0:
        return MAX_DECIMALS
    return int(np.clip(digits - 1 - np.floor(np.log10(largest)), 0, MAX_DECIMALS))


def readable_decimals(largest: float, *, reach: float) -> int:
    """Decimals at which rounded values up to ``largest`` are easy to read, and right in every digit.

    Args:
        largest: The largest value, not negative; it gets three digits, and at least two decimals.
        reach: The largest number that was added on the way; far behind its digits lies the noise of a double.
    """
    readable = max(_decimals_with(3, largest), 2) if largest else 2
    return min(readable, _decimals_with(_ROUNDED_DIGITS, reach))


def quotient_decimals(largest: float, rounded_decimals: int) -> int:
    """Decimals within which a quotient up to ``largest`` has to end to be written in full."""
    return min(max(MAX_QUOTIENT_DECIMALS, rounded_decimals), _decimals_with(_EXACT_DIGITS, largest))


def largest_sum(image: FloatArray, kernel: FloatArray) -> float:
    """No product and no sum of products, finished or running, lies further from zero."""
    return float(np.abs(image).max() * np.abs(kernel).sum())


@dataclass(frozen=True, slots=True)
class Precision:
    """How the numbers of one trace are to be printed.

    Attributes:
        decimals: For operands, products, running sums, sums and the bias.
        value_decimals: For an output value that is exact.
        rounded_decimals: For an output value that is not, and is written with "≈".
        exact: Whether every number of the trace is exact at these decimals.
    """

    decimals: int
    value_decimals: int
    rounded_decimals: int
    exact: bool


@dataclass(frozen=True, slots=True)
class Scaling:
    """How input, kernel and bias become whole numbers, so that nothing is lost on the way.

    Attributes:
        image_decimals: The input is multiplied by 10 to this power.
        decimals: Products, sums and the bias are whole at 10 to this power; 0 where nothing is exact.
        exact: False when no scale fits a double; everything then stays a float.
    """

    image_decimals: int
    decimals: int
    exact: bool

    @classmethod
    def of(cls, image: FloatArray, kernel: FloatArray, bias: float, divisor: int) -> Self:
        """The scale at which every product, sum and value of this convolution is exact."""
        needed = [decimals_of(values) for values in (image, kernel, np.array([bias]))]
        image_decimals, kernel_decimals, bias_decimals = (each or 0 for each in needed)
        decimals = max(image_decimals + kernel_decimals, bias_decimals)
        # Operands are written at the decimals of their products, so they count as well.
        operands = max(np.abs(image).max(), np.abs(kernel).max(), divisor)
        largest = max(largest_sum(image, kernel) + abs(bias) * divisor, operands)
        bound = _LARGEST_DECIMAL if decimals else _LARGEST_WHOLE
        if None in needed or largest * 10.0**decimals >= bound:
            return cls(0, 0, exact=False)
        return cls(image_decimals, decimals, exact=True)

    @property
    def is_whole(self) -> bool:
        """Whether input, kernel and bias are whole numbers already."""
        return self.exact and self.decimals == 0

    def scaled(self, values: FloatArray, decimals: int) -> NumberArray:
        """Whole numbers at this many decimals; the values unchanged where nothing is exact."""
        return np.rint(values * 10.0**decimals).astype(np.int64) if self.exact else values

    def restored(self, numbers: NumberArray) -> NumberArray:
        """Products or sums as the numbers they stand for; whole ones stay whole."""
        # Adding 0.0 turns a negative zero, which nobody can explain to a class, into 0.
        return numbers if self.is_whole else numbers / 10.0**self.decimals + 0.0


def ends_within(decimals: int, numerators: NumberArray, denominator: int) -> NDArray[np.bool_]:
    """Which whole ``numerators / denominator`` end within this many decimals."""
    remaining = denominator // np.gcd(np.abs(numerators), denominator)
    ends: NDArray[np.bool_] = 10**decimals % remaining == 0
    return ends
