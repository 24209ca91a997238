"""How large a transposed convolution may be: what is computed at the limit and refused above it."""

import pytest

from app.api.models import ConvTranspose2dRequest
from app.api.unpack_transposed import check_stretched, unpack_transposed
from app.core.errors import InvalidParameterError
from app.settings import LIMITS, Limits
from tests.api.client import CONV_TRANSPOSE2D, Api, Document, pointers, problem


@pytest.mark.parametrize(
    ("accepted", "refused", "parameter", "sentence"),
    [
        pytest.param(
            {"size": [1, 32], "kernel": [[1, 1]], "stride": [1, 4], "output_padding": [0, 1]},
            {"size": [1, 32], "kernel": [[1, 1]], "stride": [1, 4], "output_padding": [0, 2]},
            "stride",
            "stride 4 makes 129 columns of the input when it is stretched and padded, and the limit is 128. "
            "Use a smaller stride, dilation, kernel or input.",
            id="stride",
        ),
        pytest.param(
            {"size": [64, 1], "kernel": [[1]] * 5, "dilation": 8},
            {"size": [64, 1], "kernel": [[1]] * 5, "dilation": 9},
            "dilation",
            "dilation 9 makes 136 rows of the input when it is stretched and padded, and the limit is 128. "
            "Use a smaller stride, dilation, kernel or input.",
            id="dilation",
        ),
    ],
)
def test_the_stretched_input_is_computed_at_the_limit_and_refused_above(
    api: Api, accepted: Document, refused: Document, parameter: str, sentence: str
) -> None:
    assert api.post(CONV_TRANSPOSE2D, accepted).status_code == 200
    members = problem(api.post(CONV_TRANSPOSE2D, refused), 422)
    assert members["detail"] == sentence
    assert pointers(members) == [f"#/{parameter}"]


@pytest.mark.parametrize("axis", [0, 1], ids=["rows", "columns"])
def test_each_axis_is_held_to_the_limit(axis: int) -> None:
    stride = [1, 1]
    stride[axis] = 2
    geometry = unpack_transposed(ConvTranspose2dRequest.model_validate({"stride": stride})).geometry
    check_stretched(geometry, Limits(stretched_side=15))
    with pytest.raises(InvalidParameterError, match=r"stride 2 makes 15 (rows|columns)"):
        check_stretched(geometry, Limits(stretched_side=14))


def test_nothing_that_may_be_asked_is_more_work_than_the_limit_allows() -> None:
    assert LIMITS.stretched_side**2 * LIMITS.kernel_side**2 < LIMITS.multiply_adds
    without_stretching = LIMITS.grid_side + 2 * (LIMITS.kernel_side - 1)
    assert without_stretching <= LIMITS.stretched_side
