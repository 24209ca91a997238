"""How many cells have to fit on the stage.

``static/js/state/stage-size.js`` says the same for every later frame.
"""

from dataclasses import dataclass

from app.stage.cells import Grid

MOST_COLUMNS_WITH_DIGITS = 48
"""More columns than this, side by side, and the cells are too small for digits."""


@dataclass(frozen=True, slots=True)
class StageSize:
    """Cells next to each other and below each other.

    Attributes:
        input_columns: Of the input, all channels side by side.
        other_columns: Of what stands beside it.
        rows: Below each other.
        maps_across: Output maps side by side.
    """

    input_columns: int
    other_columns: int
    rows: int
    maps_across: int

    @classmethod
    def of(cls, inputs: list[Grid], kernels: list[Grid], maps: list[Grid]) -> "StageSize":
        """Several channels stand side by side, each with its part of the kernel below it.

        A single channel has the kernel beside it.
        """
        (input_rows, input_columns), (kernel_rows, kernel_columns), (map_rows, map_columns) = (
            (len(grids[0].cells), len(grids[0].cells[0])) for grids in (inputs, kernels, maps)
        )
        across = _across(len(inputs), len(maps))
        map_rows, map_columns = map_rows * -(-len(maps) // across), map_columns * across
        if len(inputs) == 1:
            rows = max(input_rows, kernel_rows, map_rows)
            return cls(input_columns, kernel_columns + map_columns, rows, across)
        wide = len(inputs) * max(input_columns, kernel_columns)
        return cls(wide, map_columns, max(input_rows + kernel_rows, map_rows), across)

    @property
    def columns(self) -> int:
        """Cells of the whole stage side by side."""
        return self.input_columns + self.other_columns

    @property
    def is_dense(self) -> bool:
        """Whether the cells are too small for digits, and show shades instead."""
        return self.columns > MOST_COLUMNS_WITH_DIGITS


def _across(channels: int, maps: int) -> int:
    """Two maps stand below each other where the channels make the stage high."""
    if maps > 2:
        return 2
    return 1 if channels > 1 else maps
