"""A problem document and the response that carries it."""

import pytest

from app.problems import MAX_ERRORS, MEDIA_TYPE, TITLES, Detail, Problem, ProblemError

FIRST = Detail("#/stride", "stride must be 1 or more, and it is 0.")


def test_a_problem_has_the_members_of_the_standard() -> None:
    assert Problem(404, "not-found", "There is nothing.").as_dict() == {
        "type": "/problems/not-found",
        "title": "Not found",
        "status": 404,
        "detail": "There is nothing.",
    }


def test_each_error_has_its_place_and_its_sentence() -> None:
    document = Problem(422, "invalid-parameter", FIRST.detail, (FIRST,)).as_dict()
    assert document["errors"] == [{"pointer": "#/stride", "detail": FIRST.detail}]


def test_of_many_errors_only_the_first_are_sent() -> None:
    assert len(Problem(422, "many", "Many.", (FIRST,) * (MAX_ERRORS + 1)).as_dict()["errors"]) == MAX_ERRORS


@pytest.mark.parametrize("status", TITLES)
def test_every_status_has_a_title_for_people(status: int) -> None:
    title = Problem(status, "some", "Some.").as_dict()["title"]
    assert title[0].isupper()
    assert str(status) not in title


def test_a_response_is_a_problem_that_no_cache_keeps() -> None:
    response = Problem(422, "some", "Some − sentence.").response()
    assert response.status_code == 422
    assert response.headers["content-type"] == MEDIA_TYPE == "application/problem+json"
    assert response.headers["cache-control"] == "no-store"
    assert "Some − sentence." in bytes(response.body).decode()


def test_a_response_may_have_further_headers_and_keep_its_own() -> None:
    response = Problem(503, "busy", "Busy.").response({"Retry-After": "2", "Cache-Control": "no-cache"})
    assert (response.headers["retry-after"], response.headers["cache-control"]) == ("2", "no-cache")


def test_a_raised_problem_reads_as_its_sentence() -> None:
    error = ProblemError(Problem(404, "not-found", "There is nothing."), {"X": "y"})
    assert str(error) == "There is nothing."
    assert error.headers == {"X": "y"}
