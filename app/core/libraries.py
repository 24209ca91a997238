"""What each library would do: its default padding, border and flip, and its own meaning of "same".

The table is the one of ``docs/model.md``, section "Libraries"; the tests compare
it with SciPy and NumPy themselves, and with stored answers of PyTorch.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.core.errors import UnsupportedByLibraryError
from app.core.padding import Border, Padding, PaddingName


class Library(StrEnum):
    """Libraries whose conventions ``like`` takes over."""

    TORCH = "torch"
    TENSORFLOW = "tensorflow"
    SCIPY_SIGNAL = "scipy-signal"
    SCIPY_NDIMAGE = "scipy-ndimage"
    OPENCV = "opencv"
    NUMPY = "numpy"


@dataclass(frozen=True, slots=True)
class Call:
    """One function of a library.

    Attributes:
        name: As one writes it.
        flip: Whether it rotates the kernel by 180 degrees.
        padding: What it does unless told otherwise.
        same: What it means by an output as large as the input.
        border: Its border unless told otherwise.
        borders: The borders it has.
        paddings: The paddings by name it has.
        is_layer: Whether it has stride, dilation and padding in numbers, as deep learning's layers do.
    """

    name: str
    flip: bool
    padding: PaddingName
    same: PaddingName
    border: Border
    borders: frozenset[Border]
    paddings: frozenset[PaddingName]
    is_layer: bool = False


@dataclass(frozen=True, slots=True)
class Conventions:
    """Padding, border and flip with nothing left open."""

    padding: Padding = PaddingName.VALID
    border: Border = Border.ZEROS
    flip: bool = False


_VALID, _SAME, _LOWER = PaddingName.VALID, PaddingName.SAME, PaddingName.SAME_LOWER
_TF, _FULL = PaddingName.SAME_TF, PaddingName.FULL
_ZEROS, _REFLECT, _SYMMETRIC = Border.ZEROS, Border.REFLECT, Border.SYMMETRIC

_ANY_BORDER = frozenset(Border)
_ZEROS_ONLY = frozenset({_ZEROS})
_TORCH = _ANY_BORDER - {_SYMMETRIC}
_SIGNAL = frozenset({_ZEROS, _SYMMETRIC, Border.WRAP})
_OPENCV = _ANY_BORDER - {Border.WRAP}

_ANY_PADDING = frozenset(PaddingName)
_THREE_MODES = frozenset({_VALID, _SAME, _LOWER, _FULL})
_SAME_SIZE = frozenset({_SAME, _LOWER})

# The first call of a library is the one it calls convolution, so it gives the default flip.
CALLS: Mapping[Library, tuple[Call, ...]] = {
    Library.TORCH: (
        Call("PyTorch's conv2d", False, _VALID, _SAME, _ZEROS, _TORCH, _ANY_PADDING, is_layer=True),
    ),
    Library.TENSORFLOW: (
        Call("TensorFlow's conv2d", False, _VALID, _TF, _ZEROS, _ZEROS_ONLY, _ANY_PADDING, is_layer=True),
    ),
    Library.SCIPY_SIGNAL: (
        Call("scipy.signal.convolve2d", True, _FULL, _LOWER, _ZEROS, _SIGNAL, _THREE_MODES),
        Call("scipy.signal.correlate2d", False, _FULL, _SAME, _ZEROS, _SIGNAL, _THREE_MODES),
    ),
    Library.SCIPY_NDIMAGE: (
        Call("scipy.ndimage.convolve", True, _SAME, _SAME, _SYMMETRIC, _ANY_BORDER, _SAME_SIZE),
        Call("scipy.ndimage.correlate", False, _LOWER, _LOWER, _SYMMETRIC, _ANY_BORDER, _SAME_SIZE),
    ),
    Library.OPENCV: (Call("OpenCV's filter2D", False, _LOWER, _LOWER, _REFLECT, _OPENCV, _SAME_SIZE),),
    Library.NUMPY: (
        Call("numpy.convolve", True, _FULL, _LOWER, _ZEROS, _ZEROS_ONLY, _THREE_MODES),
        Call("numpy.correlate", False, _VALID, _LOWER, _ZEROS, _ZEROS_ONLY, _THREE_MODES),
    ),
}


def library_conventions(
    library: Library,
    *,
    padding: Padding | None,
    border: Border | None,
    flip: bool | None,
    moves_by_one: bool,
    is_flat: bool = True,
) -> Conventions:
    """What a library does with what is asked, filling in its own defaults.

    Args:
        library: Whose conventions to take.
        padding: None for the library's default; "same" is read in the library's own sense.
        border: None for the library's default.
        flip: None for what the library calls convolution.
        moves_by_one: Whether stride and dilation are 1 along both axes.
        is_flat: Whether there is one channel and one kernel.

    Raises:
        UnsupportedByLibraryError: If the library cannot do what is asked.
    """
    call = next((each for each in CALLS[library] if each.flip == flip), CALLS[library][0])
    conventions = Conventions(
        _padding_of(call, padding),
        call.border if border is None else border,
        call.flip if flip is None else flip,
    )
    _require_possible(call, conventions, moves_by_one=moves_by_one, is_flat=is_flat)
    return conventions


def _padding_of(call: Call, padding: Padding | None) -> Padding:
    if padding is None:
        return call.padding
    return call.same if padding is PaddingName.SAME else padding


def _require_possible(call: Call, conventions: Conventions, *, moves_by_one: bool, is_flat: bool) -> None:
    padding, border = conventions.padding, conventions.border
    if not call.is_layer and not is_flat:
        raise UnsupportedByLibraryError(
            call.name, "channels or kernels", "takes one channel and one kernel only"
        )
    if not call.is_layer and not moves_by_one:
        raise UnsupportedByLibraryError(call.name, "stride and dilation", "moves by one cell only")
    if border not in call.borders:
        raise UnsupportedByLibraryError(call.name, "border", f"has no border {border.value}")
    if padding not in call.paddings and not (call.is_layer and isinstance(padding, tuple)):
        raise UnsupportedByLibraryError(call.name, "padding", "cannot pad like that")
