"""Addresses: the same as in tests/js/state/addresses.test.js."""

import pytest

from app.stage.addresses import Order, address_of, addresses_of


@pytest.mark.parametrize(
    ("row", "column", "order", "address"),
    [
        (0, 1, "rc", "I₀₁"),
        (0, 1, "xy", "I₁₀"),
        (10, 2, "rc", "I₁₀,₂"),
        (-1, 3, "rc", "I₋₁,₃"),
        (9, 9, "xy", "I₉₉"),
    ],
)
def test_a_comma_stands_only_where_two_indices_could_be_read_as_one(
    row: int, column: int, order: Order, address: str
) -> None:
    assert address_of("I", row, column, order) == address


def test_every_grid_has_a_letter_of_its_own_and_the_patch_that_of_the_input() -> None:
    corners = {
        role: addresses_of(role, ([0], [0]), "rc")[0][0] for role in ("input", "patch", "kernel", "output")
    }
    assert corners == {"input": "I₀₀", "patch": "I₀₀", "kernel": "F₀₀", "output": "O₀₀"}
