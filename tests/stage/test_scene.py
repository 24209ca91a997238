"""Scenes: where the cells of a step are, and what is said of it."""

import pytest

from tests.imaging.scenes import GATHER, SCATTER, scene


def test_cells_in_the_padding_are_counted_from_below_zero() -> None:
    rows, columns = scene({"padding": "2,0,1,0"}).places["input"]
    assert (rows[:3], columns[:2]) == ([-2, -1, 0], [-1, 0])
    assert scene({"padding": "2,0,1,0", "step": "2"}).places["patch"] == ([-2, -1, 0], [0, 1, 2])


def test_the_weights_of_a_turned_kernel_keep_the_places_that_they_were_given() -> None:
    assert scene({"flip": "1"}).places["kernel"] == ([2, 1, 0], [2, 1, 0])
    assert scene().places["kernel"] == ([0, 1, 2], [0, 1, 2])


def test_the_output_of_a_scatter_step_has_the_cropped_cells_around_it() -> None:
    assert scene(SCATTER).places["output"] == ([-1, 0, 1, 2, 3, 4, 5],) * 2
    assert scene(GATHER).places["output"] == ([0, 1, 2, 3, 4],) * 2


@pytest.mark.parametrize(
    ("parameters", "title"),
    [
        ({"step": "6"}, "Step 6 of 16 of a convolution: input 6 × 6, kernel 3 × 3, output 4 × 4"),
        (GATHER, "Step 8 of 25 of a transposed convolution: input 3 × 3, kernel 3 × 3, output 5 × 5"),
        (SCATTER, "Step 1 of 9 of a transposed convolution: input 3 × 3, kernel 3 × 3, output 5 × 5"),
        (
            {"input": "ramp", "size": "64"},
            "Step 1 of 3,844 of a convolution: input 64 × 64, kernel 3 × 3, output 62 × 62",
        ),
    ],
)
def test_the_title_says_which_step_of_what_it_is(parameters: dict[str, str], title: str) -> None:
    assert scene(parameters).title == title


@pytest.mark.parametrize(
    ("parameters", "is_row"),
    [
        ({"input": "1,2,3", "kernel": "1,2"}, True),
        ({"input": "1,2,3", "kernel": "1,2", "padding": "1"}, False),
        ({"input": "1,2,3:1,2,3", "kernel": "1,2:3,4"}, False),
        ({"input": "1,2,3", "kernel": "1,2::1,3"}, False),
        ({"input": "2", "kernel": "3"}, False),
        ({"input": "1,2,3", "kernel": "1,2", "operation": "conv_transpose2d"}, True),
        ({"input": "1,2,3", "kernel": "1,2", "operation": "conv_transpose2d", "picture": "scatter"}, False),
    ],
)
def test_one_row_under_another_is_told_from_all_else(parameters: dict[str, str], is_row: bool) -> None:
    assert scene(parameters).is_row is is_row


def test_the_numbers_range_over_all_steps_so_that_shades_stay_the_same() -> None:
    first, last = scene(), scene({"step": "16"})
    assert first.ranges == last.ranges == {"input": (0, 9), "output": (-16, 8)}


def test_the_description_is_the_sentence_and_the_calculation() -> None:
    words = scene({"input": "2", "kernel": "3", "phase": "multiply"}).description
    assert words == "The one value is multiplied by the weight that lies on it. 2·3 = 6."
