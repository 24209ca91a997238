"""A layer in other people's words: lines to paste that give the same output maps.

One kernel over one channel has the shorter programs of ``equivalents``; here x is
(channels, rows, columns), k is (kernels, channels, rows, columns), output (kernels, rows, columns).
"""

from collections.abc import Sequence

from app.core.equivalents import equivalents, list_text
from app.core.layer import ConvolutionLayer
from app.core.padding import Border
from app.core.plain_program import plain_layer_program


def layer_equivalents(layer: ConvolutionLayer) -> dict[str, str]:
    """Programs by library: numpy, scipy, torch, tensorflow, python."""
    if layer.is_flat:
        return equivalents(layer.first)
    prepared = _data(layer) + _padding(layer)
    return {
        "numpy": _numpy(layer, prepared),
        "scipy": _scipy(layer, prepared),
        "torch": _torch(layer, prepared),
        "tensorflow": _tensorflow(layer, prepared),
        "python": _python(layer),
    }


def _lists(layer: ConvolutionLayer) -> tuple[str, str]:
    """Input and kernels as lists in a program."""
    kernels = ", ".join(list_text(each.kernel) for each in layer.maps)
    return list_text(layer.first.image), f"[{kernels}]"


def _data(layer: ConvolutionLayer) -> str:
    image, kernels = _lists(layer)
    flip = "[:, :, ::-1, ::-1].copy()" if layer.first.flip else ""
    return f"x = np.array({image}, float)\nk = np.array({kernels}, float){flip}\n"


def _padding(layer: ConvolutionLayer) -> str:
    """The line that extends x; empty where there is no padding."""
    rows, columns = layer.geometry.rows, layer.geometry.columns
    if layer.geometry.padded_shape == layer.geometry.input_shape:
        return ""
    sides = [(axis.padding_before, axis.padding_after) for axis in (rows, columns)]
    border = layer.first.border
    mode = "constant" if border is Border.ZEROS else border.value
    return f'x = np.pad(x, {((0, 0), *sides)}, mode="{mode}")\n'


def _after(layer: ConvolutionLayer, array: str) -> str:
    """What is done to the sums of each kernel; a number stands for all, else there is one for each."""

    def text(values: Sequence[float]) -> str:
        if len(set(values)) == 1:
            return repr(values[0])
        return f"{array}({list(values)})[:, None, None]"

    divisors, biases = [each.divisor for each in layer.maps], [each.bias for each in layer.maps]
    divided = f" / {text(divisors)}" if max(divisors) > 1 else ""
    return divided + (f" + {text(biases)}" if any(biases) else "")


def _steps(layer: ConvolutionLayer) -> str:
    """Every so many rows and columns of the last two axes."""
    down, across = layer.geometry.stride
    return f"::{down}, ::{across}"


def _numpy(layer: ConvolutionLayer, prepared: str) -> str:
    row_gap, column_gap = layer.geometry.dilation
    return (
        "import numpy as np\n\n"
        f"{prepared}"
        "windows = np.lib.stride_tricks.sliding_window_view("
        f"x, {layer.geometry.kernel_extent}, axis=(1, 2))\n"
        f"patches = windows[:, {_steps(layer)}, ::{row_gap}, ::{column_gap}]\n"
        f'output = np.einsum("crwij,ncij->nrw", patches, k){_after(layer, "np.array")}\n'
    )


def _scipy(layer: ConvolutionLayer, prepared: str) -> str:
    kernels, spread = "k", ""
    if layer.geometry.dilation != (1, 1):
        row_gap, column_gap = layer.geometry.dilation
        kernels = "spread"
        shape = (len(layer.maps), layer.first.channel_count, *layer.geometry.kernel_extent)
        spread = f"spread = np.zeros({shape})\nspread[:, :, ::{row_gap}, ::{column_gap}] = k\n"
    return (
        "import numpy as np\nfrom scipy.signal import correlate2d\n\n"
        f"{prepared}{spread}"
        'maps = [sum(correlate2d(channel, weights, mode="valid") for channel, weights in zip(x, kernel)) '
        f"for kernel in {kernels}]\n"
        f"output = np.array(maps)[:, {_steps(layer)}]{_after(layer, 'np.array')}\n"
    )


def _torch(layer: ConvolutionLayer, prepared: str) -> str:
    geometry = layer.geometry
    return (
        "import numpy as np\nimport torch\nimport torch.nn.functional as F\n\n"
        f"{prepared}"
        "x, k = torch.tensor(x)[None], torch.tensor(k)\n"
        f"output = F.conv2d(x, k, stride={geometry.stride}, dilation={geometry.dilation})[0]"
        f"{_after(layer, 'torch.tensor')}\n"
    )


def _tensorflow(layer: ConvolutionLayer, prepared: str) -> str:
    geometry = layer.geometry
    return (
        "import numpy as np\nimport tensorflow as tf\n\n"
        f"{prepared}"
        "x, k = x.transpose(1, 2, 0)[None], k.transpose(2, 3, 1, 0)\n"
        f'maps = tf.nn.conv2d(x, k, strides={geometry.stride}, padding="VALID", '
        f"dilations={geometry.dilation})[0]\n"
        f"output = tf.transpose(maps, (2, 0, 1)){_after(layer, 'np.array')}\n"
    )


def _python(layer: ConvolutionLayer) -> str:
    image, kernels = _lists(layer)
    divisors, biases = [each.divisor for each in layer.maps], [each.bias for each in layer.maps]
    after = f"{' / divisor' if max(divisors) > 1 else ''}{' + bias' if any(biases) else ''}"
    each = {"kernel": "k", "divisor": str(divisors), "bias": str(biases)}
    used = [name for name in each if name == "kernel" or name in after]
    lists = ", ".join(each[name] for name in used)
    loop = f"for {', '.join(used)} in {f'zip({lists})' if len(used) > 1 else lists}:\n"
    return plain_layer_program(layer.first, f"x = {image}\nk = {kernels}\n", loop, after)
