"""What an address may say of a picture, besides what it says to the page."""

import re
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from app.api.fields import LARGEST_SCALE, RULES, SMALLEST_SCALE
from app.api.query import Conv2dQuery, ConvTranspose2dQuery
from app.imaging.figure import DEFAULT_PANELS, Panel, Wishes
from app.imaging.figure_style import style_of
from app.stage.addresses import Order

_DECIMAL = re.compile(r"[0-9]{1,2}(\.[0-9]{1,20})?")
_PANELS = f"({'|'.join(Panel)})"
_ORDERS: dict[str, Order | None] = {"none": None, "rc": "rc", "xy": "xy"}


def _plain_decimal(text: str) -> float:
    if not _DECIMAL.fullmatch(text):
        raise PydanticCustomError("not_decimal", "not a plain decimal number")
    return float(text)


def _part(default: object, name: str, **rest: Any) -> Any:  # noqa: ANN401  # as pydantic's Field
    return Field(default, description=f"Must be {RULES[name]}.", **rest)


# The order matters: outside of the bounds, an error would report the text and not the number.
Scale = Annotated[float, Field(ge=SMALLEST_SCALE, le=LARGEST_SCALE), BeforeValidator(_plain_decimal)]


class FigureChoices(BaseModel):
    """What a picture shows, and how; of the page's own choices, those that it follows."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    step: str | None = _part(None, "step", pattern="^[1-9][0-9]{0,6}$")
    phase: Literal["place", "multiply", "add", "write"] = _part("write", "phase")
    theme: Literal["auto", "light", "dark", "projector"] = _part("auto", "theme")
    labels: Literal["none", "rc", "xy"] = _part("none", "labels")
    weights: Literal["0", "1"] = _part("1", "weights")
    scale: Scale = _part(1.0, "scale")
    show: str = _part(
        ",".join(DEFAULT_PANELS), "show", pattern=f"^{_PANELS}(,{_PANELS})*$", examples=["grids"]
    )
    ground: Literal["paper", "transparent"] = _part("paper", "ground")

    @property
    def number(self) -> int:
        """The step that is asked for."""
        return int(self.step or 1)

    @property
    def wishes(self) -> Wishes:
        """The same, as the drawing takes them."""
        return Wishes(
            style_of(self.theme, has_ground=self.ground == "paper"),
            {Panel(name) for name in self.show.split(",")},
            _ORDERS[self.labels],
            has_tags=self.weights == "1",
        )

    @property
    def key(self) -> str:
        """All that the picture depends on besides the convolution."""
        return repr(sorted(self.model_dump(include=set(FigureChoices.model_fields)).items()))


class Conv2dFigureQuery(FigureChoices, Conv2dQuery):
    """The parameters of a convolution, and of its picture."""


class ConvTranspose2dFigureQuery(FigureChoices, ConvTranspose2dQuery):
    """The parameters of a transposed convolution, and of its picture."""
