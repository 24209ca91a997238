"""Texts of many steps at once: a column of strings for each quantity, joined line by line."""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from app.core.arrays import NumberArray

TextArray: TypeAlias = NDArray[np.object_]
"""Python strings, which NumPy can pick and repeat as it does numbers."""


def texts(numbers: NumberArray, write: Callable[[float], str]) -> TextArray:
    """Each number as text, same shape; every distinct number is written once."""
    each = numbers.ravel().tolist()
    written = {number: write(number) for number in set(each)}
    return np.array([written[number] for number in each], dtype=np.object_).reshape(numbers.shape)


def filled(template: str, *columns: TextArray) -> list[str]:
    """The template once for each of n steps, a column of n texts in the place of each ``%s``.

    All texts are there already, so they are joined; formatting would take twice as long.
    """
    between = template.split("%s")
    pieces = np.empty((len(columns[0]), len(between) + len(columns)), dtype=np.object_)
    pieces[:, ::2] = between
    pieces[:, 1::2] = np.column_stack(columns)
    return list(map("".join, pieces.tolist()))
