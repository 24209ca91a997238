"""What OpenAPI says about the answers of ``/conv_transpose2d``."""

from app.api import responses, transposed_documents
from app.api.documents import LinkedStepDocument
from app.api.responses import Responses, document

TRACE = document(transposed_documents.TransposedTraceDocument, "The trace, with both pictures")
STEPS = responses.STEPS | {
    200: responses.STEPS[200] | {"model": transposed_documents.TransposedStepsDocument},
}
STEP: Responses = responses.STEP | {
    200: {
        "model": LinkedStepDocument | transposed_documents.LinkedScatterStepDocument,
        "description": "The step of the picture that was asked for",
    }
}
