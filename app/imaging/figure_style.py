"""How a figure looks, apart from what it shows: its theme, and how large its parts are in it."""

from dataclasses import dataclass
from functools import cache

from app.imaging.palette import PALETTES, Palette


@dataclass(frozen=True, slots=True, eq=False)
class Style:
    """The look of a theme, of which there is one object: a style equals itself alone.

    Attributes:
        palette: Its colours.
        has_ground: Whether the figure covers what lies behind it.
        digits: Size of a cell's number, in sizes of the cell.
        outline: Width of a cell's line, in sizes of the cell.
        thickest: Of these lines, in pixels.
        tag: Size of the text of a tag, in sizes of the cell.
    """

    palette: Palette
    has_ground: bool
    digits: float
    outline: float
    thickest: float
    tag: float

    @property
    def ground(self) -> str | None:
        """Its colour; none where the figure is transparent."""
        return self.palette.ground if self.has_ground else None

    @property
    def surface(self) -> str | None:
        """The colour of a card; none where the figure is transparent."""
        return self.palette.surface if self.has_ground else None

    def line_width(self, cell: float, *, dashed: bool) -> float:
        """Of the line around a cell of this size; a dashed one is never as thin as others."""
        return min(max(cell * self.outline, 1.5 if dashed else 1.0), self.thickest)


@cache
def style_of(theme: str, *, has_ground: bool = True) -> Style:
    """The style of a theme; on a projector, digits are larger and lines thicker."""
    if theme == "projector":
        return Style(PALETTES[theme], has_ground, digits=0.5, outline=0.055, thickest=3.0, tag=0.235)
    return Style(PALETTES[theme], has_ground, digits=0.42, outline=0.025, thickest=1.5, tag=0.2)
