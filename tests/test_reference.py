"""The reference says everything that the OpenAPI document says."""

from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest

from app.main import create_app
from app.problem_types import PROBLEM_TYPES
from app.reference import Group, Operation, Parameter, documents_of, groups_of
from tests.api.client import Api, Document, document

DEFAULTS = {"conv2d": {"stride": "1", "padding": "valid"}}


@pytest.fixture(scope="module")
def schema() -> Iterator[Document]:
    with closing(Api(create_app())) as api:
        yield document(api.get("/openapi.json"))


@pytest.fixture(scope="module")
def groups(schema: Document) -> list[Group]:
    return groups_of(schema, DEFAULTS)


@pytest.fixture(scope="module")
def operations(groups: list[Group]) -> dict[str, Operation]:
    return {each.name: each for group in groups for each in group.operations}


def named(parameters: tuple[Parameter, ...], name: str) -> Parameter:
    return next(each for each in parameters if each.name == name)


def documented(schema: Document) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, methods in schema["paths"].items():
        for method, operation in methods.items():
            yield path, method, operation


def test_every_operation_of_the_schema_is_there_under_its_tag(schema: Document, groups: list[Group]) -> None:
    found = {(group.name, each.method, each.path) for group in groups for each in group.operations}
    assert found == {
        (operation["tags"][0], method.upper(), path) for path, method, operation in documented(schema)
    }


def test_every_group_says_what_it_is_about(groups: list[Group]) -> None:
    assert all(group.description and group.operations for group in groups)


def test_every_parameter_of_the_schema_is_there_with_its_rule(
    schema: Document, operations: dict[str, Operation]
) -> None:
    for _, _, operation in documented(schema):
        found = operations[operation["operationId"]]
        assert {each.name: each.rule for each in found.parameters + found.page_parameters} == {
            each["name"]: each["description"] for each in operation.get("parameters", [])
        }


def test_every_field_of_a_body_is_there_with_its_rule(
    schema: Document, operations: dict[str, Operation]
) -> None:
    properties = schema["components"]["schemas"]["Conv2dRequest"]["properties"]
    assert {each.name: each.rule for each in operations["post_conv2d"].fields} == {
        name: f"Must be {each['description']}." for name, each in properties.items()
    }


def test_every_answer_and_every_error_of_the_schema_is_there(
    schema: Document, operations: dict[str, Operation]
) -> None:
    for _, _, operation in documented(schema):
        found = operations[operation["operationId"]]
        assert {each.status for each in found.answers + found.errors} == operation["responses"].keys()
        assert all(each.status[0] in "23" for each in found.answers)


def test_every_error_names_types_of_its_status(operations: dict[str, Operation]) -> None:
    for operation in operations.values():
        for error in operation.errors:
            assert error.problems, f"{operation.name} {error.status}"
            assert {str(PROBLEM_TYPES[name].status) for name in error.problems} == {error.status}


def test_parameters_of_the_page_stand_apart(operations: dict[str, Operation]) -> None:
    apart = {each.name for each in operations["get_conv2d"].page_parameters}
    assert {"theme", "play", "speed"} <= apart
    assert not apart & {"input", "kernel", "stride", "padding", "flip"}


def test_a_parameter_has_its_default_as_it_stands_in_an_address(operations: dict[str, Operation]) -> None:
    parameters = operations["get_conv2d_steps"].parameters
    assert named(parameters, "padding").default == "valid"
    assert named(parameters, "offset").default == "0"
    assert named(parameters, "like").default == ""
    assert named(operations["post_conv2d"].fields, "size").default == "[6, 6]"


def test_a_parameter_has_its_kind_and_its_examples(operations: dict[str, Operation]) -> None:
    parameters = operations["get_conv2d_step"].parameters
    assert named(parameters, "number").kind == "whole number from 1 to 1,000,000"
    assert named(parameters, "number").is_required
    assert named(parameters, "stride").examples == ("1", "2,1")
    assert not named(parameters, "stride").is_required


def test_what_an_address_computes_is_known_also_of_its_body(operations: dict[str, Operation]) -> None:
    assert operations["get_conv2d_step"].takes == operations["post_conv2d_step"].takes == "conv2d"
    assert operations["post_conv_transpose2d"].takes == "conv_transpose2d"
    assert operations["get_kernels"].takes == ""


def test_an_operation_knows_its_bodies_and_the_form_of_its_answer(operations: dict[str, Operation]) -> None:
    assert operations["post_conv2d"].bodies["Your own numbers"]["kernel"] == [[1, 0], [0, -1]]
    assert operations["get_conv2d"].media_type == "application/json"
    assert operations["get_share"].media_type == "image/svg+xml"


def test_every_document_that_an_answer_is_made_of_is_described(
    schema: Document, operations: dict[str, Operation]
) -> None:
    names = {each.name for each in documents_of(schema)}
    answered = {each.document for one in operations.values() for each in one.answers} - {""}
    assert {"TraceDocument", "KernelsDocument"} <= answered <= names
    assert {"Geometry", "PhasesDocument"} <= names
    assert "Conv2dRequest" not in names
