"""Painting one drawing after another: only where something has changed.

A film's frames differ in a few cells, and most of a large board would be painted again for nothing.
"""

from dataclasses import dataclass
from itertools import chain
from typing import TypeAlias

from app.imaging.drawing import Drawing, Shape
from app.imaging.raster import Coat, Pixels, blank, coats_of, paint, pixel_size

MOST_BOXES = 300
"""With more of them one box around all is quicker than looking which of them touch."""

NEAR = 24
"""Boxes no more pixels apart are painted as one: neighbouring cells, mostly."""

Boxes: TypeAlias = list[Pixels]


@dataclass(frozen=True, slots=True)
class Painted:
    """A shape's coats, and the pixels that they may change."""

    coats: tuple[Coat, ...]
    box: Pixels


class Canvas:
    """A picture that becomes one drawing after another, all of one size and on one ground.

    No shape is twice in a drawing, and those that stay from one drawing to the next stay in their order.

    Args:
        first: What it shows at first.
        scale: Pixels for each unit of the drawings.
    """

    def __init__(self, first: Drawing, scale: float) -> None:
        self._ground = first.ground
        self._scale = scale
        self._painted: dict[Shape, Painted] = {}
        self.image = blank(first.ground, pixel_size(first, scale))
        self.change_to(first)

    def change_to(self, drawing: Drawing) -> Boxes:
        """Paint what differs from the drawing before.

        Returns:
            Boxes that hold all pixels that changed, none of them upon another.
        """
        gone, self._painted = self._painted, {}
        new: Boxes = []
        for shape in drawing.shapes:
            painted = gone.pop(shape, None)
            if painted is None:
                painted = self._paint(shape)
                new.append(painted.box)
            self._painted[shape] = painted
        # In order: the same film is to be the same bytes, and a set has another order in each process.
        boxes = joined([each.box for each in gone.values()] + new)
        inside = [_common(box, (0, 0, *self.image.size)) for box in boxes]
        boxes = [box for box in inside if not _is_empty(box)]
        for box in boxes:
            self._repaint(box)
        return boxes

    def _paint(self, shape: Shape) -> Painted:
        coats = tuple(coats_of(shape, self._scale))
        return Painted(coats, around([coat.box for coat in coats]))

    def _repaint(self, box: Pixels) -> None:
        part = blank(self._ground, (box[2] - box[0], box[3] - box[1]))
        left, top, right, bottom = box
        touched = (
            each.coats
            for each in self._painted.values()
            if each.box[0] < right and left < each.box[2] and each.box[1] < bottom and top < each.box[3]
        )
        paint(part, chain.from_iterable(touched), corner=box[:2])
        self.image.paste(part, box[:2])


def joined(boxes: Boxes) -> Boxes:
    """Boxes around these, none of them upon another."""
    if len(boxes) > MOST_BOXES:
        return [around(boxes)]
    apart: Boxes = []
    for box in boxes:
        while touched := [each for each in apart if _are_near(each, box)]:
            apart = [each for each in apart if each not in touched]
            box = around([box, *touched])
        apart.append(box)
    return apart


def around(boxes: Boxes) -> Pixels:
    """The box around them all; an empty one around none."""
    if not boxes:
        return 0, 0, 0, 0
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _common(one: Pixels, other: Pixels) -> Pixels:
    return max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])


def _are_near(one: Pixels, other: Pixels) -> bool:
    left, top, right, bottom = _common(one, other)
    return left <= right + NEAR and top <= bottom + NEAR


def _is_empty(box: Pixels) -> bool:
    return box[0] >= box[2] or box[1] >= box[3]
