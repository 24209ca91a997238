"""The OpenAPI document as the reference shows it: operations by group, and the documents they answer with.

Nothing is said here that the document does not say, so that the two cannot differ.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from app.api.responses import PROBLEM_NAMES
from app.api.view import OF_THE_PAGE
from app.schema_kinds import Schema, kind_of, name_in

JSON = "application/json"


@dataclass(frozen=True, slots=True)
class Parameter:
    """What can be said in an address or in a body.

    Attributes:
        name: As it is written.
        kind: What a value can be, in words.
        rule: What it must be, as the error says it that refuses a value.
        default: What is used where it is left out, as it is written; empty where there is nothing to say.
        examples: Values worth trying, as they are written.
        is_required: Whether it must be there, as a part of the path must.
    """

    name: str
    kind: str
    rule: str
    default: str
    examples: tuple[str, ...] = ()
    is_required: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """One status and what comes with it.

    Attributes:
        status: HTTP status code, as text.
        description: In a sentence.
        media_types: In which forms it can come.
        document: Name of the document that it is; empty where it is none.
        problems: Names of the problem types that it can be of.
    """

    status: str
    description: str
    media_types: tuple[str, ...]
    document: str
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Operation:
    """One method at one path.

    Attributes:
        name: The operation's id, and its anchor.
        group: Its tag.
        method: In capitals.
        path: With names in braces where it has parameters.
        takes: The computation that its parameters describe, such as ``conv2d``; empty where it is none.
        summary: In a few words.
        description: In a sentence.
        parameters: Those in the address that the answer depends on.
        page_parameters: Those that only the page uses.
        fields: Those in the body.
        bodies: Bodies worth sending, each with its title.
        answers: When all is well.
        errors: When it is not.
    """

    name: str
    group: str
    method: str
    path: str
    takes: str
    summary: str
    description: str
    parameters: tuple[Parameter, ...]
    page_parameters: tuple[Parameter, ...]
    fields: tuple[Parameter, ...]
    bodies: Mapping[str, Any]
    answers: tuple[Answer, ...]
    errors: tuple[Answer, ...]

    @property
    def media_type(self) -> str:
        """The form in which it answers when nothing else is asked for."""
        return self.answers[0].media_types[0]


@dataclass(frozen=True, slots=True)
class Group:
    """Operations on the same subject."""

    name: str
    description: str
    operations: tuple[Operation, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """One JSON object of an answer, with its members."""

    name: str
    description: str
    members: tuple[Parameter, ...]


def groups_of(schema: Schema, defaults: Mapping[str, Mapping[str, str]]) -> list[Group]:
    """All operations, in the order of their groups.

    Args:
        schema: The OpenAPI document.
        defaults: By computation, what each parameter is where it is left out, as it stands in an address.
    """
    operations = [
        _operation(schema, path, method, defaults)
        for path, methods in schema["paths"].items()
        for method in methods
    ]
    described = {tag["name"]: tag["description"] for tag in schema.get("tags", [])}
    names = dict.fromkeys([*described, *(each.group for each in operations)])
    return [
        Group(name, described.get(name, ""), tuple(each for each in operations if each.group == name))
        for name in names
    ]


def documents_of(schema: Schema) -> list[Document]:
    """The objects that answers are made of, by name."""
    return [
        Document(name, each.get("description", ""), tuple(_fields(schema, each)))
        for name, each in sorted(schema["components"]["schemas"].items())
        if "properties" in each and not name.endswith("Request")
    ]


def _operation(
    schema: Schema, path: str, method: str, defaults: Mapping[str, Mapping[str, str]]
) -> Operation:
    operation = schema["paths"][path][method]
    takes = _computation(schema["paths"][path].get("get", {}))
    usual = defaults.get(takes, {})
    parameters = [_parameter(schema, each, usual) for each in operation.get("parameters", [])]
    body = operation.get("requestBody", {}).get("content", {}).get(JSON, {})
    answers = [_answer(status, each) for status, each in sorted(operation["responses"].items())]
    return Operation(
        name=operation["operationId"],
        group=operation["tags"][0],
        method=method.upper(),
        path=path,
        takes=takes,
        summary=operation["summary"],
        description=operation["description"],
        parameters=tuple(each for each in parameters if not each.rule.startswith(OF_THE_PAGE)),
        page_parameters=tuple(each for each in parameters if each.rule.startswith(OF_THE_PAGE)),
        fields=tuple(_fields(schema, body.get("schema", {}))),
        bodies={each["summary"]: each["value"] for each in body.get("examples", {}).values()},
        answers=tuple(each for each in answers if each.status < "4"),
        errors=tuple(each for each in answers if each.status >= "4"),
    )


def _computation(operation: Schema) -> str:
    """What an address computes: its parameter ``operation`` can be nothing else."""
    for parameter in operation.get("parameters", []):
        if parameter["name"] == "operation":
            return str(parameter["schema"]["default"])
    return ""


def _parameter(schema: Schema, parameter: Schema, usual: Mapping[str, str]) -> Parameter:
    name, shape = parameter["name"], parameter["schema"]
    return Parameter(
        name,
        kind_of(schema, shape),
        parameter["description"],
        usual.get(name, _text(shape.get("default"))),
        tuple(shape.get("examples", ())),
        parameter["required"],
    )


def _fields(schema: Schema, shape: Schema) -> Iterator[Parameter]:
    """The members of an object, of a body or of an answer."""
    known = schema["components"]["schemas"].get(name_in(shape), shape)
    for name, member in known.get("properties", {}).items():
        rule = member.get("description", "")
        yield Parameter(
            name,
            kind_of(schema, member),
            f"Must be {rule}." if rule else "",
            _text(member.get("default")),
            is_required=name in known.get("required", ()),
        )


def _text(default: object) -> str:
    """A default as JSON writes it; texts without their quotes."""
    if default is None:
        return ""
    return default if isinstance(default, str) else str(default)


def _answer(status: str, response: Schema) -> Answer:
    content = response.get("content", {})
    return Answer(
        status,
        response["description"],
        tuple(content),
        name_in(content.get(JSON, {}).get("schema", {})),
        tuple(response.get(PROBLEM_NAMES, ())),
    )
