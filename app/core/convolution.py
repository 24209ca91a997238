"""One output map: from an input and a kernel to a fully resolved convolution and its result.

The model that covers every library (``docs/model.md``): extend the input per
side by a border rule, rotate the kernel by 180 degrees if asked, then slide it
with a stride and a dilation.  An input of several channels has a kernel of
as many, and all products are added into one map.
"""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from app.core.arrays import FloatArray, NumberArray
from app.core.geometry import AxisGeometry, Conv2dGeometry
from app.core.padding import Border, Padding, PaddingName, axis_padding, border_sources
from app.core.precision import (
    Precision,
    Scaling,
    ends_within,
    largest_sum,
    quotient_decimals,
    readable_decimals,
)

Pair = tuple[int, int]

_AXIS_SIZES = ("input_size", "kernel_size", "stride", "dilation")


def resolve_geometry(
    input_shape: Pair, kernel_shape: Pair, *, stride: Pair, dilation: Pair, padding: Padding
) -> Conv2dGeometry:
    """Turn a padding by name or by numbers into sizes and indices; allocates nothing.

    Args:
        input_shape: (rows, columns) of the input.
        kernel_shape: (rows, columns) of the kernel's taps.
        stride: Cells the kernel moves, (down, across).
        dilation: Cells from tap to tap, (down, across).
        padding: A name, or cells (top, bottom, left, right).

    Raises:
        ConvolutionError: If padding and stride contradict, or the kernel does not fit.
    """

    def axis(number: int) -> AxisGeometry:
        counts = (input_shape, kernel_shape, stride, dilation)
        sizes = {name: pair[number] for name, pair in zip(_AXIS_SIZES, counts, strict=True)}
        if isinstance(padding, PaddingName):
            before, after = axis_padding(padding, **sizes)
        else:
            before, after = padding[2 * number : 2 * number + 2]
        return AxisGeometry(**sizes, padding_before=before, padding_after=after)

    name = padding if isinstance(padding, PaddingName) else None
    return Conv2dGeometry(axis(0), axis(1), name)


