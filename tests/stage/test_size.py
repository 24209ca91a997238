"""How many cells have to fit: the same numbers as in tests/js/state/stage-size.test.js."""

from app.stage.cells import Grid, plain
from app.stage.size import StageSize


def size_of(length: int, channels: int = 1, maps: int = 1) -> StageSize:
    """The stage of channels of one row each under 1 × 3 kernels."""

    def stack(columns: int, count: int) -> list[Grid]:
        return [plain([[0.0] * columns], 0)] * count

    return StageSize.of(stack(length, channels), stack(3, channels), stack(length - 2, maps))


def test_a_single_channel_its_kernel_and_its_output_stand_in_one_line() -> None:
    assert size_of(6) == StageSize(input_columns=6, other_columns=3 + 4, rows=1, maps_across=1)


def test_several_channels_stand_side_by_side_above_their_part_of_the_kernel() -> None:
    assert size_of(6, channels=3) == StageSize(input_columns=18, other_columns=4, rows=2, maps_across=1)


def test_more_than_two_maps_stand_two_by_two() -> None:
    assert size_of(6, maps=4) == StageSize(input_columns=6, other_columns=3 + 8, rows=2, maps_across=2)


def test_two_maps_stand_below_each_other_only_where_the_stage_is_high() -> None:
    assert (size_of(6, maps=2).maps_across, size_of(6, channels=2, maps=2).maps_across) == (2, 1)


def test_digits_go_only_where_the_cells_of_all_grids_together_are_too_many() -> None:
    assert [size_of(length).is_dense for length in (23, 24)] == [False, True]
