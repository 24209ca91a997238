"""The colours of a figure on paper, which is often printed in black and white.

Shades tell apart what stands in one grid; the kernel, whose shade is near that of the output, is striped.
"""

from dataclasses import asdict, dataclass

from app.imaging.palette import PROJECTOR, Palette


@dataclass(frozen=True, slots=True)
class PaperPalette(Palette):
    """A palette whose kernel has stripes."""

    @property
    def kernel_stripe(self) -> str:
        """A darker yellow."""
        return "#eec42a"


PAPER = PaperPalette(
    **asdict(PROJECTOR)
    | {
        "muted": "#000000",
        "input": "#9db9de",
        "on_input": "#000000",
        "patch": "#f4f9ff",
        "on_patch": "#000000",
        "on_padding": "#000000",
        "padding_line": "#000000",
        "kernel": "#ffdd55",
        "output": "#c9ecd4",
        "on_output": "#000000",
        "todo_line": "#000000",
        "current": "#14522c",
    }
)
