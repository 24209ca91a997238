"""The first frame: the same rules as static/js/state/stage-grids.js, whose tests use the same words."""

import pytest

from app.address import read_visit
from app.api.pack import pack_geometry, pack_trace
from app.api.pack_transposed import pack_transposed
from app.core.layer import LayerTrace
from app.stage.gather import Stage, input_size_text, sentence_of, stage_of, unreached_text


def first_frame(**parameters: str) -> Stage:
    visit = read_visit(parameters)
    assert visit.notices == []
    trace = LayerTrace(visit.layer)
    step = {**trace.steps(visit.step - 1, visit.step)[0]}
    exact = visit.layer.is_exact
    return stage_of(pack_trace(trace, {}), exact, step, visit.query.phase)


def test_the_patch_is_lit_under_the_taps_and_not_between_them() -> None:
    stage = first_frame(input="1,2,3;4,5,6", kernel="1,-2", dilation="1,2")
    assert [cell.kind for cell in stage.inputs[0].cells[0]] == ["patch", "unreached", "patch"]
    assert [cell.tag for cell in stage.inputs[0].cells[0]] == ["×1", "", "×−2"]


def test_weights_of_zero_are_quiet() -> None:
    stage = first_frame(kernel="1,0;-2,0")
    assert [[cell.kind for cell in row] for row in stage.kernels[0].cells] == [["", "zero"], ["", "zero"]]


def test_padding_and_unreached_cells_are_told_apart() -> None:
    stage = first_frame(input="1,2,3;4,5,6", kernel="1", stride="2", padding="1,0,0,0")
    assert stage.inputs[0].row_labels == ["p", "1", "2"]
    assert stage.inputs[0].cells[0][0].kind == "padding patch"
    assert stage.inputs[0].cells[1][0].kind == "unreached"
    assert stage.inputs[0].cells[0][1].kind == "padding unreached"


def test_output_cells_are_done_current_or_still_to_come() -> None:
    stage = first_frame(step="2", size="4")
    kinds = [cell.kind for row in stage.outputs[0].cells for cell in row]
    assert kinds == ["done", "current done", "todo", "todo"]
    assert [cell.text for cell in stage.outputs[0].cells[1]] == ["", ""]


def test_a_rounded_value_is_marked() -> None:
    stage = first_frame(kernel="box-3", step="3")
    assert stage.value == stage.outputs[0].cells[0][2].text
    assert stage.value.startswith("≈")


@pytest.mark.parametrize(("number", "width"), [("-123456.7891", 12), ("-999999.12345678", 16)])
def test_digits_of_a_long_number_are_counted_up_to_eighteen(number: str, width: int) -> None:
    cell = first_frame(input=number, kernel="1").inputs[0].cells[0][0]
    assert cell.width == width <= len(cell.text)


def test_the_value_of_the_sentence_is_set_off() -> None:
    sentence = "The kernel covers row 1, column 1. Its one product is −2, the output in row 1, column 1."
    assert sentence_of({"explanation": sentence}, "write") == (
        "The kernel covers row 1, column 1. Its one product is ",
        "−2",
        ", the output in row 1, column 1.",
    )


def test_a_phase_has_its_own_sentence_without_a_value() -> None:
    step = {"phases": {"place": "The kernel covers row 1, column 1."}}
    assert sentence_of(step, "place") == ("The kernel covers row 1, column 1.", "", "")


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ({}, ""),
        ({"stride": "2"}, "The kernel never reaches row 6 and column 6 of the input."),
        ({"stride": "4,1", "size": "10"}, "The kernel never reaches rows 4, 8, 9, 10 of the input."),
    ],
)
def test_rows_and_columns_that_are_never_reached_are_named(parameters: dict[str, str], expected: str) -> None:
    assert unreached_text(pack_geometry(read_visit(parameters).layer.first)["unreached"]) == expected


@pytest.mark.parametrize(
    ("phase", "products", "kind", "value", "cell"),
    [
        ("place", [["", "", ""]] * 3, "todo", "", ""),
        ("multiply", [["3", "0", "−1"], ["1", "0", "−8"], ["2", "0", "−2"]], "newest", "", ""),
        ("add", [["3", "0", "−1"], ["1", "0", "−8"], ["2", "0", "−2"]], "added", "−5", ""),
        ("write", [["3", "0", "−1"], ["1", "0", "−8"], ["2", "0", "−2"]], "added", "−5", "−5"),
    ],
)
def test_each_phase_shows_what_has_been_done_so_far(
    phase: str, products: list[list[str]], kind: str, value: str, cell: str
) -> None:
    stage = first_frame(phase=phase)
    assert [[each.text for each in row] for row in stage.products[0].cells] == products
    assert stage.products[0].cells[-1][-1].kind == kind
    assert (stage.value, stage.outputs[0].cells[0][0].text) == (value, cell)


def test_each_channel_and_each_map_has_a_grid_and_each_channel_a_sum() -> None:
    stage = first_frame(input="1,2:3,4", kernel="1:-1::2:5/2", bias="0,-0.5", step="3")
    assert [grid.cells[0][0].text for grid in stage.inputs] == ["1", "3"]
    assert [grid.cells[0][0].tag for grid in stage.inputs] == ["×2", "×5"]
    assert [[cell.text for cell in grid.cells[0]] for grid in stage.outputs] == [["−2", "−2"], ["8", ""]]
    assert (stage.kernel_title, stage.channel_sums, stage.after_sum) == (
        "Kernel 2",
        ["2", "15"],
        "/ 2 − 0.5",
    )


def test_the_sums_of_the_channels_are_not_there_before_they_are_added() -> None:
    assert first_frame(input="1:3", kernel="1:1", phase="multiply").channel_sums == ["", ""]


def test_zeros_that_stretch_the_input_are_marked_and_have_no_number() -> None:
    visit = read_visit({"operation": "conv_transpose2d", "input": "1,2;3,4", "stride": "2", "kernel": "1,2"})
    assert visit.transposed is not None
    document = pack_transposed(visit.transposed, {})
    stage = stage_of(document, visit.layer.is_exact, document["steps"][0])
    assert stage.inputs[0].column_labels == ["p", "1", "·", "2", "p"]
    assert [cell.kind for cell in stage.inputs[0].cells[0]] == [
        "padding patch",
        "patch",
        "inserted",
        "",
        "padding",
    ]
    assert stage.kernel_title == "Kernel, rotated"
    assert input_size_text(document["geometry"]) == "2 × 2, stretched to 3 × 3"
