"""How a convolution is shown: choices of the page that no answer depends on.

The API accepts them, so that an address can be moved from the page to the API unchanged.
"""

from typing import Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field

OF_THE_PAGE = "Of the page, no part of the answer"
"""How the description of a parameter begins that the API accepts and passes over."""


def _choice(default: str) -> Any:  # noqa: ANN401  # as pydantic's Field
    return Field(default, description=f"{OF_THE_PAGE}.")


class ViewQuery(BaseModel):
    """The choices as they stand in an address, each with its default."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    theme: Literal["auto", "light", "dark", "projector"] = _choice("auto")
    motion: Literal["auto", "off"] = _choice("auto")
    settings: Literal["0", "1"] = _choice("1")
    keys: Literal["0", "1"] = _choice("1")

    speed: Literal["0.25", "0.5", "1", "2", "4"] = _choice("1")
    detail: Literal["step", "phases", "products", "sums"] = _choice("step")
    loop: Literal["0", "1"] = _choice("0")
    rowpause: Literal["0", "1"] = _choice("0")

    weights: Literal["0", "1"] = _choice("1")
    only: Literal["0", "1"] = _choice("0")
    labels: Literal["none", "rc", "xy"] = _choice("none")
    formula: Literal["numbers", "symbols", "both"] = _choice("numbers")
    vectors: Literal["0", "1"] = _choice("0")
    shades: Literal["0", "1"] = _choice("0")
    compare: Literal["0", "1"] = _choice("0")
    code: Literal["0", "1"] = _choice("0")
    picture: Literal["gather", "scatter"] = _choice("gather")
    predict: Literal["0", "1"] = _choice("0")


VIEW_VALUES: dict[str, tuple[str, ...]] = {
    name: get_args(field.annotation) for name, field in ViewQuery.model_fields.items()
}
"""What each choice may be."""


def _rule(values: tuple[str, ...]) -> str:
    return " or ".join(values) if len(values) == 2 else f"one of {', '.join(values)}"


VIEW_RULES: dict[str, str] = {name: _rule(values) for name, values in VIEW_VALUES.items()}
"""What each choice must be; completes the sentence "theme must be …"."""
