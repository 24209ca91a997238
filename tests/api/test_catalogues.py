"""``/api/v1``, the catalogues and the liveness of the process."""

import pytest

from app import __version__
from app.api import catalogue_documents
from app.api.documents import Document as Shape
from app.core.inputs import INPUTS
from app.core.kernels import KERNELS
from app.core.presets import CONV2D as PLAIN
from app.core.presets import CONV_TRANSPOSE2D as TRANSPOSED
from app.core.presets import PRESETS
from app.settings import LIMITS
from tests.api.client import API, CONV2D, Api, document


def test_the_index_publishes_every_limit_that_is_enforced_and_no_other(api: Api) -> None:
    assert document(api.get(API))["limits"] == LIMITS.as_dict()


def test_every_link_of_the_index_answers(api: Api) -> None:
    links = document(api.get(API))["links"]
    assert {name: api.get(target).status_code for name, target in links.items()} == dict.fromkeys(links, 200)


def test_the_process_says_that_it_lives_and_which_version_it_is(api: Api) -> None:
    response = api.get("/healthz")
    assert document(response) == {"status": "ok", "version": __version__}
    assert response.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("path", "shape"),
    [
        pytest.param(API, catalogue_documents.IndexDocument, id="index"),
        pytest.param(f"{API}/kernels", catalogue_documents.KernelsDocument, id="kernels"),
        pytest.param(f"{API}/inputs", catalogue_documents.InputsDocument, id="inputs"),
        pytest.param(f"{API}/presets", catalogue_documents.PresetsDocument, id="presets"),
        pytest.param("/healthz", catalogue_documents.HealthDocument, id="health"),
    ],
)
def test_every_answer_has_the_shape_that_the_reference_shows(api: Api, path: str, shape: type[Shape]) -> None:
    shape.model_validate_json(api.get(path).content, strict=True)


def test_the_catalogues_count_and_name_their_entries_in_teaching_order(api: Api) -> None:
    kernels, inputs = document(api.get(f"{API}/kernels")), document(api.get(f"{API}/inputs"))
    assert [kernel["name"] for kernel in kernels["kernels"]] == list(KERNELS)
    assert [each["name"] for each in inputs["inputs"]] == list(INPUTS)
    assert (kernels["count"], inputs["count"]) == (len(KERNELS), len(INPUTS))


@pytest.mark.parametrize("name", KERNELS)
def test_every_kernel_of_the_catalogue_is_applied_as_the_catalogue_shows_it(api: Api, name: str) -> None:
    (shown,) = [each for each in document(api.get(f"{API}/kernels"))["kernels"] if each["name"] == name]
    trace = document(api.get(CONV2D, {"kernel": name}))
    assert (trace["kernel"], trace["divisor"]) == (shown["values"], shown["divisor"])


@pytest.mark.parametrize("name", INPUTS)
def test_every_input_of_the_catalogue_is_computed_as_the_catalogue_draws_it(api: Api, name: str) -> None:
    (shown,) = [each for each in document(api.get(f"{API}/inputs"))["inputs"] if each["name"] == name]
    assert document(api.get(CONV2D, {"input": name}))["input"] == shown["values"]


@pytest.mark.parametrize("name", INPUTS)
def test_every_input_can_be_drawn_at_any_size(api: Api, name: str) -> None:
    for size in ("1", "64", "1x64", "64x1"):
        trace = document(api.get(CONV2D, {"input": name, "size": size, "kernel": "1"}))
        rows, columns = (size.split("x") * 2)[:2]
        assert trace["geometry"]["input_size"] == [int(rows), int(columns)]


def test_the_index_is_there_with_and_without_the_slash_at_its_end(api: Api) -> None:
    assert document(api.get(f"{API}/")) == document(api.get(API))


@pytest.mark.parametrize("name", [name for name, preset in PRESETS.items() if preset.operation == PLAIN])
def test_every_preset_is_a_convolution_of_digits_by_its_shortest_address(api: Api, name: str) -> None:
    (preset,) = [each for each in document(api.get(f"{API}/presets"))["presets"] if each["name"] == name]
    trace = document(api.call("GET", f"{CONV2D}?{preset['query']}"))
    assert trace["links"]["page"] == f"/?{preset['query']}"
    rows, columns = trace["geometry"]["output_size"]
    assert f"{rows} × {columns}" in preset["shows"]
    assert all(0 <= cell <= 9 for row in trace["input"] for cell in row)


@pytest.mark.parametrize("name", [name for name, preset in PRESETS.items() if preset.operation == TRANSPOSED])
def test_every_transposed_preset_is_a_transposed_convolution_by_its_shortest_address(
    api: Api, name: str
) -> None:
    (preset,) = [each for each in document(api.get(f"{API}/presets"))["presets"] if each["name"] == name]
    trace = document(api.call("GET", f"{API}/conv_transpose2d?{preset['query']}"))
    assert trace["links"]["page"] == f"/?{preset['query']}"
    rows, columns = trace["geometry"]["output_size"]
    assert f"{rows} × {columns}" in preset["shows"]
