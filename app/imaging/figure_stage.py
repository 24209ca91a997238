"""Input ∗ kernel = output: the grids of a step side by side."""

from collections.abc import Sequence
from itertools import chain

from app.imaging.blocks import Block, below, beside, operator
from app.imaging.figure_grids import GAP, GridLook, grid_block, titled
from app.imaging.figure_shades import shaded_block
from app.imaging.figure_style import Style
from app.stage.addresses import Order, addresses_of
from app.stage.cells import Grid
from app.stage.scene import Scene
from app.stage.size import StageSize

SPACE = 20.0
"""Between two grids."""

SIGN = 28.0
"""Size of the font of an operator."""

LARGEST_CELL, SMALLEST_CELL = 48.0, 16.0
WIDTH_FOR_CELLS, HEIGHT_FOR_CELLS = 1_020.0, 880.0
"""What the cells of all grids may take together before they become smaller."""

LARGEST_SHADE, SMALLEST_SHADE = 14.0, 3.0
WIDTH_FOR_SHADES, HEIGHT_FOR_SHADES = 900.0, 480.0
"""The same where they have no digits."""

CLOSE_UP_CELL, DENSE_KERNEL_CELL = 30.0, 22.0


class StageGrids:
    """The grids of one scene in one style."""

    space, sign_size = SPACE, SIGN

    def __init__(self, scene: Scene, style: Style, order: Order | None, *, has_tags: bool = True) -> None:
        self._scene, self._style, self._order = scene, style, order
        self._has_tags = has_tags
        self._stage = scene.stage
        self._size = StageSize.of(self._stage.inputs, self._stage.kernels, self._stage.outputs)

    def block(self) -> Block:
        """All of them."""
        maps = self._maps()
        if len(self._stage.inputs) == 1:
            return beside([*self._single_channel(), self._sign("="), maps], self.space)
        channels = [self._channel(index) for index in range(len(self._stage.inputs))]
        plus = [self._sign("+")] * len(channels)
        summands = list(chain(*zip(plus, channels, strict=True)))[1:]
        return beside([*summands, self._sign("="), maps], self.space)

    def _single_channel(self) -> list[Block]:
        between = [self._kernel(0)]
        if self._size.is_dense:
            between.insert(0, self._close_up(0))
        return [self._input(0), self._sign("∗"), below(between, self.space)]

    def _channel(self, index: int) -> Block:
        """A channel of the input, and its part of the kernel under it."""
        kernel = beside([self._sign("∗"), self._kernel(index)], self.space / 2)
        parts = [self._input(index), kernel]
        if self._size.is_dense:
            parts.insert(1, self._close_up(index))
        return below(parts, self.space / 2)

    def _input(self, index: int) -> Block:
        count = len(self._stage.inputs)
        title = f"Input, channel {index + 1}" if count > 1 else "Input"
        size = self._scene.sizes["input"] if count == 1 else ""
        return self._picture(self._stage.inputs[index], "input", index, count, (title, size))

    def _close_up(self, index: int) -> Block:
        look = GridLook("input", CLOSE_UP_CELL, has_tags=self._has_tags)
        return self._titled(self._stage.close_ups[index], look, ("Close up", ""))

    def _kernel(self, index: int) -> Block:
        count = len(self._stage.kernels)
        size = self._scene.sizes["kernel"] if count == 1 else ""
        look = self._look("kernel", index, count)
        return self._titled(self._stage.kernels[index], look, (self._stage.kernel_title, size))

    def _maps(self) -> Block:
        maps, across = self._stage.outputs, self._size.maps_across
        blocks = [self._map(grid, index) for index, grid in enumerate(maps)]
        rows = [blocks[start : start + across] for start in range(0, len(blocks), across)]
        return below([beside(row, self.space) for row in rows], self.space / 2, share=0.0)

    def _map(self, grid: Grid, index: int) -> Block:
        count = len(self._stage.outputs)
        title = f"Output, map {index + 1}" if count > 1 else "Output"
        size = self._scene.sizes["output"] if count == 1 else ""
        return self._picture(grid, "output", index, count, (title, size))

    def _picture(self, grid: Grid, role: str, index: int, count: int, title: tuple[str, str]) -> Block:
        """Digits where there is room for them, shades where there is none."""
        if not self._size.is_dense:
            return self._titled(grid, self._look(role, index, count), title)
        shaded = shaded_block(grid, role, self._cell(role), self._scene.ranges[role], self._style)
        return titled(shaded, *title, self._style)

    def _titled(self, grid: Grid, look: GridLook, title: tuple[str, str]) -> Block:
        return titled(grid_block(grid, look, self._style), *title, self._style, indent=look.head)

    def _look(self, role: str, index: int, count: int) -> GridLook:
        places = self._scene.places[role]
        return GridLook(
            role,
            self._cell(role),
            has_tags=self._has_tags,
            addresses=addresses_of(role, places, self._order) if self._order else (),
            names=names_of(role, places, index, count),
        )

    def _cell(self, role: str) -> float:
        """As large as all cells together leave room for, in whole pixels."""
        size = self._size
        if size.is_dense and role == "kernel":
            return DENSE_KERNEL_CELL
        if size.is_dense:
            room = min(WIDTH_FOR_SHADES / size.columns, HEIGHT_FOR_SHADES / size.rows)
            return float(min(max(room // 1, SMALLEST_SHADE), LARGEST_SHADE))
        room = min(WIDTH_FOR_CELLS / size.columns, HEIGHT_FOR_CELLS / size.rows) - GAP
        return float(min(max(room // 1, SMALLEST_CELL), LARGEST_CELL))

    def _sign(self, text: str) -> Block:
        return operator(text, self.sign_size, self._style.palette.muted)


def names_of(role: str, places: tuple[list[int], list[int]], index: int, count: int) -> Sequence[list[str]]:
    """What each number is, counted from 1: "output 2 3", or "output 1 2 3" where there are several maps."""
    of = f"{role} {index + 1}" if count > 1 else role
    rows, columns = places
    return [[f"{of} {row + 1} {column + 1}" for column in columns] for row in rows]
