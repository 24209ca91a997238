"""Transposed convolution: every input cell adds its multiple of the kernel to the output.

Two pictures of it give the same numbers.  *Scatter* lays the kernel on the output, once for each
input cell, stride cells further each time, and adds (``scatter.py``).  *Gather* stretches the input
by stride - 1 zeros between its cells, pads it, and slides the rotated kernel over it cell by cell:
an ordinary ``Convolution2d``, so that all that is known of those holds here (``gather.py``).

Symbols follow Dumoulin & Visin (arXiv:1603.07285), chapter 4; the output size is relationship 14
with a dilation, and their a, cells added behind the output, is called output padding as in PyTorch.
There is one input channel and one kernel.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from app.core.arrays import FloatArray, IntArray
from app.core.convolution import Convolution2d
from app.core.errors import InvalidParameterError
from app.core.geometry import AxisGeometry, Conv2dGeometry, require_at_least

Pair = tuple[int, int]


@dataclass(frozen=True)
class TransposedAxis:
    """One axis of a transposed convolution; rows and columns are two independent ones.

    Attributes:
        input_size: i, cells of the input along this axis.
        kernel_size: k, taps of the kernel along this axis.
        stride: s, output cells between two input cells.
        dilation: d, output cells from one tap to the next.
        padding: p, cells cropped from both ends of the output; the padding of the convolution
            that this one is the transpose of.
        output_padding: Cells added behind the output.
    """

    input_size: int
    kernel_size: int
    stride: int = 1
    dilation: int = 1
    padding: int = 0
    output_padding: int = 0

    def __post_init__(self) -> None:
        require_at_least("input", self.input_size, 1)
        require_at_least("kernel", self.kernel_size, 1)
        require_at_least("stride", self.stride, 1)
        require_at_least("dilation", self.dilation, 1)
        require_at_least("padding", self.padding, 0)
        require_at_least("output_padding", self.output_padding, 0)
        self._require_small_output_padding()
        self._require_room()

    def _require_small_output_padding(self) -> None:
        """More would be whole strides of nothing; PyTorch has the same rule."""
        if self.output_padding >= max(self.stride, self.dilation):
            raise InvalidParameterError(
                "output_padding",
                f"output_padding must be smaller than the stride or the dilation, which are {self.stride} "
                f"and {self.dilation}, and it is {self.output_padding}.",
            )

    def _require_room(self) -> None:
        """Both pictures have to exist, and something has to be left of the output."""
        if self.padding > self.reach:
            raise InvalidParameterError(
                "padding",
                f"padding must be at most {self.reach}, which is dilation · (kernel size − 1), and it is "
                f"{self.padding}. Use less padding, or a larger kernel or dilation.",
            )
        if self.output_size < 1:
            raise InvalidParameterError(
                "padding",
                f"padding {self.padding} crops both ends of an output of {self.full_size}, and nothing is "
                f"left: {self.formula}. Use less padding.",
            )

    @property
    def reach(self) -> int:
        """Cells from the first tap to the last, d(k - 1)."""
        return self.dilation * (self.kernel_size - 1)

    @property
    def full_size(self) -> int:
        """Output cells before the padding is cropped."""
        return (self.input_size - 1) * self.stride + self.reach + 1 + self.output_padding

    @property
    def output_size(self) -> int:
        """Output cells o = (i - 1)s - 2p + d(k - 1) + output padding + 1."""
        return self.full_size - 2 * self.padding

    @property
    def stretched_size(self) -> int:
        """Cells of the input with stride - 1 zeros between every two, (i - 1)s + 1."""
        return (self.input_size - 1) * self.stride + 1

    @cached_property
    def gather(self) -> AxisGeometry:
        """The ordinary convolution over the stretched input that gives the same output."""
        before = self.reach - self.padding
        return AxisGeometry(
            self.stretched_size,
            self.kernel_size,
            dilation=self.dilation,
            padding_before=before,
            padding_after=before + self.output_padding,
        )

    @cached_property
    def targets(self) -> IntArray:
        """Output indices under the taps, shape (i, k): row n belongs to input index n.

        An index below 0 or from o upwards is a cell that the padding crops.
        """
        starts: IntArray = np.arange(self.input_size) * self.stride - self.padding
        taps: IntArray = np.arange(self.kernel_size) * self.dilation
        return starts[:, np.newaxis] + taps

    @property
    def formula(self) -> str:
        """The output size with this axis' own numbers in it."""
        stretched = f"({self.input_size} − 1)·{self.stride}"
        kernel = f"{self.dilation}·({self.kernel_size} − 1)"
        size = str(self.output_size).replace("-", "−")
        return f"{stretched} − 2·{self.padding} + {kernel} + {self.output_padding} + 1 = {size}"


