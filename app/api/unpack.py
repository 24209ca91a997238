"""From a request to a convolution with nothing left to decide, refused before anything large is allocated."""

import numpy as np

from app.api.grid_text import Rows
from app.api.models import Conv2dRequest, GridsRequest
from app.core.arrays import FloatArray
from app.core.convolution import Convolution2d, resolve_geometry
from app.core.errors import InvalidParameterError, TooMuchWorkError
from app.core.geometry import Conv2dGeometry
from app.core.inputs import named_input
from app.core.kernels import named_kernel
from app.core.libraries import Conventions, library_conventions
from app.core.padding import Border, PaddingName
from app.settings import LIMITS, Limits


def unpack(request: Conv2dRequest) -> Convolution2d:
    """The convolution that a request stands for.

    Raises:
        ConvolutionError: If there is no such convolution, or it is more work than the limits allow.
    """
    image = image_of(request)
    kernel, divisor = kernel_of(request)
    conventions = conventions_of(request)
    geometry = resolve_geometry(
        (image.shape[0], image.shape[1]),
        (kernel.shape[0], kernel.shape[1]),
        stride=request.stride,
        dilation=request.dilation,
        padding=conventions.padding,
    )
    check_limits(geometry)
    return Convolution2d(
        image,
        kernel,
        geometry,
        border=conventions.border,
        flip=conventions.flip,
        divisor=divisor,
        bias=request.bias,
    )


def image_of(request: GridsRequest) -> FloatArray:
    """The input, shape (H, W)."""
    if isinstance(request.input, str):
        return named_input(request.input).draw(*request.size, request.seed).astype(np.float64)
    return _numbers(request.input)


def kernel_of(request: GridsRequest) -> tuple[FloatArray, int]:
    """The weights as they are given, shape (K_rows, K_columns), and their divisor."""
    if isinstance(request.kernel, str):
        kernel = named_kernel(request.kernel, request.seed)
        return kernel.weights.astype(np.float64), kernel.divisor
    return _numbers(request.kernel), request.divisor or 1


def _numbers(rows: Rows) -> FloatArray:
    # Adding 0.0 turns a negative zero, which has no meaning here and no text in an address, into 0.
    return np.array(rows, dtype=np.float64) + 0.0


def conventions_of(request: Conv2dRequest) -> Conventions:
    """Padding, border and flip with nothing left open."""
    if request.like is None:
        return Conventions(
            request.padding or PaddingName.VALID, request.border or Border.ZEROS, bool(request.flip)
        )
    return library_conventions(
        request.like,
        padding=request.padding,
        border=request.border,
        flip=request.flip,
        moves_by_one=request.stride == request.dilation == (1, 1),
    )


def check_limits(geometry: Conv2dGeometry, limits: Limits = LIMITS) -> None:
    """Refuse a convolution that is too large as a whole, from its sizes alone.

    Raises:
        InvalidParameterError: If a named padding comes to more cells than numbers may ask for.
        TooMuchWorkError: If all cells and taps together are too many.
    """
    sides = (
        geometry.rows.padding_before,
        geometry.rows.padding_after,
        geometry.columns.padding_before,
        geometry.columns.padding_after,
    )
    if max(sides) > limits.padding:
        raise InvalidParameterError(
            "padding",
            f"padding must be at most {limits.padding} cells on each side, and here it comes to "
            f"{max(sides)}. Use a smaller kernel or dilation.",
        )
    if geometry.multiply_adds > limits.multiply_adds:
        raise TooMuchWorkError(geometry.multiply_adds, limits.multiply_adds)
