"""From a request to a convolution with nothing left to decide, refused before anything large is allocated."""

from typing import TypeVar

import numpy as np

from app.api.grid_fields import kernels_of
from app.api.grid_text import Channels
from app.api.models import Conv2dRequest, GridsRequest
from app.core.arrays import FloatArray
from app.core.convolution import resolve_geometry
from app.core.errors import InvalidParameterError, TooMuchWorkError
from app.core.geometry import Conv2dGeometry
from app.core.inputs import named_input
from app.core.kernels import named_kernel
from app.core.layer import ConvolutionLayer
from app.core.libraries import Conventions, library_conventions
from app.core.padding import Border, PaddingName
from app.core.phrases import count_text
from app.settings import LIMITS, Limits

Value = TypeVar("Value", float, int | None)


def unpack(request: Conv2dRequest) -> ConvolutionLayer:
    """The convolution that a request stands for, one for each kernel.

    Raises:
        ConvolutionError: If there is no such convolution, or it is more work than the limits allow.
    """
    image = image_of(request)
    kernels, divisors = kernels_and_divisors(request, image.shape[0])
    biases = _one_for_each("bias", request.bias, len(kernels))
    is_flat = len(image) == len(kernels) == 1
    conventions = conventions_of(request, is_flat=is_flat)
    geometry = resolve_geometry(
        (image.shape[1], image.shape[2]),
        (kernels[0].shape[1], kernels[0].shape[2]),
        stride=request.stride,
        dilation=request.dilation,
        padding=conventions.padding,
    )
    check_limits(geometry, planes=len(image) * len(kernels))
    return ConvolutionLayer.of(
        image[0] if is_flat else image,
        [kernel[0] if is_flat else kernel for kernel in kernels],
        geometry,
        border=conventions.border,
        flip=conventions.flip,
        divisors=divisors,
        biases=biases,
    )


def image_of(request: GridsRequest) -> FloatArray:
    """The input, shape (channels, H, W)."""
    if isinstance(request.input, str):
        count = request.channels if isinstance(request, Conv2dRequest) else 1
        drawn = named_input(request.input).draw_channels(count, *request.size, request.seed)
        return drawn.astype(np.float64)
    return np.concatenate([_numbers(channels) for channels in kernels_of(request.input)])


def kernels_and_divisors(request: GridsRequest, channel_count: int) -> tuple[list[FloatArray], list[int]]:
    """The weights of each kernel, shape (channels, K_rows, K_columns), and what its sums are divided by.

    Raises:
        InvalidParameterError: If a kernel does not fit the channels, or the others.
    """
    asked = kernels_of(request.kernel)
    given = _one_for_each("divisor", request.divisor, len(asked))
    kernels, divisors = list[FloatArray](), list[int]()
    for index, (kernel, divisor) in enumerate(zip(asked, given, strict=True)):
        if isinstance(kernel, str):
            named = named_kernel(kernel, request.seed + index)
            kernels.append(np.stack([named.weights.astype(np.float64)] * channel_count))
            divisors.append(named.divisor)
        else:
            kernels.append(_numbers(kernel))
            divisors.append(divisor or 1)
    for number, weights in enumerate(kernels, 1):
        _check_kernel(
            f"kernel {number}" if len(kernels) > 1 else "kernel", weights, kernels[0], channel_count
        )
    return kernels, divisors


def _check_kernel(name: str, weights: FloatArray, first: FloatArray, channel_count: int) -> None:
    channels, *size = weights.shape
    if channels != channel_count:
        raise InvalidParameterError(
            "kernel",
            f"{name} must have as many channels as the input, which has {channel_count}, "
            f"and it has {channels}. Separate channels by a colon, or use a named kernel, which lies on "
            "all of them.",
        )
    rows, columns = first.shape[1:]
    if size != [rows, columns]:
        raise InvalidParameterError(
            "kernel",
            f"{name} must be of the same size as kernel 1, which is {rows} × {columns}, and it is "
            f"{size[0]} × {size[1]}. Fill it up with zeros.",
        )


def _one_for_each(name: str, values: Value | list[Value], kernel_count: int) -> list[Value]:
    """A value for each kernel; a single one stands for all."""
    if not isinstance(values, list):
        return [values] * kernel_count
    if len(values) != kernel_count:
        raise InvalidParameterError(
            name,
            f"{name} must be one number, or one for each kernel, and it has {len(values)} numbers for "
            f"{count_text(kernel_count, 'kernel')}.",
        )
    return values


def _numbers(channels: str | Channels) -> FloatArray:
    # Adding 0.0 turns a negative zero, which has no meaning here and no text in an address, into 0.
    return np.array(channels, dtype=np.float64) + 0.0


def conventions_of(request: Conv2dRequest, *, is_flat: bool = True) -> Conventions:
    """Padding, border and flip with nothing left open.

    Raises:
        UnsupportedByLibraryError: If the library cannot do what is asked, with several channels or kernels.
    """
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
        is_flat=is_flat,
    )


def check_limits(geometry: Conv2dGeometry, limits: Limits = LIMITS, *, planes: int = 1) -> None:
    """Refuse a convolution that is too large as a whole, from its sizes alone.

    Args:
        geometry: Sizes of one channel under one kernel.
        limits: What is allowed.
        planes: Channels times kernels.

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
    multiply_adds = geometry.multiply_adds * planes
    if multiply_adds > limits.multiply_adds:
        raise TooMuchWorkError(multiply_adds, limits.multiply_adds)
