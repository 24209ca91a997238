"""The steps of one computation as scenes, each made when it is asked for."""

from collections.abc import Sequence
from typing import Any

from app.api.models import Picture
from app.api.pack import Steps, pack_trace
from app.api.pack_transposed import pack_transposed
from app.api.shown import require_step
from app.core.gather import GatherTrace
from app.core.layer import ConvolutionLayer, LayerTrace
from app.core.scatter import ScatterTrace
from app.core.transposed import TransposedConvolution2d
from app.stage.scene import Scene, scatter_scene_of, scene_of


class Scenes:
    """What pictures and films are drawn of."""

    def __init__(self, trace: Steps, document: dict[str, Any], exact: Sequence[bool]) -> None:
        self._trace, self._document, self._exact = trace, document, exact

    @classmethod
    def of_layer(cls, layer: ConvolutionLayer) -> "Scenes":
        """Of a convolution."""
        trace = LayerTrace(layer)
        return cls(trace, pack_trace(trace, {}, steps_at_most=0), layer.is_exact)

    @classmethod
    def of_transposed(cls, transposed: TransposedConvolution2d, picture: Picture) -> "Scenes":
        """Of one picture of a transposed convolution."""
        trace = ScatterTrace(transposed) if picture == "scatter" else GatherTrace(transposed)
        document = pack_transposed(transposed, {}, steps_at_most=0)
        return cls(trace, document, ConvolutionLayer((transposed.gather,)).is_exact)

    @property
    def step_count(self) -> int:
        """How many there are."""
        return self._trace.step_count

    def scene(self, number: int, phase: str) -> Scene:
        """A step, counted from 1, when a phase of it has done its work.

        Raises:
            InvalidParameterError: If there is no such step.
        """
        require_step(number, self.step_count)
        if isinstance(self._trace, ScatterTrace):
            steps: list[dict[str, Any]] = [{**each} for each in self._trace.steps(0, number)]
            return scatter_scene_of(self._document, steps, phase)
        (step,) = self._trace.steps(number - 1, number)
        return scene_of(self._document, self._exact, {**step}, phase)
