"""A step as a drawing: the one description from which every picture and every film is made."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from app.imaging.blocks import Block, below, on_card
from app.imaging.drawing import Drawing, Rectangle
from app.imaging.figure_calculation import calculation_block
from app.imaging.figure_rows import RowGrids
from app.imaging.figure_stage import StageGrids
from app.imaging.figure_style import Style
from app.imaging.figure_words import expression_block, sentence_block
from app.stage.addresses import Order
from app.stage.scene import Scene

MARGIN = 24.0
SPACE = 18.0
CARD_PADDING = 18.0

LEAST_WIDTH = 520.0
"""So that a line of the calculation holds a few terms also under small grids."""


class Panel(StrEnum):
    """What a figure may show, from top to bottom."""

    GRIDS = "grids"
    SENTENCE = "sentence"
    CALCULATION = "calculation"
    EXPRESSION = "expression"


DEFAULT_PANELS = (Panel.GRIDS, Panel.CALCULATION, Panel.EXPRESSION)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is to be seen of a step, and how.

    Attributes:
        style: Its look.
        panels: At least one.
        order: Of the two indices of an address; None where cells show no address.
        has_tags: Whether the cells under the kernel show its weights.
    """

    style: Style
    panels: Collection[Panel] = DEFAULT_PANELS
    order: Order | None = None
    has_tags: bool = True


def figure_of(scene: Scene, wishes: Wishes) -> Drawing:
    """The step, as wide as its grids and its calculation need."""
    style, panels = wishes.style, wishes.panels
    grids = calculation = None
    widths = [LEAST_WIDTH]
    if Panel.GRIDS in panels:
        kind = RowGrids if scene.is_row else StageGrids
        grids = kind(scene, style, wishes.order, has_tags=wishes.has_tags).block()
        widths.append(grids.width)
    if Panel.CALCULATION in panels:
        calculation = calculation_block(scene, style, wishes.order)
        widths.append(calculation.width + 2 * CARD_PADDING)
    width = max(widths)
    blocks = [] if grids is None else [grids]
    if Panel.SENTENCE in panels:
        blocks.append(sentence_block(scene, style, width))
    on_it = [] if calculation is None else [calculation]
    if Panel.EXPRESSION in panels:
        on_it.append(expression_block(scene, style, width - 2 * CARD_PADDING))
    if on_it:
        blocks.append(on_card(below(on_it, SPACE), _card(width, style), CARD_PADDING))
    return _framed(below(blocks, SPACE), scene, style)


def _card(width: float, style: Style) -> Rectangle:
    """Upon which the calculation lies."""
    return Rectangle(0, 0, width, 0, style.surface, style.palette.line, 1.0, 14.0)


def _framed(content: Block, scene: Scene, style: Style) -> Drawing:
    """The content with a margin around it, in whole pixels."""
    width, height = (
        float(-(-side // 1)) for side in (content.width + 2 * MARGIN, content.height + 2 * MARGIN)
    )
    return Drawing(
        width,
        height,
        style.ground,
        tuple(content.draw((width - content.width) / 2, MARGIN)),
        scene.title,
        scene.description,
    )
