"""The same transposed convolution in other people's words: programs to paste that give the same output.

As in ``equivalents``, each leaves the answer in ``output``, and the tests run the NumPy, SciPy and
plain Python ones.  They scatter; only the libraries know how they do it.
"""

from app.core.equivalents import after_text, list_text
from app.core.transposed import TransposedAxis, TransposedConvolution2d


def transposed_equivalents(transposed: TransposedConvolution2d) -> dict[str, str]:
    """Programs by library: numpy, scipy, torch, tensorflow, python."""
    image, kernel = list_text(transposed.image), list_text(transposed.kernel)
    arrays = f"x = np.array({image}, float)\nk = np.array({kernel}, float)\n"
    after = after_text(transposed.divisor, transposed.bias)
    return {
        "numpy": _numpy(transposed, arrays, after),
        "scipy": _scipy(transposed, arrays, after),
        "torch": _torch(transposed, arrays, after),
        "tensorflow": _tensorflow(transposed, arrays, after),
        "python": _python(transposed, f"x = {image}\nk = {kernel}\n", after),
    }


def _axes(transposed: TransposedConvolution2d) -> tuple[TransposedAxis, TransposedAxis]:
    return transposed.geometry.rows, transposed.geometry.columns


def _span(axis: TransposedAxis) -> str:
    """The part of the full output that is left, such as "1:8"."""
    return f"{axis.padding}:{axis.padding + axis.output_size}"


def _under(name: str, axis: TransposedAxis) -> str:
    """The output cells under the taps for one input cell, such as "2 * r : 2 * r + 3"."""
    start = name if axis.stride == 1 else f"{axis.stride} * {name}"
    gap = f" : {axis.dilation}" if axis.dilation > 1 else ""
    return f"{start} : {start} + {axis.reach + 1}{gap}"


def _numpy(transposed: TransposedConvolution2d, arrays: str, after: str) -> str:
    rows, columns = _axes(transposed)
    return (
        "import numpy as np\n\n"
        f"{arrays}"
        f"full = np.zeros({transposed.geometry.full_shape})\n"
        "for (r, c), value in np.ndenumerate(x):\n"
        f"    full[{_under('r', rows)}, {_under('c', columns)}] += value * k\n"
        f"output = full[{_span(rows)}, {_span(columns)}]{after}\n"
    )


def _stretched(name: str, source: str, size: tuple[int, int], gaps: tuple[int, int]) -> str:
    """Lines that put zeros between the cells of an array; empty where there is nothing to put between."""
    if gaps == (1, 1):
        return f"{name} = {source}\n"
    return f"{name} = np.zeros({size})\n{name}[::{gaps[0]}, ::{gaps[1]}] = {source}\n"


def _spread(transposed: TransposedConvolution2d) -> str:
    """Lines that spread the kernel by its dilation."""
    rows, columns = _axes(transposed)
    size = (rows.reach + 1, columns.reach + 1)
    return _stretched("spread", "k", size, (rows.dilation, columns.dilation))


def _scipy(transposed: TransposedConvolution2d, arrays: str, after: str) -> str:
    rows, columns = _axes(transposed)
    stretched = _stretched("stretched", "x", transposed.geometry.stretched_shape, transposed.geometry.stride)
    behind = transposed.geometry.output_padding
    padded = f"full = np.pad(full, ((0, {behind[0]}), (0, {behind[1]})))\n" if any(behind) else ""
    return (
        "import numpy as np\nfrom scipy.signal import convolve2d\n\n"
        f"{arrays}{stretched}{_spread(transposed)}"
        "full = convolve2d(stretched, spread)\n"
        f"{padded}output = full[{_span(rows)}, {_span(columns)}]{after}\n"
    )


def _torch(transposed: TransposedConvolution2d, arrays: str, after: str) -> str:
    geometry = transposed.geometry
    return (
        "import numpy as np\nimport torch\nimport torch.nn.functional as F\n\n"
        f"{arrays}"
        "x, k = torch.tensor(x)[None, None], torch.tensor(k)[None, None]\n"
        f"output = F.conv_transpose2d(x, k, stride={geometry.stride}, padding={geometry.padding}, "
        f"output_padding={geometry.output_padding}, dilation={geometry.dilation})[0, 0]{after}\n"
    )


def _tensorflow(transposed: TransposedConvolution2d, arrays: str, after: str) -> str:
    """TensorFlow has no output padding, and no dilation here on a processor."""
    rows, columns = _axes(transposed)
    behind = transposed.geometry.output_padding
    full = tuple(axis.full_size - axis.output_padding for axis in (rows, columns))
    padded = f"full = tf.pad(full, ((0, {behind[0]}), (0, {behind[1]})))\n" if any(behind) else ""
    return (
        "import numpy as np\nimport tensorflow as tf\n\n"
        f"{arrays}{_spread(transposed)}"
        "x, spread = x[None, :, :, None], spread[:, :, None, None]\n"
        f"full = tf.nn.conv2d_transpose(x, spread, output_shape={(1, *full, 1)}, "
        f'strides={transposed.geometry.stride}, padding="VALID")[0, :, :, 0]\n'
        f"{padded}output = full[{_span(rows)}, {_span(columns)}]{after}\n"
    )


def _python(transposed: TransposedConvolution2d, lists: str, after: str) -> str:
    rows, columns = _axes(transposed)
    height, width = transposed.geometry.full_shape
    row, column = _target("r", "i", rows), _target("c", "j", columns)
    return (
        f"{lists}"
        f"full = [[0] * {width} for row in range({height})]\n"
        f"for r in range({rows.input_size}):\n"
        f"    for c in range({columns.input_size}):\n"
        f"        for i in range({rows.kernel_size}):\n"
        f"            for j in range({columns.kernel_size}):\n"
        f"                full[{row}][{column}] += x[r][c] * k[i][j]\n"
        f"output = [[total{after} for total in row[{_span(columns)}]] for row in full[{_span(rows)}]]\n"
    )


def _target(place: str, tap: str, axis: TransposedAxis) -> str:
    """Where in the full output a product is added, such as "r * 2 + i"."""
    start = place if axis.stride == 1 else f"{place} * {axis.stride}"
    return f"{start} + {tap}" if axis.dilation == 1 else f"{start} + {tap} * {axis.dilation}"
