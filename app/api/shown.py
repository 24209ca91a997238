"""The step that an address asks for, with all that is said and drawn of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.api.fields import RULES
from app.api.models import Picture
from app.api.pack import pack_trace
from app.api.pack_transposed import pack_transposed
from app.core.errors import InvalidParameterError
from app.core.gather import GatherTrace
from app.core.latex import scatter_latex, step_latex
from app.core.layer import ConvolutionLayer, LayerTrace
from app.core.scatter import ScatterTrace
from app.core.transposed import TransposedConvolution2d


@dataclass(frozen=True, slots=True)
class ShownStep:
    """One step of a trace.

    Attributes:
        document: The trace on the wire, without its steps.
        step: The step on the wire.
        step_count: How many there are.
        latex: The step in LaTeX.
    """

    document: dict[str, Any]
    step: Mapping[str, Any]
    step_count: int
    latex: str


def shown_step(layer: ConvolutionLayer, number: int) -> ShownStep:
    """A step of a convolution, counted from 1.

    Raises:
        InvalidParameterError: If there is no such step.
    """
    trace = LayerTrace(layer)
    require_step(number, trace.step_count)
    (step,) = trace.steps(number - 1, number)
    document = pack_trace(trace, {}, steps_at_most=0)
    return ShownStep(document, step, trace.step_count, step_latex(layer, step))


def shown_transposed_step(transposed: TransposedConvolution2d, picture: Picture, number: int) -> ShownStep:
    """A step of one picture of a transposed convolution, counted from 1.

    Raises:
        InvalidParameterError: If there is no such step.
    """
    trace = ScatterTrace(transposed) if picture == "scatter" else GatherTrace(transposed)
    require_step(number, trace.step_count)
    document = pack_transposed(transposed, {}, steps_at_most=0)
    if isinstance(trace, ScatterTrace):
        (share,) = trace.steps(number - 1, number)
        return ShownStep(document, share, trace.step_count, scatter_latex(transposed, share))
    (step,) = trace.steps(number - 1, number)
    latex = step_latex(ConvolutionLayer((transposed.gather,)), step)
    return ShownStep(document, step, trace.step_count, latex)


def require_step(number: int, step_count: int) -> None:
    """Refuse a step behind the last one.

    Raises:
        InvalidParameterError: If there is no such step.
    """
    if number > step_count:
        rule = f"step must be {RULES['step']}, which is {step_count:,} here"
        raise InvalidParameterError("step", f"{rule}, and it is {number:,}.")
