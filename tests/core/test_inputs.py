"""Named inputs: every pattern at every size, and the properties that a lesson relies on."""

import re

import numpy as np
import pytest
from scipy.signal import correlate2d, unit_impulse

from app.core.arrays import FloatArray, IntArray
from app.core.errors import InvalidParameterError
from app.core.inputs import INPUTS, NamedInput, named_input
from app.core.kernels import KERNELS

SIZES = [
    (1, 1),
    (1, 2),
    (2, 1),
    (2, 2),
    (1, 7),
    (7, 1),
    (3, 3),
    (5, 5),
    (6, 6),
    (6, 8),
    (13, 4),
    (28, 28),
    (64, 64),
]
IN_WORDS = [f"{rows} by {columns}" for rows, columns in SIZES]

EVERY_INPUT = pytest.mark.parametrize("pattern", INPUTS.values(), ids=INPUTS)
EVERY_SIZE = pytest.mark.parametrize(("rows", "columns"), SIZES, ids=IN_WORDS)
SEEDED = ["random", "random-signed"]
LARGEST = {"index": 6363}


def draw(name: str, rows: int = 6, columns: int = 6, *, seed: int = 1) -> IntArray:
    return INPUTS[name].draw(rows, columns, seed)


def apply(kernel_name: str, picture: IntArray) -> FloatArray:
    kernel = KERNELS[kernel_name]
    output: FloatArray = correlate2d(picture, kernel.weights, mode="valid") / kernel.divisor
    return output


@EVERY_SIZE
@EVERY_INPUT
def test_has_the_size_that_was_asked_for_and_small_whole_numbers(
    pattern: NamedInput, rows: int, columns: int
) -> None:
    cells = pattern.draw(rows, columns, 1)
    assert cells.shape == (rows, columns)
    assert cells.dtype == np.int64
    assert cells.min() >= (-9 if pattern.name == "random-signed" else 0)
    assert cells.max() <= LARGEST.get(pattern.name, 99)


@EVERY_INPUT
def test_same_size_and_seed_give_the_same_numbers(pattern: NamedInput) -> None:
    np.testing.assert_array_equal(pattern.draw(6, 8, 3), pattern.draw(6, 8, 3))


@EVERY_INPUT
def test_only_random_patterns_depend_on_the_seed(pattern: NamedInput) -> None:
    same = np.array_equal(pattern.draw(6, 8, 1), pattern.draw(6, 8, 2))
    assert same == (pattern.name not in SEEDED)


@EVERY_INPUT
def test_drawing_is_the_callers_to_change(pattern: NamedInput) -> None:
    before = pattern.draw(6, 6, 1)
    pattern.draw(6, 6, 1)[:] = 77
    np.testing.assert_array_equal(pattern.draw(6, 6, 1), before)


@EVERY_INPUT
def test_name_is_kebab_case_and_its_own_key(pattern: NamedInput) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", pattern.name)
    assert INPUTS[pattern.name] is pattern


@EVERY_INPUT
def test_what_it_shows_is_one_sentence(pattern: NamedInput) -> None:
    assert pattern.title
    assert re.fullmatch(r"[A-Z0-9].*[^.]\.", pattern.shows)


def test_no_two_patterns_are_alike() -> None:
    assert len(INPUTS) == 18
    assert len({draw(name).tobytes() for name in INPUTS}) == len(INPUTS)
    assert len({pattern.title for pattern in INPUTS.values()}) == len(INPUTS)


def test_demo_is_the_lessons_example_repeated_or_cut_off_from_the_top_left() -> None:
    assert draw("demo")[0].tolist() == [3, 0, 1, 2, 7, 4]
    assert draw("demo")[:, 5].tolist() == [4, 1, 3, 8, 8, 9]
    large = draw("demo", 14, 9)
    np.testing.assert_array_equal(large[:4, :5], draw("demo", 4, 5))
    np.testing.assert_array_equal(large[6:12, :6], draw("demo"))


def test_index_spells_row_and_column() -> None:
    assert draw("index", 10, 10)[2, 3] == 23
    assert draw("index", 12, 10)[11, 5] == 115


def test_index_gives_the_column_two_digits_where_it_needs_them() -> None:
    assert draw("index", 12, 12)[2, 11] == 211
    assert len(np.unique(draw("index", 64, 64))) == 64 * 64


@EVERY_SIZE
def test_impulse_is_one_in_the_middle_and_nowhere_else(rows: int, columns: int) -> None:
    np.testing.assert_array_equal(draw("impulse", rows, columns), unit_impulse((rows, columns), "mid"))


def test_impulse_shows_the_kernel_turned_around() -> None:
    output = apply("sobel-x", draw("impulse"))
    np.testing.assert_array_equal(output[1:, 1:], KERNELS["sobel-x"].weights[::-1, ::-1])


@EVERY_SIZE
def test_vertical_edge_has_equal_rows_and_a_bright_left_half(rows: int, columns: int) -> None:
    cells = draw("vertical-edge", rows, columns)
    assert (cells == cells[0]).all()
    assert (np.diff(cells) <= 0).all()
    assert (cells[0] == 10).sum() == (columns + 1) // 2


