"""What a JSON schema allows, in words: "whole number from 1 to 16, or list of 2 whole numbers from …"."""

from typing import Any, TypeAlias

Schema: TypeAlias = dict[str, Any]

_WORDS = {"string": "text", "number": "number", "integer": "whole number", "boolean": "true or false"}


def kind_of(document: Schema, schema: Schema) -> str:
    """The kind of a value.

    Args:
        document: The OpenAPI document, for what the schema refers to.
        schema: Of the value.
    """
    return ", or ".join(dict.fromkeys(_kinds(document, schema)))


def name_in(schema: Schema) -> str:
    """The name that a schema refers to; empty where it is spelled out."""
    reference: str = schema.get("$ref", "")
    return reference.rpartition("/")[2]


def _kinds(document: Schema, schema: Schema) -> list[str]:
    """One for each alternative; that a value may be missing is no kind."""
    if alternatives := schema.get("anyOf", schema.get("oneOf")):
        return [kind for each in alternatives for kind in _kinds(document, each)]
    if name := name_in(schema):
        known = document["components"]["schemas"][name]
        return _kinds(document, known) if "enum" in known else [name]
    values = schema.get("enum", [schema["const"]] if "const" in schema else None)
    if values is not None:
        return [_one_of([str(value) for value in values])]
    return [] if schema.get("type") == "null" else [_kind(document, schema)]


def _kind(document: Schema, schema: Schema) -> str:
    if schema.get("type") == "array":
        return f"list of {_count(schema)}{_several(document, schema)}"
    if schema.get("type") == "object":
        return f"object of {_plural(kind_of(document, schema['additionalProperties']))}"
    return _WORDS[schema["type"]] + _range(schema)


def _several(document: Schema, schema: Schema) -> str:
    """What is in a list, all of one kind."""
    first, *_ = schema.get("prefixItems", [schema.get("items")])
    return " or ".join(map(_plural, dict.fromkeys(_kinds(document, first))))


def _plural(kind: str) -> str:
    for word in ("whole number", "number", "list", "text"):
        if kind == word or kind.startswith(f"{word} "):
            return f"{word}s{kind.removeprefix(word)}"
    return kind


def _count(schema: Schema) -> str:
    least, most = schema.get("minItems", 0), schema.get("maxItems")
    if most is None:
        return ""
    return f"{most} " if least == most else f"{least} to {most} "


def _range(schema: Schema) -> str:
    least, most = schema.get("minimum"), schema.get("maximum")
    return "" if least is None or most is None else f" from {_number(least)} to {_number(most)}"


def _number(value: float) -> str:
    return f"{value:,.0f}".replace("-", "−")


def _one_of(values: list[str]) -> str:
    return " or ".join(values) if len(values) <= 2 else f"one of {', '.join(values)}"
