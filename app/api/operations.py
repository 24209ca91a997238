"""What can be computed: each operation by name, with the parameters that it takes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from app.api.fields import RULES, TRANSPOSED_RULES
from app.api.models import Conv2dRequest, ConvTranspose2dRequest, GridsRequest


@dataclass(frozen=True, slots=True)
class Operation:
    """One kind of computation.

    Attributes:
        name: The last part of its address in the API.
        title: In a sentence: "a convolution".
        request: Its parameters.
        rules: What each of them must be.
        without_meaning: Parameters of other operations, and why there is nothing like them here.
    """

    name: str
    title: str
    request: type[GridsRequest]
    rules: Mapping[str, str]
    without_meaning: Mapping[str, str] = field(default_factory=dict)

    @property
    def names(self) -> str:
        """All of its parameters, in a sentence."""
        *most, last = self.request.model_fields
        return f"The parameters of a {self.title} are {', '.join(most)} and {last}."


CONV2D = Operation("conv2d", "convolution", Conv2dRequest, RULES)
CONV_TRANSPOSE2D = Operation(
    "conv_transpose2d",
    "transposed convolution",
    ConvTranspose2dRequest,
    TRANSPOSED_RULES,
    {
        "channels": "it takes an input of one channel",
        "border": "nothing but zeros stands between and around the cells of the input",
        "flip": "it lays the kernel down as it is, and slides it rotated in the gather picture",
        "like": "it follows PyTorch's conv_transpose2d in everything",
    },
)

OPERATIONS = {operation.name: operation for operation in (CONV2D, CONV_TRANSPOSE2D)}


def operation_at(path: str) -> Operation:
    """The operation that an address is about; convolution where it is about none."""
    return next((OPERATIONS[part] for part in re.split("[/.]", path) if part in OPERATIONS), CONV2D)
