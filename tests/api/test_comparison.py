"""``/conv2d/comparison``: the same in both methods, whatever the flip says."""

import pytest

from app.api.documents import ComparisonDocument
from tests.api.client import CONV2D, Api, document, refusal

COMPARISON = f"{CONV2D}/comparison"


@pytest.mark.parametrize("kernel", ["prewitt-x", "gaussian-3", "box-3"])
def test_both_outputs_are_those_of_the_two_flips(api: Api, kernel: str) -> None:
    answer = document(api.get(COMPARISON, {"kernel": kernel}))
    ComparisonDocument.model_validate(answer)
    assert answer["correlation"] == api.trace(kernel=kernel, flip=False)["output"]
    assert answer["convolution"] == api.trace(kernel=kernel, flip=True)["output"]
    assert answer["is_symmetric"] == answer["is_same"] == (kernel != "prewitt-x")


def test_an_address_and_a_body_get_the_same_with_and_without_the_flip(api: Api) -> None:
    asked = document(api.get(COMPARISON, {"kernel": "1,2;3,4/7", "padding": "same"}))
    for flip in (0, 1):
        body = {"kernel": [[1, 2], [3, 4]], "divisor": 7, "padding": "same", "flip": flip}
        assert document(api.post(COMPARISON, body)) == asked
    assert not asked["precision"]["exact"]
    assert not any(map(all, asked["exact"]["difference"]))


def test_a_convolution_that_does_not_exist_has_no_comparison(api: Api) -> None:
    assert refusal(api.get(COMPARISON, {"size": "2"})).startswith("kernel spans 3 rows")
