"""Shape arithmetic of a 2-D convolution: which cells meet, never which values.

Symbols and relationship numbers follow Dumoulin & Visin, "A guide to
convolution arithmetic for deep learning" (arXiv:1603.07285): input size i,
kernel size k, padding p, stride s, dilation d, output size o.  Their p is one
number for both sides; here each side has its own.  All sizes count cells, all
indices count from 0 in the input without its padding, so an index below 0 or
from i upwards is a padding cell.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from app.core.arrays import IntArray
from app.core.errors import InvalidParameterError, KernelTooLargeError
from app.core.padding import PaddingName

Number = TypeVar("Number", bound=np.generic)


def require_at_least(name: str, value: int, minimum: int) -> None:
    """Refuse a parameter below its minimum.

    Raises:
        InvalidParameterError: Naming the parameter, the rule and the value.
    """
    if value < minimum:
        raise InvalidParameterError(name, f"{name} must be {minimum} or more, and it is {value}.")


@dataclass(frozen=True)
class AxisGeometry:
    """One axis of a convolution; rows and columns are two independent ones.

    Attributes:
        input_size: i, cells of the input along this axis.
        kernel_size: k, taps of the kernel along this axis.
        stride: s, cells the kernel moves between two outputs.
        dilation: d, cells from one tap to the next.
        padding_before: Cells added in front of index 0.
        padding_after: Cells added behind index i - 1.
    """

    input_size: int
    kernel_size: int
    stride: int = 1
    dilation: int = 1
    padding_before: int = 0
    padding_after: int = 0

    def __post_init__(self) -> None:
        require_at_least("input", self.input_size, 1)
        require_at_least("kernel", self.kernel_size, 1)
        require_at_least("stride", self.stride, 1)
        require_at_least("dilation", self.dilation, 1)
        require_at_least("padding", min(self.padding_before, self.padding_after), 0)

    @property
    def padded_size(self) -> int:
        """Input size with the padding of both sides; i + 2p when the sides are equal."""
        return self.padding_before + self.input_size + self.padding_after

    @property
    def kernel_extent(self) -> int:
        """Cells the dilated kernel spans, k + (k - 1)(d - 1) (ibid., section 5.1)."""
        return self.kernel_size + (self.kernel_size - 1) * (self.dilation - 1)

    @cached_property
    def output_size(self) -> int:
        """Number of kernel positions o, 0 when the kernel does not fit.

        Relationship 15 of the guide, floor((i + 2p - k - (k - 1)(d - 1)) / s) + 1,
        which contains 1 to 6 as the cases d = 1, s = 1 and the special paddings.
        """
        return max(self.padded_size - self.kernel_extent, -self.stride) // self.stride + 1

    @cached_property
    def indices(self) -> IntArray:
        """Input indices under the taps, shape (o, k): row n belongs to output index n."""
        starts: IntArray = np.arange(self.output_size) * self.stride - self.padding_before
        taps: IntArray = np.arange(self.kernel_size) * self.dilation
        return starts[:, np.newaxis] + taps

    @cached_property
    def taps_inside(self) -> IntArray:
        """For each output index, how many taps lie on the input and not on padding, shape (o,)."""
        indices = self.indices
        inside = (indices >= 0) & (indices < self.input_size)
        taps: IntArray = np.count_nonzero(inside, axis=1)
        return taps

    @cached_property
    def unreached(self) -> list[int]:
        """Input indices that lie under no tap at any position, ascending."""
        indices = self.indices
        is_unreached = np.ones(self.input_size, np.bool_)
        is_unreached[indices[(indices >= 0) & (indices < self.input_size)]] = False
        unreached: list[int] = np.flatnonzero(is_unreached).tolist()
        return unreached

    @property
    def formula(self) -> str:
        """The output size with this axis' own numbers in it, floor visible."""
        before, after = self.padding_before, self.padding_after
        room = f"{self.input_size} + {before} + {after} − {self.kernel_extent}"
        return f"⌊({room}) / {self.stride}⌋ + 1 = {self.output_size}"

    @property
    def extent_formula(self) -> str:
        """The kernel extent with this axis' own numbers in it."""
        return f"{self.dilation}·({self.kernel_size} − 1) + 1 = {self.kernel_extent}"


