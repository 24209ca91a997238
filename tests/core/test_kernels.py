"""Named kernels: the laws that make each one what its name says."""

import re
from itertools import combinations

import numpy as np
import pytest
from scipy.ndimage import sobel
from scipy.signal import convolve2d, correlate2d

from app.core.arrays import FloatArray, IntArray
from app.core.errors import InvalidParameterError
from app.core.inputs import named_input
from app.core.kernels import KERNELS, NamedKernel, named_kernel
from app.core.randomness import split_mix_64

EVERY_KERNEL = pytest.mark.parametrize("kernel", KERNELS.values(), ids=KERNELS)
MADE_BY_A_RULE = {name: kernel for name, kernel in KERNELS.items() if name != "random"}
EVERY_KERNEL_WITH_A_RULE = pytest.mark.parametrize("kernel", MADE_BY_A_RULE.values(), ids=MADE_BY_A_RULE)

BLURS = ["box-3", "box-5", "gaussian-3", "gaussian-5", "motion-diagonal"]
KEEP_THE_PICTURE = ["identity", "shift", *BLURS, "sharpen", "unsharp", "emboss"]
EVEN_SIZED = ["roberts-x", "roberts-y"]
SEPARABLE = [
    "identity", "shift", "box-3", "box-5", "gaussian-3", "gaussian-5", "prewitt-x", "prewitt-y",
    "sobel-x", "sobel-y", "scharr-x", "scharr-y", "corner", "line-horizontal", "line-vertical",
]  # fmt: skip

PICTURE = np.random.default_rng(seed=1).integers(-9, 10, size=(9, 8))


def apply(name: str, picture: IntArray, *, flip: bool = False) -> FloatArray:
    """What SciPy makes of a picture with the kernel, only where the whole kernel fits."""
    kernel = KERNELS[name]
    slide = convolve2d if flip else correlate2d
    output: FloatArray = slide(picture, kernel.weights, mode="valid") / kernel.divisor
    return output


def draw(name: str, rows: int = 8, columns: int = 8) -> IntArray:
    return named_input(name).draw(rows, columns, 1)


@EVERY_KERNEL
def test_weights_are_whole_numbers_in_rows_and_columns(kernel: NamedKernel) -> None:
    assert kernel.weights.dtype == np.int64
    assert kernel.weights.ndim == 2
    assert kernel.weights.flags.c_contiguous


@EVERY_KERNEL
def test_weights_cannot_be_changed(kernel: NamedKernel) -> None:
    with pytest.raises(ValueError, match="read-only"):
        kernel.weights[0, 0] = 7


@EVERY_KERNEL
def test_divisor_is_a_positive_whole_number_that_cannot_be_cancelled(kernel: NamedKernel) -> None:
    assert isinstance(kernel.divisor, int)
    assert kernel.divisor >= 1
    assert np.gcd.reduce([*kernel.weights.flat, kernel.divisor]) == 1


@EVERY_KERNEL_WITH_A_RULE
def test_weights_sum_to_the_divisor_or_to_zero(kernel: NamedKernel) -> None:
    assert kernel.weights.sum() == (kernel.divisor if kernel.name in KEEP_THE_PICTURE else 0)


@EVERY_KERNEL
def test_only_roberts_has_an_even_size(kernel: NamedKernel) -> None:
    rows, columns = kernel.weights.shape
    assert rows == columns
    assert (rows % 2 == 0) == (kernel.name in EVEN_SIZED)


@EVERY_KERNEL
def test_exactly_the_separable_kernels_have_rank_one(kernel: NamedKernel) -> None:
    assert (np.linalg.matrix_rank(kernel.weights) == 1) == (kernel.name in SEPARABLE)


@EVERY_KERNEL
def test_name_is_kebab_case_and_its_own_key(kernel: NamedKernel) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", kernel.name)
    assert KERNELS[kernel.name] is kernel


@EVERY_KERNEL
def test_effect_is_one_sentence(kernel: NamedKernel) -> None:
    assert kernel.effect[0].isupper()
    assert kernel.effect.endswith(".")
    assert kernel.effect.count(".") == 1


@EVERY_KERNEL
def test_title_derivation_and_source_are_single_lines(kernel: NamedKernel) -> None:
    for text in (kernel.title, kernel.derivation, kernel.source):
        assert text.strip()
        assert "\n" not in text


def test_no_two_names_have_the_same_weights() -> None:
    for one, other in combinations(KERNELS.values(), 2):
        assert one.title != other.title
        assert not np.array_equal(one.weights / one.divisor, other.weights / other.divisor), other.name


def test_no_name_was_lost_to_another() -> None:
    assert len(KERNELS) == 28


@pytest.mark.parametrize("name", BLURS)
def test_blur_has_no_negative_weight(name: str) -> None:
    assert KERNELS[name].weights.min() >= 0


@pytest.mark.parametrize("family", ["prewitt", "sobel", "scharr"])
def test_y_is_the_transpose_of_x(family: str) -> None:
    np.testing.assert_array_equal(KERNELS[f"{family}-y"].weights, KERNELS[f"{family}-x"].weights.T)


@pytest.mark.parametrize(
    ("name", "weights"),
    [
        ("sobel-x", [[1, 0, -1], [2, 0, -2], [1, 0, -1]]),
        ("scharr-y", [[3, 10, 3], [0, 0, 0], [-3, -10, -3]]),
        ("sharpen", [[0, -1, 0], [-1, 5, -1], [0, -1, 0]]),
        ("emboss", [[-2, -1, 0], [-1, 1, 1], [0, 1, 2]]),
        ("edge", [[1, 1, 1], [1, -8, 1], [1, 1, 1]]),
        ("laplacian-8", [[1, 4, 1], [4, -20, 4], [1, 4, 1]]),
        ("unsharp", [[-1, -2, -1], [-2, 28, -2], [-1, -2, -1]]),
    ],
)
def test_derived_weights_are_those_of_the_literature(name: str, weights: list[list[int]]) -> None:
    np.testing.assert_array_equal(KERNELS[name].weights, weights)


