"""Why a value is refused, in one sentence: the parameter, its rule and, where it is a number, the value.

A sentence is made of our own words and of numbers; text that came from the caller is never repeated.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from app.api.fields import GRID_SIDES, MAGNITUDE, RULES
from app.api.operations import Operation

_UNKNOWN = "There is a parameter with a name that is not known here."
# The last one is what pydantic says of a name that no encoding can hold.
_UNKNOWN_NAMES = {"extra_forbidden", "invalid_key", "string_unicode"}

OF_THE_WHOLE = {
    "divisor_of_named_kernel": (
        "divisor goes with a kernel in numbers; a kernel from the catalogue has its own. Leave it out."
    ),
    "divisor_twice": "divisor is there twice, by its name and behind the kernel. Keep one of them.",
}
"""What is wrong between parameters, by the type of the error; all of it with the divisor."""

NOT_AN_OBJECT = 'The body must be a JSON object, such as {"input": "ramp", "kernel": "sobel-x"}.'


def sentence(operation: Operation, name: str, indices: Sequence[int], error: Mapping[str, Any]) -> str:
    """Why the value of a parameter is refused.

    Args:
        operation: What was asked for.
        name: The parameter, or "" where it is none of ours.
        indices: Where inside of the value, counted from 0.
        error: As pydantic reports it.
    """
    if error["type"] == "extra_forbidden" and name:
        return _sentence_about_a_stranger(operation, name)
    if not name:
        if error["type"] in _UNKNOWN_NAMES:
            return f"{_UNKNOWN} {operation.names}"
        return OF_THE_WHOLE.get(error["type"], NOT_AN_OBJECT)
    if name in GRID_SIDES:
        return _sentence_about_a_grid(name, indices, error)
    rule = f"{name} must be {operation.rules[name]}"
    match error["type"]:
        case "greater_than_equal" | "less_than_equal":
            return f"{rule}, and it is {_number(error['input'])}."
        case "too_long":
            return f"{rule}, and it has {error['ctx']['actual_length']:,} numbers."
    return f"{rule}."


def _sentence_about_a_stranger(operation: Operation, name: str) -> str:
    if name in operation.without_meaning:
        reason = operation.without_meaning[name]
        return f"{name} has no meaning for a {operation.title}: {reason}. Leave it out."
    return f"{name} is not a parameter here. {operation.names}"


def _sentence_about_a_grid(name: str, indices: Sequence[int], error: Mapping[str, Any]) -> str:
    facts = error.get("ctx", {})
    if error["type"] == "neither":
        return f"{name} must be {RULES[name]}, and it is neither."
    if error["type"] == "ragged":
        lengths = f"row 1 has length {facts['first']} and row {facts['row']} has length {facts['length']}"
        return f"{name} must have rows of equal length, and {lengths}."
    match indices:
        case [row, column]:
            return _sentence_about_a_cell(name, row + 1, column + 1, error)
        case [row]:
            return _sentence_about_a_row(name, row + 1, error)
    match error["type"]:
        case "too_short":
            return f"{name} must have at least one row, and it has none."
        case "too_long":
            return f"{name} must have at most {GRID_SIDES[name]} rows, and it has {facts['actual_length']:,}."
    return f"{name} must be {RULES[name]}."


def _sentence_about_a_row(name: str, row: int, error: Mapping[str, Any]) -> str:
    match error["type"]:
        case "too_short":
            return f"{name} must have at least one number in each row, and row {row} has none."
        case "too_long":
            length = f"{error['ctx']['actual_length']:,}"
            return (
                f"{name} must have at most {GRID_SIDES[name]} numbers in a row, and row {row} has {length}."
            )
    return f"{name} must be a list of rows, such as [[1, 2], [3, 4]], and row {row} is not a list of numbers."


def _sentence_about_a_cell(name: str, row: int, column: int, error: Mapping[str, Any]) -> str:
    rule = f"{name} must be rows of numbers {MAGNITUDE}, and row {row}, column {column}"
    if error["type"] in ("greater_than_equal", "less_than_equal"):
        return f"{rule} is {_number(error['input'])}."
    return f"{rule} is not such a number."


def _number(value: float) -> str:
    """A number that came from the caller; one that would flood the answer is only called large or small."""
    if abs(value) >= 1e15:
        return "far larger" if value > 0 else "far smaller"
    # Not rounded: 1000000.0001 over a limit of 1,000,000 must not be shown as 1,000,000.
    return f"{value:,}".removesuffix(".0").replace("-", "−")
