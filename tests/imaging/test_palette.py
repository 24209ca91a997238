"""The palettes: the tokens of the page, and nothing that cannot be read."""

import re
from dataclasses import asdict

import pytest

from app.imaging import palette
from app.imaging.palette import DARK, LIGHT, PALETTES, PROJECTOR, Palette, mixed
from app.paths import STATIC

CSS = STATIC / "css"
THEMES = {"light": LIGHT, "dark": DARK, "projector": PROJECTOR}

PAIRS = [
    ("text", "ground"),
    ("text", "surface"),
    ("muted", "ground"),
    ("muted", "surface"),
    ("on_input", "input"),
    ("on_patch", "patch"),
    ("on_padding", "padding"),
    ("on_kernel", "kernel"),
    ("on_output", "output"),
    ("on_current", "current"),
    ("on_product", "product_input"),
    ("on_product", "product_kernel"),
    ("input_text", "surface"),
    ("kernel_text", "surface"),
    ("output_text", "surface"),
    ("input_text", "ground"),
    ("kernel_text", "ground"),
    ("output_text", "ground"),
]


def tokens(selector: str, column: int) -> dict[str, str]:
    """The colours that the page has under a selector, by name as in Python."""
    css = (CSS / "tokens.css").read_text()
    rules = re.findall(rf"^{re.escape(selector)} \{{([^}}]*)\}}", css, re.MULTILINE)
    colours = {}
    for name, value in re.findall(r"--([a-z-]+):\s*([^;]+);", "".join(rules)):
        pair = re.fullmatch(r"light-dark\((#\w+), (#\w+)\)", value)
        colours[name.replace("-", "_")] = pair[column] if pair else value
    return colours


def luminance(colour: str) -> float:
    """As WCAG defines it."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (byte / 255 for byte in bytes.fromhex(colour[1:]))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", THEMES)
def test_every_colour_is_that_of_the_page(theme: str) -> None:
    of_page = tokens(":root", 2 if theme == "dark" else 1)
    if theme == "projector":
        of_page |= tokens(':root[data-theme="projector"]', 1)
    colours = asdict(THEMES[theme])
    assert colours == {name: of_page[name] for name in colours}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_every_text_can_be_read_on_its_ground(theme: str, ink: str, ground: str) -> None:
    colours = asdict(THEMES[theme])
    assert contrast(colours[ink], colours[ground]) >= 4.5


@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        (palette.ON_UNREACHED, palette.UNREACHED),
        (palette.ON_UNREACHED, palette.UNREACHED_STRIPE),
        (palette.ON_ZERO_WEIGHT, palette.ZERO_WEIGHT),
    ],
)
def test_quiet_cells_can_be_read_in_every_theme(ink: str, ground: str) -> None:
    assert contrast(ink, ground) >= 4.5


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("UNREACHED", "number-grid.css"),
        ("UNREACHED_STRIPE", "number-grid.css"),
        ("PATCH_LINE", "number-grid.css"),
        ("ZERO_WEIGHT", "links.css"),
        ("ON_ZERO_WEIGHT", "links.css"),
        ("INPUT_SHADES", "painted-cells.css"),
        ("OUTPUT_SHADES", "painted-cells.css"),
    ],
)
def test_colours_of_single_parts_are_those_of_the_page_too(name: str, file: str) -> None:
    colours = getattr(palette, name)
    css = (CSS / file).read_text()
    assert all(colour in css for colour in ([colours] if isinstance(colours, str) else colours))


def test_a_theme_that_follows_the_reader_is_light_in_a_picture() -> None:
    assert PALETTES["auto"] is PALETTES["light"] is LIGHT
    assert set(PALETTES) == {"auto", "light", "dark", "projector"}


def test_a_mixed_colour_lies_between_the_two() -> None:
    assert [mixed("#000000", "#c864ff", share) for share in (0, 0.5, 1)] == ["#000000", "#643280", "#c864ff"]
    assert isinstance(LIGHT, Palette)
