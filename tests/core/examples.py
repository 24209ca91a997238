"""Convolutions to try: one line to build one, and inputs whose numbers tell their place."""

from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import ArrayLike

from app.core.arrays import FloatArray
from app.core.convolution import Convolution2d, resolve_geometry
from app.core.padding import Border, Padding, PaddingName
from app.core.transposed import TransposedConvolution2d, TransposedGeometry

Pair = tuple[int, int]
NdimageMode: TypeAlias = Literal["constant", "nearest", "mirror", "reflect", "wrap"]

NDIMAGE_BORDERS: dict[NdimageMode, Border] = {
    "constant": Border.ZEROS,
    "nearest": Border.EDGE,
    "mirror": Border.REFLECT,
    "reflect": Border.SYMMETRIC,
    "wrap": Border.WRAP,
}
"""What ``scipy.ndimage`` calls them."""


def convolution(
    image: ArrayLike,
    kernel: ArrayLike,
    *,
    padding: Padding = PaddingName.VALID,
    stride: Pair = (1, 1),
    dilation: Pair = (1, 1),
    border: Border = Border.ZEROS,
    flip: bool = False,
    divisor: int = 1,
    bias: float = 0.0,
) -> Convolution2d:
    """A convolution of two grids of numbers."""
    image, kernel = np.array(image, np.float64), np.array(kernel, np.float64)
    (rows, columns), (kernel_rows, kernel_columns) = image.shape, kernel.shape
    geometry = resolve_geometry(
        (rows, columns), (kernel_rows, kernel_columns), stride=stride, dilation=dilation, padding=padding
    )
    return Convolution2d(image, kernel, geometry, border=border, flip=flip, divisor=divisor, bias=bias)


def transposed(
    image: ArrayLike,
    kernel: ArrayLike,
    *,
    stride: Pair = (1, 1),
    dilation: Pair = (1, 1),
    padding: Pair = (0, 0),
    output_padding: Pair = (0, 0),
    divisor: int = 1,
    bias: float = 0.0,
) -> TransposedConvolution2d:
    """A transposed convolution of two grids of numbers."""
    image, kernel = np.array(image, np.float64), np.array(kernel, np.float64)
    (rows, columns), (kernel_rows, kernel_columns) = image.shape, kernel.shape
    geometry = TransposedGeometry.of(
        (rows, columns),
        (kernel_rows, kernel_columns),
        stride=stride,
        dilation=dilation,
        padding=padding,
        output_padding=output_padding,
    )
    return TransposedConvolution2d(image, kernel, geometry, divisor=divisor, bias=bias)


def places(rows: int, columns: int) -> FloatArray:
    """10 · row + column: every number spells where it stands."""
    cells: FloatArray = np.add.outer(10.0 * np.arange(rows), np.arange(columns, dtype=np.float64))
    return cells