def test_prewitt_x_gives_the_numbers_of_the_lesson() -> None:
    expected = [[-5, -4, 0, 8], [-10, -2, 2, 3], [0, -2, -4, -7], [-3, -2, -3, -16]]
    np.testing.assert_array_equal(apply("prewitt-x", draw("demo", 6, 6)), expected)


def test_identity_leaves_a_picture_unchanged() -> None:
    np.testing.assert_array_equal(apply("identity", PICTURE), PICTURE[1:-1, 1:-1])


def test_shift_moves_right_and_flipped_left() -> None:
    np.testing.assert_array_equal(apply("shift", PICTURE), PICTURE[1:-1, :-2])
    np.testing.assert_array_equal(apply("shift", PICTURE, flip=True), PICTURE[1:-1, 2:])


@EVERY_KERNEL_WITH_A_RULE
def test_flat_area_keeps_its_value_or_becomes_zero(kernel: NamedKernel) -> None:
    assert (apply(kernel.name, draw("constant")) == (5 if kernel.name in KEEP_THE_PICTURE else 0)).all()


@pytest.mark.parametrize("name", ["prewitt-x", "sobel-x", "scharr-x", "roberts-x"])
def test_bright_on_the_left_is_positive(name: str) -> None:
    answers = apply(name, draw("vertical-edge"))
    assert answers.min() == 0
    assert answers.max() > 0


@pytest.mark.parametrize("name", ["prewitt-y", "sobel-y", "scharr-y"])
def test_bright_on_top_is_positive_and_an_upright_edge_is_not_seen(name: str) -> None:
    assert apply(name, draw("horizontal-edge")).max() > 0
    assert not apply(name, draw("vertical-edge")).any()


def test_sobel_of_scipy_has_the_opposite_sign() -> None:
    np.testing.assert_array_equal(apply("sobel-x", PICTURE), -sobel(PICTURE, axis=1)[1:-1, 1:-1])
    np.testing.assert_array_equal(apply("sobel-y", PICTURE), -sobel(PICTURE, axis=0)[1:-1, 1:-1])


def test_gaussian_5_is_gaussian_3_applied_twice() -> None:
    once = KERNELS["gaussian-3"].weights
    np.testing.assert_array_equal(convolve2d(once, once), KERNELS["gaussian-5"].weights)


def test_outline_is_edge_with_the_opposite_sign() -> None:
    np.testing.assert_array_equal(KERNELS["outline"].weights, -KERNELS["edge"].weights)


@pytest.mark.parametrize("name", ["laplacian-4", "laplacian-8"])
def test_laplacian_of_a_bowl_is_four(name: str) -> None:
    row, column = np.indices((7, 7))
    np.testing.assert_allclose(apply(name, row**2 + column**2), 4)


def test_corner_sees_the_corner_and_neither_of_its_edges() -> None:
    assert not apply("corner", draw("vertical-edge")).any()
    assert not apply("corner", draw("horizontal-edge")).any()
    assert apply("corner", draw("corner")).any()


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("line-horizontal", [[0, 0, 0], [1, 1, 1], [0, 0, 0]]),
        ("line-vertical", [[0, 1, 0], [0, 1, 0], [0, 1, 0]]),
        ("line-diagonal", [[1, 0, 0], [0, 1, 0], [0, 0, 1]]),
        ("line-antidiagonal", [[0, 0, 1], [0, 1, 0], [1, 0, 0]]),
    ],
)
def test_line_kernel_answers_to_its_own_line_and_to_no_other(name: str, line: list[list[int]]) -> None:
    answers = {other: apply(other, np.array(line)).item() for other in KERNELS if other.startswith("line-")}
    assert answers.pop(name) == 6
    assert set(answers.values()) == {0}


def test_random_weights_stay_as_they_are_in_links_already_shared() -> None:
    assert named_kernel("random", 1).weights.tolist() == [[2, -2, -3], [-3, 2, -3], [2, 2, 2]]
    assert named_kernel("random", 2).weights.tolist() == [[-2, 1, 3], [-3, 0, -3], [3, -2, 2]]


def test_random_weights_use_their_whole_range_and_repeat_no_random_input() -> None:
    drawn = [named_kernel("random", seed).weights for seed in range(60)]
    assert {int(weight) for weights in drawn for weight in weights.flat} == set(range(-3, 4))
    assert len({weights.tobytes() for weights in drawn}) == len(drawn)
    words = [split_mix_64(seed, 9) % np.uint64(7) for seed in range(60)]
    assert not any(np.array_equal(weights.ravel() + 3, word) for weights in drawn for word in words)


def test_a_seed_changes_no_kernel_that_is_made_by_a_rule() -> None:
    for name, kernel in KERNELS.items():
        assert (named_kernel(name, 7) is kernel) == (name != "random")


def test_known_name_is_found() -> None:
    assert named_kernel("sobel-x").title == "Sobel x"


def test_unknown_name_is_refused_without_repeating_it() -> None:
    with pytest.raises(
        InvalidParameterError, match=r"^kernel must be one of the names at /api/v1/kernels"
    ) as refusal:
        named_kernel("<sobel>")
    assert refusal.value.parameter == "kernel"
    assert "sobel" not in str(refusal.value)
