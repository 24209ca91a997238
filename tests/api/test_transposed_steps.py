"""``/conv_transpose2d/steps``: the steps of either picture in pages, as a stream and one at a time."""

import itertools
import json

import pytest

from tests.api.client import NDJSON, TRANSPOSED_STEPS, Api, Document, document, refusal
from tests.api.test_conv_transpose2d import ADDRESS, EVERYTHING, trace_of

BOTH = pytest.mark.parametrize("picture", ["gather", "scatter"])


def steps_of(trace: Document, picture: str) -> list[Document]:
    steps: list[Document] = trace["steps" if picture == "gather" else "scatter_steps"]
    return steps


@BOTH
def test_pages_of_steps_are_parts_of_the_trace(api: Api, picture: str) -> None:
    steps = steps_of(trace_of(api, EVERYTHING), picture)
    response = api.call("GET", f"{TRANSPOSED_STEPS}?{ADDRESS}&picture={picture}&limit=5")
    pages = [document(response)]
    while "next" in pages[-1]["links"]:
        pages.append(document(api.call("GET", pages[-1]["links"]["next"])))
    assert list(itertools.chain(*(page["steps"] for page in pages))) == steps
    assert {page["count"] for page in pages} == {len(steps)}
    assert document(api.post(f"{TRANSPOSED_STEPS}?picture={picture}&limit=5", EVERYTHING)) == pages[0]


@BOTH
def test_a_stream_has_every_step_on_a_line(api: Api, picture: str) -> None:
    response = api.call("GET", f"{TRANSPOSED_STEPS}?{ADDRESS}&picture={picture}", headers=NDJSON)
    assert response.headers["content-type"] == "application/x-ndjson"
    lines = [json.loads(line) for line in response.text.splitlines()]
    assert lines == steps_of(trace_of(api, EVERYTHING), picture)


@BOTH
def test_a_single_step_leads_to_its_neighbours_in_the_same_picture(api: Api, picture: str) -> None:
    steps = steps_of(trace_of(api, EVERYTHING), picture)
    step = document(api.call("GET", f"{TRANSPOSED_STEPS}/2?{ADDRESS}&picture={picture}"))
    links = step.pop("links")
    assert step == steps[1]
    for relation, number in (("self", 2), ("prev", 1), ("next", 3)):
        linked = document(api.call("GET", links[relation]))
        linked.pop("links")
        assert linked == steps[number - 1]
    assert document(api.call("GET", links["trace"]))["output"] == trace_of(api, EVERYTHING)["output"]
    assert links["page"].startswith("/?operation=conv_transpose2d&input=random")
    assert ("picture=scatter" in links["page"]) is (picture == "scatter")
    posted = document(api.post(f"{TRANSPOSED_STEPS}/2?picture={picture}", EVERYTHING))
    assert posted == {**step, "links": links}


@pytest.mark.parametrize(("picture", "count"), [("gather", 64), ("scatter", 36)])
def test_a_step_behind_the_last_is_not_there(api: Api, picture: str, count: int) -> None:
    last = api.get(f"{TRANSPOSED_STEPS}/{count}", {"picture": picture})
    assert "next" not in document(last)["links"]
    sentence = refusal(api.get(f"{TRANSPOSED_STEPS}/{count + 1}", {"picture": picture}), 404)
    assert sentence == (
        f"number must be from 1 to {count}, the steps of this transposed convolution, and it is {count + 1}."
    )


def test_the_pictures_have_tags_of_their_own(api: Api) -> None:
    tags = {
        api.get(f"{TRANSPOSED_STEPS}{path}", {"picture": picture}).headers["etag"]
        for path in ("", "/1")
        for picture in ("gather", "scatter")
    }
    assert len(tags) == 4
