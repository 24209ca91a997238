"""``/conv2d/steps``: pages, the stream, and single steps, all of them parts of one trace."""

import itertools
import json
import math
import re

import httpx
import pytest

from app.settings import LIMITS
from tests.api.client import CONV2D, NDJSON, STEPS, Api, Document, document, pointers, problem, refusal

TWENTY_STEPS = {"size": "6x7", "input": "random", "kernel": "sobel-x"}
LARGEST = {"input": "random", "size": "64", "kernel": "1"}


def trace_of(api: Api, parameters: dict[str, str]) -> Document:
    return document(api.get(CONV2D, parameters))


def linked(response: httpx.Response) -> dict[str, str]:
    """Targets by relation, read from the Link header as RFC 8288 writes it."""
    header = response.headers["link"]
    assert re.fullmatch(r'<[^<>" ]+>; rel="\w+"(, <[^<>" ]+>; rel="\w+")*', header)
    return {relation: target for target, relation in re.findall(r'<([^>]+)>; rel="(\w+)"', header)}


@pytest.mark.parametrize("limit", [1, 3, 7, 20, 64])
def test_the_next_links_walk_through_the_whole_trace(api: Api, limit: int) -> None:
    response = api.get(STEPS, {**TWENTY_STEPS, "limit": str(limit)})
    pages = [document(response)["steps"]]
    while "next" in linked(response):
        response = api.call("GET", linked(response)["next"])
        pages.append(document(response)["steps"])
    assert list(itertools.chain(*pages)) == trace_of(api, TWENTY_STEPS)["steps"]
    assert len(pages) == math.ceil(20 / limit)


def test_the_prev_links_walk_back_to_the_first_page(api: Api) -> None:
    response = api.get(STEPS, {**TWENTY_STEPS, "limit": "6"})
    response = api.call("GET", linked(response)["last"])
    offsets = [document(response)["offset"]]
    while "prev" in linked(response):
        response = api.call("GET", linked(response)["prev"])
        offsets.append(document(response)["offset"])
    assert offsets == [18, 12, 6, 0]


def test_first_and_last_lead_to_the_ends_from_anywhere(api: Api) -> None:
    middle = api.get(STEPS, {**TWENTY_STEPS, "offset": "10", "limit": "4"})
    first, last = (document(api.call("GET", linked(middle)[relation])) for relation in ("first", "last"))
    assert first["steps"][0]["number"] == 1
    assert last["steps"][-1]["number"] == 20


def test_the_link_header_says_what_the_body_says(api: Api) -> None:
    response = api.get(STEPS, {**TWENTY_STEPS, "offset": "5", "limit": "5"})
    assert linked(response) == document(response)["links"]
    assert linked(response).keys() == {"self", "first", "last", "prev", "next"}


def test_a_page_says_how_many_steps_there_are_and_which_it_has(api: Api) -> None:
    page = document(api.get(STEPS, {**TWENTY_STEPS, "offset": "18", "limit": "5"}))
    assert (page["count"], page["offset"], page["limit"]) == (20, 18, 5)
    assert [step["number"] for step in page["steps"]] == [19, 20]


def test_a_page_has_64_steps_unless_it_is_told_otherwise(api: Api) -> None:
    page = document(api.get(STEPS, LARGEST))
    assert page["limit"] == len(page["steps"]) == LIMITS.steps_in_page == 64


@pytest.mark.parametrize("offset", [20, 21, 7954, 1_000_000])
def test_a_page_behind_the_last_step_is_empty_and_leads_back(api: Api, offset: int) -> None:
    response = api.get(STEPS, {**TWENTY_STEPS, "offset": str(offset), "limit": "8"})
    assert document(response)["steps"] == []
    assert "next" not in linked(response)
    assert document(api.call("GET", linked(response)["prev"]))["steps"][-1]["number"] == 20


def test_a_page_asked_with_json_is_the_same_as_one_asked_with_an_address(api: Api) -> None:
    body = {"size": [6, 7], "input": "random", "kernel": "sobel-x"}
    from_body = api.post(f"{STEPS}?offset=3&limit=4", body)
    from_address = api.get(STEPS, {**TWENTY_STEPS, "offset": "3", "limit": "4"})
    assert from_body.content == from_address.content
    assert from_body.headers["link"] == from_address.headers["link"]


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize(
    ("page", "sentence"),
    [
        ("limit=0", "limit must be a whole number from 1 to 64, and it is 0."),
        ("limit=65", "limit must be a whole number from 1 to 64, and it is 65."),
        (
            "offset=1000001",
            "offset must be a whole number from 0 to 1,000,000, the steps to skip, and it is 1,000,001.",
        ),
        ("offset=-1", "offset must be a whole number from 0 to 1,000,000, the steps to skip."),
        *(
            (f"limit={text}", "limit must be a whole number from 1 to 64.")
            for text in ("5.0", "1_0", "+1", "%201")
        ),
    ],
)
def test_a_page_over_its_limits_is_refused_by_get_and_post_alike(
    api: Api, method: str, page: str, sentence: str
) -> None:
    headers, content = ({"Content-Type": "application/json"}, b"{}") if method == "POST" else (None, None)
    response = api.call(method, f"{STEPS}?{page}", headers=headers, content=content)
    assert refusal(response) == sentence


