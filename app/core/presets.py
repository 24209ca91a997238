"""The fifteen settings of Dumoulin & Visin's guide, in its order, here with digits.

Input and kernel sizes, padding and strides are theirs (the animations are at
github.com/vdumoulin/conv_arithmetic), the numbers in the cells are ours.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

CONV2D = "conv2d"
CONV_TRANSPOSE2D = "conv_transpose2d"

_KERNEL_3 = "1,2,0;0,1,1;2,0,1"
_KERNEL_4 = "1,2,0,1;0,1,1,0;2,0,1,1;1,0,0,2"


@dataclass(frozen=True, slots=True)
class Preset:
    """One named setting.

    Attributes:
        name: As it is known, kebab-case.
        title: As it stands on the page.
        operation: What is done: ``conv2d`` or ``conv_transpose2d``.
        parameters: The texts of the address that differ from the defaults.
        shows: One sentence on what there is to see.
        source: Figure and relationship of the guide.
    """

    name: str
    title: str
    operation: str
    parameters: Mapping[str, str]
    shows: str
    source: str


def _preset(
    name: str, title: str, figure: str, relationship: int, shows: str, size: int, **settings: str
) -> Preset:
    """A preset with random digits on a square input, as all of the guide's are."""
    source = f"Dumoulin & Visin (2016), arXiv:1603.07285, figure {figure}, relationship {relationship}"
    operation = settings.pop("operation", CONV2D)
    operated = {} if operation == CONV2D else {"operation": operation}
    sized = {} if size == 6 else {"size": str(size)}
    parameters = {**operated, "input": "random", **sized, "kernel": _KERNEL_3, **settings}
    return Preset(name, title, operation, MappingProxyType(parameters), shows, source)


def _transposed(
    name: str, title: str, figure: str, relationship: int, shows: str, size: int, **settings: str
) -> Preset:
    return _preset(
        f"{name}-transposed",
        f"{title}, transposed",
        figure,
        relationship,
        shows,
        size,
        **settings,
        operation=CONV_TRANSPOSE2D,
    )


_CONVOLUTIONS = (
    _preset(
        "no-padding-no-strides",
        "No padding, no strides",
        "2.1",
        1,
        "The plainest case: 4 × 4 becomes 2 × 2, because the kernel only goes where it fits.",
        4,
    ),
    _preset(
        "arbitrary-padding-no-strides",
        "Arbitrary padding, no strides",
        "2.2",
        2,
        "Two cells on every side under a 4 × 4 kernel: the output, 6 × 6, is larger than the input.",
        5,
        kernel=_KERNEL_4,
        padding="2",
    ),
    _preset(
        "same-padding-no-strides",
        "Same (half) padding, no strides",
        "2.3",
        3,
        "One cell on every side gives back what a 3 × 3 kernel takes: 5 × 5 stays 5 × 5.",
        5,
        padding="same",
    ),
    _preset(
        "full-padding-no-strides",
        "Full padding, no strides",
        "2.4",
        4,
        "The kernel stops wherever it meets at least one cell of the input: 5 × 5 becomes 7 × 7.",
        5,
        padding="full",
    ),
    _preset(
        "no-padding-strides",
        "No padding, strides",
        "2.5",
        5,
        "The kernel moves by two cells: 5 × 5 becomes 2 × 2.",
        5,
        stride="2",
    ),
    _preset(
        "padding-strides",
        "Padding and strides",
        "2.6",
        6,
        "Padding 1 and stride 2: 5 × 5 becomes 3 × 3.",
        5,
        stride="2",
        padding="1",
    ),
    _preset(
        "padding-strides-odd",
        "Padding and strides, one row left over",
        "2.7",
        6,
        "6 × 6 becomes 3 × 3 as well: the floor in the formula drops a last row and column of padding.",
        6,
        stride="2",
        padding="1",
    ),
    _preset(
        "dilation",
        "Dilation",
        "5.1",
        15,
        "A 3 × 3 kernel with gaps spans 5 × 5 cells: 7 × 7 becomes 3 × 3.",
        7,
        dilation="2",
    ),
)

_TRANSPOSED = (
    _transposed(
        "no-padding-no-strides",
        "No padding, no strides",
        "4.1",
        8,
        "The way back from 2 × 2 to 4 × 4: each input cell spreads over 3 × 3 output cells.",
        2,
    ),
    _transposed(
        "arbitrary-padding-no-strides",
        "Arbitrary padding, no strides",
        "4.2",
        9,
        "What padding 2 made larger becomes smaller again: 6 × 6 becomes 5 × 5.",
        6,
        kernel=_KERNEL_4,
        padding="2",
    ),
    _transposed(
        "same-padding-no-strides",
        "Same (half) padding, no strides",
        "4.3",
        10,
        "Half padding keeps the size in both directions: 5 × 5 stays 5 × 5.",
        5,
        padding="1",
    ),
    _transposed(
        "full-padding-no-strides",
        "Full padding, no strides",
        "4.4",
        11,
        "The way back from full padding adds none: 7 × 7 becomes 5 × 5.",
        7,
        padding="2",
    ),
    _transposed(
        "no-padding-strides",
        "No padding, strides",
        "4.5",
        12,
        "A stride moves the cells of the input apart: 2 × 2 becomes 5 × 5.",
        2,
        stride="2",
    ),
    _transposed(
        "padding-strides",
        "Padding and strides",
        "4.6",
        13,
        "Stride 2 spreads, padding 1 cuts off: 3 × 3 becomes 5 × 5.",
        3,
        stride="2",
        padding="1",
    ),
    _transposed(
        "padding-strides-odd",
        "Padding and strides, one row added",
        "4.7",
        14,
        "Output padding 1 brings back the row that the floor had dropped: 3 × 3 becomes 6 × 6.",
        3,
        stride="2",
        padding="1",
        output_padding="1",
    ),
)

PRESETS: Mapping[str, Preset] = MappingProxyType({each.name: each for each in _CONVOLUTIONS + _TRANSPOSED})
