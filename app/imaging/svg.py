"""A drawing as SVG: text stays text, and nothing in it runs or is fetched."""

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from app.imaging.drawing import Drawing, Polygon, Rectangle, Shape, Stroke, Text

FONTS = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', 'DejaVu Sans', sans-serif"
"""Those of the page."""

DASH, DASH_GAP = 3.0, 2.0
"""Of a dashed line, in widths of the line."""

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 admits in no text, escaped or not."""


def svg_of(drawing: Drawing, scale: float = 1.0) -> str:
    """A drawing as one SVG element; the scale changes its size on the page and nothing else."""
    return "\n".join([*head_of(drawing, scale), *map(element_of, drawing.shapes), "</svg>", ""])


def head_of(drawing: Drawing, scale: float) -> list[str]:
    """What stands before the shapes: the start tag, title and description, and the ground."""
    width, height = _number(drawing.width), _number(drawing.height)
    lines = [
        '<svg xmlns="http://www.w3.org/2000/svg" role="img"'
        + _attributes(
            viewBox=f"0 0 {width} {height}",
            width=drawing.width * scale,
            height=drawing.height * scale,
            font_family=FONTS,
            stroke_linecap="round",
            stroke_linejoin="round",
        )
        + ">",
        f"<title>{_text(drawing.title)}</title>",
        f"<desc>{_text(drawing.description)}</desc>",
    ]
    if drawing.ground is not None:
        lines.append(f"<rect{_attributes(width=drawing.width, height=drawing.height, fill=drawing.ground)}/>")
    return lines


def element_of(shape: Shape) -> str:
    """A shape as one element."""
    match shape:
        case Rectangle():
            return f"<rect{_attributes(**dict(_of_rectangle(shape)))}/>"
        case Stroke():
            points = _points(shape.points)
            return (
                "<polyline"
                + _attributes(points=points, fill="none", stroke=shape.colour, stroke_width=shape.width)
                + "/>"
            )
        case Polygon():
            return f"<polygon{_attributes(points=_points(shape.points), fill=shape.colour)}/>"
    return f"<text{_attributes(**dict(_of_text(shape)))}>{_text(shape.text)}</text>"


def _of_rectangle(shape: Rectangle) -> Iterator[tuple[str, str | float]]:
    yield from (("x", shape.left), ("y", shape.top), ("width", shape.width), ("height", shape.height))
    if shape.radius:
        yield "rx", shape.radius
    yield "fill", shape.fill or "none"
    if shape.line is not None:
        yield from (("stroke", shape.line), ("stroke_width", shape.line_width))
    if shape.dashed:
        yield "stroke_dasharray", f"{_number(DASH * shape.line_width)} {_number(DASH_GAP * shape.line_width)}"
        yield "stroke_linecap", "butt"


def _of_text(shape: Text) -> Iterator[tuple[str, str | float]]:
    yield from (("x", shape.x), ("y", shape.baseline), ("font_size", shape.size), ("fill", shape.colour))
    if shape.anchor != "start":
        yield "text_anchor", shape.anchor
    if shape.bold:
        yield "font_weight", "700"
    if shape.width is not None:
        yield from (("textLength", shape.width), ("lengthAdjust", "spacingAndGlyphs"))
    if shape.name:
        yield "data_cell", shape.name


def _attributes(**values: str | float) -> str:
    return "".join(
        f" {name.replace('_', '-')}={quoteattr(_clean(value) if isinstance(value, str) else _number(value))}"
        for name, value in values.items()
    )


def _points(points: tuple[tuple[float, float], ...]) -> str:
    return " ".join(f"{_number(x)},{_number(y)}" for x, y in points)


def _number(value: float) -> str:
    """At most two decimals: a hundredth of a pixel is more than anybody sees."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _text(text: str) -> str:
    return escape(_clean(text))


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("", text)
