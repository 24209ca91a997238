"""Correlation beside convolution: what turning the kernel by 180 degrees changes in the output."""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from app.core.arrays import NumberArray
from app.core.convolution import Convolution2d
from app.core.phrases import number_text
from app.core.precision import Precision, ends_within


@dataclass(frozen=True)
class Comparison:
    """The same input, kernel and geometry twice: the kernel as it is, and the kernel turned.

    Attributes:
        asked: The convolution to compare; its own flip makes no difference.
    """

    asked: Convolution2d

    @cached_property
    def correlation(self) -> Convolution2d:
        """The kernel slides as it is."""
        return replace(self.asked, flip=False)

    @cached_property
    def convolution(self) -> Convolution2d:
        """The kernel slides turned by 180 degrees."""
        return replace(self.asked, flip=True)

    @cached_property
    def difference(self) -> NumberArray:
        """Convolution less correlation, shape of the output; exact where both are."""
        if not self.asked.scaling.exact:
            difference: NumberArray = self.convolution.output - self.correlation.output
            return difference
        numerators, denominator = self._quotients[-1]
        return numerators if denominator == 1 else numerators / denominator

    @property
    def is_symmetric(self) -> bool:
        """Whether the kernel is itself again after half a turn."""
        return np.array_equal(self.correlation.applied_kernel, self.convolution.applied_kernel)

    @property
    def is_antisymmetric(self) -> bool:
        """Whether half a turn changes the sign of every weight and nothing else."""
        return np.array_equal(self.correlation.applied_kernel, -self.convolution.applied_kernel)

    @property
    def is_same(self) -> bool:
        """Whether both outputs are the same, as far as they are exact."""
        return not self._changed_cells

    @cached_property
    def exact(self) -> tuple[NDArray[np.bool_], ...]:
        """Which values of correlation, convolution and difference are exact at ``value_decimals``."""
        if not self.asked.scaling.exact:
            return (np.zeros(self.asked.geometry.output_shape, np.bool_),) * 3
        return tuple(ends_within(self._value_decimals, *quotient) for quotient in self._quotients)

    @cached_property
    def precision(self) -> Precision:
        """How to print all three, so that a row of them can be read as a calculation."""
        return Precision(
            decimals=self._most_decimals("decimals"),
            value_decimals=self._value_decimals,
            rounded_decimals=self._most_decimals("rounded_decimals"),
            exact=all(bool(each.all()) for each in self.exact),
        )

    @property
    def sentence(self) -> str:
        """What a teacher would say about the two."""
        if self.is_symmetric:
            return "For this symmetric kernel nothing changes: turned by 180 degrees it is itself."
        if self.is_same:
            return (
                "Turned by 180 degrees this kernel is another one, but with this input nothing changes: "
                "both outputs are the same."
            )
        if self.is_antisymmetric:
            return "Turned by 180 degrees every weight changes its sign, so every sum of products does."
        return f"Turning the kernel by 180 degrees changes {self._change}."

    @property
    def _change(self) -> str:
        """How many values change, and by how much."""
        count, total = self._changed_cells, self.difference.size
        values = f"all {total}" if count == total else f"{count} of the {total}"
        place = np.unravel_index(np.abs(self.difference).argmax(), self.difference.shape)
        largest = abs(self.difference[place].item())
        if self.exact[-1][place]:
            amount = number_text(largest, self.precision.value_decimals)
        else:
            amount = f"about {number_text(largest, self.precision.rounded_decimals)}"
        return (
            f"{values} output values, by {amount} at most" if total > 1 else f"the output value by {amount}"
        )

    @property
    def _changed_cells(self) -> int:
        """Output values that differ; behind the digits of a rounded one lies only noise."""
        if self.asked.scaling.exact:
            return int(np.count_nonzero(self.difference))
        return int(np.count_nonzero(self.difference.round(self.precision.rounded_decimals)))

    @cached_property
    def _quotients(self) -> tuple[tuple[NumberArray, int], ...]:
        """Correlation, convolution and their difference, as whole numerators over one denominator."""
        (minuends, denominator), (subtrahends, _) = self.convolution.quotient, self.correlation.quotient
        difference = (minuends - subtrahends, denominator)
        return self.correlation.quotient, self.convolution.quotient, difference

    @property
    def _value_decimals(self) -> int:
        return self._most_decimals("value_decimals")

    def _most_decimals(self, kind: str) -> int:
        both = (self.correlation.precision, self.convolution.precision)
        return max(int(getattr(precision, kind)) for precision in both)
