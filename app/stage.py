"""The Step page's first frame, in cells and words, before any script runs.

``static/js/state/stage-grids.js`` draws every later frame by the same rules; a browser
test compares the two.
"""

from dataclasses import dataclass

from app.core.convolution import Convolution2d
from app.core.geometry import AxisGeometry, Conv2dGeometry
from app.core.phrases import number_text
from app.core.trace import Step

PADDING_LABEL = "p"
LONGEST_TEXT = 9
_BEHIND_VALUE = ", the output in row"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its number, its kinds as class names, and a small second text."""

    text: str
    kind: str = ""
    tag: str = ""

    @property
    def width(self) -> int:
        """Characters of the number, as far as the style sheet tells them apart."""
        return min(len(self.text), LONGEST_TEXT)


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells with the numbers of their rows and columns."""

    row_labels: list[str]
    column_labels: list[str]
    cells: list[list[Cell]]


@dataclass(frozen=True, slots=True)
class Stage:
    """All grids of one finished step."""

    input: Grid
    kernel: Grid
    output: Grid
    patch: Grid
    products: Grid
    value: str


def stage_of(convolution: Convolution2d, step: Step, phase: str = "write") -> Stage:
    """The stage when a phase of a step has done its work."""
    decimals = convolution.precision.decimals
    kernel = convolution.applied_kernel
    return Stage(
        input=_input(convolution, step),
        kernel=_plain(kernel.tolist(), decimals),
        output=_output(convolution, step, is_written=phase == "write"),
        patch=_plain(step["patch"], decimals),
        products=_products(step["products"], decimals, phase),
        value=_result(convolution, step, phase),
    )


def parts_of_sentence(explanation: str) -> tuple[str, str, str]:
    """What stands before the value, the value, and what stands behind it."""
    before, rest = explanation.split(_BEHIND_VALUE, 1)
    lead, space, value = before.rpartition(" ")
    return lead + space, value, _BEHIND_VALUE + rest


def has_long_sentences(convolution: Convolution2d) -> bool:
    """Whether a sentence may have to speak of padding, a division or a bias as well."""
    geometry = convolution.geometry
    is_padded = geometry.padded_shape != geometry.input_shape
    return is_padded or convolution.divisor > 1 or convolution.bias != 0


def unreached_text(geometry: Conv2dGeometry) -> str:
    """The input rows and columns that no tap ever covers; empty where there are none."""
    named = [
        f"{noun}{'s' if len(indices) > 1 else ''} {', '.join(str(index + 1) for index in indices)}"
        for noun, indices in (("row", geometry.rows.unreached), ("column", geometry.columns.unreached))
        if indices
    ]
    return f"The kernel never reaches {' and '.join(named)} of the input." if named else ""


def _labels(axis: AxisGeometry) -> list[str]:
    numbers = [str(number) for number in range(1, axis.input_size + 1)]
    return [PADDING_LABEL] * axis.padding_before + numbers + [PADDING_LABEL] * axis.padding_after


def _numbered(rows: list[list[Cell]]) -> Grid:
    return Grid(
        [str(number) for number in range(1, len(rows) + 1)],
        [str(number) for number in range(1, len(rows[0]) + 1)],
        rows,
    )


def _plain(rows: list[list[float]], decimals: int, kind: str = "") -> Grid:
    return _numbered([[Cell(number_text(value, decimals), kind) for value in row] for row in rows])


def _value(convolution: Convolution2d, value: float, exact: bool) -> str:
    precision = convolution.precision
    if exact:
        return number_text(value, precision.value_decimals)
    return f"≈{number_text(value, precision.rounded_decimals)}"


def _input(convolution: Convolution2d, step: Step) -> Grid:
    rows, columns = convolution.geometry.rows, convolution.geometry.columns
    decimals = convolution.precision.decimals
    weights = [
        [number_text(weight, decimals) for weight in row] for row in convolution.applied_kernel.tolist()
    ]
    row_taps = _taps(step["window"]["rows"], rows)
    column_taps = _taps(step["window"]["columns"], columns)

    def cell(row: int, column: int, value: float) -> Cell:
        tap = (row_taps.get(row), column_taps.get(column))
        return Cell(
            number_text(value, decimals),
            _input_kind(row, column, rows, columns, is_patch=None not in tap),
            f"×{weights[tap[0]][tap[1]]}" if tap[0] is not None and tap[1] is not None else "",
        )

    return Grid(
        _labels(rows),
        _labels(columns),
        [
            [cell(row, column, value) for column, value in enumerate(values)]
            for row, values in enumerate(convolution.padded.tolist())
        ],
    )


def _taps(indices: list[int], axis: AxisGeometry) -> dict[int, int]:
    """Which tap lies on each padded index."""
    return {index + axis.padding_before: tap for tap, index in enumerate(indices)}


def _input_kind(row: int, column: int, rows: AxisGeometry, columns: AxisGeometry, *, is_patch: bool) -> str:
    inside = (row - rows.padding_before, column - columns.padding_before)
    is_padding = not (0 <= inside[0] < rows.input_size and 0 <= inside[1] < columns.input_size)
    is_unreached = inside[0] in rows.unreached or inside[1] in columns.unreached
    kinds = {"padding": is_padding, "unreached": is_unreached, "patch": is_patch}
    return " ".join(kind for kind, applies in kinds.items() if applies)


def _products(rows: list[list[float]], decimals: int, phase: str) -> Grid:
    if phase == "place":
        return _numbered([[Cell("", "todo") for _ in row] for row in rows])
    grid = _plain(rows, decimals, "added" if phase != "multiply" else "")
    if phase == "multiply":
        last = grid.cells[-1][-1]
        grid.cells[-1][-1] = Cell(last.text, "newest")
    return grid


def _result(convolution: Convolution2d, step: Step, phase: str) -> str:
    if phase == "write":
        return _value(convolution, step["value"], step["exact"])
    return number_text(step["sum"], convolution.precision.decimals) if phase == "add" else ""


def _output(convolution: Convolution2d, step: Step, *, is_written: bool) -> Grid:
    columns = convolution.geometry.columns.output_size

    def cell(index: int, value: float, exact: bool) -> Cell:
        if index > step["index"]:
            return Cell("", "todo")
        if index < step["index"]:
            return Cell(_value(convolution, value, exact), "done")
        return Cell(_value(convolution, value, exact), "current done") if is_written else Cell("", "current")

    output, exact = convolution.output.tolist(), convolution.is_exact.tolist()
    return _numbered(
        [
            [cell(row * columns + column, value, exact[row][column]) for column, value in enumerate(values)]
            for row, values in enumerate(output)
        ]
    )
