"""What a request is.  Pydantic checks shapes and ranges here; meaning is checked in the core."""

from typing import Literal, Self, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from app.api.fields import (
    RULES,
    TRANSPOSED_RULES,
    Biases,
    Channels,
    Dilation,
    Divisor,
    Divisors,
    Flip,
    Input,
    InputStack,
    Kernel,
    Kernels,
    Limit,
    Number,
    Offset,
    OutputPadding,
    Padding,
    Seed,
    Size,
    Stride,
    TransposedPadding,
)
from app.api.grid_fields import kernels_of
from app.core.libraries import Library
from app.core.padding import Border
from app.settings import LIMITS

Picture: TypeAlias = Literal["gather", "scatter"]

DEFAULT_INPUT = "demo"
DEFAULT_KERNEL = "prewitt-x"


class GridsRequest(BaseModel):
    """What every operation takes that lays a kernel on an input; every parameter may be left out."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    input: InputStack = Field(DEFAULT_INPUT, description=RULES["input"])
    size: Size = Field((6, 6), description=RULES["size"])
    seed: Seed = Field(1, description=RULES["seed"])
    kernel: Kernels = Field(DEFAULT_KERNEL, description=RULES["kernel"])
    divisor: Divisors | None = Field(None, description=RULES["divisor"])
    stride: Stride = Field((1, 1), description=RULES["stride"])
    dilation: Dilation = Field((1, 1), description=RULES["dilation"])

    @model_validator(mode="before")
    @classmethod
    def divisor_behind_the_kernel(cls, data: object) -> object:
        """Split ``1,1;1,1/4`` into kernel and divisor, and of several kernels each."""
        if not isinstance(data, dict) or not isinstance(data.get("kernel"), str) or "/" not in data["kernel"]:
            return data
        if "divisor" in data:
            raise PydanticCustomError("divisor_twice", "two divisors")
        parts = [kernel.partition("/") for kernel in data["kernel"].split("::")]
        divisors = [_whole(divisor) if slash else None for _, slash, divisor in parts]
        kernel = "::".join(kernel for kernel, _, _ in parts)
        return {**data, "kernel": kernel, "divisor": divisors if len(parts) > 1 else divisors[0]}

    @model_validator(mode="after")
    def divisor_belongs_to_numbers(self) -> Self:
        """A named kernel has its own divisor."""
        kernels = kernels_of(self.kernel)
        divisors = self.divisor if isinstance(self.divisor, list) else [self.divisor] * len(kernels)
        for kernel, divisor in zip(kernels, divisors, strict=False):
            if divisor is not None and isinstance(kernel, str):
                raise PydanticCustomError("divisor_of_named_kernel", "a named kernel has its own divisor")
        return self


def _whole(text: str) -> int | str:
    """A number behind a slash; what is none is left to the rule of the divisor."""
    is_whole = text.isascii() and text.strip(" ").isdigit() and len(text) < 10
    return int(text) if is_whole else text


class Conv2dRequest(GridsRequest):
    """One convolution, or several over the same input."""

    channels: Channels = Field(1, description=RULES["channels"])
    padding: Padding | None = Field(None, description=RULES["padding"])
    border: Border | None = Field(None, description=RULES["border"])
    flip: Flip | None = Field(None, description=RULES["flip"])
    bias: Biases = Field(0.0, description=RULES["bias"])
    like: Library | None = Field(None, description=RULES["like"])


class ConvTranspose2dRequest(GridsRequest):
    """One transposed convolution, with the parameters of PyTorch's ``conv_transpose2d``."""

    input: Input = Field(DEFAULT_INPUT, description=TRANSPOSED_RULES["input"])
    kernel: Kernel = Field(DEFAULT_KERNEL, description=TRANSPOSED_RULES["kernel"])
    divisor: Divisor | None = Field(None, description=TRANSPOSED_RULES["divisor"])
    padding: TransposedPadding = Field((0, 0), description=TRANSPOSED_RULES["padding"])
    output_padding: OutputPadding = Field((0, 0), description=RULES["output_padding"])
    bias: Number = Field(0.0, description=TRANSPOSED_RULES["bias"])


class StepsPage(BaseModel):
    """Which steps to send."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    offset: Offset = Field(0, description=f"Must be {RULES['offset']}.")
    limit: Limit = Field(LIMITS.steps_in_page, description=f"Must be {RULES['limit']}.")


class PictureChoice(BaseModel):
    """Which picture of a transposed convolution the steps are of."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    picture: Picture = Field("gather", description=f"Of which picture the steps are: {RULES['picture']}.")


class PictureStepsPage(StepsPage, PictureChoice):
    """Which steps of which picture to send."""
