"""The same convolution in other people's words: lines to paste that give the same output.

Each text is a whole program that leaves the answer in ``output``.  The tests run
the NumPy, SciPy and plain Python ones and compare every number.
"""

from app.core.arrays import FloatArray
from app.core.convolution import Convolution2d
from app.core.padding import Border
from app.core.plain_program import plain_program


def equivalents(convolution: Convolution2d) -> dict[str, str]:
    """Programs by library: numpy, scipy, torch, tensorflow, python."""
    prepared = _data(convolution) + _numpy_padding(convolution)
    return {
        "numpy": _numpy(convolution, prepared),
        "scipy": _scipy(convolution, prepared),
        "torch": _torch(convolution, prepared),
        "tensorflow": _tensorflow(convolution, prepared),
        "python": plain_program(convolution, _rows(convolution), _after(convolution)),
    }


def list_text(values: FloatArray) -> str:
    """Rows of numbers to paste, whole ones without a point."""
    numbers = values.astype(int) if (values == values.round()).all() else values
    return str(numbers.tolist())


def _rows(convolution: Convolution2d) -> str:
    """Input x and kernel k as lists."""
    return f"x = {list_text(convolution.image)}\nk = {list_text(convolution.kernel)}\n"


def _data(convolution: Convolution2d) -> str:
    """Input x and kernel k; the copy is for libraries that refuse a reversed view."""
    flip = "[::-1, ::-1].copy()" if convolution.flip else ""
    image, kernel = (
        f"np.array({list_text(each)}, float)" for each in (convolution.image, convolution.kernel)
    )
    return f"x = {image}\nk = {kernel}{flip}\n"


def _sides(convolution: Convolution2d) -> str:
    """Cells added as ((top, bottom), (left, right))."""
    return str(
        tuple(
            (axis.padding_before, axis.padding_after)
            for axis in (convolution.geometry.rows, convolution.geometry.columns)
        )
    )


def _numpy_padding(convolution: Convolution2d) -> str:
    """The line that extends x; empty where there is no padding."""
    if convolution.geometry.padded_shape == convolution.geometry.input_shape:
        return ""
    mode = "constant" if convolution.border is Border.ZEROS else convolution.border.value
    return f'x = np.pad(x, {_sides(convolution)}, mode="{mode}")\n'


def after_text(divisor: int, bias: float) -> str:
    """What is done to every sum, such as " / 9 + 2.0"; empty where nothing is."""
    divided = f" / {divisor}" if divisor > 1 else ""
    shifted = f" + {bias!r}" if bias else ""
    return divided + shifted


def _after(convolution: Convolution2d) -> str:
    return after_text(convolution.divisor, convolution.bias)


def _numpy(convolution: Convolution2d, prepared: str) -> str:
    geometry = convolution.geometry
    (down, across), (row_gap, column_gap) = geometry.stride, geometry.dilation
    return (
        "import numpy as np\n\n"
        f"{prepared}"
        f"windows = np.lib.stride_tricks.sliding_window_view(x, {geometry.kernel_extent})\n"
        f"patches = windows[::{down}, ::{across}, ::{row_gap}, ::{column_gap}]\n"
        f'output = np.einsum("rcij,ij->rc", patches, k){_after(convolution)}\n'
    )


def _scipy(convolution: Convolution2d, prepared: str) -> str:
    geometry = convolution.geometry
    (down, across), (row_gap, column_gap) = geometry.stride, geometry.dilation
    kernel, spread = "k", ""
    if geometry.dilation != (1, 1):
        kernel = "spread"
        spread = f"spread = np.zeros({geometry.kernel_extent})\nspread[::{row_gap}, ::{column_gap}] = k\n"
    strided = "" if geometry.stride == (1, 1) else f"[::{down}, ::{across}]"
    return (
        "import numpy as np\nfrom scipy.signal import correlate2d\n\n"
        f"{prepared}{spread}"
        f'output = correlate2d(x, {kernel}, mode="valid"){strided}{_after(convolution)}\n'
    )


def _torch(convolution: Convolution2d, prepared: str) -> str:
    geometry = convolution.geometry
    return (
        "import numpy as np\nimport torch\nimport torch.nn.functional as F\n\n"
        f"{prepared}"
        "x, k = torch.tensor(x)[None, None], torch.tensor(k)[None, None]\n"
        f"output = F.conv2d(x, k, stride={geometry.stride}, dilation={geometry.dilation})[0, 0]"
        f"{_after(convolution)}\n"
    )


def _tensorflow(convolution: Convolution2d, prepared: str) -> str:
    geometry = convolution.geometry
    return (
        "import numpy as np\nimport tensorflow as tf\n\n"
        f"{prepared}"
        "x, k = x[None, :, :, None], k[:, :, None, None]\n"
        f'output = tf.nn.conv2d(x, k, strides={geometry.stride}, padding="VALID", '
        f"dilations={geometry.dilation})[0, :, :, 0]{_after(convolution)}\n"
    )
