"""What OpenAPI says about the answers; nothing here runs when a request is answered."""

from typing import Any

from pydantic import BaseModel

from app.api import documents
from app.api.stepping import NDJSON
from app.problems import MEDIA_TYPE

Responses = dict[int | str, dict[str, Any]]


PROBLEM_NAMES = "x-problems"
"""Where the document lists the types that an error can be of, by name."""


def problem(description: str, *names: str) -> dict[str, Any]:
    """An error, and the names of its types in ``PROBLEM_TYPES``."""
    schema = documents.ProblemDocument.model_json_schema(ref_template="#/components/schemas/{model}")
    schema.pop("$defs", None)
    schema["properties"]["errors"] = {
        "type": "array",
        "items": documents.ErrorDocument.model_json_schema(),
    }
    return {"description": description, "content": {MEDIA_TYPE: {"schema": schema}}, PROBLEM_NAMES: names}


def document(model: type[BaseModel], description: str) -> Responses:
    """A 200 with this shape, for a route that writes its own bytes."""
    return {200: {"model": model, "description": description}}


UNCHANGED: Responses = {304: {"description": "You have this answer already: its ETag is yours."}}

PROBLEMS: Responses = {
    400: problem(
        "The request could not be read.", "bad-request", "malformed-request", "bad-host", "ambiguous-length"
    ),
    414: problem("The address is too long.", "target-too-long"),
    422: problem(
        "A parameter breaks its rule, or there is no such convolution.",
        "invalid-parameter",
        "repeated-parameter",
        "impossible-convolution",
    ),
    431: problem("The headers are too long.", "headers-too-large"),
    500: problem("Our mistake, with an id to report.", "internal-error"),
    503: problem("Busy; try again after the seconds in Retry-After.", "busy"),
}
HEAVY_PROBLEMS: Responses = {504: problem("It took too long.", "timed-out")}
BODY_PROBLEMS: Responses = {
    413: problem("The body is too large.", "body-too-large"),
    415: problem("The body does not call itself JSON.", "unsupported-media-type", "compressed-body"),
}
TRACE = document(documents.TraceDocument, "The trace")
STEPS = document(documents.StepsDocument, "A page of steps")
STEPS[200]["content"] = {NDJSON: {"schema": {"type": "string", "description": "One step a line"}}}
STEP = document(documents.LinkedStepDocument, "The step") | {
    404: problem("There is no step of that number.", "not-found")
}
