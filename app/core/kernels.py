"""The catalogue of named kernels, in the order in which a lesson would meet them.

Orientation.  The x derivatives here are built on the difference 1 0 −1, which
is how the literature prints G_x.  Applied as it stands, without a flip, bright
on the left and dark on the right gives a positive number; the y derivatives
are the transposes, so bright above dark is positive.  Other libraries use the
opposite sign: OpenCV and ``scipy.ndimage`` slide −1 0 1, and scikit-image
writes 1 0 −1 but flips it (and divides by the sum of the smoothing), so that
in all three bright on the right is positive.
"""

from collections.abc import Mapping
from types import MappingProxyType

from app.core.change_kernels import CHANGE_KERNELS
from app.core.errors import InvalidParameterError
from app.core.named_kernel import NamedKernel
from app.core.picture_kernels import PICTURE_KERNELS
from app.core.random_kernel import RANDOM_KERNEL

__all__ = ["KERNELS", "NamedKernel", "named_kernel"]

KERNELS: Mapping[str, NamedKernel] = MappingProxyType(
    {kernel.name: kernel for kernel in (*PICTURE_KERNELS, *CHANGE_KERNELS, RANDOM_KERNEL)}
)


def named_kernel(name: str, seed: int = 1) -> NamedKernel:
    """Look a kernel up by its name in the address; a random one is drawn with the seed.

    Raises:
        InvalidParameterError: If there is no such name.
    """
    try:
        return KERNELS[name].drawn(seed)
    except KeyError:
        # Without the name that was asked for: a message never repeats what a caller sent.
        raise InvalidParameterError(
            "kernel",
            "kernel must be one of the names at /api/v1/kernels, or rows of numbers such as 1,0;0,1.",
        ) from None
