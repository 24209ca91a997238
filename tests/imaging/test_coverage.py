"""Masks: how much of each pixel a box, its line and a stroke cover."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from app.core.arrays import FloatArray
from app.imaging.coverage import KEPT_SIDE, Box, inside, outline, polyline

PARTS = 8
TOLERANCE = 65
"""Of 255: an edge that is one pixel wide is a little softer at corners than counting parts of pixels."""


def shares(mask: Image.Image) -> FloatArray:
    """Rows and columns of a mask, 0 to 255."""
    return np.asarray(mask).astype(np.float64)


def counted(box: Box, size: tuple[int, int], *, grown: float) -> FloatArray:
    """The share of each pixel's parts that lie in a box with round corners, grown to all sides."""
    x = (np.arange(size[0] * PARTS) + 0.5)[np.newaxis, :] / PARTS - box.left - box.width / 2
    y = (np.arange(size[1] * PARTS) + 0.5)[:, np.newaxis] / PARTS - box.top - box.height / 2
    radius = max(box.radius + grown, 0) if box.radius else 0
    across = np.maximum(np.abs(x) - (box.width / 2 + grown - radius), 0)
    down = np.maximum(np.abs(y) - (box.height / 2 + grown - radius), 0)
    is_inside = across**2 + down**2 <= radius**2 if radius else (across == 0) & (down == 0)
    parts = is_inside.reshape(size[1], PARTS, size[0], PARTS)
    count: FloatArray = parts.mean(axis=(1, 3)) * 255
    return count


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    within = st.sampled_from([0.0, 0.25, 0.5])
    side = st.sampled_from([12.0, 25.5, KEPT_SIDE + 30.0])
    return Box(draw(within), draw(within), draw(side), draw(side), draw(st.sampled_from([0.0, 3.0, 6.0])))


@settings(max_examples=50)
@given(boxes())
def test_a_filled_box_covers_the_parts_of_pixels_that_lie_in_it(box: Box) -> None:
    mask = inside(box)
    assert np.abs(shares(mask) - counted(box, mask.size, grown=0)).max() < TOLERANCE


@settings(max_examples=50)
@given(boxes(), st.sampled_from([1.0, 2.0, 3.5]))
def test_half_of_a_line_lies_inside_its_box(box: Box, width: float) -> None:
    shifted = Box(box.left + width / 2, box.top + width / 2, box.width, box.height, box.radius)
    mask = outline(shifted, width, is_dashed=False)
    ring = counted(shifted, mask.size, grown=width / 2) - counted(shifted, mask.size, grown=-width / 2)
    assert np.abs(shares(mask) - ring).max() < TOLERANCE


@pytest.mark.parametrize("side", [40.0, KEPT_SIDE + 40.0], ids=["a cell", "a panel"])
def test_a_dashed_line_covers_most_of_its_outline_and_starts_and_ends_each_side_with_a_dash(
    side: float,
) -> None:
    box = Box(1.0, 1.0, side, side, 0.0)
    top = shares(outline(box, 2.0, is_dashed=True))[0]
    whole = shares(outline(box, 2.0, is_dashed=False))[0]
    assert 0.5 < top.sum() / whole.sum() < 0.75
    assert top[1] == top[-2] == 255
    dashes = np.flatnonzero(np.diff((top > 127).astype(int)) == 1)
    assert len(dashes) == round(side / 10)
    assert np.ptp(np.diff(dashes)) <= 1


def test_a_stroke_has_round_ends_and_corners() -> None:
    mask, left, top = polyline(np.array([[10.0, 10.0], [30.0, 10.0], [30.0, 20.0]]), 6.0)
    covered = {
        point: mask.getpixel((point[0] - left, point[1] - top))
        for point in ((20, 8), (8, 9), (7, 7), (31, 9), (32, 7), (29, 21), (20, 14))
    }
    assert covered[20, 8] == covered[8, 9] == covered[31, 9] == covered[29, 21] == 255
    assert covered[7, 7] == covered[32, 7] == covered[20, 14] == 0


def test_a_stroke_of_one_point_is_a_dot() -> None:
    mask, left, top = polyline(np.array([[5.0, 5.0], [5.0, 5.0]]), 4.0)
    assert mask.getpixel((5 - left, 5 - top)) == 255
    assert shares(mask).sum() / 255 == pytest.approx(np.pi * 2**2, rel=0.05)
