"""What stands over a sheet: the sizes, the settings in words, the size formula and the address."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from app.core.inputs import INPUTS
from app.core.kernels import KERNELS
from app.core.phrases import number_text
from app.imaging.qr import qr_svg

LONGEST_ADDRESS = 400
"""Characters that somebody will type from paper; their QR code is as fine as a phone still reads in print."""

Document = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Heading:
    """The words over a sheet.

    Attributes:
        kind: "Convolution" or "Transposed convolution".
        sizes: Of input, kernel and output.
        settings: In words.
        formulas: How the size of the output follows: one line, or one for rows and one for columns.
        address: Of the same convolution on screen; empty where it is too long for paper.
        code: The same as a QR code; empty with the address.
    """

    kind: str
    sizes: str
    settings: str
    formulas: list[str]
    address: str
    code: Markup


def heading_of(document: Document, settings: Mapping[str, str], address: str) -> Heading:
    """The heading of a trace.

    Args:
        document: The trace on the wire; its steps may be missing.
        settings: The parameters as they stand in an address.
        address: Of the convolution on screen.
    """
    geometry = document["geometry"]
    short = address if len(address) <= LONGEST_ADDRESS else ""
    code = qr_svg(short, title="QR code of the address").decode() if short else ""
    return Heading(
        kind="Transposed convolution" if "stretched_size" in geometry else "Convolution",
        sizes=_sizes(geometry, settings),
        settings=_sentence(_settings(document)),
        formulas=_formulas(geometry["formula"]),
        address=short,
        code=Markup(code),
    )


def _sizes(geometry: Document, settings: Mapping[str, str]) -> str:
    counts = geometry["channels"]
    names = {"input": INPUTS.get(settings["input"]), "kernel": KERNELS.get(settings["kernel"])}
    several = {"input": (counts["input"], "channels"), "output": (counts["output"], "maps")}

    def size(part: str) -> str:
        count, noun = several.get(part, (1, ""))
        named, amount = names.get(part), f" in {count} {noun}" if count > 1 else ""
        title = f" ({named.title})" if named is not None else ""
        return f"{part} {' × '.join(map(str, geometry[f'{part}_size']))}{amount}{title}"

    return _sentence([size("input"), size("kernel"), size("output")])


def _settings(document: Document) -> list[str]:
    """Every setting that somebody who computes by hand has to know."""
    geometry = document["geometry"]
    words = [_per_axis("stride", geometry["stride"])]
    if "stretched_size" in geometry:
        words.append(f"{_per_axis('padding', geometry['requested_padding'])} (cut off the output)")
        words.append(_per_axis("output padding", geometry["output_padding"]))
    else:
        words.append(_padding(geometry))
    if tuple(geometry["dilation"]) != (1, 1):
        words.append(_per_axis("dilation", geometry["dilation"]))
    if "stretched_size" not in geometry:
        words.append("kernel flipped" if geometry["flip"] else "kernel not flipped")
    return [*words, *_after_the_sum(document)]


def _per_axis(name: str, pair: tuple[int, int]) -> str:
    rows, columns = pair
    return f"{name} {rows}" if rows == columns else f"{name} {rows} down and {columns} across"


def _padding(geometry: Document) -> str:
    sides: dict[str, int] = geometry["padding"]
    if not any(sides.values()):
        return "no padding"
    if len(set(sides.values())) == 1:
        amount = f"padding {sides['top']} on every side"
    else:
        amount = f"padding {' '.join(f'{side} {size}' for side, size in sides.items())}"
    return f"{amount} (border {geometry['border']})"


def _after_the_sum(document: Document) -> list[str]:
    """What is done to a sum before it is written."""
    divisors, biases = (_listed(document[name]) for name in ("divisor", "bias"))
    words = []
    if set(divisors) != {1}:
        words.append(f"divided by {' and '.join(str(divisor) for divisor in dict.fromkeys(divisors))}")
    if any(biases):
        decimals = max(each["value_decimals"] for each in _listed(document["precision"]))
        words.append(f"bias {' and '.join(number_text(bias, decimals) for bias in dict.fromkeys(biases))}")
    return words


def _listed(values: Any) -> list[Any]:  # noqa: ANN401  # one, or one for each kernel
    return values if isinstance(values, list) else [values]


def _sentence(words: list[str]) -> str:
    text = ", ".join(words)
    return f"{text[0].upper()}{text[1:]}."


def _formulas(formula: Mapping[str, str]) -> list[str]:
    rows, columns = formula["rows"], formula["columns"]
    if rows == columns:
        return [f"rows and columns: {rows}"]
    return [f"rows: {rows}", f"columns: {columns}"]
