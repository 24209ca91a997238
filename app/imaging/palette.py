"""The colours of a figure by what they mean, the same as those of the page.

``static/css/tokens.css`` has them for the page, and a test compares the two.  Blue is input, yellow
is kernel, green is output, and nothing else uses them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Palette:
    """One theme.  Names are those of the tokens of the page; colours are ``#rrggbb``."""

    ground: str = "#fbfaf7"
    surface: str = "#ffffff"
    line: str = "#dedcd5"
    control_line: str = "#8b8880"
    text: str = "#1b2430"
    muted: str = "#565f6c"

    input: str = "#0f4a98"
    on_input: str = "#ffffff"
    input_line: str = "#0f4a98"
    input_text: str = "#0f4a98"
    patch: str = "#bcdaf5"
    on_patch: str = "#062f66"
    padding: str = "#f3f3f5"
    on_padding: str = "#565f6c"
    padding_line: str = "#767a82"

    kernel: str = "#ffe27a"
    on_kernel: str = "#2e2300"
    kernel_line: str = "#7a5b00"
    kernel_text: str = "#765700"
    frame: str = "#ffdd44"
    frame_line: str = "#4d3a00"

    output: str = "#c3ebcf"
    on_output: str = "#0c4a26"
    size_ground: str = "#e9f7ed"
    output_line: str = "#1b7a43"
    output_text: str = "#146c39"
    todo_line: str = "#9db3a5"
    current: str = "#23783f"
    on_current: str = "#ffffff"
    still: str = "#dcdad3"

    product_input: str = "#e2eefb"
    product_kernel: str = "#fff1bd"
    on_product: str = "#1b2430"

    @property
    def kernel_stripe(self) -> str | None:
        """Across a weight; none where colour tells the kernel from all else."""
        return None


LIGHT = Palette()

DARK = Palette(
    ground="#121418",
    surface="#1a1d23",
    line="#343943",
    control_line="#7c828d",
    text="#eceef2",
    muted="#a7acb5",
    input_line="#7fb2f5",
    input_text="#9cc5fb",
    padding="#1c1f25",
    on_padding="#a7acb5",
    padding_line="#8a909b",
    kernel_text="#ffdd44",
    frame_line="#000000",
    size_ground="#1c2b22",
    output_line="#5fd08a",
    output_text="#6fdc98",
    todo_line="#53705f",
    still="#3a404a",
)

PROJECTOR = replace(
    LIGHT,
    ground="#ffffff",
    line="#767676",
    control_line="#555555",
    text="#000000",
    muted="#333333",
    input="#003270",
    input_line="#003e8a",
    patch="#cfe3fa",
    on_patch="#00204d",
    padding="#ffffff",
    on_padding="#333333",
    padding_line="#555555",
    kernel="#ffd400",
    on_kernel="#000000",
    kernel_line="#000000",
    frame="#ffd400",
    frame_line="#000000",
    output="#bfe9cc",
    on_output="#00381b",
    output_line="#00592b",
    output_text="#00592b",
    todo_line="#555555",
)

PALETTES: Mapping[str, Palette] = MappingProxyType(
    {"auto": LIGHT, "light": LIGHT, "dark": DARK, "projector": PROJECTOR}
)
"""By theme; a picture cannot know what its reader prefers, so that ``auto`` is light."""

UNREACHED, UNREACHED_STRIPE, ON_UNREACHED = "#5d6672", "#525b66", "#ffffff"
"""Of an input cell that no tap ever covers, in every theme."""

ZERO_WEIGHT, ON_ZERO_WEIGHT = "#fff4cc", "#6b5b22"
"""Of a weight that adds nothing, in every theme."""

PATCH_LINE = "#6d9fcf"

INPUT_SHADES, OUTPUT_SHADES = ("#06244d", "#cfe3fa"), ("#0b3a1d", "#d8f3e0")
"""Of the smallest and of the largest number, where cells are too small for digits."""


def mixed(first: str, second: str, share: float) -> str:
    """A colour between two, with this share of the second."""
    parts = zip(bytes.fromhex(first[1:]), bytes.fromhex(second[1:]), strict=True)
    return "#" + bytes(round(a + (b - a) * share) for a, b in parts).hex()
