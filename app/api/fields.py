"""The parameters of a convolution on the wire: their shapes, and one rule in words for each.

The rule is the parameter's description in the OpenAPI schema and the sentence of
the error that refuses a value, so the two cannot differ.
"""

import re
from typing import Annotated

from pydantic import (
    BeforeValidator,
    Discriminator,
    Field,
    StrictBool,
    StrictInt,
    Tag,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from app.api.grid_fields import CHANNELS, DEPTHS, KERNELS, ROWS, Grid, KernelStack, Stack, grid
from app.api.grid_sentences import GRID_SIDES, MAGNITUDE
from app.api.view import VIEW_RULES
from app.core.inputs import MOST_DRAWN
from app.core.libraries import Library
from app.core.padding import Border, PaddingName
from app.imaging.figure import Panel
from app.settings import LIMITS

_WHOLE = re.compile(r"[0-9]{1,7}")

LARGEST_OUTPUT_PADDING = max(LIMITS.stride, LIMITS.dilation) - 1
LARGEST_NUMBER = 1_000_000
"""Of a step; far more than there can be."""

SMALLEST_SCALE, LARGEST_SCALE = 0.5, 4.0
"""Of a picture."""


def _grid_rule(name: str) -> str:
    side = GRID_SIDES[name]
    return (
        f"rows of numbers ({side} × {side} at most, equally long, each number {MAGNITUDE}) "
        f"or a name from /api/v1/{name}s"
    )


def _stack_rule(name: str) -> str:
    channels = f"up to {LIMITS.channels} channels of rows (a colon between them in an address)"
    return f"{_grid_rule(name)}, or {channels}"


def _by_kernel(rule: str) -> str:
    return f"{rule}, or one for each kernel"


def _per_axis_rule(minimum: int, maximum: int, in_address: str, in_json: str) -> str:
    return (
        f"a whole number from {minimum} to {maximum}, or two of them for rows and columns "
        f"({in_address} in an address, {in_json} in JSON)"
    )


RULES: dict[str, str] = {
    "input": _stack_rule("input"),
    "channels": f"a whole number from 1 to {MOST_DRAWN}, the channels of a named input",
    "size": _per_axis_rule(1, LIMITS.grid_side, "6x8", "[6, 8]"),
    "seed": f"a whole number from 0 to {LIMITS.seed:,}",
    "kernel": f"{_stack_rule('kernel')}, or up to {LIMITS.kernels} kernels (two colons between them)",
    "divisor": _by_kernel(f"a whole number from 1 to {LIMITS.divisor:,}"),
    "stride": _per_axis_rule(1, LIMITS.stride, "2,1", "[2, 1]"),
    "dilation": _per_axis_rule(1, LIMITS.dilation, "2,1", "[2, 1]"),
    "padding": (
        f"one of {', '.join(PaddingName)}, or a whole number from 0 to {LIMITS.padding}, "
        "or four of them (top, bottom, left, right)"
    ),
    "output_padding": _per_axis_rule(0, LARGEST_OUTPUT_PADDING, "1,0", "[1, 0]"),
    "border": f"one of {', '.join(Border)}",
    "flip": "0 or 1",
    "bias": _by_kernel(f"a number {MAGNITUDE}"),
    "like": f"one of {', '.join(Library)}",
    "operation": "conv2d for /api/v1/conv2d, and conv_transpose2d for /api/v1/conv_transpose2d",
    "step": "a whole number from 1 to the number of steps",
    "phase": "one of place, multiply, add, write",
    "play": "0 or 1",
    "offset": f"a whole number from 0 to {LARGEST_NUMBER:,}, the steps to skip",
    "limit": f"a whole number from 1 to {LIMITS.steps_in_page}",
    "number": "a whole number from 1 to the number of steps",
    "scale": f"a plain number from {SMALLEST_SCALE:g} to {LARGEST_SCALE:g}",
    "show": f"one or more of {', '.join(Panel)}, with commas between them",
    "ground": "paper or transparent",
    "by": "step or phase",
    **VIEW_RULES,
}
"""What each parameter must be; completes the sentence "stride must be …"."""

TRANSPOSED_RULES = RULES | {
    "input": _grid_rule("input"),
    "kernel": _grid_rule("kernel"),
    "divisor": f"a whole number from 1 to {LIMITS.divisor:,}",
    "bias": f"a number {MAGNITUDE}",
    "padding": _per_axis_rule(0, LIMITS.padding, "1,0", "[1, 0]"),
}
"""The same for a transposed convolution: one channel, one kernel, and padding alike on opposite sides."""


def _repeated(count: int, minimum: int, maximum: int) -> tuple[BeforeValidator, WithJsonSchema]:
    """A single whole number stands for all axes or sides."""
    one = {"type": "integer", "minimum": minimum, "maximum": maximum}
    several = {"type": "array", "items": one, "minItems": count, "maxItems": count}
    return (
        BeforeValidator(lambda value: (value,) * count if type(value) is int else value),
        WithJsonSchema({"anyOf": [one, several]}),
    )


def _single(value: object) -> object:
    """One channel of one kernel; of a list, the first cell tells that there are more."""
    is_stack = ":" in value if isinstance(value, str) else _depth(value) > DEPTHS[ROWS]
    if is_stack:
        raise PydanticCustomError("several", "more than one channel or kernel")
    return value


def _depth(value: object) -> int:
    """How many lists are inside of each other, as far as the first cell of a stack of kernels."""
    for depth in range(max(DEPTHS.values())):
        if not isinstance(value, list) or not value:
            return depth
        value = value[0]
    return max(DEPTHS.values())


def _kind_of_padding(value: object) -> str:
    return "name" if isinstance(value, str) else "numbers"


def _one_or_list(value: object) -> str:
    return "list" if isinstance(value, list) else "one"


def _plain_digits(text: str) -> int:
    """Only 0 to 9 make a number; what pydantic would take, such as "1.0", " 1" and "1_0", stays text."""
    if not _WHOLE.fullmatch(text):
        raise PydanticCustomError("not_whole", "not a whole number")
    return int(text)


def _flag(value: object) -> object:
    """0 and 1, as they stand in an address, besides JSON's own false and true."""
    return bool(value) if type(value) is int and value in {0, 1} else value


Number = Annotated[float, Field(strict=True, allow_inf_nan=False, ge=-LIMITS.magnitude, le=LIMITS.magnitude)]
_Side = Annotated[StrictInt, Field(ge=1, le=LIMITS.grid_side)]
_Stride = Annotated[StrictInt, Field(ge=1, le=LIMITS.stride)]
_Dilation = Annotated[StrictInt, Field(ge=1, le=LIMITS.dilation)]
_Padding = Annotated[StrictInt, Field(ge=0, le=LIMITS.padding)]

Input = Annotated[Grid, *grid(LIMITS.grid_side), BeforeValidator(_single)]
Kernel = Annotated[Grid, *grid(LIMITS.kernel_side), BeforeValidator(_single)]
InputStack = Annotated[Stack, *grid(LIMITS.grid_side, CHANNELS)]
Kernels = Annotated[KernelStack, *grid(LIMITS.kernel_side, KERNELS)]
Channels = Annotated[StrictInt, Field(ge=1, le=MOST_DRAWN)]
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
Divisors = Annotated[
    Annotated[Divisor, Tag("one")]
    | Annotated[list[Divisor | None], Field(min_length=1, max_length=LIMITS.kernels), Tag("list")],
    Discriminator(_one_or_list),
]
Biases = Annotated[
    Annotated[Number, Tag("one")]
    | Annotated[list[Number], Field(min_length=1, max_length=LIMITS.kernels), Tag("list")],
    Discriminator(_one_or_list),
]
Flip = Annotated[
    StrictBool, BeforeValidator(_flag), WithJsonSchema({"anyOf": [{"type": "boolean"}, {"enum": [0, 1]}]})
]
# The order matters: outside of the bounds, an error would report the text and not the number.
Offset = Annotated[int, Field(ge=0, le=LARGEST_NUMBER), BeforeValidator(_plain_digits)]
Limit = Annotated[int, Field(ge=1, le=LIMITS.steps_in_page), BeforeValidator(_plain_digits)]
StepNumber = Annotated[int, Field(ge=1, le=LARGEST_NUMBER), BeforeValidator(_plain_digits)]
