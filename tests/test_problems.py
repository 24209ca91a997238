"""A problem document and the response that carries it."""

import ast
from collections.abc import Iterator

import pytest

from app.paths import ROOT
from app.problem_types import PROBLEM_TYPES
from app.problems import MAX_ERRORS, MEDIA_TYPE, Detail, Problem, ProblemError, prefix_of

FIRST = Detail("#/stride", "stride must be 1 or more, and it is 0.")


def named_in_the_program() -> Iterator[tuple[str, ast.expr]]:
    """(file and line, first argument) of every problem that the program makes."""
    for path in sorted((ROOT / "app").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Problem":
                yield f"{path.name}:{node.lineno}", node.args[0]


def test_a_problem_has_the_members_of_the_standard() -> None:
    assert Problem("not-found", "There is nothing.").as_dict() == {
        "type": "/problems/not-found",
        "title": "Not found",
        "status": 404,
        "detail": "There is nothing.",
    }


def test_each_error_has_its_place_and_its_sentence() -> None:
    document = Problem("invalid-parameter", FIRST.detail, (FIRST,)).as_dict()
    assert document["errors"] == [{"pointer": "#/stride", "detail": FIRST.detail}]


def test_of_many_errors_only_the_first_are_sent() -> None:
    many = Problem("invalid-parameter", "Many.", (FIRST,) * (MAX_ERRORS + 1))
    assert len(many.as_dict()["errors"]) == MAX_ERRORS


def test_every_problem_of_the_program_is_of_a_type_that_has_a_page() -> None:
    named = dict(named_in_the_program())
    assert len(named) > 15
    assert {place for place, name in named.items() if not isinstance(name, ast.Constant)} <= {
        place for place in named if place.startswith("problem_pages.py:")
    }
    used = {name.value for name in named.values() if isinstance(name, ast.Constant)}
    assert used == PROBLEM_TYPES.keys()


@pytest.mark.parametrize("name", PROBLEM_TYPES)
def test_every_type_has_a_title_for_people(name: str) -> None:
    title = PROBLEM_TYPES[name].title
    assert title[0].isupper()
    assert str(PROBLEM_TYPES[name].status) not in title


def test_a_response_is_a_problem_that_no_cache_keeps() -> None:
    response = Problem("invalid-parameter", "Some − sentence.").response("")
    assert response.status_code == 422
    assert response.headers["content-type"] == MEDIA_TYPE == "application/problem+json"
    assert response.headers["cache-control"] == "no-store"
    assert "Some − sentence." in bytes(response.body).decode()


def test_a_response_may_have_further_headers_and_keep_its_own() -> None:
    response = Problem("busy", "Busy.").response("", {"Retry-After": "2", "Cache-Control": "no-cache"})
    assert (response.headers["retry-after"], response.headers["cache-control"]) == ("2", "no-cache")


def test_the_type_is_an_address_under_the_prefix_of_a_proxy() -> None:
    scope = {"type": "http", "root_path": "/tools/static", "app_root_path": "/tools"}
    assert prefix_of({"type": "http"}) == ""
    assert prefix_of({"type": "http", "root_path": "/tools"}) == prefix_of(scope) == "/tools"
    assert Problem("busy", "Busy.").as_dict("/tools")["type"] == "/tools/problems/busy"


def test_a_raised_problem_reads_as_its_sentence() -> None:
    error = ProblemError(Problem("not-found", "There is nothing."), {"X": "y"})
    assert str(error) == "There is nothing."
    assert error.headers == {"X": "y"}
