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


def _padding(convolution: Convolution2d) -> str:
    """The lines that extend x; empty where there is no padding."""
    geometry = convolution.geometry
    if geometry.padded_shape == geometry.input_shape:
        return ""
    if convolution.border is Border.ZEROS:
        return _zeros(geometry.rows, geometry.columns)
    rows, columns = (
        f"range({-axis.padding_before}, {axis.input_size + axis.padding_after})"
        for axis in (geometry.rows, geometry.columns)
    )
    row, column = f"source(r, {geometry.rows.input_size})", f"source(c, {geometry.columns.input_size})"
    return (
        f"\n\ndef source(index, size):\n{_SOURCES[convolution.border]}\n\n"
        f"x = [[x[{row}][{column}] for c in {columns}] for r in {rows}]\n"
    )


def _zeros(rows: AxisGeometry, columns: AxisGeometry) -> str:
    left, right = (f"[0] * {cells}" for cells in (columns.padding_before, columns.padding_after))
    above, below = (
        f"[[0] * {columns.padded_size}] * {cells}" for cells in (rows.padding_before, rows.padding_after)
    )
    return f"x = {above} + [{left} + row + {right} for row in x] + {below}\n"


def _loops(convolution: Convolution2d, after: str) -> str:
    geometry = convolution.geometry
    row = _index("row", "i", geometry.rows)
    column = _index("column", "j", geometry.columns)
    return (
        "output = []\n"
        f"for row in range({geometry.rows.output_size}):\n"
        "    values = []\n"
        f"    for column in range({geometry.columns.output_size}):\n"
        "        total = 0\n"
        f"        for i in range({geometry.rows.kernel_size}):\n"
        f"            for j in range({geometry.columns.kernel_size}):\n"
        f"                total += x[{row}][{column}] * k[i][j]\n"
        f"        values.append(total{after})\n"
        "    output.append(values)\n"
    )


def _index(place: str, tap: str, axis: AxisGeometry) -> str:
    """Where in the padded input a tap lies, such as "row * 2 + i"."""
    start = place if axis.stride == 1 else f"{place} * {axis.stride}"
    return f"{start} + {tap}" if axis.dilation == 1 else f"{start} + {tap} * {axis.dilation}"
