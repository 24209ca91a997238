"""What can be computed: each operation by name, with the parameters that it takes."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.api.fields import RULES
from app.api.models import Conv2dRequest, GridsRequest


@dataclass(frozen=True, slots=True)
class Operation:
    """One kind of computation.

    Attributes:
        name: The last part of its address in the API.
        title: In a sentence: "a convolution".
        request: Its parameters.
        rules: What each of them must be.
    """

    name: str
    title: str
    request: type[GridsRequest]
    rules: Mapping[str, str]

    @property
    def names(self) -> str:
        """All of its parameters, in a sentence."""
        *most, last = self.request.model_fields
        return f"The parameters of a {self.title} are {', '.join(most)} and {last}."


CONV2D = Operation("conv2d", "convolution", Conv2dRequest, RULES)

OPERATIONS = {operation.name: operation for operation in (CONV2D,)}


def operation_at(path: str) -> Operation:
    """The operation that an address is about; convolution where it is about none."""
    return next((OPERATIONS[part] for part in path.split("/") if part in OPERATIONS), CONV2D)
