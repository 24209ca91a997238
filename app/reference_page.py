"""``/api``: the reference, made from the OpenAPI document, with the visitor's convolution in its examples."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from fastapi import APIRouter, FastAPI, Request, Response

from app.address import Visit, read_visit, write_visit
from app.api.links import PREFIX, address, step_links
from app.api.operations import OPERATIONS
from app.api.pack import pack_step
from app.api.query import write_fields, write_query
from app.page_examples import Example, example_of, example_with_body, pretty
from app.problem_types import PROBLEM_TYPES
from app.reference import Operation, documents_of, groups_of
from app.rendering import frame_of, templates

LONGEST_QUERY = 4_000
"""Of an example.  A longer one would stand in the page a hundred times, and is no line to copy."""

_TOO_LONG = (
    "The address of this convolution is too long for lines to copy, so the examples show the lesson’s. "
    "Send long inputs as JSON, with POST."
)

router = APIRouter(include_in_schema=False)


@router.get("/api")
async def reference_page(request: Request) -> Response:
    """The reference, with the convolution of the address."""
    asked = read_visit(request.query_params)
    is_long = len(write_visit(asked)) > LONGEST_QUERY
    visit = read_visit({}) if is_long else asked
    reference = _reference(request.app, address(request, ""))
    context = {
        **frame_of(request, asked, "js/pages/api.js"),
        **reference,
        "notices": [*asked.notices, *([_TOO_LONG] if is_long else [])],
        "examples": {
            each.name: list(_examples(request, visit, each))
            for group in reference["groups"]
            for each in group.operations
        },
        "problems": address(request, "/problems"),
        "schema": address(request, "/openapi.json"),
        **_start(request, visit),
    }
    return templates.TemplateResponse(request, "api.html", context)


@lru_cache(maxsize=1)
def _reference(app: FastAPI, prefix: str) -> dict[str, Any]:
    """What is the same for every visitor, which is most of the page and takes most of the time."""
    schema = app.openapi()
    visits = {name: read_visit({"operation": name}) for name in OPERATIONS}
    groups = groups_of(schema, {name: write_fields(visit.request) for name, visit in visits.items()})
    documents = documents_of(schema)
    names = [each.name for each in documents]
    parts: Any = templates.env.get_template("partials/operation.html").module
    operations = [each for group in groups for each in group.operations]
    return {
        "groups": groups,
        "details": {
            each.name: parts.details(
                each, f"{prefix}{_path(each)}", names, PROBLEM_TYPES, f"{prefix}/problems"
            )
            for each in operations
        },
        "documents": parts.document_list(documents),
    }


def _path(operation: Operation, number: int = 1) -> str:
    """Its address with a number where it has one."""
    return operation.path.format_map({"number": number})


def _start(request: Request, visit: Visit) -> dict[str, Any]:
    """What a visitor sees first: the address of one step, its parts, and what comes back."""
    operation, query = OPERATIONS[_computation(visit)], _query(visit)
    path = f"{PREFIX}/{operation.name}/steps/{visit.step}"
    links = step_links(request, operation, query, visit.step, visit.step_count)
    step = pack_step(visit.trace, visit.step, links)
    return {
        "start": example_of(request, "one step", path, query),
        "start_path": path,
        "parts": query.split("&") if query else [],
        "answer": pretty(step),
        "explanation": step["explanation"],
    }


def _computation(visit: Visit) -> str:
    return visit.settings["operation"]


def _query(visit: Visit) -> str:
    """The visitor's computation, as an address of the API says it."""
    picture = f"picture={visit.picture}" if visit.picture == "scatter" else ""
    return "&".join(filter(None, (write_query(visit.request), picture)))


def _examples(request: Request, visit: Visit, operation: Operation) -> Iterator[Example]:
    """Requests for one operation; the first has the visitor's computation, where it takes one."""
    is_theirs = operation.takes == _computation(visit)
    path = _path(operation, visit.step if is_theirs else 1)
    if operation.method == "GET":
        query = _own_query(visit, operation)
        yield example_of(request, operation.summary, path, query, operation.media_type)
        return
    if is_theirs and (body := _body(visit)):
        yield example_with_body(request, "Your convolution", path, _picture(visit, operation), body)
    for title, value in operation.bodies.items():
        yield example_with_body(request, title, _path(operation), "", value)


def _own_query(visit: Visit, operation: Operation) -> str:
    """The visitor's computation, where an operation takes it; what shows one step, as the page says it."""
    if operation.takes and operation.takes != _computation(visit):
        return ""
    if operation.media_type.startswith("image/"):
        return write_visit(visit)
    if not operation.takes:
        return ""
    return _query(visit) if operation.group == operation.takes else write_visit(visit)


def _picture(visit: Visit, operation: Operation) -> str:
    """What stands in the address beside a body: which picture the steps are of, where that can be said."""
    names = {each.name for each in operation.parameters}
    return f"picture={visit.picture}" if visit.picture == "scatter" and "picture" in names else ""


def _body(visit: Visit) -> dict[str, Any]:
    """What differs from the lesson, as a body says it."""
    usual = read_visit({"operation": _computation(visit)}).request.model_dump(mode="json")
    given = visit.request.model_dump(mode="json")
    return {name: _plain(value) for name, value in given.items() if value != usual[name]}


def _plain(value: Any) -> Any:  # noqa: ANN401  # whatever JSON can hold
    """Whole numbers without a point, as people write them."""
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value
