"""``/share.svg``: the page's own address on the host that was asked, as a QR code."""

import pytest

from app.imaging.qr import qr_svg
from app.main import create_app
from tests.api.client import API, Api, refusal

SHARE = f"{API}/share.svg"
TITLE = "QR code of the link to this page"


def code_of(link: str) -> bytes:
    return qr_svg(link, title=TITLE)


@pytest.mark.parametrize(
    ("query", "link"),
    [
        pytest.param("", "http://test/", id="the start"),
        pytest.param(
            "?input=1,2;3,4&kernel=1,1/2&step=2&theme=projector",
            "http://test/?input=1,2;3,4&kernel=1,1/2&step=2&theme=projector",
            id="a convolution",
        ),
        pytest.param("?input=1%2C2%3B3%2C4&step=", "http://test/?input=1,2;3,4&step=", id="shorter spelling"),
        pytest.param("?input=a%26b%3Dc&x=%C3%A9", "http://test/?input=a%26b%3Dc&x=%C3%A9", id="one text"),
    ],
)
def test_the_code_leads_to_the_page_with_the_same_query_string(api: Api, query: str, link: str) -> None:
    response = api.call("GET", f"{SHARE}{query}")
    assert response.status_code == 200
    assert response.content == code_of(link)
    assert response.headers["content-type"] == "image/svg+xml"
    assert response.headers["cache-control"] == "no-store"


def test_the_code_leads_to_the_host_and_the_prefix_that_were_asked() -> None:
    api = Api(create_app(), root_path="/kernels")
    response = api.call("GET", f"/kernels{SHARE}?step=2", headers={"Host": "192.168.0.7:8000"})
    api.close()
    assert response.content == code_of("http://192.168.0.7:8000/kernels/?step=2")


def test_a_link_that_is_too_long_is_refused_with_what_to_do(api: Api) -> None:
    room = 2_953 - len("http://test/?input=")
    assert api.call("GET", f"{SHARE}?input={'1' * room}").status_code == 200
    assert refusal(api.call("GET", f"{SHARE}?input={'x' * (room + 1)}")) == (
        "The link is too long: a QR code holds about 2,900 characters, and it has 2,954. "
        "Use a named input or a smaller one."
    )
