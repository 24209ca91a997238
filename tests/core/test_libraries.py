"""Libraries: what ``like`` takes over, against the libraries themselves."""

from typing import Any, Literal

import numpy as np
import pytest
from hypothesis import assume, given
from scipy import ndimage, signal

from app.core.arrays import FloatArray
from app.core.convolution import Convolution2d
from app.core.errors import UnsupportedByLibraryError
from app.core.libraries import Conventions, Library, library_conventions
from app.core.padding import Border, Padding, PaddingName
from tests.core.examples import NDIMAGE_BORDERS, NdimageMode, convolution
from tests.strategies import WHOLE, Grid, grids

Mode = Literal["full", "valid", "same"]

PICTURES, KERNELS = grids(WHOLE, largest=6), grids(WHOLE, largest=4)
SIXTEEN = np.arange(1.0, 17).reshape(4, 4)
TAPS = [[1, 2], [3, 4]]

EVERY_MODE = pytest.mark.parametrize("mode", ["full", "same", "valid"])
EVERY_LIBRARY = pytest.mark.parametrize("library", Library)


def conventions(
    library: Library,
    *,
    padding: Padding | None = None,
    border: Border | None = None,
    flip: bool | None = None,
    moves_by_one: bool = True,
) -> Conventions:
    return library_conventions(library, padding=padding, border=border, flip=flip, moves_by_one=moves_by_one)


def as_library(image: Any, kernel: Any, like: Conventions) -> Convolution2d:  # noqa: ANN401  # what NumPy takes
    return convolution(image, kernel, padding=like.padding, border=like.border, flip=like.flip)


@given(PICTURES, KERNELS)
def test_scipy_signal_without_a_wish_is_convolve2d_and_without_a_flip_correlate2d(
    image: Grid, kernel: Grid
) -> None:
    convolved = as_library(image, kernel, conventions(Library.SCIPY_SIGNAL))
    correlated = as_library(image, kernel, conventions(Library.SCIPY_SIGNAL, flip=False))
    np.testing.assert_array_equal(convolved.output, signal.convolve2d(image, kernel))
    np.testing.assert_array_equal(correlated.output, signal.correlate2d(image, kernel))


@EVERY_MODE
@pytest.mark.parametrize(
    ("boundary", "border"), [("fill", Border.ZEROS), ("wrap", Border.WRAP), ("symm", Border.SYMMETRIC)]
)
def test_scipy_signal_has_these_modes_and_borders(
    mode: Mode, boundary: Literal["fill", "wrap", "symm"], border: Border
) -> None:
    for flip, call in ((True, signal.convolve2d), (False, signal.correlate2d)):
        like = conventions(Library.SCIPY_SIGNAL, padding=PaddingName(mode), border=border, flip=flip)
        np.testing.assert_array_equal(
            as_library(SIXTEEN, TAPS, like).output, call(SIXTEEN, TAPS, mode, boundary)
        )


@given(PICTURES, KERNELS)
def test_scipy_ndimage_without_a_wish_is_convolve_and_without_a_flip_correlate(
    image: Grid, kernel: Grid
) -> None:
    convolved = as_library(image, kernel, conventions(Library.SCIPY_NDIMAGE))
    correlated = as_library(image, kernel, conventions(Library.SCIPY_NDIMAGE, flip=False))
    np.testing.assert_array_equal(convolved.output, ndimage.convolve(np.array(image), kernel))
    np.testing.assert_array_equal(correlated.output, ndimage.correlate(np.array(image), kernel))


@pytest.mark.parametrize(("mode", "border"), NDIMAGE_BORDERS.items())
@pytest.mark.parametrize("padding", [None, PaddingName.SAME], ids=["by default", "same"])
def test_scipy_ndimage_has_every_border(
    mode: NdimageMode, border: Border, padding: PaddingName | None
) -> None:
    for flip, call in ((True, ndimage.convolve), (False, ndimage.correlate)):
        like = conventions(Library.SCIPY_NDIMAGE, padding=padding, border=border, flip=flip)
        np.testing.assert_array_equal(as_library(SIXTEEN, TAPS, like).output, call(SIXTEEN, TAPS, mode=mode))


def row(grid: Grid) -> FloatArray:
    """The first row, which is what a one-dimensional library sees."""
    return np.array(grid[0])


@given(PICTURES, KERNELS)
def test_numpy_without_a_wish_is_full_convolve_and_without_a_flip_valid_correlate(
    image: Grid, kernel: Grid
) -> None:
    numbers, taps = row(image), row(kernel)
    assume(len(taps) <= len(numbers))
    convolved = as_library([numbers], [taps], conventions(Library.NUMPY))
    correlated = as_library([numbers], [taps], conventions(Library.NUMPY, flip=False))
    np.testing.assert_array_equal(convolved.output, [np.convolve(numbers, taps)])
    np.testing.assert_array_equal(correlated.output, [np.correlate(numbers, taps)])


@EVERY_MODE
@given(image=PICTURES, kernel=KERNELS)
def test_numpy_has_these_modes(mode: Mode, image: Grid, kernel: Grid) -> None:
    numbers, taps = row(image), row(kernel)
    assume(len(taps) <= len(numbers))
    convolved = conventions(Library.NUMPY, padding=PaddingName(mode))
    correlated = conventions(Library.NUMPY, padding=PaddingName(mode), flip=False)
    np.testing.assert_array_equal(
        as_library([numbers], [taps], convolved).output, [np.convolve(numbers, taps, mode)]
    )
    np.testing.assert_array_equal(
        as_library([numbers], [taps], correlated).output, [np.correlate(numbers, taps, mode)]
    )


