"""The close-up: the patch with its surroundings, as large at every step."""

import pytest

from app.stage.cells import Grid, plain
from app.stage.close_up import MOST_CELLS, close_up

GRID = plain([[float(10 * row + column) for column in range(9)] for row in range(8)], 0)


def texts(grid: Grid) -> list[list[str]]:
    return [[cell.text for cell in row] for row in grid.cells]


def test_the_patch_stands_in_the_middle_with_a_cell_more_on_each_side() -> None:
    part = close_up(GRID, [2, 3], [4, 5, 6])
    assert part.row_labels == ["2", "3", "4", "5"]
    assert part.column_labels == ["4", "5", "6", "7", "8"]
    assert texts(part) == [[str(10 * row + column) for column in range(3, 8)] for row in range(1, 5)]


@pytest.mark.parametrize(("first", "labels"), [(0, ["1", "2", "3", "4"]), (6, ["5", "6", "7", "8"])])
def test_at_an_edge_it_is_as_large_as_elsewhere(first: int, labels: list[str]) -> None:
    assert close_up(GRID, [first, first + 1], [3]).row_labels == labels


def test_a_small_input_is_all_there_is() -> None:
    grid = plain([[1.0, 2.0]], 0)
    assert texts(close_up(grid, [0], [0, 1])) == texts(grid)


def test_of_a_large_patch_there_is_as_much_as_fits() -> None:
    part = close_up(GRID, list(range(7)), list(range(9)))
    assert (len(part.row_labels), len(part.column_labels)) == (MOST_CELLS, MOST_CELLS)


def test_it_says_the_same_numbers_as_the_input() -> None:
    part = close_up(GRID, [5], [5])
    assert part.cells[1][1] is GRID.cells[5][5]
