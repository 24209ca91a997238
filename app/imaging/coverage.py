"""How much of each pixel a shape covers, as a mask of 0 to 255: what makes its edges smooth.

Distances to the shape's edge are computed at the centres of the pixels, and an edge is one pixel
wide: https://iquilezles.org/articles/distfunctions2d/.  All lengths are in pixels.
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import ceil, floor
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from app.core.arrays import FloatArray

Counts: TypeAlias = NDArray[np.intp]

PERIOD, DASHED_SHARE = 5.0, 0.6
"""Of a dashed line: from dash to dash, in widths of the line, and the share of it that is a dash."""

KEPT_MASKS = 1_024
KEPT_SIDE = 96
"""A mask no larger than a cell is kept for its many likes; 1,024 of these are 9 MiB at most."""


@dataclass(frozen=True, slots=True)
class Box:
    """A box with round corners, its corner anywhere within the first pixel of the mask."""

    left: float
    top: float
    width: float
    height: float
    radius: float


def inside(box: Box) -> Image.Image:
    """The box filled."""
    return outline(box, 0.0, is_dashed=False)


def outline(box: Box, width: float, *, is_dashed: bool) -> Image.Image:
    """The line around the box, half of it inside; its outer edge begins within the first pixel."""
    paint = _kept if max(box.width, box.height) <= KEPT_SIDE else _box
    return paint(box, width, is_dashed=is_dashed)


def polyline(points: FloatArray, width: float) -> tuple[Image.Image, int, int]:
    """Straight lines through points, shape (n, 2) as x and y, with round ends and corners.

    Returns:
        A mask, and the whole pixels (left, top) at which its corner lies.
    """
    reach = width / 2 + 1
    left, top = (floor(each) for each in points.min(axis=0) - reach)
    right, bottom = (ceil(each) for each in points.max(axis=0) + reach)
    x = left + _centres(right - left)[np.newaxis, :]
    y = top + _centres(bottom - top)[:, np.newaxis]
    nearest = np.full((bottom - top, right - left), np.inf)
    for start, end in pairwise(points):
        nearest = np.minimum(nearest, _to_line(x - start[0], y - start[1], end - start))
    return _mask(nearest - width / 2), left, top


def polygon(points: FloatArray) -> tuple[Image.Image, int, int]:
    """An area that is nowhere hollow, its corners clockwise, shape (n, 2) as x and y.

    Returns:
        A mask, and the whole pixels (left, top) at which its corner lies.
    """
    left, top = (floor(each) for each in points.min(axis=0))
    right, bottom = (ceil(each) for each in points.max(axis=0))
    x = left + _centres(right - left)[np.newaxis, :]
    y = top + _centres(bottom - top)[:, np.newaxis]
    distance = np.full((bottom - top, right - left), -np.inf)
    for start, end in pairwise(np.concatenate((points, points[:1]))):
        across, down = (end - start) / max(np.hypot(*(end - start)), 1e-6)
        distance = np.maximum(distance, (x - start[0]) * down - (y - start[1]) * across)
    return _mask(distance), left, top


def _box(box: Box, width: float, *, is_dashed: bool) -> Image.Image:
    """The box itself where the line has no width, its line otherwise."""
    x, columns = _places(box.left, box.width, box.radius, width, is_dashed=is_dashed)
    y, rows = _places(box.top, box.height, box.radius, width, is_dashed=is_dashed)
    beside, below = np.abs(x)[np.newaxis, :] - box.width / 2, np.abs(y)[:, np.newaxis] - box.height / 2
    half = width / 2
    distance = _to_edge(beside - half, below - half, box.radius + half if box.radius else 0)
    if width > 0:
        hole = _to_edge(beside + half, below + half, max(0, box.radius - half))
        distance = np.maximum(distance, -hole)
    if is_dashed:
        dash = np.where(
            below > beside, _to_dash(beside, box.width, width), _to_dash(below, box.height, width)
        )
        distance = np.maximum(distance, dash)
    return _mask(distance, columns, rows)


_kept = lru_cache(maxsize=KEPT_MASKS)(_box)


def _to_edge(beside: FloatArray, below: FloatArray, radius: float) -> FloatArray:
    """Signed distance to the edge of a box, from distances beyond its sides; negative inside."""
    across, down = beside + radius, below + radius
    corner = np.hypot(np.maximum(across, 0), np.maximum(down, 0))
    distance: FloatArray = corner + np.minimum(np.maximum(across, down), 0) - radius
    return distance


def _to_line(x: FloatArray, y: FloatArray, line: FloatArray) -> FloatArray:
    """Distance to a straight line from the origin, whose other end is (x, y)."""
    along = (x * line[0] + y * line[1]) / np.maximum(line @ line, 1e-6)
    share = np.clip(along, 0, 1)
    distance: FloatArray = np.hypot(x - share * line[0], y - share * line[1])
    return distance


def _to_dash(beyond: FloatArray, side: float, width: float) -> FloatArray:
    """Distance to the nearest dash along a side, from distances beyond its end: one lies on each corner."""
    period = side / max(1, round(side / (PERIOD * width)))
    distance: FloatArray = np.abs((beyond + period / 2) % period - period / 2) - DASHED_SHARE * period / 2
    return distance


def _places(
    start: float, length: float, radius: float, width: float, *, is_dashed: bool
) -> tuple[FloatArray, Counts]:
    """Places along an axis, from the middle of the box, and how many pixels are like each of them.

    Between its corners all pixels of an unbroken line are alike, and one of them stands for all.
    """
    size = ceil(start + length + width / 2)
    places = _centres(size) - (start + length / 2)
    corner = ceil(start + radius + width) + 1
    if is_dashed or size - 2 * corner <= 1:
        return places, np.ones(size, dtype=np.intp)
    counts = np.ones(2 * corner + 1, dtype=np.intp)
    counts[corner] = size - 2 * corner
    return np.delete(places, slice(corner + 1, size - corner)), counts


def _centres(size: int) -> FloatArray:
    return np.arange(size, dtype=np.float64) + 0.5


def _mask(
    distance: NDArray[np.floating], columns: Counts | None = None, rows: Counts | None = None
) -> Image.Image:
    """Covered where the distance is negative, half on the edge; repeated as often as the counts say."""
    covered = (np.clip(0.5 - distance, 0, 1) * 255 + 0.5).astype(np.uint8)
    if columns is not None and rows is not None:
        covered = np.repeat(np.repeat(covered, columns, axis=1), rows, axis=0)
    return Image.fromarray(covered)
