"""Scenes and figures of an address, and an SVG read back."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any
from xml.etree import ElementTree as ET

from app.address import read_visit
from app.api.pack import pack_trace
from app.api.pack_transposed import pack_transposed
from app.core.gather import GatherTrace
from app.core.layer import LayerTrace
from app.core.scatter import ScatterTrace
from app.imaging.drawing import Drawing
from app.imaging.figure import Panel, Wishes, figure_of
from app.imaging.figure_style import style_of
from app.stage.addresses import Order
from app.stage.scene import Scene, scatter_scene_of, scene_of

SVG = "{http://www.w3.org/2000/svg}"

DEMO: Mapping[str, str] = MappingProxyType({"step": "6"})
DIGIT = {"input": "digit", "size": "28", "step": "300"}
SCATTER = {"operation": "conv_transpose2d", "picture": "scatter", "size": "3", "stride": "2", "padding": "1"}
GATHER = {"operation": "conv_transpose2d", "size": "3", "stride": "2", "step": "8", "padding": "1"}
ROW = {"input": "1,2,3,4,5", "kernel": "6,7,8,9,10", "padding": "0,0,4,4", "flip": "1", "step": "4"}
CHANNELS = {"input": "random", "channels": "3", "size": "5", "kernel": "random::sobel-x", "step": "12"}


@dataclass(frozen=True)
class Named:
    """The numbers of an SVG by their names, such as "output 2 3"."""

    texts: dict[str, str]

    @classmethod
    def read(cls, svg: str) -> "Named":
        """What has a name; that of an expression has many parts."""
        named = [(each.get("data-cell"), each.text or "") for each in ET.fromstring(svg).iter(f"{SVG}text")]
        return cls({name: text for name, text in named if name and name != "expression"})

    def grid(self, role: str, rows: int, columns: int) -> list[list[float | None]]:
        """All numbers of a grid; None where a cell has none."""
        return [
            [self.number(f"{role} {row + 1} {column + 1}") for column in range(columns)]
            for row in range(rows)
        ]

    def number(self, name: str) -> float | None:
        """One number as it is written, marked or not."""
        text = self.texts.get(name)
        return None if text is None else float(text.removeprefix("≈").replace("−", "-"))


def expression_of(svg: str) -> str:
    """All that is written out, without spaces."""
    texts = ET.fromstring(svg).iter(f"{SVG}text")
    return "".join(each.text or "" for each in texts if each.get("data-cell") == "expression")


def scene(parameters: Mapping[str, str] = DEMO) -> Scene:
    """The scene of an address."""
    visit = read_visit(parameters)
    assert visit.notices == []
    if visit.picture == "scatter" and visit.transposed is not None:
        document = pack_transposed(visit.transposed, {}, steps_at_most=0)
        steps = [{**each} for each in ScatterTrace(visit.transposed).steps(0, visit.step)]
        return scatter_scene_of(document, steps, visit.query.phase)
    if visit.transposed is not None:
        document = pack_transposed(visit.transposed, {}, steps_at_most=0)
        trace: Any = GatherTrace(visit.transposed)
    else:
        trace = LayerTrace(visit.layer)
        document = pack_trace(trace, {}, steps_at_most=0)
    step = {**trace.steps(visit.step - 1, visit.step)[0]}
    return scene_of(document, visit.layer.is_exact, step, visit.query.phase)


def figure(
    parameters: Mapping[str, str] = DEMO,
    *,
    theme: str = "light",
    panels: tuple[Panel, ...] = tuple(Panel),
    order: Order | None = None,
    has_ground: bool = True,
    has_tags: bool = True,
) -> Drawing:
    """The figure of an address."""
    style = style_of(theme, has_ground=has_ground)
    return figure_of(scene(parameters), Wishes(style, panels, order, has_tags))
