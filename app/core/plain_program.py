"""A convolution as a program of plain Python loops, without any library: every index can be read in it."""

from app.core.convolution import Convolution2d
from app.core.geometry import AxisGeometry
from app.core.padding import Border

_SOURCES = {
    Border.EDGE: "    return min(max(index, 0), size - 1)\n",
    Border.REFLECT: ("    index %= max(2 * size - 2, 1)\n    return min(index, abs(2 * size - 2 - index))\n"),
    Border.SYMMETRIC: "    index %= 2 * size\n    return min(index, 2 * size - 1 - index)\n",
    Border.WRAP: "    return index % size\n",
}
"""The index inside of the input whose value stands at any index, by the border."""


def plain_program(convolution: Convolution2d, data: str, after: str) -> str:
    """The program.

    Args:
        convolution: What it computes.
        data: Lines that define the input x and the kernel k as lists of rows.
        after: What is done to every sum, such as " / 9 + 2.0".
    """
    flip = "k = [row[::-1] for row in k[::-1]]\n" if convolution.flip else ""
    return f"{data}{flip}{_padding(convolution)}\n{_loops(convolution, after)}"


def plain_layer_program(convolution: Convolution2d, data: str, kernels: str, after: str) -> str:
    """The program for several channels or kernels.

    Args:
        convolution: What it computes with the first kernel.
        data: Lines that define the input x as a list of channels and k as a list of kernels.
        kernels: The line of the loop over the kernels; it defines kernel, a list of channels.
        after: What is done to every sum, in the names of that line.
    """
    flip = ""
    if convolution.flip:
        flip = "k = [[[row[::-1] for row in weights[::-1]] for weights in kernel] for kernel in k]\n"
    loops = _loops(convolution, after, channels=True).replace("\n", "\n    ").rstrip(" ")
    maps = loops.replace("output", "rows")
    return f"{data}{flip}{_padding(convolution)}\noutput = []\n{kernels}    {maps}    output.append(rows)\n"


def _padding(convolution: Convolution2d) -> str:
    """The lines that extend x, or each channel of it; empty where there is no padding."""
    geometry = convolution.geometry
    if geometry.padded_shape == geometry.input_shape:
        return ""
    define, padded = _padded(convolution, "channel" if convolution.has_channels else "x")
    return (
        f"{define}x = [{padded} for channel in x]\n"
        if convolution.has_channels
        else f"{define}x = {padded}\n"
    )


def _padded(convolution: Convolution2d, plane: str) -> tuple[str, str]:
    """A function that is needed first, and the rows of a plane with its padding."""
    rows, columns = convolution.geometry.rows, convolution.geometry.columns
    if convolution.border is Border.ZEROS:
        left, right = (f"[0] * {cells}" for cells in (columns.padding_before, columns.padding_after))
        above, below = (
            f"[[0] * {columns.padded_size}] * {cells}" for cells in (rows.padding_before, rows.padding_after)
        )
        return "", f"{above} + [{left} + row + {right} for row in {plane}] + {below}"
    places = f"[source(r, {rows.input_size})][source(c, {columns.input_size})]"
    across, down = (
        f"range({-axis.padding_before}, {axis.input_size + axis.padding_after})" for axis in (columns, rows)
    )
    define = f"\n\ndef source(index, size):\n{_SOURCES[convolution.border]}\n\n"
    return define, f"[[{plane}{places} for c in {across}] for r in {down}]"


def _loops(convolution: Convolution2d, after: str, *, channels: bool = False) -> str:
    geometry = convolution.geometry
    row = _index("row", "i", geometry.rows)
    column = _index("column", "j", geometry.columns)
    plane, weights, indent, over_channels = "x", "k", "", ""
    if channels:
        plane, weights, indent = "channel", "weights", "    "
        over_channels = "        for channel, weights in zip(x, kernel):\n"
    return (
        "output = []\n"
        f"for row in range({geometry.rows.output_size}):\n"
        "    values = []\n"
        f"    for column in range({geometry.columns.output_size}):\n"
        "        total = 0\n"
        f"{over_channels}"
        f"{indent}        for i in range({geometry.rows.kernel_size}):\n"
        f"{indent}            for j in range({geometry.columns.kernel_size}):\n"
        f"{indent}                total += {plane}[{row}][{column}] * {weights}[i][j]\n"
        f"        values.append(total{after})\n"
        "    output.append(values)\n"
    )


def _index(place: str, tap: str, axis: AxisGeometry) -> str:
    """Where in the padded input a tap lies, such as "row * 2 + i"."""
    start = place if axis.stride == 1 else f"{place} * {axis.stride}"
    return f"{start} + {tap}" if axis.dilation == 1 else f"{start} + {tap} * {axis.dilation}"
