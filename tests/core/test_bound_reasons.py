"""Why a bound is one, in the words of the page."""

from dataclasses import replace

import pytest

from app.core.bounds import Bound, bounds_of
from app.core.padding import Padding, PaddingName
from tests.core.test_bounds import LARGEST, Numbers, bounds

FITS = Numbers((6, 8), (3, 3))
TOP = (1, 0, 0, 0)


@pytest.mark.parametrize(
    ("numbers", "padding", "field", "reason"),
    [
        pytest.param(
            FITS,
            "valid",
            "dilation",
            "The dilation can be at most 2: with 3 the kernel would span 7 rows, and the input has 6.",
            id="a dilation that spreads the kernel too far",
        ),
        pytest.param(
            FITS,
            TOP,
            "dilation",
            "The dilation can be at most 3: with 4 the kernel would span 9 rows, "
            "and the input with its padding has 7.",
            id="the padding counts as well",
        ),
        pytest.param(
            FITS,
            "valid",
            "kernel_size",
            "The kernel can have at most 6 rows: with 7 the kernel would span 7 rows, and the input has 6.",
            id="a kernel that is larger than the input",
        ),
        pytest.param(
            FITS,
            "same",
            "stride",
            "The stride can be at most 1: a stride above 1 and padding same contradict each other; "
            "padding same_tf goes with any stride.",
            id="same with a stride",
        ),
        pytest.param(
            replace(FITS, kernel_size=(5, 3)),
            "full",
            "dilation",
            "The dilation can be at most 8: with 9 padding full would add 36 rows on one side, "
            "and this page takes 32.",
            id="a named padding that grows too large",
        ),
        pytest.param(FITS, "valid", "stride", "16 is the largest stride this page takes.", id="stride"),
        pytest.param(FITS, "full", "dilation", "16 is the largest dilation this page takes.", id="dilation"),
        pytest.param(
            FITS, "valid", "padding_before", "32 is the largest padding this page takes.", id="padding"
        ),
        pytest.param(
            FITS, "valid", "input_size", "The largest input this page takes has 64 rows.", id="input"
        ),
        pytest.param(
            FITS, "full", "kernel_size", "The largest kernel this page takes has 15 rows.", id="kernel"
        ),
    ],
)
def test_an_upper_end_says_why_it_is_one(numbers: Numbers, padding: Padding, field: str, reason: str) -> None:
    padding = PaddingName(padding) if isinstance(padding, str) else padding
    rows, _ = bounds(numbers, padding)
    assert getattr(rows, field).maximum_reason == reason


@pytest.mark.parametrize(
    ("numbers", "padding", "field", "reason"),
    [
        pytest.param(
            FITS,
            "valid",
            "input_size",
            "The input must have at least 3 columns: with 2 the kernel spans 3 columns, "
            "and the input would have 2.",
            id="an input that is smaller than the kernel",
        ),
        pytest.param(
            Numbers((6, 2), (3, 3)),
            (0, 0, 0, 2),
            "padding_after",
            "The padding on the right must be at least 1: with 0 the kernel spans 3 columns, "
            "and the input would have 2.",
            id="a padding without which the kernel does not fit",
        ),
        pytest.param(
            FITS,
            "valid",
            "stride",
            "1 is the smallest stride there is: with 0 the kernel would never move.",
            id="stride",
        ),
        pytest.param(
            FITS,
            "valid",
            "dilation",
            "1 is the smallest dilation there is: the taps lie side by side.",
            id="dilation",
        ),
        pytest.param(
            FITS,
            "valid",
            "padding_before",
            "0 is the smallest padding there is: nothing is added.",
            id="padding",
        ),
        pytest.param(FITS, "same", "input_size", "The smallest input has 1 column.", id="input"),
        pytest.param(FITS, "valid", "kernel_size", "The smallest kernel has 1 column.", id="kernel"),
    ],
)
def test_a_lower_end_says_why_it_is_one(numbers: Numbers, padding: Padding, field: str, reason: str) -> None:
    padding = PaddingName(padding) if isinstance(padding, str) else padding
    _, columns = bounds(numbers, padding)
    assert getattr(columns, field).minimum_reason == reason


def test_an_end_that_is_set_by_the_work_names_both_counts() -> None:
    largest = replace(LARGEST, multiply_adds=1_000)
    rows, _ = bounds_of(Numbers((10, 10), (3, 3)).geometry(PaddingName.SAME), largest)
    assert rows.input_size == Bound(
        1,
        11,
        "The smallest input has 1 row.",
        "The input can have at most 11 rows: with 12 there would be 1,080 multiplications, "
        "and this page takes 1,000.",
    )
