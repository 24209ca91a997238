"""``/problems`` and ``/problems/{name}``: the pages that the ``type`` of an error leads to."""

import json

from fastapi import APIRouter, HTTPException, Request, Response

from app.address import read_visit
from app.api.links import address
from app.page_examples import example_of
from app.problem_types import PROBLEM_TYPES
from app.problems import Problem, prefix_of
from app.rendering import frame_of, templates

_ENTRY = "js/pages/api.js"

router = APIRouter(include_in_schema=False)


@router.get("/problems")
async def problems_page(request: Request) -> Response:
    """All types, each with its page."""
    context = {
        **frame_of(request, read_visit(request.query_params), _ENTRY),
        "types": {address(request, f"/problems/{name}"): each for name, each in PROBLEM_TYPES.items()},
    }
    return templates.TemplateResponse(request, "problems.html", context)


@router.get("/problems/{name}")
async def problem_page(request: Request, name: str) -> Response:
    """What one type means, and what to do.

    Raises:
        HTTPException: If there is no such type.
    """
    if name not in PROBLEM_TYPES:
        raise HTTPException(404)
    found = PROBLEM_TYPES[name]
    document = Problem(found.name, found.example).as_dict(prefix_of(request.scope))
    context = {
        **frame_of(request, read_visit(request.query_params), _ENTRY),
        "type": found,
        "answer": json.dumps(document, indent=2, ensure_ascii=False),
        "all_types": address(request, "/problems"),
        "here": example_of(request, "Such an answer", found.address) if found.address else None,
    }
    return templates.TemplateResponse(request, "problem.html", context)
