"""How each input pattern is drawn: from a size in cells to whole numbers.

Every function returns an array of shape (rows, columns), for any rows and
columns from 1 up.  Values are 0 … 9 unless its docstring says more, so that a
beginner can multiply them in the head.  Where a picture has two halves and an
odd number of cells, the middle cell is bright.
"""

import numpy as np
from numpy.typing import NDArray

from app.core.arrays import FloatArray, IntArray
from app.core.randomness import random_whole_numbers

BRIGHT = 9
EDGE = 10  # The bright side of an edge in A. Ng's lessons on convolution, where these pictures come from.
STRIPE_CELLS = 2  # Stripes of one cell have equal neighbours on both sides, so Prewitt and Sobel give 0.

# The worked example of the same lessons: 6×6 with a 3×3 kernel gives 4×4, beginning with −5.
_DEMO = np.array(
    [
        [3, 0, 1, 2, 7, 4],
        [1, 5, 8, 9, 3, 1],
        [2, 7, 2, 5, 1, 3],
        [0, 1, 3, 1, 7, 8],
        [4, 2, 1, 6, 2, 8],
        [2, 4, 5, 2, 3, 9],
    ],
    dtype=np.int64,
)

# The path of the pen, (row, column) in a square of side 1: a bar that rises a little, then a bent leg.
_SEVEN = np.array([(0.23, 0.20), (0.20, 0.79), (0.48, 0.56), (0.88, 0.40)])
_PEN_RADIUS = 0.04


def _places(rows: int, columns: int) -> tuple[IntArray, IntArray]:
    """Row and column of every cell."""
    row, column = np.indices((rows, columns), dtype=np.int64)
    return row, column


def _half_cells_from_middle(rows: int, columns: int) -> tuple[IntArray, IntArray]:
    """Distance of every cell from the middle, down and across, in half cells: whole at even sizes too."""
    row, column = _places(rows, columns)
    return abs(2 * row - (rows - 1)), abs(2 * column - (columns - 1))


