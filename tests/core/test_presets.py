"""The settings of the guide: their sizes by its formulas."""

import pytest

from app.core.presets import CONV2D, CONV_TRANSPOSE2D, PRESETS, Preset

NAMED = {
    "no_padding_no_strides": (4, 3, 1, 0, 2),
    "arbitrary_padding_no_strides": (5, 4, 1, 2, 6),
    "same_padding_no_strides": (5, 3, 1, 1, 5),
    "full_padding_no_strides": (5, 3, 1, 2, 7),
    "no_padding_strides": (5, 3, 2, 0, 2),
    "padding_strides": (5, 3, 2, 1, 3),
    "padding_strides_odd": (6, 3, 2, 1, 3),
    "dilation": (7, 3, 1, 0, 3),
    "no_padding_no_strides_transposed": (2, 3, 1, 0, 4),
    "arbitrary_padding_no_strides_transposed": (6, 4, 1, 2, 5),
    "same_padding_no_strides_transposed": (5, 3, 1, 1, 5),
    "full_padding_no_strides_transposed": (7, 3, 1, 2, 5),
    "no_padding_strides_transposed": (2, 3, 2, 0, 5),
    "padding_strides_transposed": (3, 3, 2, 1, 5),
    "padding_strides_odd_transposed": (3, 3, 2, 1, 6),
}
"""i, k, s, p and o of each animation, under the name of its file."""

PADDINGS = {"same": 1, "full": 2}


def settings(preset: Preset) -> tuple[int, ...]:
    """i, k, s, p, d and a of a preset."""
    texts = preset.parameters
    padding = texts.get("padding", "0")
    return (
        int(texts.get("size", 6)),
        len(texts["kernel"].split(";")),
        int(texts.get("stride", 1)),
        PADDINGS[padding] if padding in PADDINGS else int(padding),
        int(texts.get("dilation", 1)),
        int(texts.get("output_padding", 0)),
    )


def test_the_presets_are_those_of_the_guide_in_its_order() -> None:
    assert [name.replace("-", "_") for name in PRESETS] == list(NAMED)
    assert [preset.name for preset in PRESETS.values()] == list(PRESETS)


@pytest.mark.parametrize("preset", PRESETS.values(), ids=list(PRESETS))
def test_sizes_padding_and_strides_are_those_of_the_animation(preset: Preset) -> None:
    i, k, s, p, d, a = settings(preset)
    assert (i, k, s, p) == NAMED[preset.name.replace("-", "_")][:4]
    assert d == (2 if preset.name == "dilation" else 1)
    assert a == (1 if preset.name == "padding-strides-odd-transposed" else 0)


@pytest.mark.parametrize("preset", PRESETS.values(), ids=list(PRESETS))
def test_the_output_size_is_that_of_the_formula(preset: Preset) -> None:
    i, k, s, p, d, a = settings(preset)
    reach = d * (k - 1)
    sizes = {
        CONV2D: (i + 2 * p - reach - 1) // s + 1,
        CONV_TRANSPOSE2D: s * (i - 1) - 2 * p + reach + 1 + a,
    }
    assert sizes[preset.operation] == NAMED[preset.name.replace("-", "_")][4]


@pytest.mark.parametrize("preset", PRESETS.values(), ids=list(PRESETS))
def test_the_sentence_names_the_size_that_comes_out(preset: Preset) -> None:
    output = NAMED[preset.name.replace("-", "_")][4]
    assert f"{output} × {output}" in preset.shows


def test_every_kernel_is_square_and_tells_its_rows_from_its_columns_and_its_start_from_its_end() -> None:
    for preset in PRESETS.values():
        rows = [row.split(",") for row in preset.parameters["kernel"].split(";")]
        assert {len(row) for row in rows} == {len(rows)}
        assert [list(column) for column in zip(*rows, strict=True)] != rows
        assert [row[::-1] for row in rows[::-1]] != rows


def test_the_transposed_ones_name_their_operation_in_the_address_too() -> None:
    for preset in PRESETS.values():
        is_transposed = preset.name.endswith("-transposed")
        assert preset.operation == (CONV_TRANSPOSE2D if is_transposed else CONV2D)
        assert preset.parameters.get("operation", CONV2D) == preset.operation
