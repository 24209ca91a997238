"""Small pieces of text: numbers, counts, spans of rows and columns, as people write and say them.

On screen a minus is "−" (U+2212).  Rows and columns are counted from 1, as people do.
"""

from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache

import numpy as np

from app.core.padding import Border

# As many digits as a double can have before its point, and more than are ever shown behind it.
_SCHOOL = Context(prec=350, rounding=ROUND_HALF_UP)

KEPT_NUMBERS = 4_096
"""The same numbers come back on every step, and a film writes most of them two hundred times."""

_COUNTS = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
]  # fmt: skip


@lru_cache(KEPT_NUMBERS)
def number_text(value: float, decimals: int) -> str:
    """A number as it stands on the page: at most this many decimals, no trailing zeros, a true minus.

    A number in the middle is rounded away from zero, as in school and in a browser: 0.03125 to 0.0313.
    """
    text = f"{_SCHOOL.quantize(Decimal(value), Decimal((0, (1,), -decimals))):f}"
    if decimals:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text.replace("-", "−")


def full_text(value: float) -> str:
    """A number with all of its digits, however many: as it was typed."""
    # Adding 0.0 turns −0 into 0.
    return np.format_float_positional(value + 0.0, trim="-").replace("-", "−")


def in_brackets(number: str) -> str:
    """A number as it stands inside a calculation: a negative one in brackets."""
    return f"({number})" if number.startswith("−") else number


def count_text(count: int, noun: str) -> str:
    """A count with its noun, spelled out up to twelve: "nine products", "13 rows"."""
    number = _COUNTS[count] if count < len(_COUNTS) else str(count)
    return f"{number} {noun}" if count == 1 else f"{number} {noun}s"


def span_text(noun: str, indices: list[int], input_size: int) -> str:
    """Which rows or columns of the input lie under the taps, "rows 2 to 4"; empty where none do."""
    inside = [index + 1 for index in indices if 0 <= index < input_size]
    if not inside:
        return ""
    if len(inside) == 1:
        return f"{noun} {inside[0]}"
    if inside[-1] - inside[0] == len(inside) - 1:
        return f"{noun}s {inside[0]} to {inside[-1]}"
    return f"{noun}s {', '.join(map(str, inside[:-1]))} and {inside[-1]}"


def padding_text(padding_cells: int, terms: int, border: Border) -> str:
    """How many values of a patch come from the padding; empty where none do."""
    if not padding_cells:
        return ""
    values = f" {padding_cells} of the {terms} values {'is' if padding_cells == 1 else 'are'}"
    if border is not Border.ZEROS:
        return f"{values} padding, filled by the border rule {border.value}."
    return f"{values} a padding zero." if padding_cells == 1 else f"{values} padding zeros."