@EVERY_SIZE
def test_horizontal_edge_is_the_vertical_edge_turned(rows: int, columns: int) -> None:
    np.testing.assert_array_equal(
        draw("horizontal-edge", rows, columns), draw("vertical-edge", columns, rows).T
    )


def test_corner_is_one_bright_quarter() -> None:
    cells = draw("corner", 6, 8)
    assert (cells[:3, :4] == 10).all()
    assert cells.sum() == 10 * 3 * 4


@EVERY_SIZE
def test_neighbours_on_the_checkerboard_differ(rows: int, columns: int) -> None:
    cells = draw("checkerboard", rows, columns)
    assert (np.diff(cells, axis=0) != 0).all()
    assert (np.diff(cells, axis=1) != 0).all()


def test_checkerboard_blurs_to_an_even_grey() -> None:
    assert (apply("gaussian-3", draw("checkerboard", 7, 8)) == 4.5).all()


def test_stripes_answer_prewitt_with_plus_and_minus_in_turn() -> None:
    assert apply("prewitt-x", draw("stripes"))[0].tolist() == [27, 27, -27, -27]


def test_diagonal_is_found_by_the_diagonal_kernel_only() -> None:
    assert (apply("line-diagonal", draw("diagonal")).diagonal() == 54).all()
    assert (apply("line-antidiagonal", draw("diagonal")).diagonal() == 0).all()


@EVERY_SIZE
@pytest.mark.parametrize("name", ["cross", "box", "ring", "gradient", "constant"])
def test_centred_figure_is_the_same_in_both_mirrors(name: str, rows: int, columns: int) -> None:
    cells = draw(name, rows, columns)
    np.testing.assert_array_equal(cells, cells[::-1])
    np.testing.assert_array_equal(cells, cells[:, ::-1])


@EVERY_SIZE
@pytest.mark.parametrize("name", ["cross", "box", "ring", "digit", "diagonal", "corner"])
def test_figure_is_there_at_every_size(name: str, rows: int, columns: int) -> None:
    assert draw(name, rows, columns).max() >= 4


@pytest.mark.parametrize("side", [3, 5, 6, 8, 12, 28, 64])
def test_ring_is_hollow(side: int) -> None:
    cells = draw("ring", side, side)
    middle = slice((side - 1) // 2, side // 2 + 1)
    assert cells[middle, middle].max() == 0
    assert cells.max() == 9


def test_edge_kernel_keeps_the_outline_of_the_box_and_empties_its_middle() -> None:
    answers = apply("edge", draw("box", 8, 8))
    assert (answers[2:4, 2:4] == 0).all()
    assert (answers[1, 1:5] < 0).all()


def test_ramp_has_the_same_slope_everywhere() -> None:
    assert (np.diff(draw("ramp", 5, 64)) == 1).all()
    assert (apply("prewitt-x", draw("ramp")) == -6).all()


def test_gradient_falls_from_the_middle_to_the_corners() -> None:
    cells = draw("gradient", 9, 9)
    assert (cells[4, 4], cells[0, 0]) == (9, 0)
    assert (np.diff(cells[:, 4:]) <= 0).all()


@pytest.mark.parametrize("side", [3, 5, 6, 8, 12, 28, 64])
def test_digit_is_in_no_mirror_like_itself(side: int) -> None:
    cells = draw("digit", side, side)
    for mirrored in (cells[::-1], cells[:, ::-1], cells.T, cells[::-1, ::-1]):
        assert not np.array_equal(cells, mirrored)


@pytest.mark.parametrize("side", [6, 8, 12, 16, 28, 64])
def test_digit_is_a_seven_with_a_bar_on_top_and_a_leg_that_leans_left(side: int) -> None:
    ink = draw("digit", side, side) >= 5
    (inked_rows,) = np.nonzero(ink.any(axis=1))
    assert inked_rows[-1] - inked_rows[0] >= side // 2
    widest = int(ink.sum(axis=1).argmax())
    assert ink[widest].sum() >= side // 2
    assert widest < side / 3
    rightmost = [int(np.flatnonzero(ink[row])[-1]) for row in range(widest, inked_rows[-1] + 1)]
    assert rightmost == sorted(rightmost, reverse=True)


def test_digit_stands_in_the_middle_of_a_wide_picture() -> None:
    np.testing.assert_array_equal(draw("digit", 6, 10)[:, 2:8], draw("digit"))


def test_digit_at_six_by_six_is_a_readable_seven() -> None:
    assert draw("digit").tolist() == [
        [0, 0, 0, 0, 0, 0],
        [0, 9, 9, 9, 9, 0],
        [0, 0, 0, 9, 3, 0],
        [0, 0, 3, 6, 0, 0],
        [0, 0, 6, 3, 0, 0],
        [0, 0, 9, 0, 0, 0],
    ]


def test_known_name_is_found() -> None:
    assert named_input("ramp").title == "Ramp"


def test_unknown_name_is_refused_without_repeating_it() -> None:
    with pytest.raises(
        InvalidParameterError, match=r"^input must be one of the names at /api/v1/inputs"
    ) as refusal:
        named_input("<ramp>")
    assert refusal.value.parameter == "input"
    assert "ramp" not in str(refusal.value)
