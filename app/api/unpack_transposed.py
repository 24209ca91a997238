"""From a request to a transposed convolution, refused before anything large is allocated."""

from app.api.models import ConvTranspose2dRequest
from app.api.unpack import image_of, kernels_and_divisors
from app.core.errors import InvalidParameterError
from app.core.transposed import TransposedAxis, TransposedConvolution2d, TransposedGeometry
from app.settings import LIMITS, Limits


def unpack_transposed(request: ConvTranspose2dRequest) -> TransposedConvolution2d:
    """The transposed convolution that a request stands for.

    Raises:
        ConvolutionError: If there is no such transposed convolution, or it is too large.
    """
    (image,) = image_of(request)
    ((kernel,),), (divisor,) = kernels_and_divisors(request, channel_count=1)
    geometry = TransposedGeometry.of(
        (image.shape[0], image.shape[1]),
        (kernel.shape[0], kernel.shape[1]),
        stride=request.stride,
        dilation=request.dilation,
        padding=request.padding,
        output_padding=request.output_padding,
    )
    check_stretched(geometry)
    return TransposedConvolution2d(image, kernel, geometry, divisor=divisor, bias=request.bias)


def check_stretched(geometry: TransposedGeometry, limits: Limits = LIMITS) -> None:
    """Refuse an input that becomes too large when it is stretched and padded, from its sizes alone.

    Raises:
        InvalidParameterError: If it has too many rows or columns.
    """
    for cells, axis in (("rows", geometry.rows), ("columns", geometry.columns)):
        size = axis.gather.padded_size
        if size > limits.stretched_side:
            name, value = _what_stretches(axis)
            raise InvalidParameterError(
                name,
                f"{name} {value} makes {size:,} {cells} of the input when it is stretched and padded, and "
                f"the limit is {limits.stretched_side}. Use a smaller stride, dilation, kernel or input.",
            )


def _what_stretches(axis: TransposedAxis) -> tuple[str, int]:
    """The parameter to blame; with both at 1, the largest input and kernel stay far below the limit."""
    return ("stride", axis.stride) if axis.stride > 1 else ("dilation", axis.dilation)
