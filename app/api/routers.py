"""What the routes of every operation share: where they lie, how strictly they read, what they may answer."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path

from app.api import responses
from app.api.fields import RULES, StepNumber
from app.api.links import PREFIX
from app.api.operations import Operation
from app.api.receiving import JsonRoute, require_clear_query

Number = Annotated[StepNumber, Path(description=f"Must be {RULES['number']}.")]
"""Of a step, as a part of its address."""


def routers_of(operation: Operation) -> tuple[APIRouter, APIRouter]:
    """One for what is asked in an address, and one for what is asked with a JSON body."""
    in_address = APIRouter(
        prefix=f"{PREFIX}/{operation.name}",
        tags=[operation.name],
        dependencies=[Depends(require_clear_query)],
        responses=responses.UNCHANGED | responses.PROBLEMS,
    )
    in_body = APIRouter(
        prefix=f"{PREFIX}/{operation.name}",
        tags=[operation.name],
        dependencies=[Depends(require_clear_query)],
        responses=responses.PROBLEMS | responses.BODY_PROBLEMS,
        route_class=JsonRoute,
    )
    return in_address, in_body
