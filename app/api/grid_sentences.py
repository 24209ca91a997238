"""Why an input or a kernel is refused: which kernel, channel, row and column, counted from 1."""

from collections.abc import Mapping, Sequence
from typing import Any

from app.api.grid_fields import DEPTHS
from app.settings import LIMITS

MAGNITUDE = f"from −{LIMITS.magnitude:,} to {LIMITS.magnitude:,}"
GRID_SIDES = {"input": LIMITS.grid_side, "kernel": LIMITS.kernel_side}

_PLACES = ("kernel", "channel", "row", "column")
_MANY = ("kernels", "channels", "rows", "numbers in a row")
_ONE = ("one kernel", "one channel", "one row", "one number in each row")
_LISTS = {
    "kernel": ("kernels, such as [[[[1, 2], [3, 4]]], [[[5, 6], [7, 8]]]]", "a name or a list of channels"),
    "channel": ("channels of rows, such as [[[1, 2], [3, 4]], [[5, 6], [7, 8]]]", "a list of rows"),
    "row": ("rows, such as [[1, 2], [3, 4]]", "a list of numbers"),
}


def depth_of(place: Sequence[object], error: Mapping[str, Any]) -> int:
    """How many lists are inside of each other where an error is."""
    facts = error.get("ctx", {})
    if "depth" in facts:
        return int(facts["depth"])
    return max((DEPTHS.get(part, 0) for part in place if isinstance(part, str)), default=0) or 2


def sentence_about_a_grid(
    name: str, rule: str, indices: Sequence[int], depth: int, error: Mapping[str, Any]
) -> str:
    """Why the numbers of an input or a kernel are refused.

    Args:
        name: input or kernel.
        rule: What it must be.
        indices: Of kernel, channel, row and column, from 0, as far as the error has them.
        depth: How many of these four there are: 2 to 4, the last ones.
        error: As pydantic reports it.
    """
    level, where = len(_PLACES) - depth + len(indices), place_in_words(indices, depth)
    match error["type"]:
        case "neither":
            return f"{name} must be {rule}, and {where} is neither."
        case "ragged" | "uneven":
            return _sentence_about_sizes(name, indices, depth, error)
        case "too_short":
            return f"{name} must have at least {_ONE[level]}, and {where} has none."
        case "too_long":
            most, length = _most(name)[level], error["ctx"]["actual_length"]
            return f"{name} must have at most {most} {_MANY[level]}, and {where} has {length:,}."
    if level == len(_PLACES):
        return _sentence_about_a_cell(name, where, error)
    if not indices:
        return f"{name} must be {rule}."
    lists, part = _LISTS[_PLACES[level - 1]]
    return f"{name} must be a list of {lists}, and {where} is not {part}."


def _most(name: str) -> tuple[int, int, int, int]:
    """How many kernels, channels, rows and numbers in a row there may be."""
    return LIMITS.kernels, LIMITS.channels, GRID_SIDES[name], GRID_SIDES[name]


def place_in_words(indices: Sequence[int], depth: int) -> str:
    """Row 2, column 3 of channel 1; "it" where it is the whole."""
    parts = [f"{name} {index + 1}" for name, index in zip(_PLACES[-depth:], indices, strict=False)]
    if not parts:
        return "it"
    cell = [", ".join(parts[-2:])] if len(indices) == depth else parts[-1:]
    return " of ".join([*cell, *reversed(parts[: -2 if len(indices) == depth else -1])])


def _sentence_about_sizes(name: str, indices: Sequence[int], depth: int, error: Mapping[str, Any]) -> str:
    """Rows of different length in a channel, or channels of different size in a kernel."""
    *outside, _ = indices
    first, other = place_in_words([*outside, 0], depth), place_in_words(indices, depth)
    facts = error["ctx"]
    if error["type"] == "ragged":
        lengths = f"{first} has length {facts['first']} and {other} has length {facts['length']}"
        return f"{name} must have rows of equal length, and {lengths}."
    sizes = (f"{rows} × {columns}" for rows, columns in (facts["first"], facts["size"]))
    return (
        f"{name} must have channels of equal size, and {first} is {next(sizes)} and {other} is {next(sizes)}."
    )


def _sentence_about_a_cell(name: str, where: str, error: Mapping[str, Any]) -> str:
    rule = f"{name} must be rows of numbers {MAGNITUDE}, and {where}"
    if error["type"] in ("greater_than_equal", "less_than_equal"):
        return f"{rule} is {number_in_words(error['input'])}."
    return f"{rule} is not such a number."


def number_in_words(value: float) -> str:
    """A number that came from the caller; one that would flood the answer is only called large or small."""
    if abs(value) >= 1e15:
        return "far larger" if value > 0 else "far smaller"
    # Not rounded: 1000000.0001 over a limit of 1,000,000 must not be shown as 1,000,000.
    return f"{value:,}".removesuffix(".0").replace("-", "−")
