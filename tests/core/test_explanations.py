"""Explanations: the sentence of a step tells the numbers of that step, in words that are right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.convolution import Convolution2d
from app.core.padding import Border, PaddingName
from app.core.phrases import count_text, padding_text, span_text
from app.core.trace import Trace
from tests.core.definition import rounding_error, sums, typed, windows
from tests.core.examples import convolution, places
from tests.core.reading import Expression, evaluate, read_sentence
from tests.strategies import AWKWARD, DECIMALS, WHOLE, convolutions

ANY_NUMBER = WHOLE + DECIMALS + AWKWARD
ANY = convolutions(ANY_NUMBER, biases=ANY_NUMBER, divisors=st.integers(1, 20))

SPELLED = dict(enumerate(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"], 1))
THIRD = 0.3333333333333333
BOX = [[1, 1, 1]] * 3


def explanation(answer: Convolution2d, step: int = 0) -> str:
    return Trace(answer).steps()[step]["explanation"]


@given(ANY)
def test_sentence_names_the_output_cell_and_the_value_of_its_line(answer: Convolution2d) -> None:
    for step in Trace(answer).steps():
        said, line = read_sentence(step["explanation"]), Expression.read(step["expression"])
        assert [int(said["row"]) - 1, int(said["column"]) - 1] == [
            step["output"]["row"],
            step["output"]["column"],
        ]
        about = "about " if line.signs[-1] == "≈" else ""
        assert (said["value"] or said["total"]) == about + line.value


@given(ANY)
def test_sentence_counts_the_products_and_the_padding(answer: Convolution2d) -> None:
    for step in Trace(answer).steps():
        said = read_sentence(step["explanation"])
        assert said["count"] == SPELLED[answer.kernel.size]
        assert int(said["padding"] or 0) == step["padding_cells"]
        assert said["taps"] in {"", str(answer.kernel.size)}


@given(ANY)
def test_sentence_tells_the_sum_and_says_about_where_it_is_rounded(answer: Convolution2d) -> None:
    for step, total in zip(Trace(answer).steps(), sums(answer), strict=True):
        said = read_sentence(step["explanation"])["total"]
        assert said.startswith("about ") != answer.scaling.exact
        rounded = evaluate(f"1 / {2 * 10**answer.precision.decimals}")
        noise = 0 if answer.scaling.exact else rounded + rounding_error(answer)
        assert abs(evaluate(said.removeprefix("about ")) - total) <= noise


@given(ANY)
def test_sentence_tells_divisor_and_bias_as_they_were_typed(answer: Convolution2d) -> None:
    divided = f"divided by {answer.divisor}" if answer.divisor > 1 else ""
    after = read_sentence(explanation(answer))["after"]
    if not answer.bias:
        assert after == divided
        return
    before, _, bias = after.partition("plus the bias ")
    assert before == (f"{divided} and " if divided else "")
    assert evaluate(bias) == typed(answer.bias)


@given(ANY)
def test_sentence_names_every_row_and_column_under_a_tap(answer: Convolution2d) -> None:
    rows, columns = list(windows(answer.geometry.rows)), list(windows(answer.geometry.columns))
    for step in Trace(answer).steps():
        row, column = step["output"]["row"], step["output"]["column"]
        row_span = span_text("row", rows[row], answer.geometry.rows.input_size)
        column_span = span_text("column", columns[column], answer.geometry.columns.input_size)
        place = f"{row_span}, {column_span}" if row_span and column_span else "padding only"
        assert read_sentence(step["explanation"])["place"] == place


@pytest.mark.parametrize(
    ("indices", "text"),
    [
        pytest.param([1, 2, 3], "rows 2 to 4", id="neighbours"),
        pytest.param([4], "row 5", id="one tap"),
        pytest.param([0, 2, 4], "rows 1, 3 and 5", id="dilated"),
        pytest.param([1, 4], "rows 2 and 5", id="two, dilated"),
        pytest.param([0, 1], "rows 1 to 2", id="two neighbours"),
        pytest.param([-1, 0, 1], "rows 1 to 2", id="the first tap on padding"),
        pytest.param([4, 5, 6], "rows 5 to 6", id="the last tap on padding"),
        pytest.param([-2, 0, 2], "rows 1 and 3", id="dilated, the first tap on padding"),
        pytest.param([-3, 0, 3, 6], "rows 1 and 4", id="dilated, both ends on padding"),
        pytest.param([-1, 5, 11], "row 6", id="only the middle tap inside"),
        pytest.param([-2, -1], "", id="above the input"),
        pytest.param([6, 7], "", id="below the input"),
    ],
)
def test_span_counts_from_one_and_leaves_padding_out(indices: list[int], text: str) -> None:
    assert span_text("row", indices, 6) == text


@given(st.integers(-9, 9), st.integers(1, 6), st.integers(1, 4), st.integers(1, 9))
def test_span_names_exactly_the_indices_inside(start: int, taps: int, dilation: int, size: int) -> None:
    indices = [start + tap * dilation for tap in range(taps)]
    words = span_text("column", indices, size).removeprefix("columns ").removeprefix("column ")
    named = [int(word) for word in words.replace(" to ", ", ").replace(" and ", ", ").split(", ") if word]
    if " to " in words:
        named = list(range(named[0], named[1] + 1))
    assert named == [index + 1 for index in indices if 0 <= index < size]


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "no rows"),
        (1, "one row"),
        (2, "two rows"),
        (12, "twelve rows"),
        (13, "13 rows"),
        (225, "225 rows"),
    ],
)
def test_count_is_spelled_up_to_twelve(count: int, text: str) -> None:
    assert count_text(count, "row") == text


@pytest.mark.parametrize(
    ("cells", "border", "text"),
    [
        pytest.param(0, Border.ZEROS, "", id="none"),
        pytest.param(1, Border.ZEROS, " 1 of the 9 values is a padding zero.", id="one zero"),
        pytest.param(3, Border.ZEROS, " 3 of the 9 values are padding zeros.", id="zeros"),
        pytest.param(0, Border.WRAP, "", id="none, with a border"),
        pytest.param(
            1, Border.EDGE, " 1 of the 9 values is padding, filled by the border rule edge.", id="one, filled"
        ),
        pytest.param(
            5, Border.WRAP, " 5 of the 9 values are padding, filled by the border rule wrap.", id="filled"
        ),
    ],
)
def test_padding_is_counted_and_its_origin_is_named(cells: int, border: Border, text: str) -> None:
    assert padding_text(cells, 9, border) == text


@pytest.mark.parametrize(
    ("answer", "step", "sentence"),
    [
        pytest.param(
            convolution(places(6, 6), BOX), 5,
            "The kernel covers rows 2 to 4, columns 2 to 4. Its nine products add up to 198, "
            "the output in row 2, column 2.",
            id="whole numbers",
        ),
        pytest.param(
            convolution(places(2, 2), BOX, padding=PaddingName.SAME), 0,
            "The kernel covers rows 1 to 2, columns 1 to 2. Its nine products add up to 22, "
            "the output in row 1, column 1. 5 of the 9 values are padding zeros.",
            id="padding",
        ),
        pytest.param(
            convolution([[4]], [[1, 1]], padding=(1, 0, 1, 1), border=Border.EDGE), 0,
            "The kernel covers padding only. Its two products add up to 8, "
            "the output in row 1, column 1. 2 of the 2 values are padding, filled by the border rule edge.",
            id="padding only",
        ),
        pytest.param(
            convolution([[7]], [[2]], divisor=4, bias=-1), 0,
            "The kernel covers row 1, column 1. Its one product is 14; "
            "divided by 4 and plus the bias −1 that makes 2.5, the output in row 1, column 1.",
            id="a divisor and a bias",
        ),
        pytest.param(
            convolution([[1, 3]], [[2, 2]], divisor=9), 0,
            "The kernel covers row 1, columns 1 to 2. Its two products add up to 8; "
            "divided by 9 that makes about 0.889, the output in row 1, column 1.",
            id="a rounded quotient",
        ),
        pytest.param(
            convolution([[THIRD]], [[2]], bias=1e-7), 0,
            "The kernel covers row 1, column 1. Its one product is about 0.667; "
            "plus the bias 0.0000001 that makes about 0.667, the output in row 1, column 1.",
            id="a tiny bias beside a rounded sum is not called 0",
        ),
    ],
)  # fmt: skip
def test_sentence_is_one_that_a_teacher_would_say(answer: Convolution2d, step: int, sentence: str) -> None:
    assert explanation(answer, step) == sentence
