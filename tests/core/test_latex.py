"""A step in LaTeX: whole, read by amsmath alone, and adding up."""

import re
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given

from app.core.convolution import Convolution2d
from app.core.gather import GatherTrace
from app.core.latex import CROPPED, scatter_latex, step_latex
from app.core.layer import ConvolutionLayer, LayerTrace
from app.core.scatter import ScatterTrace
from app.core.trace import Trace
from app.core.transposed import TransposedConvolution2d
from tests.core.examples import convolution, places, transposed
from tests.core.reading import evaluate
from tests.strategies import AWKWARD, DECIMALS, WHOLE, convolutions, transposed_convolutions

KNOWN = {
    "begin", "end", "left", "right", "quad", "boxed", "cdot", "approx", "times", "sum", "frac", "tfrac",
    "bigl", "bigr",
}  # fmt: skip
"""Commands of LaTeX and amsmath."""


def expect_whole(latex: str) -> None:
    """Nothing but known commands, numbers and signs, and all that is opened is closed in order."""
    assert set(re.findall(r"\\([a-zA-Z]+)", latex)) <= KNOWN
    assert re.fullmatch(r"[\\a-zA-Z0-9{}\[\]()&*=+,._^ \n-]+", latex)
    opened = []
    for end, name in re.findall(r"\\(begin|end)\{([a-z*]+)\}", latex):
        if end == "begin":
            opened.append(name)
        else:
            assert opened.pop() == name
    assert opened == []
    assert latex.count("{") == latex.count("}")
    assert latex.count(r"\left[") == latex.count(r"\right]")


def arrays(latex: str) -> list[list[list[str]]]:
    """The cells of each array, as many in each row as the array has columns."""
    read = []
    for columns, body in re.findall(r"\\begin\{array\}\{(r+)\}\n(.*?)\n\\end\{array\}", latex, re.DOTALL):
        rows = [row.split(" & ") for row in body.split(" \\\\\n")]
        assert {len(row) for row in rows} == {len(columns)}
        read.append(rows)
    return read


def calculation(latex: str) -> tuple[Fraction, str, str]:
    """What the written-out products come to, the sign in front of the value, and the value."""
    lines = re.findall(r"^&(.*?)(?: \\\\)?$", latex, re.MULTILINE)
    products = " ".join(line for line in lines[:-1] if r"\cdot" in line)
    divisor = re.search(r"\\tfrac\{1\}\{(\d+)\}", products)
    products = re.sub(r"\\tfrac\{1\}\{\d+\} \\bigl\(", "(", products).replace(
        r"\bigr)", f") / {divisor[1]}" if divisor else ""
    )
    plain = products.replace(r"\cdot", "·").replace(r"\quad", "").replace("=", "").replace("-", "−")
    result = re.fullmatch(r"\\?(=|approx) (\S+)", lines[-1])
    assert result
    sign, value = result.groups()
    return evaluate(plain), sign, value


def latex_of(each: Convolution2d, number: int = 1) -> str:
    return step_latex(ConvolutionLayer((each,)), Trace(each).steps(number - 1, number)[0])


def test_the_classic_step_is_written_line_by_line() -> None:
    classic = convolution([[5, 8, 9], [7, 2, 5], [1, 3, 1]], [[1, 0, -1]] * 3)
    assert latex_of(classic) == (
        "\\begin{gather*}\n"
        "P = \\left[\\begin{array}{rrr}\n5 & 8 & 9 \\\\\n7 & 2 & 5 \\\\\n1 & 3 & 1\n"
        "\\end{array}\\right],\\quad\n"
        "K = \\left[\\begin{array}{rrr}\n1 & 0 & -1 \\\\\n1 & 0 & -1 \\\\\n1 & 0 & -1\n"
        "\\end{array}\\right],\\quad\n"
        "O = \\left[\\begin{array}{r}\n\\boxed{-2}\n\\end{array}\\right]\n"
        "\\end{gather*}\n"
        "\\begin{align*}\n"
        "O_{0,0} &= \\sum_{i=0}^{2} \\sum_{j=0}^{2} P_{i,j} K_{i,j} \\\\\n"
        "&= 5 \\cdot 1 + 8 \\cdot 0 + 9 \\cdot (-1) \\\\\n"
        "&\\quad + 7 \\cdot 1 + 2 \\cdot 0 + 5 \\cdot (-1) \\\\\n"
        "&\\quad + 1 \\cdot 1 + 3 \\cdot 0 + 1 \\cdot (-1) \\\\\n"
        "&= -2\n"
        "\\end{align*}"
    )


