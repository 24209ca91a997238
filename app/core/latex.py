"""A step in LaTeX, for worksheets and slides: its grids as arrays, and its sum written out.

Takes ``amsmath`` and nothing else.  Cells are counted from 0, as in O₀₀; a minus is a hyphen, which
TeX sets as a minus.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np

from app.core.convolution import Convolution2d
from app.core.layer import ConvolutionLayer
from app.core.phrases import full_text, number_text
from app.core.scatter import ScatterStep
from app.core.trace import Step
from app.core.transposed import TransposedConvolution2d

TO_COME = r"\cdot"
"""An output cell that no step has written yet."""

CROPPED = r"\times"
"""An output cell that the padding crops."""

MOST_COLUMNS = 14
"""Of all grids on one line; more are wider than the text of a page."""

_EQUAL = {True: "=", False: r"\approx"}

Rows = Sequence[Sequence[Any]]


def step_latex(layer: ConvolutionLayer, step: Step) -> str:
    """Patch P, kernel K and output O as arrays, the current cell in a box, and how its value comes about.

    Args:
        layer: The convolution, or the gather picture of a transposed one.
        step: Any of its steps.
    """
    return f"{_grids(layer, step)}\n{_sum(layer, step)}"


def scatter_latex(transposed: TransposedConvolution2d, step: ScatterStep) -> str:
    """What one input cell adds to the output cells under the kernel: before + value · K = after."""
    gather = transposed.gather

    def total(value: float | None) -> str:
        return CROPPED if value is None else _plain(number_text(value, gather.precision.decimals))

    before, after = (_array(_mapped(step[part], total)) for part in ("before", "after"))
    weights = _array(_mapped(gather.shown(transposed.kernel).tolist(), _writer(gather)))
    value = _bracketed(_writer(gather)(step["value"]))
    sign = _EQUAL[gather.scaling.exact]
    return _display([f"{before} + {value} \\cdot\n{weights} {sign}\n{after}"])


def _grids(layer: ConvolutionLayer, step: Step) -> str:
    current = layer.maps[step["output"]["channel"]]
    write = _writer(current)
    patch, kernel = step["patch"], current.shown(current.applied_kernel).tolist()
    if not layer.first.has_channels:
        patch, kernel = [patch], [kernel]
    names = [_subscript([channel] if len(patch) > 1 else []) for channel in range(len(patch))]
    lines = [
        f"P{name} = {_array(_mapped(values, write))},\\quad\nK{name} = {_array(_mapped(weights, write))}"
        for name, values, weights in zip(names, patch, kernel, strict=True)
    ]
    output = f"O{_subscript(_map_index(layer, step))} = {_array(_written(layer, step))}"
    columns = 2 * layer.geometry.kernel_shape[1] + layer.geometry.output_shape[1]
    if len(lines) == 1 and columns <= MOST_COLUMNS:
        return _display([f"{lines[0]},\\quad\n{output}"])
    return _display([*lines, output])


def _written(layer: ConvolutionLayer, step: Step) -> list[list[str]]:
    """The output as far as it is known after a step, the cell of the step in a box."""
    channel, row, column = step["output"]["channel"], step["output"]["row"], step["output"]["column"]
    current = layer.maps[channel]
    is_written = np.arange(current.output.size).reshape(current.output.shape)
    is_written = is_written <= row * current.output.shape[1] + column
    texts = [
        [_value_text(current, *cell) if is_written[cell] else TO_COME for cell in cells]
        for cells in _places(current.output.shape)
    ]
    texts[row][column] = rf"\boxed{{{texts[row][column]}}}"
    return texts


def _places(shape: tuple[int, ...]) -> list[list[tuple[int, int]]]:
    rows, columns = shape
    return [[(row, column) for column in range(columns)] for row in range(rows)]


def _value_text(convolution: Convolution2d, row: int, column: int) -> str:
    precision, is_exact = convolution.precision, bool(convolution.is_exact[row, column])
    decimals = precision.value_decimals if is_exact else precision.rounded_decimals
    text = _plain(number_text(convolution.output[row, column].item(), decimals))
    return text if is_exact else rf"{{\approx}}{text}"


def _sum(layer: ConvolutionLayer, step: Step) -> str:
    """The value as a sum over all taps, with the numbers of the step, and as a number."""
    convolution, cell = layer.maps[step["output"]["channel"]], step["output"]
    place = _subscript([*_map_index(layer, step), cell["row"], cell["column"]])
    symbols = _around(convolution, _sigma(convolution))
    lines = [f"O{place} &= {symbols}", *_terms(convolution, step)]
    if convolution.divisor > 1 and convolution.scaling.exact:
        total = _plain(number_text(step["sum"], convolution.precision.decimals))
        lines.append(f"&= \\frac{{{total}}}{{{convolution.divisor}}}{_bias(convolution)}")
    value = _value_text(convolution, cell["row"], cell["column"]).removeprefix(r"{\approx}")
    lines.append(f"&{_EQUAL[step['exact']]} {value}")
    body = " \\\\\n".join(lines)
    return f"\\begin{{align*}}\n{body}\n\\end{{align*}}"


def _sigma(convolution: Convolution2d) -> str:
    rows, columns = convolution.geometry.kernel_shape
    has_several = convolution.channel_count > 1
    bounds = [("c", convolution.channel_count)] * has_several + [("i", rows), ("j", columns)]
    sums = "".join(f"\\sum_{{{letter}=0}}^{{{size - 1}}} " for letter, size in bounds)
    subscript = _subscript(["c"] * has_several + ["i", "j"])
    return f"{sums}P{subscript} K{subscript}"


def _terms(convolution: Convolution2d, step: Step) -> list[str]:
    """The products, a line for each row of the kernel."""
    columns = convolution.geometry.kernel_shape[1]
    write = _writer(convolution)
    pairs = zip(np.ravel(step["patch"]).tolist(), convolution.applied_kernel.ravel().tolist(), strict=True)
    products = [f"{_bracketed(write(value))} \\cdot {_bracketed(write(weight))}" for value, weight in pairs]
    lines = [" + ".join(products[start : start + columns]) for start in range(0, len(products), columns)]
    if convolution.divisor > 1:
        lines[0] = f"\\tfrac{{1}}{{{convolution.divisor}}} \\bigl( {lines[0]}"
        lines[-1] += r" \bigr)"
    lines[-1] += _bias(convolution)
    return [f"&= {lines[0]}", *(f"&\\quad + {line}" for line in lines[1:])]


def _around(convolution: Convolution2d, total: str) -> str:
    """A sum with what is done to it."""
    divided = f"\\frac{{1}}{{{convolution.divisor}}} " if convolution.divisor > 1 else ""
    return f"{divided}{total}{' + b' if convolution.bias else ''}"


def _bias(convolution: Convolution2d) -> str:
    return f" + {_bracketed(_writer(convolution)(convolution.bias))}" if convolution.bias else ""


def _map_index(layer: ConvolutionLayer, step: Step) -> list[int]:
    """Which output map, where there are several."""
    return [step["output"]["channel"]] if len(layer.maps) > 1 else []


def _writer(convolution: Convolution2d) -> Callable[[float], str]:
    """How an operand is written: in full."""
    if not convolution.scaling.exact:
        return lambda value: _plain(full_text(value))
    return lambda value: _plain(number_text(value, convolution.precision.decimals))


def _plain(number: str) -> str:
    return number.replace("−", "-")


def _bracketed(number: str) -> str:
    return f"({number})" if number.startswith("-") else number


def _subscript(indices: Iterable[object]) -> str:
    text = ",".join(map(str, indices))
    return f"_{{{text}}}" if text else ""


def _mapped(rows: Rows, write: Callable[[Any], str]) -> list[list[str]]:
    return [[write(value) for value in row] for row in rows]


def _array(rows: list[list[str]]) -> str:
    body = " \\\\\n".join(" & ".join(row) for row in rows)
    # TeX takes a bracket behind "\\" for a length, and no cell begins with one.
    return f"\\left[\\begin{{array}}{{{'r' * len(rows[0])}}}\n{body}\n\\end{{array}}\\right]"


def _display(lines: list[str]) -> str:
    body = " \\\\\n".join(lines)
    return f"\\begin{{gather*}}\n{body}\n\\end{{gather*}}"
