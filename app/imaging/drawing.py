"""A drawing as plain shapes: the one description from which SVG, PNG, GIF and WebP are written.

Lengths are in pixels at scale 1, from the upper left corner.  Colours are ``#rrggbb``.  A later
shape lies upon an earlier one.
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Anchor: TypeAlias = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A box.

    Attributes:
        fill: Colour of the inside; none where it is ``None``.
        line: Colour of the outline, which lies half inside; none where it is ``None``.
        radius: Of the corners.
        dashed: Whether the outline is dashed.
    """

    left: float
    top: float
    width: float
    height: float
    fill: str | None = None
    line: str | None = None
    line_width: float = 1.0
    radius: float = 0.0
    dashed: bool = False

    def __hash__(self) -> int:
        """Of what tells most boxes apart: a film looks for all of them on every frame."""
        return hash((self.left, self.top, self.width, self.line))


@dataclass(frozen=True, slots=True)
class Stroke:
    """Straight lines through some points, with round ends and corners."""

    points: tuple[tuple[float, float], ...]
    colour: str
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class Polygon:
    """An area between straight lines, nowhere hollow; its corners go round clockwise."""

    points: tuple[tuple[float, float], ...]
    colour: str


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text.

    Attributes:
        x: Of its start, middle or end, as ``anchor`` says.
        baseline: The y of the line on which its letters stand.
        size: Of the font.
        width: The width it must have, so that no font makes it wider; its own where it is ``None``.
        name: What the number is, such as ``output 2 3``, for whoever reads the drawing; may be empty.
    """

    text: str
    x: float
    baseline: float
    size: float
    colour: str
    anchor: Anchor = "middle"
    bold: bool = False
    width: float | None = None
    name: str = ""

    def __hash__(self) -> int:
        """Of what tells most texts apart, as for a box."""
        return hash((self.text, self.x, self.baseline))


Shape: TypeAlias = Rectangle | Stroke | Polygon | Text


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes on a ground.

    Attributes:
        ground: Colour of the ground; transparent where it is ``None``.
        title: A few words, as a heading.
        description: What there is to see, for those who do not see it.
    """

    width: float
    height: float
    ground: str | None
    shapes: tuple[Shape, ...]
    title: str
    description: str
