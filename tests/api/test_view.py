"""The choices of the page, which the API passes over and never lets change an answer."""

import pytest

from app.api.view import VIEW_RULES, VIEW_VALUES, ViewQuery
from tests.api.client import Api


def test_every_default_is_one_of_the_values() -> None:
    assert all(default in VIEW_VALUES[name] for name, default in ViewQuery().model_dump().items())


@pytest.mark.parametrize("name", sorted(VIEW_VALUES))
def test_a_choice_changes_no_answer_and_a_wrong_one_is_refused_by_its_rule(api: Api, name: str) -> None:
    plain = api.get("/api/v1/conv2d?kernel=sobel-x").json()
    for value in VIEW_VALUES[name]:
        assert api.get(f"/api/v1/conv2d?kernel=sobel-x&{name}={value}").json() == plain
    refused = api.get(f"/api/v1/conv2d?{name}=pink")
    assert refused.status_code == 422
    assert f"{name} must be {VIEW_RULES[name]}" in refused.json()["detail"]
