"""The shapes of the answers about transposed convolutions, as those of ``documents``."""

from app.api.documents import (
    AxisBounds,
    Document,
    Equivalent,
    Geometry,
    Indices,
    Pair,
    PhasesDocument,
    PrecisionDocument,
    Rows,
    StepDocument,
)


class TransposedGeometry(Geometry):
    """Sizes and index tables of the gather picture; pairs are (rows, columns).

    ``input_size``, ``stride``, ``requested_padding`` and ``output_padding`` are as asked for.  ``padding``
    lies around the stretched input, in which all indices count.  ``row_targets`` and ``column_targets`` are
    the index tables of the scatter picture: for each input row or column the output rows or columns under the
    taps, those outside of the output being cropped.
    """

    stretched_size: Pair
    requested_padding: Pair
    output_padding: Pair
    row_targets: list[list[int]]
    column_targets: list[list[int]]


class TransposedBounds(Document):
    """How far each number can go; padding is the same on opposite sides."""

    stride: AxisBounds
    dilation: AxisBounds
    padding_both: AxisBounds
    output_padding: AxisBounds
    size: AxisBounds
    kernel_size: AxisBounds


class InputCellDocument(Document):
    """Where a step of the scatter picture reads, counted from 0."""

    row: int
    column: int


class ScatterStepDocument(Document):
    """One input cell, and what it adds where; a cropped cell has no total."""

    index: int
    number: int
    input: InputCellDocument
    value: float
    products: Rows
    targets: Indices
    before: list[list[float | None]]
    after: list[list[float | None]]
    cropped_cells: int
    expression: str
    explanation: str
    phases: PhasesDocument


class LinkedScatterStepDocument(ScatterStepDocument):
    """One input cell and the addresses of its neighbours."""

    links: dict[str, str]


class TransposedStepsDocument(Document):
    """A page of steps of one picture."""

    count: int
    offset: int
    limit: int
    steps: list[StepDocument] | list[ScatterStepDocument]
    links: dict[str, str]


class TransposedTraceDocument(Document):
    """A transposed convolution and the steps of both pictures."""

    input: Rows
    padded_input: Rows
    kernel: Rows
    divisor: int
    applied_kernel: Rows
    bias: float
    geometry: TransposedGeometry
    bounds: TransposedBounds
    output: Rows
    step_count: int
    precision: PrecisionDocument
    steps: list[StepDocument]
    scatter_step_count: int
    scatter_steps: list[ScatterStepDocument]
    equivalent: Equivalent
    links: dict[str, str]