def _reach(rows: int, columns: int) -> int:
    """How far a centred figure extends from the middle, in half cells: a margin grows with the picture."""
    side = min(rows, columns)
    return side - 1 - 2 * (side // 8)


def _paint(mask: NDArray[np.bool_], value: int = BRIGHT) -> IntArray:
    return mask.astype(np.int64) * value


def _draw_line(distance: FloatArray, side: int) -> IntArray:
    """A soft pen stroke, from the distance of every cell to the path of the pen, in cells."""
    radius = max(0.5, _PEN_RADIUS * side)
    coverage = np.clip(radius + 0.5 - distance, 0, 1)
    return np.rint(BRIGHT * coverage).astype(np.int64)


def demo(rows: int, columns: int) -> IntArray:
    """The 6×6 numbers of the opening example, cut off or repeated from the top left."""
    row, column = _places(rows, columns)
    return _DEMO[row % 6, column % 6]


def index(rows: int, columns: int) -> IntArray:
    """10 × row + column, so that a value spells its place; 100 × row + column beyond ten columns."""
    row, column = _places(rows, columns)
    return (10 if columns <= 10 else 100) * row + column


def constant(rows: int, columns: int) -> IntArray:
    """5 everywhere."""
    return np.full((rows, columns), 5, dtype=np.int64)


def impulse(rows: int, columns: int) -> IntArray:
    """A single 1 at (rows // 2, columns // 2), where ``scipy.signal.unit_impulse`` has its "mid"."""
    cells = np.zeros((rows, columns), dtype=np.int64)
    cells[rows // 2, columns // 2] = 1
    return cells


def vertical_edge(rows: int, columns: int) -> IntArray:
    """10 on the left half, 0 on the right."""
    _, column = _places(rows, columns)
    return _paint(column < (columns + 1) // 2, EDGE)


def horizontal_edge(rows: int, columns: int) -> IntArray:
    """10 on the upper half, 0 on the lower."""
    row, _ = _places(rows, columns)
    return _paint(row < (rows + 1) // 2, EDGE)


def corner(rows: int, columns: int) -> IntArray:
    """10 in the upper left quarter, 0 elsewhere: one vertical edge, one horizontal edge, one corner."""
    return np.minimum(vertical_edge(rows, columns), horizontal_edge(rows, columns))


def stripes(rows: int, columns: int) -> IntArray:
    """Upright stripes of 9 and 0 in turn, two cells wide."""
    _, column = _places(rows, columns)
    return _paint(column // STRIPE_CELLS % 2 == 0)


def checkerboard(rows: int, columns: int) -> IntArray:
    """9 and 0 in turn, 9 at the top left."""
    row, column = _places(rows, columns)
    return _paint((row + column) % 2 == 0)


def diagonal(rows: int, columns: int) -> IntArray:
    """A line of 9 from the top left, one cell across for each cell down."""
    row, column = _places(rows, columns)
    return _paint(row == column)


def cross(rows: int, columns: int) -> IntArray:
    """An upright cross of 9: one cell thick at odd sizes, two at even ones, more in large pictures."""
    down, across = _half_cells_from_middle(rows, columns)
    reach, thickness = _reach(rows, columns), max(1, min(rows, columns) // 6)
    upright = (across <= thickness) & (down <= reach)
    level = (down <= thickness) & (across <= reach)
    return _paint(upright | level)


def box(rows: int, columns: int) -> IntArray:
    """A filled square of 9 in the middle, about half as wide as the picture."""
    down, across = _half_cells_from_middle(rows, columns)
    return _paint(2 * np.maximum(down, across) <= max(2, min(rows, columns)))


def ring(rows: int, columns: int) -> IntArray:
    """A circle, drawn with a soft pen."""
    down, across = _half_cells_from_middle(rows, columns)
    from_middle = np.sqrt(down**2 + across**2)
    return _draw_line(abs(from_middle - _reach(rows, columns)) / 2, min(rows, columns))


def ramp(rows: int, columns: int) -> IntArray:
    """The column number, 0 … columns − 1: brightness rises by 1 from cell to cell."""
    _, column = _places(rows, columns)
    return column


def gradient(rows: int, columns: int) -> IntArray:
    """A round hill: 9 in the middle, falling with the square of the distance to 0 in the corners."""
    down, across = _half_cells_from_middle(rows, columns)
    distance, farthest = down**2 + across**2, max(1, (rows - 1) ** 2 + (columns - 1) ** 2)
    # Rounded in whole numbers: no machine can round a half differently.
    return BRIGHT - (2 * BRIGHT * distance + farthest) // (2 * farthest)


def digit(rows: int, columns: int) -> IntArray:
    """A seven as a pen would write it, in the largest square in the middle."""
    side = min(rows, columns)
    # Through the centres of cells, or a thin stroke would fall between two rows and look grey.
    top_left = np.array([(rows - side) // 2, (columns - side) // 2])
    path = np.floor(side * _SEVEN) + top_left
    row, column = _places(rows, columns)
    # One layer per stroke, shape (strokes, 1, 1), against all cells at once.
    start_row, start_column = path[:-1].T[:, :, None, None]
    down, across = np.diff(path, axis=0).T[:, :, None, None]
    from_row, from_column = row - start_row, column - start_column
    # The nearest point of a stroke: the projection, kept between its ends; a stroke may be a single point.
    length_squared = np.maximum(down**2 + across**2, 1)
    along = np.clip((from_row * down + from_column * across) / length_squared, 0, 1)
    distance = np.sqrt((from_row - along * down) ** 2 + (from_column - along * across) ** 2)
    return _draw_line(distance.min(axis=0), side)


def random_digits(rows: int, columns: int, seed: int) -> IntArray:
    """Random whole numbers 0 … 9."""
    return random_whole_numbers(seed, (rows, columns), lowest=0, highest=9)


def random_signed(rows: int, columns: int, seed: int) -> IntArray:
    """Random whole numbers −9 … 9."""
    return random_whole_numbers(seed, (rows, columns), lowest=-9, highest=9)
