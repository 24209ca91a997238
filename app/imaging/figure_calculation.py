"""The calculation of a step: patch ⊙ kernel = products, Σ, value."""

from collections.abc import Iterator, Sequence
from itertools import chain

from app.imaging.blocks import Block, below, beside, block, in_width, operator, words
from app.imaging.drawing import Shape
from app.imaging.figure_cells import Square, box_shapes, number_shapes
from app.imaging.figure_grids import GridLook, grid_block, titled
from app.imaging.figure_looks import Look
from app.imaging.figure_stage import names_of
from app.imaging.figure_style import Style
from app.stage.addresses import Order, addresses_of
from app.stage.cells import Grid
from app.stage.scene import Scene

SPACE = 16.0
SIGN = 24.0

LARGEST_CELL, SMALLEST_CELL = 38.0, 12.0
WIDTH_FOR_CELLS, HEIGHT_FOR_CELLS = 620.0, 260.0

RESULT = 84.0
"""Side of the box with the value."""

WIDTH_FOR_ROW = 960.0
"""What the cells of a row may take where the three rows stand below each other."""

CHANNELS_ACROSS = 3
"""More channels than these stand below each other."""


def calculation_block(scene: Scene, style: Style, order: Order | None) -> Block:
    """All channels, and what they add up to; a scatter step has no sum."""
    if scene.is_row:
        return beside([_rows(scene, style, order), *_total(scene, style)], SPACE)
    count = len(scene.stage.patches)
    channels = [_channel(scene, index, style, order) for index in range(count)]
    across = min(count, CHANNELS_ACROSS)
    rows = [_added(channels[start : start + across], style) for start in range(0, count, across)]
    pieces = below(rows, SPACE, share=0.0) if count > 1 else rows[0]
    return pieces if scene.is_scatter else beside([pieces, *_total(scene, style)], SPACE)


def _rows(scene: Scene, style: Style, order: Order | None) -> Block:
    """Patch, kernel and products of one row each, below each other: a product under its two factors."""
    patch, kernel, products = _factors_and_products(scene, 0, style, order)
    signs = ((" ", patch), ("⊙", kernel), ("=", products))
    lines = [beside([in_width(_sign(text, style), SIGN), row], SPACE / 2) for text, row in signs]
    return below(lines, SPACE / 2, share=0.0)


def _added(channels: Sequence[Block], style: Style) -> Block:
    plus = [_sign("+", style)] * len(channels)
    return beside(list(chain(*zip(plus, channels, strict=True)))[1:], SPACE)


def _channel(scene: Scene, index: int, style: Style, order: Order | None) -> Block:
    """One channel's patch, kernel and products, and where there are several, its sum under them."""
    stage, count = scene.stage, len(scene.stage.patches)
    patch, kernel, products = _factors_and_products(scene, index, style, order)
    pieces = beside([patch, _sign("⊙", style), kernel, _sign("=", style), products], SPACE)
    if count == 1:
        return pieces
    muted, text = style.palette.muted, style.palette.text
    channel_sum = beside(
        [
            words(f"Channel {index + 1}", 14.0, muted),
            words("Σ", 14.0, muted),
            words(stage.channel_sums[index], 14.0, text, bold=True, name=f"sum {index + 1}"),
        ],
        6.0,
    )
    both = below([pieces, channel_sum], 4.0)
    return Block(both.width, both.height, pieces.middle, both.draw)


def _factors_and_products(
    scene: Scene, index: int, style: Style, order: Order | None
) -> tuple[Block, Block, Block]:
    stage = scene.stage
    return (
        _grid(scene, "patch", index, stage.patches[index], style, order),
        _grid(scene, "kernel", index, stage.kernels[index], style, order),
        _grid(scene, "product", index, stage.products[index], style, None),
    )


def _grid(scene: Scene, role: str, index: int, grid: Grid, style: Style, order: Order | None) -> Block:
    titles = {"patch": "Value" if scene.is_scatter else "Patch", "kernel": "Kernel", "product": "Products"}
    rows, columns = len(grid.cells), len(grid.cells[0])
    addresses = addresses_of(role, scene.places[role], order) if order else ()
    look = GridLook(
        role,
        _cell(scene),
        is_numbered=False,
        addresses=addresses,
        names=names_of(
            "weight" if role == "kernel" else role,
            (list(range(rows)), list(range(columns))),
            index,
            len(scene.stage.patches),
        ),
    )
    return titled(grid_block(grid, look, style), titles[role], "", style)


def _cell(scene: Scene) -> float:
    """As large as the kernels of all channels side by side leave room for, in whole pixels."""
    taps, across = scene.stage.kernels[0].cells, min(len(scene.stage.patches), CHANNELS_ACROSS)
    if scene.is_row:
        return float(min(max(WIDTH_FOR_ROW / len(taps[0]) // 1, SMALLEST_CELL), LARGEST_CELL))
    room = min(WIDTH_FOR_CELLS / (across * 3 * len(taps[0])), HEIGHT_FOR_CELLS / len(taps))
    return float(min(max(room // 1, SMALLEST_CELL), LARGEST_CELL))


def _total(scene: Scene, style: Style) -> list[Block]:
    """The sign of the sum, what is done to it afterwards, and the value."""
    after = scene.stage.after_sum
    extra = [words(after, 17.0, style.palette.text, bold=True)] if after else []
    return [_sign("Σ", style), *extra, _result(scene, style)]


def _result(scene: Scene, style: Style) -> Block:
    """The value in a box of its own: empty, then the sum, then the value."""
    palette, text = style.palette, scene.stage.value
    if scene.is_written:
        look = Look(palette.on_current, palette.current, palette.output_line)
    elif text:
        look = Look(palette.on_output, palette.output, palette.output_line)
    else:
        look = Look(palette.on_output, None, palette.todo_line, dashed=True)

    def draw(x: float, y: float) -> Iterator[Shape]:
        square = Square(x, y, RESULT)
        yield from box_shapes(square, look, style)
        yield from number_shapes(text, square, look, style, name="value")

    return block(RESULT, RESULT, draw)


def _sign(text: str, style: Style) -> Block:
    return operator(text, SIGN, style.palette.muted)
