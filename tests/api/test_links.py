"""Addresses in an answer: each leads where it says, and those that nobody could follow are left out."""

import pytest

from app.main import create_app
from app.settings import LIMITS
from tests.api.client import CONV2D, Api, document


@pytest.mark.parametrize("relation", ["self", "steps", "first_step"])
def test_the_links_of_a_trace_lead_to_the_same_convolution(api: Api, relation: str) -> None:
    body = {"input": "digit", "size": [7, 8], "kernel": "1,2;3,4/7", "flip": 1, "bias": -0.5}
    trace = api.trace(**body)
    linked = api.call("GET", trace["links"][relation])
    assert linked.status_code == 200
    first = {"self": trace, "steps": document(linked), "first_step": {"steps": [document(linked)]}}[relation]
    step = {key: value for key, value in first["steps"][0].items() if key != "links"}
    assert step == trace["steps"][0]


def test_a_body_too_long_for_an_address_has_no_links(api: Api) -> None:
    trace = api.trace(input=[[0.1234567890123] * 64] * 64, kernel=[[1]])
    assert trace["links"] == {}


def test_links_and_tags_belong_to_the_prefix_under_which_a_proxy_serves_us(api: Api) -> None:
    behind = Api(create_app(), root_path="/demo")
    behind_proxy = behind.call("GET", f"/demo{CONV2D}?size=8")
    links = document(behind_proxy)["links"]
    assert links["self"] == f"/demo{CONV2D}?size=8"
    assert links["page"] == "/demo/?size=8"
    # The same path with and without a prefix is another document.
    assert behind.get(CONV2D).headers["etag"] != api.get(CONV2D).headers["etag"]
    behind.close()


def test_a_link_is_left_out_where_its_own_address_would_be_too_long(api: Api) -> None:
    short, long = 0.123456789012, 0.1234567890123
    length = len(f"{CONV2D}?input=&kernel=1") + 64 * 64 * len(f"{short},") - 1
    longer = LIMITS.target_bytes - length
    cells = [long] * longer + [short] * (64 * 64 - longer)
    links = api.trace(input=[cells[row : row + 64] for row in range(0, 64 * 64, 64)], kernel=[[1]])["links"]
    assert links.keys() == {"self", "page"}
    assert len(links["self"]) == LIMITS.target_bytes
    assert api.call("GET", links["self"]).status_code == 200