@pytest.mark.parametrize(
    "parameters",
    [
        pytest.param({}, id="one chunk"),
        pytest.param(TWENTY_STEPS, id="a chunk that is not full"),
        pytest.param({"size": "44", "kernel": "box-5"}, id="ten chunks, on threads"),
        pytest.param({"size": "20", "kernel": ";".join([",".join(["1"] * 15)] * 15)}, id="few steps a chunk"),
    ],
)
def test_the_stream_has_every_step_as_json_on_a_line_of_its_own(api: Api, parameters: dict[str, str]) -> None:
    response = api.get(STEPS, parameters, headers=NDJSON)
    assert response.headers["content-type"] == "application/x-ndjson"
    steps = [json.loads(line) for line in response.text.splitlines()]
    assert [step["number"] for step in steps] == list(range(1, len(steps) + 1))
    assert len(steps) == trace_of(api, parameters)["step_count"]
    pages = [
        document(api.get(STEPS, {**parameters, "offset": str(offset)})) for offset in range(0, len(steps), 64)
    ]
    assert steps == [step for page in pages for step in page["steps"]]


def test_the_stream_is_the_same_for_a_body_and_for_an_address(api: Api) -> None:
    from_body = api.post(STEPS, {"kernel": "box-3"}, headers=NDJSON)
    assert from_body.content == api.get(STEPS, {"kernel": "box-3"}, headers=NDJSON).content


def test_64_by_64_steps_are_streamed_to_the_last(api: Api) -> None:
    lines = api.get(STEPS, LARGEST, headers=NDJSON).text.splitlines()
    assert len(lines) == 4096
    assert json.loads(lines[-1])["output"] == {"row": 63, "column": 63, "channel": 0}


@pytest.mark.parametrize("number", [1, 2, 10, 19, 20])
def test_a_single_step_is_the_step_of_the_trace(api: Api, number: int) -> None:
    step = document(api.get(f"{STEPS}/{number}", TWENTY_STEPS))
    links = step.pop("links")
    assert step == trace_of(api, TWENTY_STEPS)["steps"][number - 1]
    assert links.keys() >= {"self", "trace", "page"}


def test_the_steps_can_be_walked_one_by_one_in_both_directions(api: Api) -> None:
    step = document(api.get(f"{STEPS}/1", TWENTY_STEPS))
    assert "prev" not in step["links"]
    numbers = [1]
    while "next" in step["links"]:
        step = document(api.call("GET", step["links"]["next"]))
        numbers.append(step["number"])
    assert numbers == list(range(1, 21))
    assert document(api.call("GET", step["links"]["prev"]))["number"] == 19


def test_a_step_leads_to_its_trace_and_to_its_place_on_the_page(api: Api) -> None:
    links = document(api.post(f"{STEPS}/5", {"kernel": "sharpen"}))["links"]
    assert document(api.call("GET", links["trace"]))["steps"][4]["number"] == 5
    assert links["page"] == "/?kernel=sharpen&step=5"


def test_the_last_step_of_the_largest_input_is_found(api: Api) -> None:
    assert document(api.get(f"{STEPS}/4096", LARGEST))["output"] == {"row": 63, "column": 63, "channel": 0}
    sentence = refusal(api.get(f"{STEPS}/4097", LARGEST), 404)
    assert sentence == "number must be from 1 to 4,096, the steps of this convolution, and it is 4,097."


@pytest.mark.parametrize("number", ["17", "1000000"])
def test_a_step_behind_the_last_one_is_not_found(api: Api, number: str) -> None:
    assert refusal(api.get(f"{STEPS}/{number}"), 404).startswith("number must be from 1 to 16, the steps of")
    assert refusal(api.post(f"{STEPS}/{number}", {}), 404).startswith(
        "number must be from 1 to 16, the steps of"
    )


@pytest.mark.parametrize(
    "number", ["0", "-0", "-1", "1000001", "1.0", "1e0", "+1", "1_0", "%201", "1%0a", "one", "٣"]
)
def test_what_is_no_number_of_a_step_is_refused_with_the_rule(api: Api, number: str) -> None:
    members = problem(api.get(f"{STEPS}/{number}"), 422)
    assert members["detail"].startswith("number must be a whole number from 1 to the number of steps")
    assert pointers(members) == ["#/number"]


def test_a_long_input_still_has_links_in_the_body_but_none_in_the_header(api: Api) -> None:
    # Proxies and clients give up on an answer whose headers have more than a few thousand bytes.
    grid = ";".join([",".join(["7"] * 64)] * 64)
    response = api.get(STEPS, {"input": grid})
    assert "link" not in response.headers
    assert document(api.call("GET", document(response)["links"]["next"]))["offset"] == 64
    assert sum(len(name) + len(value) for name, value in response.headers.items()) < 4096
