"""The catalogue of named inputs, in the order in which a lesson would meet them.

An input is a recipe, not a table: it is drawn at the size that is asked for.
How each one is drawn is in ``drawings``.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias

import numpy as np

from app.core import drawings
from app.core.arrays import IntArray
from app.core.errors import InvalidParameterError

MOST_DRAWN = 3
"""Channels of a named input."""

Draw: TypeAlias = Callable[[int, int, int], IntArray]


@dataclass(frozen=True, slots=True)
class NamedInput:
    """One input pattern of the catalogue.

    Attributes:
        name: As it stands in an address, kebab-case.
        title: As it stands on the page.
        shows: One sentence on what it looks like and what it is good for.
        draw: From rows, columns (both at least 1) and seed to whole numbers, shape (rows, columns);
            the same three always give the same numbers, and most patterns make nothing of the seed.
        is_random: Whether it does make something of the seed.
    """

    name: str
    title: str
    shows: str
    draw: Draw
    is_random: bool = False

    def draw_channels(self, count: int, rows: int, columns: int, seed: int) -> IntArray:
        """Different channels, up to ``MOST_DRAWN``, shape (count, rows, columns).

        The second is the first mirrored left to right, the third mirrored top to bottom; random ones
        have the seeds that follow.
        """
        if self.is_random:
            return np.stack([self.draw(rows, columns, seed + channel) for channel in range(count)])
        first = self.draw(rows, columns, seed)
        return np.stack([first, first[:, ::-1], first[::-1]][:count])


def _seedless(draw: Callable[[int, int], IntArray]) -> Draw:
    return lambda rows, columns, _seed: draw(rows, columns)


_CATALOGUE = (
    NamedInput(
        "demo",
        "Lesson example",
        "The 6×6 numbers of the opening example; other sizes cut them off or repeat them from the top left.",
        _seedless(drawings.demo),
    ),
    NamedInput(
        "index",
        "Row and column",
        "Each value spells its place, counted from 0, so 23 is in row 2, column 3: see what a kernel reads.",
        _seedless(drawings.index),
    ),
    NamedInput(
        "impulse",
        "Single 1",
        "A single 1 on zeros: the output is the kernel, turned by 180 degrees unless it is flipped.",
        _seedless(drawings.impulse),
    ),
    NamedInput(
        "constant",
        "All the same",
        "5 everywhere: a blur leaves it alone, and everything that looks for edges gives 0.",
        _seedless(drawings.constant),
    ),
    NamedInput(
        "vertical-edge",
        "Vertical edge",
        "Bright left half, dark right half: prewitt-x and sobel-x see it, prewitt-y and sobel-y do not.",
        _seedless(drawings.vertical_edge),
    ),
    NamedInput(
        "horizontal-edge",
        "Horizontal edge",
        "Bright upper half, dark lower half: prewitt-y and sobel-y see it, prewitt-x and sobel-x do not.",
        _seedless(drawings.horizontal_edge),
    ),
    NamedInput(
        "corner",
        "Corner",
        "One bright quarter: a vertical edge, a horizontal edge, and the corner where they meet.",
        _seedless(drawings.corner),
    ),
    NamedInput(
        "diagonal",
        "Diagonal line",
        "A thin line from the top left: along it line-diagonal gives 54 and line-antidiagonal gives 0.",
        _seedless(drawings.diagonal),
    ),
    NamedInput(
        "cross",
        "Cross",
        "An upright cross: line-horizontal and line-vertical each pick out one of its bars.",
        _seedless(drawings.cross),
    ),
    NamedInput(
        "box",
        "Square",
        "A filled square on zeros: edge kernels keep its outline and empty its middle.",
        _seedless(drawings.box),
    ),
    NamedInput(
        "ring",
        "Ring",
        "A circle with soft edges: it has edges at every angle, so you see which angles a kernel prefers.",
        _seedless(drawings.ring),
    ),
    NamedInput(
        "stripes",
        "Stripes",
        "Upright stripes, two cells wide: prewitt-x answers with plus and minus in turn.",
        _seedless(drawings.stripes),
    ),
    NamedInput(
        "checkerboard",
        "Checkerboard",
        "Every neighbour differs: the finest pattern there is, and gaussian-3 blurs it to an even 4.5.",
        _seedless(drawings.checkerboard),
    ),
    NamedInput(
        "ramp",
        "Ramp",
        "Brightness rises by 1 from column to column: edge kernels give the same number everywhere.",
        _seedless(drawings.ramp),
    ),
    NamedInput(
        "gradient",
        "Round gradient",
        "A soft hill, bright in the middle and dark in the corners: no edges, only gentle slopes.",
        _seedless(drawings.gradient),
    ),
    NamedInput(
        "digit",
        "Handwritten 7",
        "A seven as a pen would write it: what the first layer of a digit reader gets to see.",
        _seedless(drawings.digit),
    ),
    NamedInput(
        "random",
        "Random digits",
        "Whole numbers from 0 to 9: the same seed gives the same numbers to everybody.",
        drawings.random_digits,
        is_random=True,
    ),
    NamedInput(
        "random-signed",
        "Random with signs",
        "Whole numbers from −9 to 9, for practice with minus signs: the same seed gives the same numbers.",
        drawings.random_signed,
        is_random=True,
    ),
)

INPUTS: Mapping[str, NamedInput] = MappingProxyType({entry.name: entry for entry in _CATALOGUE})


def named_input(name: str) -> NamedInput:
    """Look an input up by its name in the address.

    Raises:
        InvalidParameterError: If there is no such name.
    """
    try:
        return INPUTS[name]
    except KeyError:
        # Without the name that was asked for: a message never repeats what a caller sent.
        raise InvalidParameterError(
            "input",
            "input must be one of the names at /api/v1/inputs, or rows of numbers such as 1,2;3,4.",
        ) from None
