"""How far an input is extended, and what stands in the cells around it.

What ``same`` means for an even kernel and for a stride differs between
libraries; ``docs/model.md`` has the table.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Literal, TypeAlias

import numpy as np

from app.core.arrays import IntArray
from app.core.errors import SameStrideError


class PaddingName(StrEnum):
    """Paddings that follow from the sizes.

    VALID: none.  SAME: output as large as the input, an odd cell goes to the end
    (PyTorch; ONNX calls it SAME_UPPER).  SAME_LOWER: an odd cell goes to the start.
    SAME_TF: output ceil(i / s), so the padding depends on size and stride (TensorFlow).
    FULL: every position where kernel and input share at least one cell.
    """

    VALID = "valid"
    SAME = "same"
    SAME_LOWER = "same_lower"
    SAME_TF = "same_tf"
    FULL = "full"


class Border(StrEnum):
    """What stands outside the input abcd, named and meant as in ``numpy.pad``."""

    ZEROS = "zeros"  # 0 0 | a b c d | 0 0
    EDGE = "edge"  # a a | a b c d | d d
    REFLECT = "reflect"  # c b | a b c d | c b
    SYMMETRIC = "symmetric"  # b a | a b c d | d c
    WRAP = "wrap"  # c d | a b c d | a b


_NumpyMode: TypeAlias = Literal["edge", "reflect", "symmetric", "wrap"]
_NUMPY_MODES: Mapping[Border, _NumpyMode] = {
    Border.EDGE: "edge",
    Border.REFLECT: "reflect",
    Border.SYMMETRIC: "symmetric",
    Border.WRAP: "wrap",
}

Sides: TypeAlias = tuple[int, int, int, int]
"""Padding in numbers: top, bottom, left, right."""

Padding: TypeAlias = PaddingName | Sides


def axis_padding(
    name: PaddingName, *, input_size: int, kernel_size: int, stride: int, dilation: int
) -> tuple[int, int]:
    """Cells before and after one axis that a named padding adds.

    Raises:
        SameStrideError: For ``same`` and ``same_lower`` with a stride above 1.
    """
    reach = dilation * (kernel_size - 1)
    match name:
        case PaddingName.VALID:
            return 0, 0
        case PaddingName.FULL:
            return reach, reach
        case PaddingName.SAME_TF:
            output_size = -(-input_size // stride)
            total = max((output_size - 1) * stride + reach + 1 - input_size, 0)
            return total // 2, total - total // 2
    if stride > 1:
        raise SameStrideError(name, stride)
    smaller, larger = reach // 2, reach - reach // 2
    return (smaller, larger) if name is PaddingName.SAME else (larger, smaller)


def border_sources(input_size: int, before: int, after: int, border: Border) -> IntArray:
    """For each padded index, the input index whose value stands there.

    Returns:
        Shape (before + input_size + after,); -1 marks a zero that comes from nowhere.
    """
    if border is Border.ZEROS:
        indices: IntArray = np.arange(-before, input_size + after)
        return np.where(indices < input_size, np.maximum(indices, -1), -1)
    return np.pad(np.arange(input_size), (before, after), mode=_NUMPY_MODES[border])
