"""The line of working of a worksheet: the expression of a step, some of its numbers left blank."""

import re
from collections.abc import Collection
from dataclasses import dataclass

LONGEST = 360
"""Characters of an expression that can still be followed on paper; about 45 products."""

# An input value stands before the dot of its product, a result behind an equals sign.
_NUMBER = re.compile(r"(?P<operand>\(−[\d.]+\)|[\d.]+)(?=·)|(?<=[=≈] )−?[\d.]+")
_RESULTS = re.compile(r" [=≈] .*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line; a blank one is the answer, which a sheet must not show."""

    text: str
    is_blank: bool = False


def working(expression: str, blank_terms: Collection[int]) -> list[Piece]:
    """The pieces of an expression in order.

    Args:
        expression: Of a step, such as "5·1 + 8·(−1) = −3".
        blank_terms: The products whose input value is blank, counted from 0; all results are blank, too.
            Where the expression is too long, its products are left out.
    """
    line = expression if is_short(expression) else f"Value{_results(expression)}"
    pieces, end, term = list[Piece](), 0, 0
    for found in _NUMBER.finditer(line):
        is_operand = found["operand"] is not None
        is_blank = not is_operand or term in blank_terms
        term += is_operand
        if is_blank:
            pieces += [Piece(line[end : found.start()]), Piece(found[0], is_blank=True)]
            end = found.end()
    return [piece for piece in (*pieces, Piece(line[end:])) if piece.text]


def is_short(expression: str) -> bool:
    """Whether an expression can be printed term by term."""
    return len(expression) <= LONGEST


def _results(expression: str) -> str:
    found = _RESULTS.search(expression)
    assert found is not None, "every expression has a result"
    return found[0]