@given(convolutions(WHOLE) | convolutions(DECIMALS, biases=DECIMALS))
def test_every_sum_adds_up_and_every_array_has_its_numbers(each: Convolution2d) -> None:
    step = Trace(each).steps()[-1]
    latex = latex_of(each, step["number"])
    expect_whole(latex)
    total, sign, value = calculation(latex)
    is_exact = step["exact"]
    half_a_digit = Fraction(1, 2 * 10 ** len(value.partition(".")[2]))
    assert sign == ("=" if is_exact else "approx")
    assert abs(total - Fraction(value)) <= (0 if is_exact else half_a_digit)
    patch, kernel, output = arrays(latex)
    np.testing.assert_allclose(np.array(patch, float), step["patch"])
    np.testing.assert_allclose(np.array(kernel, float), each.applied_kernel)
    mark = "" if is_exact else r"{\approx}"
    assert output[-1][-1] == rf"\boxed{{{mark}{value}}}"


@given(convolutions(AWKWARD))
def test_awkward_numbers_are_written_in_plain_digits(each: Convolution2d) -> None:
    expect_whole(latex_of(each))


def test_a_rounded_quotient_says_so_and_its_sum_is_exact() -> None:
    latex = latex_of(convolution(places(2, 2), [[1, 1], [1, 1]], divisor=9, bias=-0.5))
    assert r"O_{0,0} &= \frac{1}{9} \sum_{i=0}^{1} \sum_{j=0}^{1} P_{i,j} K_{i,j} + b \\" in latex
    assert r"&= \frac{22}{9} + (-0.5) \\" in latex
    assert latex.endswith("&\\approx 1.94\n\\end{align*}")
    assert r"\boxed{{\approx}1.94}" in latex
    assert calculation(latex) == (Fraction(22, 9) - Fraction(1, 2), "approx", "1.94")


def test_output_cells_that_are_still_to_come_are_dots() -> None:
    latex = latex_of(convolution(places(2, 2), [[1]]), 3)
    assert arrays(latex)[2] == [["0", "1"], [r"\boxed{10}", r"\cdot"]]


def test_grids_that_are_wide_together_stand_below_each_other() -> None:
    assert latex_of(convolution(places(6, 6), np.ones((3, 3)))).count("\\\\\nO =") == 0
    assert latex_of(convolution(places(12, 12), np.ones((3, 3)))).count("\\\\\nO =") == 1


def test_channels_and_maps_have_their_numbers() -> None:
    image, kernel = np.stack([places(2, 2), places(2, 2) + 1]), np.stack([np.ones((1, 2)), -np.ones((1, 2))])
    geometry = convolution(places(2, 2), [[1, 1]]).geometry
    layer = ConvolutionLayer.of(image, [kernel, kernel], geometry, divisors=[1, 1], biases=[0, 0])
    latex = step_latex(layer, LayerTrace(layer).steps(3, 4)[0])
    expect_whole(latex)
    assert [
        name for name in ("P_{0} =", "P_{1} =", "K_{0} =", "K_{1} =", "O_{1} =") if name not in latex
    ] == []
    assert r"O_{1,1,0} &= \sum_{c=0}^{1} \sum_{i=0}^{0} \sum_{j=0}^{1} P_{c,i,j} K_{c,i,j} \\" in latex
    assert calculation(latex) == (Fraction(-2), "=", "-2")
    assert arrays(latex)[-1] == [["-2"], [r"\boxed{-2}"]]


@given(transposed_convolutions(WHOLE))
def test_a_scatter_step_adds_its_products_to_the_totals(each: TransposedConvolution2d) -> None:
    for step in ScatterTrace(each).steps()[-3:]:
        latex = scatter_latex(each, step)
        expect_whole(latex)
        before, weights, after = arrays(latex)
        value = re.search(r"\+ \(?(-?\d+)\)? \\cdot", latex)
        assert value is not None
        for lines in zip(before, weights, after, strict=True):
            for total, weight, new in zip(*lines, strict=True):
                assert (total == CROPPED) == (new == CROPPED)
                assert total == CROPPED or int(total) + int(value[1]) * int(weight) == int(new)


def test_a_scatter_step_of_awkward_numbers_says_about() -> None:
    each = transposed([[1 / 3]], [[1e-7]])
    latex = scatter_latex(each, ScatterTrace(each).steps()[0])
    assert r"\approx" in latex
    assert r"+ 0.3333333333333333 \cdot" in latex


@pytest.mark.parametrize("number", [1, 9])
def test_a_gather_step_is_written_as_a_convolution(number: int) -> None:
    each = transposed(places(2, 2), np.ones((2, 2)))
    step = GatherTrace(each).steps(number - 1, number)[0]
    latex = step_latex(ConvolutionLayer((each.gather,)), step)
    expect_whole(latex)
    assert calculation(latex)[0] == step["value"]
