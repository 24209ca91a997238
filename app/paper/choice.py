"""What an address asks of paper, besides the convolution: a worksheet or not, and with how many blanks.

As everywhere on a page, a bad value is left out and a sentence says so.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from app.settings import LIMITS

DEFAULT_BLANKS = 6
"""As many lines of working as fit on a page under the grids."""

_BLANKS = re.compile(r"[1-9][0-9]{0,2}")


@dataclass(frozen=True, slots=True)
class PaperChoice:
    """How a convolution is to be printed.

    Attributes:
        is_worksheet: Whether cells are left blank; else all steps are printed.
        blank_count: How many.
        notices: A sentence for each parameter that was not used.
    """

    is_worksheet: bool
    blank_count: int
    notices: tuple[str, ...]


def read_choice(parameters: Mapping[str, str]) -> tuple[PaperChoice, dict[str, str]]:
    """The choice, and the parameters of the convolution that are left."""
    others = dict(parameters)
    worksheet, blanks = others.pop("worksheet", "0"), others.pop("blanks", str(DEFAULT_BLANKS))
    notices = []
    if worksheet not in {"0", "1"}:
        notices.append("worksheet must be 0 or 1. All steps are printed instead.")
    is_good = _BLANKS.fullmatch(blanks) is not None and int(blanks) <= LIMITS.blanks
    if not is_good:
        notices.append(
            f"blanks must be a whole number from 1 to {LIMITS.blanks}. {DEFAULT_BLANKS} are used instead."
        )
    count = int(blanks) if is_good else DEFAULT_BLANKS
    return PaperChoice(worksheet == "1", count, tuple(notices)), others