# Computed once with PyTorch 2.13, TensorFlow 2.21, OpenCV 5.0 and SciPy 1.17.
EXTRA_CELL_AT_THE_END = [[44, 54, 64, 28], [84, 94, 104, 44], [124, 134, 144, 60], [41, 44, 47, 16]]
EXTRA_CELL_AT_THE_START = [[4, 11, 18, 25], [22, 44, 54, 64], [46, 84, 94, 104], [70, 124, 134, 144]]


@pytest.mark.parametrize(
    ("library", "flip", "rows"),
    [
        (Library.TORCH, None, EXTRA_CELL_AT_THE_END),
        (Library.TENSORFLOW, None, EXTRA_CELL_AT_THE_END),
        (Library.SCIPY_SIGNAL, False, EXTRA_CELL_AT_THE_END),
        (Library.OPENCV, None, EXTRA_CELL_AT_THE_START),
        (Library.SCIPY_NDIMAGE, False, EXTRA_CELL_AT_THE_START),
        (Library.SCIPY_SIGNAL, True, [[1, 4, 7, 10], [8, 26, 36, 46], [24, 66, 76, 86], [40, 106, 116, 126]]),
        (
            Library.SCIPY_NDIMAGE,
            True,
            [[26, 36, 46, 32], [66, 76, 86, 56], [106, 116, 126, 80], [94, 101, 108, 64]],
        ),
    ],
)
def test_same_means_what_the_library_means_by_it(
    library: Library, flip: bool | None, rows: list[list[int]]
) -> None:
    like = conventions(library, padding=PaddingName.SAME, border=Border.ZEROS, flip=flip)
    assert as_library(SIXTEEN, TAPS, like).output.tolist() == rows


@pytest.mark.parametrize(
    ("library", "expected"),
    [
        (Library.TORCH, Conventions(PaddingName.VALID, Border.ZEROS, flip=False)),
        (Library.TENSORFLOW, Conventions(PaddingName.VALID, Border.ZEROS, flip=False)),
        (Library.SCIPY_SIGNAL, Conventions(PaddingName.FULL, Border.ZEROS, flip=True)),
        (Library.SCIPY_NDIMAGE, Conventions(PaddingName.SAME, Border.SYMMETRIC, flip=True)),
        (Library.OPENCV, Conventions(PaddingName.SAME_LOWER, Border.REFLECT, flip=False)),
        (Library.NUMPY, Conventions(PaddingName.FULL, Border.ZEROS, flip=True)),
    ],
)
def test_defaults_are_those_of_the_library(library: Library, expected: Conventions) -> None:
    assert conventions(library) == expected


def test_without_a_library_nothing_is_padded_or_flipped() -> None:
    assert Conventions() == Conventions(PaddingName.VALID, Border.ZEROS, flip=False)


def test_tensorflow_pads_same_by_its_own_rule() -> None:
    assert conventions(Library.TENSORFLOW, padding=PaddingName.SAME).padding is PaddingName.SAME_TF


@pytest.mark.parametrize("library", [Library.TORCH, Library.TENSORFLOW])
def test_layers_take_padding_in_numbers_and_strides(library: Library) -> None:
    like = conventions(library, padding=(1, 0, 2, 0), moves_by_one=False)
    assert like.padding == (1, 0, 2, 0)


@EVERY_LIBRARY
def test_flip_that_is_asked_for_is_never_overruled(library: Library) -> None:
    assert [conventions(library, flip=flip).flip for flip in (False, True)] == [False, True]


@pytest.mark.parametrize(
    "library", [Library.SCIPY_SIGNAL, Library.SCIPY_NDIMAGE, Library.OPENCV, Library.NUMPY]
)
def test_library_that_moves_by_one_cell_refuses_a_stride(library: Library) -> None:
    with pytest.raises(
        UnsupportedByLibraryError,
        match=r"moves by one cell only\. Change the stride and dilation, or leave out like\.$",
    ) as refusal:
        conventions(library, moves_by_one=False)
    assert refusal.value.parameter == "like"


@pytest.mark.parametrize(
    ("library", "flip", "border", "call"),
    [
        (Library.TORCH, None, Border.SYMMETRIC, "PyTorch's conv2d"),
        (Library.TENSORFLOW, None, Border.EDGE, "TensorFlow's conv2d"),
        (Library.SCIPY_SIGNAL, None, Border.REFLECT, r"scipy\.signal\.convolve2d"),
        (Library.SCIPY_SIGNAL, False, Border.EDGE, r"scipy\.signal\.correlate2d"),
        (Library.OPENCV, None, Border.WRAP, "OpenCV's filter2D"),
        (Library.NUMPY, None, Border.WRAP, r"numpy\.convolve"),
    ],
)
def test_border_that_a_library_lacks_is_refused_by_the_name_of_its_call(
    library: Library, flip: bool | None, border: Border, call: str
) -> None:
    message = f"^{call} has no border {border}. Change the border, or leave out like.$"
    with pytest.raises(UnsupportedByLibraryError, match=message):
        conventions(library, border=border, flip=flip)


@pytest.mark.parametrize(
    ("library", "padding"),
    [
        (Library.SCIPY_SIGNAL, PaddingName.SAME_TF),
        (Library.SCIPY_SIGNAL, (1, 1, 1, 1)),
        (Library.SCIPY_NDIMAGE, PaddingName.FULL),
        (Library.OPENCV, PaddingName.VALID),
        (Library.NUMPY, (0, 0, 1, 1)),
    ],
    ids=str,
)
def test_padding_that_a_library_lacks_is_refused(library: Library, padding: Padding) -> None:
    with pytest.raises(UnsupportedByLibraryError, match=r"cannot pad like that\. Change the padding"):
        conventions(library, padding=padding)
