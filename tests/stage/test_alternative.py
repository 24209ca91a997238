"""The alternative text: sizes, step and value in the words of the page's voice."""

import pytest

from app.address import read_visit
from app.api.shown import ShownStep, shown_step, shown_transposed_step
from app.stage.alternative import alternative_text, film_text, heading


def shown(**parameters: str) -> tuple[ShownStep, str]:
    visit = read_visit(parameters)
    assert visit.notices == []
    if visit.transposed is None:
        return shown_step(visit.layer, visit.step), visit.query.phase
    return shown_transposed_step(visit.transposed, visit.query.picture, visit.step), visit.query.phase


def text(**parameters: str) -> str:
    each, phase = shown(**parameters)
    return alternative_text(each.document, each.step, each.step_count, phase)


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        pytest.param(
            {"step": "6"},
            "Convolution: input is 6 by 6, kernel is 3 by 3, output is 4 by 4. Step 6 of 16. "
            "Output row 2, column 2 is minus 2.",
            id="a negative value",
        ),
        pytest.param(
            {"kernel": "box-3"},
            "Convolution: input is 6 by 6, kernel is 3 by 3, output is 4 by 4. Step 1 of 16. "
            "Output row 1, column 1 is about 3.22.",
            id="a rounded value",
        ),
        pytest.param(
            {"kernel": "1,0::0,-1", "input": "1,2,3", "step": "4"},
            "Convolution: input is 1 by 3, kernel is 1 by 2, output is 1 by 2. Step 4 of 4. "
            "Output map 2, row 1, column 2 is minus 3.",
            id="several maps",
        ),
        pytest.param(
            {"step": "6", "phase": "add"},
            "Convolution: input is 6 by 6, kernel is 3 by 3, output is 4 by 4. Step 6 of 16. "
            "The nine products add up to minus 2.",
            id="a phase",
        ),
        pytest.param(
            {"operation": "conv_transpose2d", "input": "-1,2", "kernel": "3", "stride": "2"},
            "Transposed convolution: input is 1 by 2, kernel is 1 by 1, output is 1 by 3. Step 1 of 3. "
            "Output row 1, column 1 is minus 3.",
            id="gathered",
        ),
        pytest.param(
            {"operation": "conv_transpose2d", "input": "-1,2", "kernel": "3", "picture": "scatter"},
            "Transposed convolution: input is 1 by 2, kernel is 1 by 1, output is 1 by 2. Step 1 of 2. "
            "The input in row 1, column 1 is minus 1. It adds minus 1 times the kernel to row 1, column 1 "
            "of the output.",
            id="scattered",
        ),
    ],
)
def test_a_picture_is_told_by_its_sizes_its_step_and_its_value(
    parameters: dict[str, str], words: str
) -> None:
    assert text(**parameters) == words


def test_a_film_is_told_by_its_sizes_and_the_number_of_steps() -> None:
    each, _ = shown(input="1,2,3", kernel="1,1")
    assert film_text(each.document, each.step_count) == (
        "Convolution: input is 1 by 3, kernel is 1 by 2, output is 1 by 2. "
        "The kernel walks over the input in two steps."
    )


def test_the_heading_names_the_operation_and_both_sizes() -> None:
    plain, _ = shown(kernel="gaussian-5")
    turned, _ = shown(operation="conv_transpose2d", size="2x3")
    assert [heading(each.document["geometry"]) for each in (plain, turned)] == [
        "Convolution, 6 by 6 with a 5 by 5 kernel",
        "Transposed convolution, 2 by 3 with a 3 by 3 kernel",
    ]