@dataclass(frozen=True)
class Convolution2d:
    """One convolution with nothing left to decide.

    Attributes:
        image: The input, shape (H, W) or (channels, H, W), any unit.
        kernel: The weights as given, shape (K_rows, K_columns) or (channels, K_rows, K_columns).
        geometry: Sizes and indices; must describe the rows and columns of these two shapes.
        border: What stands in the padding.
        flip: Rotate the kernel by 180 degrees first, which is mathematics' convolution.
        divisor: Positive whole number; every sum is divided by it.
        bias: Added to every quotient.
    """

    image: FloatArray
    kernel: FloatArray
    geometry: Conv2dGeometry
    border: Border = Border.ZEROS
    flip: bool = False
    divisor: int = 1
    bias: float = 0.0

    def under(self, kernel: FloatArray, *, divisor: int, bias: float) -> "Convolution2d":
        """The same input under another kernel of the same shape; it is not padded once more."""
        other = replace(self, kernel=kernel, divisor=divisor, bias=bias)
        vars(other)["padded"] = self.padded
        return other

    @property
    def has_channels(self) -> bool:
        """Whether input and kernel have an axis for channels, be it for one only."""
        return self.image.ndim == 3

    @property
    def channel_count(self) -> int:
        """Channels of the input and of the kernel."""
        return self.image.shape[0] if self.has_channels else 1

    @property
    def terms_per_output(self) -> int:
        """Products that are added for one output cell, all channels together."""
        return self.kernel.size

    @property
    def applied_kernel(self) -> FloatArray:
        """The weights as they lie on the input, after the flip."""
        return self.kernel[..., ::-1, ::-1] if self.flip else self.kernel

    @cached_property
    def padded(self) -> FloatArray:
        """The input with its border, shape (padded rows, padded columns), in front the channels if any."""
        rows, columns = (
            border_sources(axis.input_size, axis.padding_before, axis.padding_after, self.border)
            for axis in (self.geometry.rows, self.geometry.columns)
        )
        extended = self.image[..., rows[:, np.newaxis], columns]
        return np.where((rows >= 0)[:, np.newaxis] & (columns >= 0), extended, 0.0)

    @cached_property
    def scaling(self) -> Scaling:
        """How the numbers become whole."""
        return Scaling.of(self.image, self.kernel, self.bias, self.divisor)

    @cached_property
    def scaled_padded(self) -> NumberArray:
        """``padded`` in whole numbers at ``scaling.image_decimals``."""
        return self.scaling.scaled(self.padded, self.scaling.image_decimals)

    @cached_property
    def shown_padded(self) -> NumberArray:
        """``padded`` for people: whole numbers where all numbers are whole."""
        return self.shown(self.padded)

    @property
    def shown_bias(self) -> float:
        """The bias for people: 2 and not 2.0 where all numbers are whole."""
        return int(self.bias) if self.scaling.is_whole else self.bias + 0.0

    def shown(self, values: FloatArray) -> NumberArray:
        """Input or weights for people, same shape: 7 and not 7.0 where all are whole, 0 and never −0."""
        return values.astype(np.int64) if self.scaling.is_whole else values + 0.0

    @cached_property
    def scaled_kernel(self) -> NumberArray:
        """``applied_kernel`` scaled so that products are whole at ``scaling.decimals``."""
        decimals = self.scaling.decimals - self.scaling.image_decimals
        return self.scaling.scaled(self.applied_kernel, decimals)

    @cached_property
    def scaled_sums(self) -> NumberArray:
        """Sums of products at ``scaling.decimals``, shape ``geometry.output_shape``.

        One shifted copy of the input a tap, added channel by channel in raster order of
        the taps: the same order as a running sum, so that a float sum ends on the same bits.
        """
        rows, columns = self.geometry.rows, self.geometry.columns
        padded, sums = self.scaled_padded, np.zeros(self.geometry.output_shape, self.scaled_padded.dtype)
        for (*channel, tap_row, tap_column), weight in np.ndenumerate(self.scaled_kernel):
            top, left = tap_row * rows.dilation, tap_column * columns.dilation
            bottom = top + (rows.output_size - 1) * rows.stride + 1
            right = left + (columns.output_size - 1) * columns.stride + 1
            places = (slice(top, bottom, rows.stride), slice(left, right, columns.stride))
            sums += padded[(*channel, *places)] * weight
        return sums

    @cached_property
    def output(self) -> NumberArray:
        """The result, shape ``geometry.output_shape``: sum / divisor + bias, whole where all is whole."""
        if not self.scaling.exact:
            return self.scaled_sums / self.divisor + self.bias + 0.0
        numerators, denominator = self.quotient
        return numerators if denominator == 1 else numerators / denominator

    @property
    def quotient(self) -> tuple[NumberArray, int]:
        """The output as whole numerators over one whole denominator."""
        unit = 10**self.scaling.decimals
        return self.scaled_sums + round(self.bias * unit) * self.divisor, self.divisor * unit

    @cached_property
    def is_exact(self) -> NDArray[np.bool_]:
        """Which output values are exact at ``precision.value_decimals``, shape of the output."""
        if not self.scaling.exact:
            return np.zeros(self.geometry.output_shape, np.bool_)
        return ends_within(self._value_decimals, *self.quotient)

    @cached_property
    def _largest_value(self) -> float:
        return float(np.abs(self.output).max())

    @property
    def _rounded_decimals(self) -> int:
        reach = self._largest_value
        if not self.scaling.exact:
            reach = max(reach, largest_sum(self.image, self.kernel), abs(self.bias))
        return readable_decimals(self._largest_value, reach=reach)

    @cached_property
    def _value_decimals(self) -> int:
        decimals = self.scaling.decimals
        if self.divisor == 1:
            return decimals
        return max(decimals, quotient_decimals(self._largest_value, self._rounded_decimals))

    @cached_property
    def precision(self) -> Precision:
        """How to print the numbers of this convolution."""
        rounded = self._rounded_decimals
        return Precision(
            decimals=self.scaling.decimals if self.scaling.exact else rounded,
            value_decimals=self._value_decimals if self.scaling.exact else rounded,
            rounded_decimals=rounded,
            exact=bool(self.is_exact.all()),
        )
