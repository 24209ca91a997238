"""The parameters of a convolution on the wire: their shapes, and one rule in words for each.

The rule is the parameter's description in the OpenAPI schema and the sentence of
the error that refuses a value, so the two cannot differ.
"""

import re
from typing import Annotated

from pydantic import (
    BeforeValidator,
    Discriminator,
    FailFast,
    Field,
    GetPydanticSchema,
    StrictBool,
    StrictInt,
    Tag,
    ValidatorFunctionWrapHandler,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError, core_schema

from app.api.grid_text import GridTextError, Rows, read_grid
from app.api.view import VIEW_RULES
from app.core.libraries import Library
from app.core.padding import Border, PaddingName
from app.settings import LIMITS

_NAME = re.compile(r"[a-z][a-z0-9-]{0,39}")
_WHOLE = re.compile(r"[0-9]{1,7}")

MAGNITUDE = f"from −{LIMITS.magnitude:,} to {LIMITS.magnitude:,}"
LARGEST_OUTPUT_PADDING = max(LIMITS.stride, LIMITS.dilation) - 1
GRID_SIDES = {"input": LIMITS.grid_side, "kernel": LIMITS.kernel_side}
LARGEST_NUMBER = 1_000_000
"""Of a step; far more than there can be."""


def _grid_rule(name: str) -> str:
    side = GRID_SIDES[name]
    return (
        f"rows of numbers ({side} × {side} at most, equally long, each number {MAGNITUDE}) "
        f"or a name from /api/v1/{name}s"
    )


def _per_axis_rule(minimum: int, maximum: int, in_address: str, in_json: str) -> str:
    return (
        f"a whole number from {minimum} to {maximum}, or two of them for rows and columns "
        f"({in_address} in an address, {in_json} in JSON)"
    )


RULES: dict[str, str] = {
    "input": _grid_rule("input"),
    "size": _per_axis_rule(1, LIMITS.grid_side, "6x8", "[6, 8]"),
    "seed": f"a whole number from 0 to {LIMITS.seed:,}",
    "kernel": _grid_rule("kernel"),
    "divisor": f"a whole number from 1 to {LIMITS.divisor:,}",
    "stride": _per_axis_rule(1, LIMITS.stride, "2,1", "[2, 1]"),
    "dilation": _per_axis_rule(1, LIMITS.dilation, "2,1", "[2, 1]"),
    "padding": (
        f"one of {', '.join(PaddingName)}, or a whole number from 0 to {LIMITS.padding}, "
        "or four of them (top, bottom, left, right)"
    ),
    "output_padding": _per_axis_rule(0, LARGEST_OUTPUT_PADDING, "1,0", "[1, 0]"),
    "border": f"one of {', '.join(Border)}",
    "flip": "0 or 1",
    "bias": f"a number {MAGNITUDE}",
    "like": f"one of {', '.join(Library)}",
    "operation": "conv2d for /api/v1/conv2d, and conv_transpose2d for /api/v1/conv_transpose2d",
    "step": "a whole number from 1 to the number of steps",
    "phase": "one of place, multiply, add, write",
    "play": "0 or 1",
    "offset": f"a whole number from 0 to {LARGEST_NUMBER:,}, the steps to skip",
    "limit": f"a whole number from 1 to {LIMITS.steps_in_page}",
    "number": "a whole number from 1 to the number of steps",
    **VIEW_RULES,
}
"""What each parameter must be; completes the sentence "stride must be …"."""

TRANSPOSED_RULES = RULES | {"padding": _per_axis_rule(0, LIMITS.padding, "1,0", "[1, 0]")}
"""The same for a transposed convolution, whose padding is alike on opposite sides."""


def _name_or_rows(value: object, read_rows: ValidatorFunctionWrapHandler) -> object:
    """A name stays a name; other text is a grid as it stands in an address."""
    if not isinstance(value, str):
        return _equally_long(read_rows(value))
    if _NAME.fullmatch(value):
        return value
    try:
        return _equally_long(read_rows(read_grid(value)))
    except GridTextError as error:
        if not set(value) & set(",;"):
            raise PydanticCustomError("neither", "neither a name nor rows") from error
        place = {"row": error.row - 1, "column": error.column - 1}
        raise PydanticCustomError("not_a_number", "a cell is not a number", place) from error


def _equally_long(rows: Rows) -> Rows:
    for row, cells in enumerate(rows, 1):
        if len(cells) != len(rows[0]):
            lengths = {"row": row, "length": len(cells), "first": len(rows[0])}
            raise PydanticCustomError("ragged", "rows differ in length", lengths)
    return rows


def _grid(side: int) -> tuple[GetPydanticSchema, WithJsonSchema]:
    """How a grid is read; the first wrong cell ends the reading, so that a large body costs nothing."""
    length = Field(min_length=1, max_length=side)
    row = Annotated[list[Number], FailFast(), length]
    rows = Annotated[list[row], FailFast(), length]
    number = {"type": "number", "minimum": -LIMITS.magnitude, "maximum": LIMITS.magnitude}
    row_schema = {"type": "array", "items": number, "minItems": 1, "maxItems": side}
    rows_schema = {"type": "array", "items": row_schema, "minItems": 1, "maxItems": side}
    return (
        GetPydanticSchema(
            lambda _source, handler: core_schema.no_info_wrap_validator_function(_name_or_rows, handler(rows))
        ),
        WithJsonSchema({"anyOf": [{"type": "string", "minLength": 1}, rows_schema]}),
    )


def _repeated(count: int, minimum: int, maximum: int) -> tuple[BeforeValidator, WithJsonSchema]:
    """A single whole number stands for all axes or sides."""
    one = {"type": "integer", "minimum": minimum, "maximum": maximum}
    several = {"type": "array", "items": one, "minItems": count, "maxItems": count}
    return (
        BeforeValidator(lambda value: (value,) * count if type(value) is int else value),
        WithJsonSchema({"anyOf": [one, several]}),
    )


def _kind_of_padding(value: object) -> str:
    return "name" if isinstance(value, str) else "numbers"


def _plain_digits(value: object) -> object:
    """Only 0 to 9 make a number; what pydantic would take, such as "1.0", " 1" and "1_0", stays text."""
    if not isinstance(value, str):
        return value
    if not _WHOLE.fullmatch(value):
        raise PydanticCustomError("not_whole", "not a whole number")
    return int(value)


def _flag(value: object) -> object:
    """0 and 1, as they stand in an address, besides JSON's own false and true."""
    return bool(value) if type(value) is int and value in {0, 1} else value


Number = Annotated[float, Field(strict=True, allow_inf_nan=False, ge=-LIMITS.magnitude, le=LIMITS.magnitude)]
_Side = Annotated[StrictInt, Field(ge=1, le=LIMITS.grid_side)]
_Stride = Annotated[StrictInt, Field(ge=1, le=LIMITS.stride)]
_Dilation = Annotated[StrictInt, Field(ge=1, le=LIMITS.dilation)]
_Padding = Annotated[StrictInt, Field(ge=0, le=LIMITS.padding)]

Input = Annotated[str | Rows, *_grid(LIMITS.grid_side)]
Kernel = Annotated[str | Rows, *_grid(LIMITS.kernel_side)]
Size = Annotated[tuple[_Side, _Side], *_repeated(2, 1, LIMITS.grid_side)]
Stride = Annotated[tuple[_Stride, _Stride], *_repeated(2, 1, LIMITS.stride)]
Dilation = Annotated[tuple[_Dilation, _Dilation], *_repeated(2, 1, LIMITS.dilation)]
_OutputPadding = Annotated[StrictInt, Field(ge=0, le=LARGEST_OUTPUT_PADDING)]
_PaddingNumbers = Annotated[tuple[_Padding, _Padding, _Padding, _Padding], *_repeated(4, 0, LIMITS.padding)]
Padding = Annotated[
    Annotated[PaddingName, Tag("name")] | Annotated[_PaddingNumbers, Tag("numbers")],
    Discriminator(_kind_of_padding),
]
TransposedPadding = Annotated[tuple[_Padding, _Padding], *_repeated(2, 0, LIMITS.padding)]
OutputPadding = Annotated[tuple[_OutputPadding, _OutputPadding], *_repeated(2, 0, LARGEST_OUTPUT_PADDING)]
Seed = Annotated[StrictInt, Field(ge=0, le=LIMITS.seed)]
Divisor = Annotated[StrictInt, Field(ge=1, le=LIMITS.divisor)]
Flip = Annotated[
    StrictBool, BeforeValidator(_flag), WithJsonSchema({"anyOf": [{"type": "boolean"}, {"enum": [0, 1]}]})
]
# The order matters: outside of the bounds, an error would report the text and not the number.
Offset = Annotated[int, Field(ge=0, le=LARGEST_NUMBER), BeforeValidator(_plain_digits)]
Limit = Annotated[int, Field(ge=1, le=LIMITS.steps_in_page), BeforeValidator(_plain_digits)]
StepNumber = Annotated[int, Field(ge=1, le=LARGEST_NUMBER), BeforeValidator(_plain_digits)]
