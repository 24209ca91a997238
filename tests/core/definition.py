"""A convolution by its definition: four loops over fractions, slow and obviously right."""

from collections.abc import Iterator
from fractions import Fraction

import numpy as np

from app.core.convolution import Convolution2d
from app.core.geometry import AxisGeometry
from app.core.padding import Border
from app.core.transposed import TransposedConvolution2d

Fractions = list[list[Fraction]]


def typed(value: float) -> Fraction:
    """The decimal that a person typed: the shortest that reads back as this number."""
    return Fraction(repr(value + 0.0))


def source(index: int, size: int, border: Border) -> int | None:
    """Where the value at an index comes from, inside the input or not; None is a zero from nowhere."""
    if 0 <= index < size:
        return index
    match border:
        case Border.ZEROS:
            return None
        case Border.EDGE:
            return 0 if index < 0 else size - 1
        case Border.WRAP:
            return index % size
        case Border.SYMMETRIC:  # a b c c b a, and again
            place = index % (2 * size)
            return min(place, 2 * size - 1 - place)
        case Border.REFLECT:  # a b c b, and again; a single cell is its own mirror
            place = index % max(2 * size - 2, 1)
            return min(place, abs(2 * size - 2 - place))


def windows(axis: AxisGeometry) -> Iterator[list[int]]:
    """Input indices under the taps, one position after another while the last tap is on the padded input."""
    taps = [tap * axis.dilation for tap in range(axis.kernel_size)]
    start = -axis.padding_before
    while start + taps[-1] < axis.input_size + axis.padding_after:
        yield [start + tap for tap in taps]
        start += axis.stride


def value_at(convolution: Convolution2d, row: int, column: int) -> Fraction:
    """The padded input at an index of the input, which may lie outside."""
    rows, columns = convolution.image.shape
    source_row = source(row, rows, convolution.border)
    source_column = source(column, columns, convolution.border)
    if source_row is None or source_column is None:
        return Fraction(0)
    return typed(float(convolution.image[source_row, source_column]))


def patches(convolution: Convolution2d) -> Iterator[Fractions]:
    """What lies under the kernel, one output cell after another, in raster order."""
    for rows in windows(convolution.geometry.rows):
        for columns in windows(convolution.geometry.columns):
            yield [[value_at(convolution, row, column) for column in columns] for row in rows]


def weights(convolution: Convolution2d) -> Fractions:
    """The kernel as it lies on the input: with a flip, the last weight comes first."""
    rows = [[typed(weight) for weight in row] for row in convolution.kernel.tolist()]
    return [row[::-1] for row in rows[::-1]] if convolution.flip else rows


def sums(convolution: Convolution2d) -> list[Fraction]:
    """The sum of the products, one output cell after another."""
    kernel = weights(convolution)
    taps = [(m, n) for m in range(len(kernel)) for n in range(len(kernel[0]))]
    return [sum((kernel[m][n] * patch[m][n] for m, n in taps), Fraction(0)) for patch in patches(convolution)]


def values(convolution: Convolution2d) -> list[Fraction]:
    """The output, one cell after another."""
    bias = typed(convolution.bias)
    return [total / convolution.divisor + bias for total in sums(convolution)]


def totals(transposed: TransposedConvolution2d) -> Iterator[Fractions]:
    """Every output cell's total after one input cell after another has added its products."""
    rows, columns = transposed.geometry.rows, transposed.geometry.columns
    output = [[Fraction(0)] * columns.output_size for _ in range(rows.output_size)]
    for i, values in enumerate(transposed.image.tolist()):
        for j, value in enumerate(values):
            for m, row_weights in enumerate(transposed.kernel.tolist()):
                for n, weight in enumerate(row_weights):
                    row = i * rows.stride + m * rows.dilation - rows.padding
                    column = j * columns.stride + n * columns.dilation - columns.padding
                    if 0 <= row < rows.output_size and 0 <= column < columns.output_size:
                        output[row][column] += typed(value) * typed(weight)
            yield [list(cells) for cells in output]


def rounding_error(convolution: Convolution2d) -> Fraction:
    """How far a value can be off in doubles: each operand, product and addition rounds once."""
    largest = np.abs(convolution.image).max() * np.abs(convolution.kernel).sum() + abs(convolution.bias)
    roundings = 4 * (convolution.kernel.size + 2)
    # Below the smallest normal double a rounding does not get any smaller.
    return roundings * (Fraction(float(largest)) / 2**53 + Fraction(5e-324))
