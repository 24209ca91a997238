"""A step in words for those who do not see its picture: sizes, the number of the step, what comes out.

The words are those of the page's own voice, ``static/js/state/speech.js``.
"""

from collections.abc import Mapping
from typing import Any

from app.core.phrases import count_text
from app.stage.gather import value_text
from app.stage.picture import Picture

_WALKS = "The kernel walks over the input in"


def heading(geometry: Mapping[str, Any]) -> str:
    """What is shown at all, "Convolution, 5 by 5 with a 3 by 3 kernel"."""
    return f"{_kind(geometry)}, {_by(geometry['input_size'])} with a {_by(geometry['kernel_size'])} kernel"


def alternative_text(
    document: Mapping[str, Any], step: Mapping[str, Any], step_count: int, phase: str = "write"
) -> str:
    """The alternative text of a picture of one step.

    Args:
        document: The trace on the wire; its steps may be missing.
        step: The step that is shown, on the wire, of either picture.
        step_count: How many there are.
        phase: The phase of the step that is done.
    """
    place = f"Step {step['number']} of {step_count}."
    return f"{_sizes(document['geometry'])} {place} {spoken(_what_happens(document, step, phase))}"


def film_text(document: Mapping[str, Any], step_count: int) -> str:
    """The alternative text of a film of all steps."""
    return f"{_sizes(document['geometry'])} {_WALKS} {count_text(step_count, 'step')}."


def spoken(text: str) -> str:
    """The same for a voice: screen readers skip a minus sign."""
    return text.replace("−", "minus ").replace("≈", "about ")


def _what_happens(document: Mapping[str, Any], step: Mapping[str, Any], phase: str) -> str:
    if phase != "write":
        sentence: str = step["phases"][phase]
        return sentence
    if "output" not in step:
        return str(step["explanation"])
    picture, cell = Picture.of(document), step["output"]
    value = value_text(step["value"], step["exact"], picture.precision[cell["channel"]])
    of_map = f" map {cell['channel'] + 1}," if len(picture.output) > 1 else ""
    return f"Output{of_map} row {cell['row'] + 1}, column {cell['column'] + 1} is {value}."


def _sizes(geometry: Mapping[str, Any]) -> str:
    sizes = ", ".join(f"{part} is {_by(geometry[f'{part}_size'])}" for part in ("input", "kernel", "output"))
    return f"{_kind(geometry)}: {sizes}."


def _kind(geometry: Mapping[str, Any]) -> str:
    return "Transposed convolution" if "stretched_size" in geometry else "Convolution"


def _by(size: list[int]) -> str:
    return " by ".join(map(str, size))
