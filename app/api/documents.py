"""The answers' shapes, for the OpenAPI schema only: answers are written by orjson from plain dicts.

The tests compare every answer with these shapes, so that the reference cannot drift.
"""

from pydantic import BaseModel, ConfigDict

from app.core.padding import Border

Rows = list[list[float]]
Planes = Rows | list[Rows]
"""With several channels or kernels, rows for each channel."""

Pair = tuple[int, int]


class Document(BaseModel):
    """Base of all answers: nothing in them is undocumented."""

    model_config = ConfigDict(extra="forbid")


class Sides(Document):
    """Padding cells on each side."""

    top: int
    bottom: int
    left: int
    right: int


class Formulas(Document):
    """The output size, with this convolution's own numbers in it."""

    rows: str
    columns: str


class Indices(Document):
    """Input rows and columns, counted from 0; outside the input means padding."""

    rows: list[int]
    columns: list[int]


class ChannelCounts(Document):
    """Channels of the input, and of the output: one for each kernel."""

    input: int
    output: int


class Geometry(Document):
    """Sizes and index tables; pairs are (rows, columns)."""

    input_size: Pair
    kernel_size: Pair
    channels: ChannelCounts
    kernel_extent: Pair
    stride: Pair
    dilation: Pair
    padding: Sides
    border: Border
    flip: bool
    output_size: Pair
    formula: Formulas
    row_indices: list[list[int]]
    column_indices: list[list[int]]
    unreached: Indices


class BoundDocument(Document):
    """The values that a number can take while all others stay as they are, and why no more."""

    minimum: int
    maximum: int
    minimum_reason: str
    maximum_reason: str


class AxisBounds(Document):
    """The same number along both axes."""

    rows: BoundDocument
    columns: BoundDocument


class SideBounds(Document):
    """Padding in numbers, side by side."""

    top: BoundDocument
    bottom: BoundDocument
    left: BoundDocument
    right: BoundDocument


class Bounds(Document):
    """How far each number can go."""

    stride: AxisBounds
    dilation: AxisBounds
    padding: SideBounds
    padding_both: AxisBounds
    size: AxisBounds
    kernel_size: AxisBounds


class PrecisionDocument(Document):
    """At how many decimals the numbers are exact."""

    decimals: int
    value_decimals: int
    rounded_decimals: int
    exact: bool


class OutputCellDocument(Document):
    """Where a step writes, counted from 0."""

    row: int
    column: int
    channel: int


class PhasesDocument(Document):
    """What is said in the phases before the value is written."""

    place: str
    multiply: str
    add: str


class StepDocument(Document):
    """One output cell."""

    index: int
    number: int
    output: OutputCellDocument
    window: Indices
    patch: Planes
    products: Planes
    channel_sums: list[float] | None = None
    running_sums: list[float]
    sum: float
    bias: float
    value: float
    exact: bool
    padding_cells: int
    expression: str
    explanation: str
    phases: PhasesDocument


class LinkedStepDocument(StepDocument):
    """One output cell and the addresses of its neighbours."""

    links: dict[str, str]


class StepsDocument(Document):
    """A page of steps."""

    count: int
    offset: int
    limit: int
    steps: list[StepDocument]
    links: dict[str, str]


class Equivalent(Document):
    """Programs to paste that give the same output."""

    numpy: str
    scipy: str
    torch: str
    tensorflow: str
    python: str


class TraceDocument(Document):
    """A convolution and its steps; with several channels or kernels, what a kernel has is a list."""

    input: Planes
    padded_input: Planes
    kernel: Rows | list[list[Rows]]
    divisor: int | list[int]
    applied_kernel: Rows | list[list[Rows]]
    bias: float | list[float]
    geometry: Geometry
    bounds: Bounds
    output: Planes
    step_count: int
    precision: PrecisionDocument | list[PrecisionDocument]
    steps: list[StepDocument]
    equivalent: Equivalent
    links: dict[str, str]


class ExactCells(Document):
    """Which values are written in full."""

    correlation: list[list[bool]] | list[list[list[bool]]]
    convolution: list[list[bool]] | list[list[list[bool]]]
    difference: list[list[bool]] | list[list[list[bool]]]


class ComparisonDocument(Document):
    """The output with the kernel as it is, with the kernel turned, and the second less the first."""

    correlation: Planes
    convolution: Planes
    difference: Planes
    exact: ExactCells
    is_same: bool
    is_symmetric: bool
    precision: PrecisionDocument | list[PrecisionDocument]
    sentence: str


class ErrorDocument(Document):
    """One thing that is wrong, and where."""

    pointer: str
    detail: str


class ProblemDocument(BaseModel):
    """RFC 9457 problem details."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[ErrorDocument] | None = None
