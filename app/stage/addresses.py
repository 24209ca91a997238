"""Addresses of cells, I₀₀ or F₀₁, counted from 0; ``static/js/state/addresses.js`` says the same."""

from typing import Literal, TypeAlias

Order: TypeAlias = Literal["rc", "xy"]
"""By row and column, or by x and y."""

LETTERS = {"input": "I", "patch": "I", "kernel": "F", "output": "O"}
"""Input, filter (the kernel), output."""

_SUBSCRIPTS = str.maketrans("0123456789-", "₀₁₂₃₄₅₆₇₈₉₋")


def addresses_of(role: str, places: tuple[list[int], list[int]], order: Order) -> list[list[str]]:
    """The addresses of all cells where these rows and columns meet."""
    rows, columns = places
    return [[address_of(LETTERS[role], row, column, order) for column in columns] for row in rows]


def address_of(letter: str, row: int, column: int, order: Order) -> str:
    """The address of a cell; a comma stands in it where two indices could be read as one."""
    indices = (column, row) if order == "xy" else (row, column)
    is_plain = all(0 <= index <= 9 for index in indices)
    return letter + ("" if is_plain else ",").join(str(index) for index in indices).translate(_SUBSCRIPTS)
