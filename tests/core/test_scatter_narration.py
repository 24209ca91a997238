"""The words of the scatter picture: lines that are read back and add up, sentences that count right."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.phrases import number_text
from app.core.scatter import ScatterStep, ScatterTrace
from app.core.transposed import TransposedConvolution2d
from tests.core.examples import transposed
from tests.core.reading import evaluate
from tests.strategies import AWKWARD, DECIMALS, WHOLE, transposed_convolutions

EXACT = transposed_convolutions(WHOLE, biases=WHOLE, divisors=st.integers(1, 20))
ANY = transposed_convolutions(WHOLE + DECIMALS + AWKWARD)
CROPPED = " (cropped)"

PLAIN = transposed([[5, -2], [0, 1]], [[1, 2], [3, -4]])
STRIDED = transposed([[5, 8], [1, 2]], [[1, 2, 3]] * 3, stride=(2, 2), padding=(1, 1))


def first(answer: TransposedConvolution2d) -> ScatterStep:
    return ScatterTrace(answer).steps(0, 1)[0]


@given(EXACT)
def test_every_line_is_true_as_it_stands(answer: TransposedConvolution2d) -> None:
    for step in ScatterTrace(answer).steps():
        for part in step["expression"].split(", "):
            left, right = part.removesuffix(CROPPED).split(" = ")
            assert evaluate(left) == evaluate(right)


@given(ANY)
def test_a_line_has_a_part_for_each_weight_in_raster_order(answer: TransposedConvolution2d) -> None:
    decimals = answer.gather.precision.decimals
    for step in ScatterTrace(answer).steps():
        parts = step["expression"].split(", ")
        assert len(parts) == answer.kernel.size
        quantities = (itertools.chain(*step[name]) for name in ("before", "products", "after"))
        for part, before, product, after in zip(parts, *quantities, strict=True):
            assert part.endswith(CROPPED) is (after is None)
            shown = product if after is None else after
            assert part.removesuffix(CROPPED).split(" ")[-1] == number_text(shown, decimals)
            if before is not None:
                assert part.startswith(f"{number_text(before, decimals)} + ")


@pytest.mark.parametrize(
    ("answer", "line"),
    [
        pytest.param(
            PLAIN, "0 + 5·1 = 5, 0 + 5·2 = 10, 0 + 5·3 = 15, 0 + 5·(−4) = −20", id="a negative weight"
        ),
        pytest.param(
            transposed([[-5]], [[1, 2, 3]], padding=(0, 1)),
            "(−5)·1 = −5 (cropped), 0 + (−5)·2 = −10, (−5)·3 = −15 (cropped)",
            id="cropped at both ends",
        ),
        pytest.param(transposed([[0.1]], [[0.2, 3]]), "0 + 0.1·0.2 = 0.02, 0 + 0.1·3 = 0.3", id="decimals"),
        pytest.param(
            transposed([[1 / 3]], [[-2]]), "0 + 0.3333333333333333·(−2) ≈ −0.667", id="what has to be rounded"
        ),
    ],
)
def test_line_is_written_as_on_the_blackboard(answer: TransposedConvolution2d, line: str) -> None:
    assert first(answer)["expression"] == line


def test_totals_of_earlier_cells_stand_in_front() -> None:
    second = ScatterTrace(PLAIN).steps()[1]
    assert second["expression"] == "10 + (−2)·1 = 8, 0 + (−2)·2 = −4, −20 + (−2)·3 = −26, 0 + (−2)·(−4) = 8"


@pytest.mark.parametrize(
    ("answer", "explanation"),
    [
        pytest.param(
            PLAIN,
            "The input in row 1, column 1 is 5. It adds 5 times the kernel to rows 1 to 2, columns 1 to 2 of "
            "the output.",
            id="plain",
        ),
        pytest.param(
            STRIDED,
            "The input in row 1, column 1 is 5. It adds 5 times the kernel to rows 1 to 2, columns 1 to 2 of "
            "the output. 5 of the 9 products fall outside of the output and are cropped.",
            id="cropped",
        ),
        pytest.param(
            transposed([[1, 2]], [[1, 2]], padding=(0, 1)),
            "The input in row 1, column 1 is 1. It adds 1 times the kernel to row 1, column 1 of the output. "
            "1 of the 2 products falls outside of the output and is cropped.",
            id="one is cropped",
        ),
        pytest.param(
            transposed([[7]], [[1, 2]], dilation=(1, 2), padding=(0, 1)),
            "The input in row 1, column 1 is 7. It adds 7 times the kernel to cropped cells only. "
            "2 of the 2 products fall outside of the output and are cropped.",
            id="all are cropped",
        ),
        pytest.param(
            transposed([[1]], [[1, 2]], dilation=(1, 2), divisor=3, bias=-0.5),
            "The input in row 1, column 1 is 1. It adds 1 times the kernel to row 1, columns 1 and 3 of the "
            "output. This was the last cell: now every total is divided by 3 and the bias −0.5 is added.",
            id="the last cell, with a divisor and a bias",
        ),
        pytest.param(
            transposed([[1]], [[1]], bias=2),
            "The input in row 1, column 1 is 1. It adds 1 times the kernel to row 1, column 1 of the output. "
            "This was the last cell: now the bias 2 is added to every total.",
            id="the last cell, with a bias",
        ),
    ],
)
def test_finished_step_is_explained(answer: TransposedConvolution2d, explanation: str) -> None:
    assert first(answer)["explanation"] == explanation


@pytest.mark.parametrize("rows", [1, 2, 3])
def test_only_the_last_cell_says_what_is_left_to_do(rows: int) -> None:
    steps = ScatterTrace(transposed([[1, 2, 3]] * rows, [[1]], divisor=2)).steps()
    said = ["now every total is divided by 2." in step["explanation"] for step in steps]
    assert said == [False] * (len(steps) - 1) + [True]


@pytest.mark.parametrize(
    ("answer", "place", "multiply", "add"),
    [
        pytest.param(
            PLAIN,
            "The input in row 1, column 1 is 5. The kernel is laid on rows 1 to 2, columns 1 to 2 of the "
            "output.",
            "Each of the four weights is multiplied by 5.",
            "The four products are added to the output cells under them.",
            id="plain",
        ),
        pytest.param(
            STRIDED,
            "The input in row 1, column 1 is 5. The kernel is laid on rows 1 to 2, columns 1 to 2 of the "
            "output. 5 of the 9 products fall outside of the output and are cropped.",
            "Each of the nine weights is multiplied by 5.",
            "4 of the 9 products are added to the output cells under them.",
            id="cropped",
        ),
        pytest.param(
            transposed([[-0.25]], [[2]]),
            "The input in row 1, column 1 is −0.25. The kernel is laid on row 1, column 1 of the output.",
            "The one weight is multiplied by −0.25.",
            "The one product is added to the output cell under it.",
            id="a single weight",
        ),
        pytest.param(
            transposed([[1, 2]], [[1, 2]], padding=(0, 1)),
            "The input in row 1, column 1 is 1. The kernel is laid on row 1, column 1 of the output."
            " 1 of the 2 products falls outside of the output and is cropped.",
            "Each of the two weights is multiplied by 1.",
            "1 of the 2 products is added to the output cell under it.",
            id="one is left",
        ),
        pytest.param(
            transposed([[7]], [[1, 2]], dilation=(1, 2), padding=(0, 1)),
            "The input in row 1, column 1 is 7. The kernel is laid on cropped cells only."
            " 2 of the 2 products fall outside of the output and are cropped.",
            "Each of the two weights is multiplied by 7.",
            "All 2 products are cropped.",
            id="none is left",
        ),
    ],
)
def test_each_phase_has_a_sentence(
    answer: TransposedConvolution2d, place: str, multiply: str, add: str
) -> None:
    assert first(answer)["phases"] == {"place": place, "multiply": multiply, "add": add}
