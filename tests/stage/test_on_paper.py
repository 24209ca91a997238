"""What of a scene is printed: all of it where it can be read, else what the step has to do with."""

import pytest

from app.address import read_visit
from app.drawn_steps import DrawnSteps
from app.stage.cells import Grid
from app.stage.on_paper import as_worksheet, in_a_sixth
from app.stage.scene import Scene


def scene(**parameters: str) -> Scene:
    visit = read_visit(parameters)
    assert visit.notices == []
    ((found, _),) = DrawnSteps.of(visit).drawn(visit.step, visit.step)
    return found


def texts(grid: Grid) -> list[list[str]]:
    return [[cell.text for cell in row] for row in grid.cells]


def kinds(grid: Grid) -> list[str]:
    return [cell.kind for row in grid.cells for cell in row]


@pytest.mark.parametrize("query", [{}, {"padding": "same"}, {"channels": "3"}, {"size": "10"}])
def test_grids_that_can_be_read_are_whole(query: dict[str, str]) -> None:
    small = scene(**query)
    assert in_a_sixth(small) is small


def test_of_a_large_input_the_patch_and_of_its_output_the_current_cell_are_left() -> None:
    # Step 29 writes row 2, column 3 of the 26 columns of the output.
    shown = in_a_sixth(scene(size="28", input="ramp", step="29"))
    (image,), (output,) = shown.stage.inputs, shown.stage.outputs
    assert image.row_labels == ["1", "2", "3", "4", "5"]
    assert image.column_labels == ["2", "3", "4", "5", "6"]
    assert kinds(image).count("patch") == 9
    assert output.column_labels == ["2", "3", "4"]
    assert [row[1].kind for row in output.cells] == ["done", "current done", "todo"]
    assert shown.places["input"] == ([0, 1, 2, 3, 4], [1, 2, 3, 4, 5])
    assert shown.places["output"] == ([0, 1, 2], [1, 2, 3])


def test_all_of_a_dilated_kernel_is_left() -> None:
    (image,) = in_a_sixth(scene(size="20", kernel="gaussian-5", dilation="3")).stage.inputs
    assert kinds(image).count("patch") == 25
    assert len(image.cells) == len(image.cells[0]) == 15


def test_of_several_maps_the_same_part_is_left() -> None:
    shown = in_a_sixth(scene(size="28", kernel="box-3::sobel-x", step="677"))
    assert [len(grid.cells) for grid in shown.stage.outputs] == [3, 3]
    assert kinds(shown.stage.outputs[1])[0] == "current done"


def test_in_the_scatter_picture_the_cells_under_the_kernel_are_left() -> None:
    shown = in_a_sixth(
        scene(
            operation="conv_transpose2d",
            picture="scatter",
            size="12",
            stride="2",
            step="14",
            kernel="1,2;3,4",
        )
    )
    assert kinds(shown.stage.inputs[0]).count("patch") == 1
    assert sum("target" in kind for kind in kinds(shown.stage.outputs[0])) == 4


def test_a_worksheet_lights_no_step_and_leaves_out_what_is_asked_for() -> None:
    last = scene(step="16")
    sheet = as_worksheet(last, {0, 5}, is_answered=False).stage
    key = as_worksheet(last, {0, 5}, is_answered=True).stage
    assert set(kinds(sheet.inputs[0])) == {""}
    assert not any(cell.tag for row in sheet.inputs[0].cells for cell in row)
    whole = [text for row in texts(last.stage.outputs[0]) for text in row]
    printed = [text for row in texts(sheet.outputs[0]) for text in row]
    assert printed == ["" if number in {0, 5} else text for number, text in enumerate(whole)]
    assert texts(key.outputs[0]) == texts(last.stage.outputs[0])
    for grid, kind in ((sheet.outputs[0], "todo asked"), (key.outputs[0], "done asked")):
        assert [number for number, each in enumerate(kinds(grid)) if each == kind] == [0, 5]


def test_padding_stays_padding_on_a_worksheet() -> None:
    sheet = as_worksheet(scene(step="16", size="4", padding="1"), {1}, is_answered=False).stage
    assert kinds(sheet.inputs[0])[:7] == ["padding"] * 7
    assert kinds(sheet.inputs[0])[7:11] == [""] * 4
