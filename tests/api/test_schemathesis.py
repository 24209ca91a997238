"""The application against its own OpenAPI document: generated requests, good and bad, with every check.

What is sent and what counts as an answer is in ``schemathesis.toml``.
"""

from pathlib import Path
from typing import Any

import schemathesis
from schemathesis import Case
from schemathesis.config import SchemathesisConfig

from app.main import create_app

CONFIG = SchemathesisConfig.from_path(Path(__file__).parents[2] / "schemathesis.toml")

schema = schemathesis.openapi.from_asgi("/openapi.json", create_app(), config=CONFIG)


@schema.parametrize()
def test_the_application_does_what_its_openapi_document_says(case: Case[Any]) -> None:
    case.call_and_validate()
