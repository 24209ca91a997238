"""What an address may say of a film, besides what it says of a picture."""

from typing import Literal, TypeAlias

from pydantic import Field

from app.api.fields import RULES
from app.api.figure_query import Conv2dFigureQuery, ConvTranspose2dFigureQuery, FigureChoices

By: TypeAlias = Literal["step", "phase"]

PHASES = ("place", "multiply", "add", "write")

STEP_SECONDS, PHASE_SECONDS = 1.0, 0.8
"""For how long a step, or a phase of one, is shown at speed 1."""

LEAST_SECONDS = 1 / 3
"""Nothing on a page may flash more than three times a second: WCAG 2.2, success criterion 2.3.1."""

HELD_SECONDS = 2.0
"""For how long the first and the last frame are shown at least, so that each can be read on its own."""


class FilmChoices(FigureChoices):
    """What a film shows, and how fast."""

    by: By | None = Field(
        None, description=f"Must be {RULES['by']}: one frame for each. Without it, as detail says."
    )
    detail: Literal["step", "phases", "products", "sums"] = Field(
        "step", description="Of the page: all but step make a film by phases."
    )
    speed: Literal["0.25", "0.5", "1", "2", "4"] = Field("1", description=f"Must be {RULES['speed']}.")
    loop: Literal["0", "1"] = Field("0", description="Whether the film starts again at its end.")

    @property
    def phases(self) -> tuple[str, ...]:
        """Those of each step that have a frame."""
        unit = self.by or ("step" if self.detail == "step" else "phase")
        return PHASES if unit == "phase" else PHASES[-1:]

    @property
    def loops(self) -> bool:
        """Whether the film starts again at its end."""
        return self.loop == "1"

    def seconds(self, frame_count: int) -> tuple[float, ...]:
        """For how long each frame is shown."""
        usual = (STEP_SECONDS if len(self.phases) == 1 else PHASE_SECONDS) / float(self.speed)
        each = max(usual, LEAST_SECONDS)
        held = max(usual, HELD_SECONDS)
        return tuple(held if index in (0, frame_count - 1) else each for index in range(frame_count))

    @property
    def key(self) -> str:
        """All that the film depends on besides the convolution, the step among it, which changes nothing."""
        return f"{super().key} {self.phases} {self.speed} {self.loop}"


class Conv2dFilmQuery(FilmChoices, Conv2dFigureQuery):
    """The parameters of a convolution, and of its film."""


class ConvTranspose2dFilmQuery(FilmChoices, ConvTranspose2dFigureQuery):
    """The parameters of a transposed convolution, and of its film."""
