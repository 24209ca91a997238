"""What each kind of cell looks like; the rules of ``static/css/number-grid.css`` in Python."""

from dataclasses import dataclass

from app.imaging import palette as fixed
from app.imaging.palette import Palette, mixed


@dataclass(frozen=True, slots=True)
class Look:
    """A kind of cell.

    Attributes:
        ink: Colour of its number.
        second: Colour of the half below its diagonal.
        stripe: Colour of the stripes across it.
        ring: Colour of a second line around it.
    """

    ink: str
    fill: str | None = None
    line: str | None = None
    bold: bool = True
    dashed: bool = False
    second: str | None = None
    stripe: str | None = None
    ring: str | None = None


def look_of(role: str, kind: str, palette: Palette) -> Look:
    """The look of a cell.

    Args:
        role: Input, patch, kernel, product or output.
        kind: The class names of the cell, as in ``app/stage``.
        palette: Of the theme.
    """
    kinds = set(kind.split())
    match role:
        case "input":
            return _input(kinds, palette)
        case "patch":
            return Look(palette.on_patch, palette.patch, fixed.PATCH_LINE)
        case "kernel":
            return _weight(kinds, palette)
        case "product":
            return _product(kinds, palette)
    return _output(kinds, palette)


def _input(kinds: set[str], palette: Palette) -> Look:
    if "patch" in kinds:
        return _patch(kinds, palette)
    if kinds & {"padding", "inserted"}:
        return Look(palette.on_padding, palette.padding, palette.padding_line, bold=False, dashed=True)
    if "unreached" in kinds:
        return Look(fixed.ON_UNREACHED, fixed.UNREACHED, stripe=fixed.UNREACHED_STRIPE)
    return Look(palette.on_input, palette.input, palette.input_line)


def _patch(kinds: set[str], palette: Palette) -> Look:
    if "inserted" in kinds:
        fill = mixed(palette.padding, palette.patch, 0.45)
        return Look(palette.text, fill, palette.padding_line, bold=False, dashed=True)
    if "padding" in kinds:
        return Look(palette.on_patch, palette.patch, palette.padding_line, bold=False, dashed=True)
    return Look(palette.on_patch, palette.patch, palette.input_line)


def _weight(kinds: set[str], palette: Palette) -> Look:
    if "zero" in kinds:
        return Look(fixed.ON_ZERO_WEIGHT, fixed.ZERO_WEIGHT, palette.kernel_line, bold=False)
    return Look(palette.on_kernel, palette.kernel, palette.kernel_line, stripe=palette.kernel_stripe)


def _product(kinds: set[str], palette: Palette) -> Look:
    if "todo" in kinds:
        return Look(palette.on_product, None, palette.padding_line, dashed=True)
    ring = palette.text if "newest" in kinds else None
    return Look(
        palette.on_product,
        palette.product_input,
        palette.control_line,
        second=palette.product_kernel,
        ring=ring,
    )


def _output(kinds: set[str], palette: Palette) -> Look:
    if "asked" in kinds:
        return Look(palette.on_output, palette.surface, palette.text)
    if "current" in kinds and "done" in kinds:
        return Look(palette.on_current, palette.current, ring=palette.output_line)
    if "current" in kinds:
        return Look(palette.on_output, palette.ground, ring=palette.output_line)
    if "done" in kinds:
        return Look(palette.on_output, palette.output, palette.output_line)
    if "cropped" in kinds:
        return Look(palette.muted, None, palette.padding_line, dashed=True, stripe=palette.line)
    fill = palette.size_ground if "target" in kinds else None
    return Look(palette.muted, fill, palette.todo_line, dashed=True)
