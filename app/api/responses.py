"""What OpenAPI says about the answers; nothing here runs when a request is answered."""

from typing import Any

from pydantic import BaseModel

from app.api import documents
from app.api.stepping import NDJSON
from app.problems import MEDIA_TYPE

Responses = dict[int | str, dict[str, Any]]


def _problem(description: str) -> dict[str, Any]:
    schema = documents.ProblemDocument.model_json_schema(ref_template="#/components/schemas/{model}")
    schema.pop("$defs", None)
    schema["properties"]["errors"] = {
        "type": "array",
        "items": documents.ErrorDocument.model_json_schema(),
    }
    return {"description": description, "content": {MEDIA_TYPE: {"schema": schema}}}


def document(model: type[BaseModel], description: str) -> Responses:
    """A 200 with this shape, for a route that writes its own bytes."""
    return {200: {"model": model, "description": description}}


UNCHANGED: Responses = {304: {"description": "You have this answer already: its ETag is yours."}}

PROBLEMS: Responses = {
    400: _problem("The request could not be read."),
    414: _problem("The address is too long."),
    422: _problem("A parameter breaks its rule, or there is no such convolution."),
    431: _problem("The headers are too long."),
    500: _problem("Our mistake, with an id to report."),
    503: _problem("Busy; try again after the seconds in Retry-After."),
}
BODY_PROBLEMS: Responses = {
    413: _problem("The body is too large."),
    415: _problem("The body does not call itself JSON."),
}
TRACE = document(documents.TraceDocument, "The trace")
STEPS = document(documents.StepsDocument, "A page of steps")
STEPS[200]["content"] = {NDJSON: {"schema": {"type": "string", "description": "One step a line"}}}
STEP = document(documents.LinkedStepDocument, "The step") | {
    404: _problem("There is no step of that number.")
}
