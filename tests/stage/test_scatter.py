"""The first frame of the scatter picture: the same rules as tests/js/state/scatter-grids.test.js."""

import pytest

from app.address import read_visit
from app.api.pack_transposed import pack_transposed
from app.core.scatter import ScatterTrace
from app.stage.gather import Stage, sentence_of
from app.stage.scatter import scatter_stage_of

SMALL = {
    "operation": "conv_transpose2d",
    "picture": "scatter",
    "input": "2,3",
    "kernel": "1,-1,5",
    "padding": "0,1",
}


def first_frame(**parameters: str) -> Stage:
    visit = read_visit({**SMALL, **parameters})
    assert visit.notices == []
    assert visit.transposed is not None
    steps = [{**step} for step in ScatterTrace(visit.transposed).steps(0, visit.step)]
    return scatter_stage_of(pack_transposed(visit.transposed, {}), steps, visit.query.phase)


def texts(stage: Stage) -> list[str]:
    return [cell.text for cell in stage.outputs[0].cells[0]]


def kinds(stage: Stage) -> list[str]:
    return [cell.kind for cell in stage.outputs[0].cells[0]]


@pytest.mark.parametrize(
    ("step", "phase", "expected"),
    [
        ("1", "place", ["", "", "", ""]),
        ("1", "multiply", ["", "", "", ""]),
        ("1", "add", ["", "−2", "10", ""]),
        ("2", "place", ["", "−2", "10", ""]),
        ("2", "write", ["", "1", "7", ""]),
    ],
)
def test_the_totals_are_those_of_the_products_that_are_added(
    step: str, phase: str, expected: list[str]
) -> None:
    assert texts(first_frame(step=step, phase=phase)) == expected


def test_the_last_step_divides_the_totals_and_adds_the_bias() -> None:
    assert texts(first_frame(step="2", kernel="1,-1,5/2", bias="1")) == ["", "1.5", "4.5", ""]


def test_cells_are_cropped_to_come_or_done_and_lit_under_the_kernel() -> None:
    assert kinds(first_frame(step="1", phase="place")) == [
        "cropped target",
        "todo target",
        "todo target",
        "cropped",
    ]
    assert kinds(first_frame(step="1", phase="add"))[2] == "done target current"
    assert first_frame().outputs[0].column_labels == ["p", "1", "2", "p"]


def test_the_value_is_multiplied_by_every_weight() -> None:
    stage = first_frame(step="2", phase="multiply")
    assert [cell.kind for cell in stage.inputs[0].cells[0]] == ["", "patch"]
    assert [cell.text for cell in stage.products[0].cells[0]] == ["3", "−3", "15"]
    assert [cell.kind for cell in stage.products[0].cells[0]] == ["", "", "newest"]
    assert first_frame().products[0].cells[0][0].kind == "added"
    assert first_frame(phase="place").products[0].cells[0][0].kind == "todo"


def test_no_value_is_set_off_in_the_sentence_of_a_scatter_step() -> None:
    visit = read_visit(SMALL)
    assert visit.transposed is not None
    (step,) = ScatterTrace(visit.transposed).steps(0, 1)
    assert sentence_of({**step}, "write") == (step["explanation"], "", "")
