"""The OpenAPI document: valid, complete, and true in every example."""

import itertools
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis

from app import __version__
from app.api.examples import BODIES, TRANSPOSED_BODIES
from app.api.figures import ENDINGS
from app.api.operations import CONV2D as CONVOLUTION
from app.api.operations import CONV_TRANSPOSE2D as TRANSPOSED
from app.api.operations import Operation
from app.api.query import Conv2dQuery, ConvTranspose2dQuery, GridsQuery
from app.main import create_app
from app.settings import LIMITS
from tests.api.client import (
    CONV2D,
    CONV_TRANSPOSE2D,
    JSON,
    STEPS,
    TRANSPOSED_STEPS,
    Api,
    Document,
    document,
)

FILMS = (".animated.svg", ".gif", ".webp")
PATHS = {
    "/api/v1", "/api/v1/kernels", "/api/v1/inputs", "/api/v1/presets", "/api/v1/share.svg", "/healthz",
    CONV2D, STEPS, f"{STEPS}/{{number}}", f"{CONV2D}/comparison",
    f"{CONV2D}/share", f"{CONV_TRANSPOSE2D}/share",
    *(f"{path}{ending}" for path in (CONV2D, CONV_TRANSPOSE2D) for ending in ENDINGS),
    CONV_TRANSPOSE2D, TRANSPOSED_STEPS, f"{TRANSPOSED_STEPS}/{{number}}",
}  # fmt: skip


@pytest.fixture
def reference(api: Api) -> Document:
    """The document that is served."""
    return document(api.get("/openapi.json"))


def operations(reference: Document) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """(method, path, operation) of every operation."""
    for path, methods in reference["paths"].items():
        for method, operation in methods.items():
            yield method, path, operation


def test_the_document_is_valid_openapi_3_1(reference: Document) -> None:
    assert reference["openapi"].startswith("3.1.")
    schemathesis.openapi.from_dict(reference).validate()


def test_the_document_names_the_version_that_runs(reference: Document) -> None:
    assert reference["info"]["version"] == __version__
    assert reference["info"]["title"] == "Kernelwalk"


def test_every_address_of_the_api_is_documented_and_no_page(reference: Document) -> None:
    assert reference["paths"].keys() == PATHS


def test_every_operation_has_a_name_of_its_own_and_says_what_it_does(reference: Document) -> None:
    documented = [operation for _, _, operation in operations(reference)]
    names = [operation["operationId"] for operation in documented]
    assert len(set(names)) == len(names)
    for operation in documented:
        assert operation["summary"]
        assert operation["description"]
        assert operation["tags"]


def test_every_parameter_is_described(reference: Document) -> None:
    for _, path, operation in operations(reference):
        for parameter in operation.get("parameters", []):
            assert len(parameter["description"]) > 5, f"{path} {parameter['name']}"


@pytest.mark.parametrize("operation", [CONVOLUTION, TRANSPOSED], ids=["conv2d", "conv_transpose2d"])
def test_every_parameter_of_a_body_is_described_by_its_rule(
    reference: Document, operation: Operation
) -> None:
    properties = reference["components"]["schemas"][operation.request.__name__]["properties"]
    assert {name: each["description"] for name, each in properties.items()} == {
        name: operation.rules[name] for name in operation.request.model_fields
    }


@pytest.mark.parametrize(
    ("operation", "query"), [(CONVOLUTION, Conv2dQuery), (TRANSPOSED, ConvTranspose2dQuery)]
)
def test_an_address_has_every_parameter_of_a_body(operation: Operation, query: type[GridsQuery]) -> None:
    assert operation.request.model_fields.keys() <= query.model_fields.keys()


@pytest.mark.parametrize("name", BODIES)
@pytest.mark.parametrize("path", [CONV2D, STEPS, f"{STEPS}/1"])
def test_every_example_of_a_body_is_answered(api: Api, path: str, name: str) -> None:
    response = api.post(path, BODIES[name]["value"])
    assert response.status_code == 200, response.text


@pytest.mark.parametrize("name", TRANSPOSED_BODIES)
@pytest.mark.parametrize(
    "path", [CONV_TRANSPOSE2D, f"{TRANSPOSED_STEPS}?picture=scatter", f"{TRANSPOSED_STEPS}/1"]
)
def test_every_example_of_a_transposed_body_is_answered(api: Api, path: str, name: str) -> None:
    response = api.post(path, TRANSPOSED_BODIES[name]["value"])
    assert response.status_code == 200, response.text


