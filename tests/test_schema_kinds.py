"""Kinds of values in words."""

from typing import Any

import pytest

from app.schema_kinds import kind_of, name_in

DOCUMENT: dict[str, Any] = {
    "components": {
        "schemas": {
            "Border": {"enum": ["zeros", "edge", "wrap"], "type": "string"},
            "Step": {"type": "object", "properties": {}},
        }
    }
}
SIDE = {"type": "integer", "minimum": 1, "maximum": 16}
REFERENCE = "#/components/schemas"


@pytest.mark.parametrize(
    ("schema", "words"),
    [
        ({"type": "string"}, "text"),
        ({"type": "boolean"}, "true or false"),
        ({"type": "number", "minimum": -1e6, "maximum": 1e6}, "number from −1,000,000 to 1,000,000"),
        ({"type": "integer", "minimum": 1}, "whole number"),
        ({"anyOf": [{"type": "string"}, {"type": "null"}]}, "text"),
        ({"anyOf": [SIDE, SIDE]}, "whole number from 1 to 16"),
        ({"enum": [0, 1]}, "0 or 1"),
        ({"const": "conv2d"}, "conv2d"),
        ({"$ref": f"{REFERENCE}/Border"}, "one of zeros, edge, wrap"),
        ({"$ref": f"{REFERENCE}/Step"}, "Step"),
        ({"type": "array", "items": {"$ref": f"{REFERENCE}/Step"}}, "list of Step"),
        ({"type": "array", "items": {"type": "boolean"}}, "list of true or false"),
        ({"type": "array", "prefixItems": [SIDE, SIDE]}, "list of whole numbers from 1 to 16"),
        ({"type": "object", "additionalProperties": {"type": "string"}}, "object of texts"),
        (
            {"oneOf": [SIDE, {"type": "array", "items": SIDE, "minItems": 2, "maxItems": 2}]},
            "whole number from 1 to 16, or list of 2 whole numbers from 1 to 16",
        ),
        (
            {"type": "array", "maxItems": 64, "items": {"type": "array", "items": {"type": "number"}}},
            "list of 0 to 64 lists of numbers",
        ),
    ],
)
def test_a_schema_is_said_in_words(schema: dict[str, Any], words: str) -> None:
    assert kind_of(DOCUMENT, schema) == words


def test_a_reference_is_known_by_its_last_part() -> None:
    assert name_in({"$ref": f"{REFERENCE}/Step"}) == "Step"
    assert name_in({"type": "string"}) == ""
