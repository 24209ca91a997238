"""Why a value is refused, in one sentence: the parameter, its rule and, where it is a number, the value.

A sentence is made of our own words and of numbers; text that came from the caller is never repeated.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from app.api.grid_sentences import GRID_SIDES, depth_of, number_in_words, sentence_about_a_grid
from app.api.operations import Operation

_UNKNOWN = "There is a parameter with a name that is not known here."
# The last one is what pydantic says of a name that no encoding can hold.
_UNKNOWN_NAMES = {"extra_forbidden", "invalid_key", "string_unicode"}

_SINGLE = {
    "input": "input must have one channel for a transposed convolution, and it has more. Take one of them.",
    "kernel": "kernel must be one kernel with one channel for a transposed convolution. Take one of them.",
}

OF_THE_WHOLE = {
    "divisor_of_named_kernel": (
        "divisor goes with a kernel in numbers; a kernel from the catalogue has its own. Leave it out."
    ),
    "divisor_twice": "divisor is there twice, by its name and behind the kernel. Keep one of them.",
}
"""What is wrong between parameters, by the type of the error; all of it with the divisor."""

NOT_AN_OBJECT = 'The body must be a JSON object, such as {"input": "ramp", "kernel": "sobel-x"}.'


def indices_of(place: Sequence[object], error: Mapping[str, Any]) -> list[int]:
    """Where inside of a value an error is, counted from 0; for a text, that is in its context."""
    if "place" in error.get("ctx", {}):
        return list(error["ctx"]["place"])
    return [part for part in place[1:] if isinstance(part, int)]


def sentence(operation: Operation, name: str, place: Sequence[object], error: Mapping[str, Any]) -> str:
    """Why the value of a parameter is refused.

    Args:
        operation: What was asked for.
        name: The parameter, or "" where it is none of ours.
        place: Where the value is, and where inside of it.
        error: As pydantic reports it.
    """
    if error["type"] == "extra_forbidden" and name:
        return _sentence_about_a_stranger(operation, name)
    if not name:
        if error["type"] in _UNKNOWN_NAMES:
            return f"{_UNKNOWN} {operation.names}"
        return OF_THE_WHOLE.get(error["type"], NOT_AN_OBJECT)
    if error["type"] == "several":
        return _SINGLE[name]
    if name in GRID_SIDES:
        depth, indices = depth_of(place, error), indices_of(place, error)
        return sentence_about_a_grid(name, operation.rules[name], indices, depth, error)
    rule = f"{name} must be {operation.rules[name]}"
    match error["type"]:
        case "greater_than_equal" | "less_than_equal":
            return f"{rule}, and it is {number_in_words(error['input'])}."
        case "too_long":
            return f"{rule}, and it has {error['ctx']['actual_length']:,} numbers."
    return f"{rule}."


def _sentence_about_a_stranger(operation: Operation, name: str) -> str:
    if name in operation.without_meaning:
        reason = operation.without_meaning[name]
        return f"{name} has no meaning for a {operation.title}: {reason}. Leave it out."
    return f"{name} is not a parameter here. {operation.names}"
