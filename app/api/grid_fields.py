"""Inputs and kernels on the wire: a name, rows of numbers, channels of rows, or kernels of channels."""

from collections.abc import Callable
from typing import Any, LiteralString, TypeAlias

from pydantic import GetPydanticSchema, WithJsonSchema
from pydantic_core import PydanticCustomError, core_schema

from app.api.grid_text import (
    Channels,
    GridTextError,
    Kernels,
    Rows,
    is_name,
    read_channels,
    read_grid,
    read_kernels,
)
from app.settings import LIMITS

NAME, ROWS, CHANNELS, KERNELS = "name", "rows", "channels", "kernels"
DEPTHS = {ROWS: 2, CHANNELS: 3, KERNELS: 4}
"""Lists inside of each other, by the outermost of them."""

Grid: TypeAlias = str | Rows
Stack: TypeAlias = str | Rows | Channels
KernelStack: TypeAlias = str | Rows | Channels | list[str | Channels]


def grid(side: int, deepest: str = ROWS) -> tuple[GetPydanticSchema, WithJsonSchema]:
    """How an input or a kernel is read, and what the reference says of it.

    Args:
        side: Rows and columns at most.
        deepest: How many lists there may be inside of each other, named by the outermost.
    """
    number = core_schema.float_schema(
        strict=True, allow_inf_nan=False, ge=-LIMITS.magnitude, le=LIMITS.magnitude
    )
    rows = _list_of(_list_of(number, side), side)
    channels = _list_of(rows, LIMITS.channels)
    named = {NAME: core_schema.str_schema(), CHANNELS: channels}
    kernels = _list_of(core_schema.tagged_union_schema(named, _name_or_channels), LIMITS.kernels)
    read = core_schema.no_info_before_validator_function(
        lambda value: _read(value, deepest),
        core_schema.tagged_union_schema(
            {**named, ROWS: rows, KERNELS: kernels}, lambda value: _outermost(value, deepest)
        ),
    )
    schema = core_schema.no_info_after_validator_function(_checked, read)
    return GetPydanticSchema(lambda _source, _handler: schema), WithJsonSchema(_schema(side, deepest))


def _list_of(items: core_schema.CoreSchema, longest: int) -> core_schema.CoreSchema:
    """The first wrong item ends the reading, so that a large body costs nothing."""
    return core_schema.list_schema(items, min_length=1, max_length=longest, fail_fast=True)


def _name_or_channels(value: object) -> str:
    return NAME if isinstance(value, str) else CHANNELS


def _outermost(value: object, deepest: str) -> str:
    """What a value is meant to be, by the lists inside of each other."""
    if isinstance(value, str):
        return NAME
    if deepest == KERNELS and isinstance(value, list) and any(isinstance(item, str) for item in value):
        return KERNELS
    depth, most = 0, DEPTHS[deepest]
    while isinstance(value, list) and value and depth < most:
        value, depth = value[0], depth + 1
    # An empty list, too, stands for something: [[[]]] is a channel of one row without numbers.
    depth += isinstance(value, list) and depth < most
    return next((name for name, lists in DEPTHS.items() if depth <= lists), deepest)


def _read(value: object, deepest: str) -> object:
    """A name stays a name; other text is what it is in an address."""
    if isinstance(value, list) and deepest == KERNELS:
        for index, item in enumerate(value):
            if isinstance(item, str) and not is_name(item):
                raise _refused("neither", [index], DEPTHS[KERNELS])
    if not isinstance(value, str) or is_name(value):
        return value
    try:
        return _reader(value, deepest)(value)
    except GridTextError as error:
        depth = len(error.outside) + DEPTHS[ROWS]
        if error.is_alone:
            raise _refused("neither", error.outside[:1], depth) from error
        place = [*error.outside, error.row - 1, error.column - 1]
        raise _refused("not_a_number", place, depth) from error


def _refused(kind: LiteralString, place: list[int], depth: int, **facts: object) -> PydanticCustomError:
    """What ``sentences`` makes a sentence of; nobody sees its own words."""
    return PydanticCustomError(kind, kind, {"place": place, "depth": depth, **facts})


def _reader(text: str, deepest: str) -> Callable[[str], Any]:
    if deepest == KERNELS and "::" in text:
        return read_kernels
    return read_channels if deepest != ROWS and ":" in text else read_grid


def kernels_of(value: KernelStack) -> Kernels:
    """A kernel in any of its forms as a list of kernels; an input is told apart by the same rules."""
    nested: Any = value
    if isinstance(nested, str):
        return [nested]
    if isinstance(nested[0], str):
        return list(nested)
    if not isinstance(nested[0][0], list):
        return [[nested]]
    return list(nested) if isinstance(nested[0][0][0], list) else [nested]


def _checked(value: KernelStack) -> KernelStack:
    """Equally long rows in channels of one size, in no more lists than it takes."""
    kernels = kernels_of(value)
    # How many of the indices (kernel, channel, row) there are on the wire.
    depth = 4 if kernels == value else 3 if kernels == [value] else 2
    for number, kernel in enumerate(kernels):
        if not isinstance(kernel, str):
            _require_even(kernel, number, depth)
    if len(kernels) > 1:
        return kernels
    (kernel,) = kernels
    return kernel[0] if not isinstance(kernel, str) and len(kernel) == 1 else kernel


def _require_even(channels: Channels, kernel: int, depth: int) -> None:
    first = channels[0]
    for channel, rows in enumerate(channels):
        for row, cells in enumerate(rows):
            if len(cells) != len(rows[0]):
                place = [kernel, channel, row][4 - depth :]
                raise _refused("ragged", place, depth, length=len(cells), first=len(rows[0]))
        if _size(rows) != _size(first):
            place = [kernel, channel][4 - depth :]
            raise _refused("uneven", place, depth, size=_size(rows), first=_size(first))


def _size(rows: Rows) -> tuple[int, int]:
    return len(rows), len(rows[0])


def _schema(side: int, deepest: str) -> dict[str, Any]:
    number = {"type": "number", "minimum": -LIMITS.magnitude, "maximum": LIMITS.magnitude}
    name: dict[str, Any] = {"type": "string", "minLength": 1}
    rows = _array(_array(number, side), side)
    channels = _array(rows, LIMITS.channels)
    kernels = _array({"anyOf": [name, channels]}, LIMITS.kernels)
    return {"anyOf": [name, rows, channels, kernels][: DEPTHS[deepest]]}


def _array(items: dict[str, Any], longest: int) -> dict[str, Any]:
    return {"type": "array", "items": items, "minItems": 1, "maxItems": longest}
