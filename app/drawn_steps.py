"""The steps of a visit as they are drawn: each with its grids, in the picture that is asked for."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from app.address import Visit
from app.api.pack import Steps, pack_trace
from app.api.pack_transposed import pack_transposed
from app.core.layer import LayerTrace
from app.stage.scene import Scene, scatter_scene_of, scene_of


@dataclass(frozen=True, slots=True)
class DrawnSteps:
    """A trace, ready to be drawn.

    Attributes:
        visit: What is shown.
        trace: Its steps, in the picture that is asked for.
        document: What the API would answer with.
    """

    visit: Visit
    trace: Steps
    document: dict[str, Any]

    @classmethod
    def of(cls, visit: Visit, *, steps_at_most: int = 0) -> "DrawnSteps":
        """The steps of a visit; the document of a longer trace has none of them."""
        if visit.transposed is None:
            document = pack_trace(LayerTrace(visit.layer), {}, steps_at_most=steps_at_most)
        else:
            document = pack_transposed(visit.transposed, {}, steps_at_most=steps_at_most)
        return cls(visit, visit.trace, document)

    def drawn(self, first: int, last: int, phase: str = "write") -> Iterator[tuple[Scene, dict[str, Any]]]:
        """The scenes and the numbers of steps ``first`` to ``last``, counted from 1, when a phase is done."""
        if self.visit.picture == "scatter":
            steps: list[dict[str, Any]] = [{**each} for each in self.trace.steps(0, last)]
            for number in range(first, last + 1):
                yield scatter_scene_of(self.document, steps[:number], phase), steps[number - 1]
            return
        exact = self.visit.layer.is_exact
        for each in self.trace.steps(first - 1, last):
            step = {**each}
            yield scene_of(self.document, exact, step, phase), step