@dataclass(frozen=True, slots=True)
class Conv2dGeometry:
    """Rows and columns of a 2-D convolution.

    Attributes:
        rows, columns: The two axes.
        padding_name: The rule by which the padding followed from the other sizes; None for cells in numbers.

    Raises:
        KernelTooLargeError: If the dilated kernel does not fit along either axis.
    """

    rows: AxisGeometry
    columns: AxisGeometry
    padding_name: PaddingName | None = None

    def __post_init__(self) -> None:
        for name, axis in (("rows", self.rows), ("columns", self.columns)):
            if axis.kernel_extent > axis.padded_size:
                raise KernelTooLargeError(name, axis.kernel_extent, axis.padded_size)

    @property
    def input_shape(self) -> tuple[int, int]:
        """(rows, columns) of the input without padding."""
        return self.rows.input_size, self.columns.input_size

    @property
    def padded_shape(self) -> tuple[int, int]:
        """(rows, columns) of the input with its padding."""
        return self.rows.padded_size, self.columns.padded_size

    @property
    def kernel_shape(self) -> tuple[int, int]:
        """(rows, columns) of the kernel's taps."""
        return self.rows.kernel_size, self.columns.kernel_size

    @property
    def kernel_extent(self) -> tuple[int, int]:
        """(rows, columns) the dilated kernel spans."""
        return self.rows.kernel_extent, self.columns.kernel_extent

    @property
    def stride(self) -> tuple[int, int]:
        """Cells the kernel moves, (down, across)."""
        return self.rows.stride, self.columns.stride

    @property
    def dilation(self) -> tuple[int, int]:
        """Cells from tap to tap, (down, across)."""
        return self.rows.dilation, self.columns.dilation

    @property
    def output_shape(self) -> tuple[int, int]:
        """(rows, columns) of the output."""
        return self.rows.output_size, self.columns.output_size

    @property
    def step_count(self) -> int:
        """Output cells, each of them one step, in raster order."""
        return self.rows.output_size * self.columns.output_size

    @property
    def terms_per_output(self) -> int:
        """Products that are added for one output cell, in each channel."""
        return self.rows.kernel_size * self.columns.kernel_size

    @property
    def multiply_adds(self) -> int:
        """Products of one channel under one kernel: the work, known before anything is allocated."""
        return self.step_count * self.terms_per_output

    def padded_windows(self, rows: IntArray, columns: IntArray) -> tuple[IntArray, IntArray]:
        """Where the patches of n output cells lie in the padded input, as a NumPy index.

        Args:
            rows: Output rows, shape (n,).
            columns: Output columns, shape (n,).

        Returns:
            Index arrays (n, K_rows, 1) and (n, 1, K_columns): ``padded[windows]`` has shape
            (n, K_rows, K_columns).
        """
        row_indices = self.rows.indices[rows] + self.rows.padding_before
        column_indices = self.columns.indices[columns] + self.columns.padding_before
        return row_indices[:, :, np.newaxis], column_indices[:, np.newaxis, :]

    def patches(self, padded: NDArray[Number], rows: IntArray, columns: IntArray) -> NDArray[Number]:
        """What lies under the taps at n output cells.

        Args:
            padded: The padded input or something in its shape, (rows, columns) or (channels, rows, columns).
            rows: Output rows, shape (n,).
            columns: Output columns, shape (n,).

        Returns:
            Shape (n, K_rows, K_columns), with channels (n, channels, K_rows, K_columns).
        """
        # NumPy puts the picked axes behind the channels; where there are none, nothing is swapped.
        return padded[(..., *self.padded_windows(rows, columns))].swapaxes(0, -3)

    def padding_cells(self, rows: IntArray, columns: IntArray) -> IntArray:
        """How many taps of n output cells lie on padding, shape (n,)."""
        inside = self.rows.taps_inside[rows] * self.columns.taps_inside[columns]
        return self.terms_per_output - inside
