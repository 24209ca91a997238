"""A trace document as the page draws it: always in stacks, whether or not it has more than one channel."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.stage.cells import Stack


@dataclass(frozen=True, slots=True)
class Picture:
    """A trace document in stacks, whether or not it has more than one channel.

    Attributes:
        padded: The input with its padding, channel by channel.
        kernels: The weights as they lie on the input, a stack for each kernel.
        divisors, biases: One for each kernel.
        output: One map for each kernel.
        precision: How to print the numbers of each kernel's steps.
        geometry: The sizes and index tables of the document.
    """

    padded: Stack
    kernels: list[Stack]
    divisors: list[int]
    biases: list[float]
    output: Stack
    precision: list[dict[str, int]]
    geometry: dict[str, Any]

    @classmethod
    def of(cls, document: Mapping[str, Any]) -> "Picture":
        """What a document shows; see ``app/api/pack.py``."""
        of_kernel = [document[name] for name in ("applied_kernel", "divisor", "bias", "precision")]
        if not isinstance(document["precision"], list):
            kernel, *others = of_kernel
            of_kernel = [[[kernel]], *([each] for each in others)]
        kernels, divisors, biases, precision = of_kernel
        output = stacked(document["output"])
        padded = stacked(document["padded_input"])
        return cls(padded, kernels, divisors, biases, output, precision, document["geometry"])


def stacked(values: Any) -> Stack:  # noqa: ANN401  # rows or channels of rows
    """Channels of rows, where one channel may come as its rows alone."""
    return values if isinstance(values[0][0], list) else [values]


def axes_of(geometry: dict[str, Any]) -> list[tuple[int, int]]:
    """(cells, gap) of the input by rows and columns; a transposed convolution stretches it by zeros."""
    if "stretched_size" not in geometry:
        return [(size, 1) for size in geometry["input_size"]]
    return list(zip(geometry["stretched_size"], geometry["stride"], strict=True))