@dataclass(frozen=True, slots=True)
class TransposedGeometry:
    """Rows and columns of a transposed convolution; pairs are (rows, columns)."""

    rows: TransposedAxis
    columns: TransposedAxis

    @classmethod
    def of(
        cls,
        input_shape: Pair,
        kernel_shape: Pair,
        *,
        stride: Pair,
        dilation: Pair,
        padding: Pair,
        output_padding: Pair,
    ) -> "TransposedGeometry":
        """The geometry of these sizes; allocates nothing.

        Raises:
            InvalidParameterError: If there is no such transposed convolution.
        """
        sizes = zip(input_shape, kernel_shape, stride, dilation, padding, output_padding, strict=True)
        rows, columns = (TransposedAxis(*each) for each in sizes)
        return cls(rows, columns)

    @property
    def gather(self) -> Conv2dGeometry:
        """The ordinary convolution over the stretched input."""
        return Conv2dGeometry(self.rows.gather, self.columns.gather)

    @property
    def input_shape(self) -> Pair:
        """Cells of the input."""
        return self.rows.input_size, self.columns.input_size

    @property
    def stretched_shape(self) -> Pair:
        """Cells of the stretched input, without padding."""
        return self.rows.stretched_size, self.columns.stretched_size

    @property
    def full_shape(self) -> Pair:
        """Output cells before the padding is cropped."""
        return self.rows.full_size, self.columns.full_size

    @property
    def stride(self) -> Pair:
        """Output cells between two input cells."""
        return self.rows.stride, self.columns.stride

    @property
    def dilation(self) -> Pair:
        """Output cells from tap to tap."""
        return self.rows.dilation, self.columns.dilation

    @property
    def padding(self) -> Pair:
        """Cells cropped from both ends."""
        return self.rows.padding, self.columns.padding

    @property
    def output_padding(self) -> Pair:
        """Cells added behind the output."""
        return self.rows.output_padding, self.columns.output_padding


@dataclass(frozen=True)
class TransposedConvolution2d:
    """One transposed convolution with nothing left to decide.

    Attributes:
        image: The input, shape (H, W), any unit.
        kernel: The weights, shape (K_rows, K_columns); the scatter picture uses them as they are.
        geometry: Sizes and indices; must describe exactly these two shapes.
        divisor: Positive whole number; every total is divided by it.
        bias: Added to every quotient.
    """

    image: FloatArray
    kernel: FloatArray
    geometry: TransposedGeometry
    divisor: int = 1
    bias: float = 0.0

    @property
    def stretched(self) -> FloatArray:
        """The input with stride - 1 zeros between its cells, shape ``geometry.stretched_shape``."""
        down, across = self.geometry.stride
        stretched = np.zeros(self.geometry.stretched_shape)
        stretched[::down, ::across] = self.image
        return stretched

    @cached_property
    def gather(self) -> Convolution2d:
        """The ordinary convolution with the same output: the rotated kernel over the stretched input."""
        return Convolution2d(
            self.stretched,
            self.kernel,
            self.geometry.gather,
            flip=True,
            divisor=self.divisor,
            bias=self.bias,
        )