@pytest.mark.parametrize(
    ("root", "examples"),
    [(CONV2D, BODIES), (CONV_TRANSPOSE2D, TRANSPOSED_BODIES)],
    ids=["conv2d", "transposed"],
)
def test_the_examples_are_those_of_the_document(reference: Document, root: str, examples: Document) -> None:
    for path in (root, f"{root}/steps", f"{root}/steps/{{number}}"):
        content = reference["paths"][path]["post"]["requestBody"]["content"]
        assert content.keys() == {"application/json"}
        assert content["application/json"]["examples"] == examples


def test_every_example_of_a_parameter_is_answered(api: Api, reference: Document) -> None:
    tried = set()
    for method, path, operation in operations(reference):
        for parameter in operation.get("parameters", []) if method == "get" else ():
            for example in parameter["schema"].get("examples", []):
                # A picture or film takes long, and most of its parameters are those of the trace.
                what = (path.partition(".")[0], parameter["name"], example)
                if what in tried and "." in path:
                    continue
                tried.add(what)
                response = api.get(path.format(number=1), {parameter["name"]: example})
                assert response.status_code == 200, f"{parameter['name']}={example}: {response.text}"
    assert len(tried) >= 30


def test_the_document_has_the_limits_that_are_enforced(reference: Document) -> None:
    properties = reference["components"]["schemas"]["Conv2dRequest"]["properties"]
    rows = properties["input"]["anyOf"][1]
    assert rows["maxItems"] == rows["items"]["maxItems"] == LIMITS.grid_side
    assert rows["items"]["items"]["maximum"] == -rows["items"]["items"]["minimum"] == LIMITS.magnitude
    assert properties["kernel"]["anyOf"][1]["maxItems"] == LIMITS.kernel_side
    assert properties["stride"]["anyOf"][0]["maximum"] == LIMITS.stride
    assert properties["dilation"]["anyOf"][1]["items"]["maximum"] == LIMITS.dilation
    assert properties["seed"]["maximum"] == LIMITS.seed
    assert properties["divisor"]["anyOf"][0]["oneOf"][0]["maximum"] == LIMITS.divisor
    assert properties["input"]["anyOf"][2]["maxItems"] == LIMITS.channels
    assert properties["kernel"]["anyOf"][3]["maxItems"] == LIMITS.kernels
    assert reference["components"]["schemas"]["Conv2dRequest"]["additionalProperties"] is False


def test_every_refusal_is_documented_as_a_problem(reference: Document) -> None:
    for method, path, operation in operations(reference):
        if not path.startswith((CONV2D, CONV_TRANSPOSE2D)):
            continue
        expected = {"400", "414", "422", "431", "500", "503"} | (
            {"413", "415"} if method == "post" else set()
        )
        documented = {status for status in operation["responses"] if status >= "4"}
        expected |= {"504"} if path.endswith(FILMS) else set()
        assert documented == expected | ({"404"} if "number" in path else set())
        for status in documented:
            content = operation["responses"][status]["content"]
            assert content.keys() == {"application/problem+json"}


def test_304_is_documented_where_an_answer_has_a_tag(api: Api, reference: Document) -> None:
    for method, path, operation in operations(reference):
        content = b"{}" if method == "post" else None
        response = api.call(method.upper(), path.format(number=1), headers=JSON, content=content)
        assert response.status_code == 200
        assert ("304" in operation["responses"]) is ("etag" in response.headers), f"{method} {path}"


def test_the_stream_is_documented_beside_the_page(reference: Document) -> None:
    for method, path in itertools.product(("get", "post"), (STEPS, TRANSPOSED_STEPS)):
        content = reference["paths"][path][method]["responses"]["200"]["content"]
        assert content.keys() == {"application/json", "application/x-ndjson"}


def test_nothing_in_the_document_is_of_the_framework(api: Api) -> None:
    text = api.get("/openapi.json").text
    assert "HTTPValidationError" not in text
    assert "Successful Response" not in text


@pytest.mark.parametrize("path", ["/docs", "/redoc", "/docs/oauth2-redirect"])
def test_the_pages_that_load_scripts_from_elsewhere_are_off(api: Api, path: str) -> None:
    assert api.get(path).status_code == 404


def test_two_applications_have_the_same_document(reference: Document) -> None:
    other = Api(create_app())
    assert document(other.get("/openapi.json")) == reference
    other.close()
