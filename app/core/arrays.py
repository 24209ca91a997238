"""The kinds of array that the core passes around, named once."""

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

FloatArray: TypeAlias = NDArray[np.float64]
IntArray: TypeAlias = NDArray[np.int64]

NumberArray: TypeAlias = NDArray[Any]
"""int64 where a calculation is exact in whole numbers, float64 where it cannot be."""
