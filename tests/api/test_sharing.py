"""``/conv2d/share``: one step as addresses that answer and texts to paste, on the host that was asked."""

import html
import re
from urllib.parse import parse_qs, urlsplit

import pytest

from app.api.share_documents import ShareDocument
from app.main import create_app
from app.settings import LIMITS
from tests.api.client import CONV2D, CONV_TRANSPOSE2D, Api, Document, document, pointers, problem, refusal

SHARE = f"{CONV2D}/share"
TRANSPOSED_SHARE = f"{CONV_TRANSPOSE2D}/share"


def shared(api: Api, target: str) -> Document:
    response = api.call("GET", target)
    assert response.status_code == 200, response.text
    answer = document(response)
    ShareDocument.model_validate(answer)
    assert response.headers["cache-control"] == "no-store"
    return answer


def test_every_address_has_the_shortest_query_string_and_what_it_depends_on(api: Api) -> None:
    query = "stride=1&kernel=1%2C0%3B0%2C1&step=6&phase=add&theme=dark&settings=0&speed=2&labels=none"
    answer = shared(api, f"{SHARE}?{query}")
    kernel, still = "kernel=1,0;0,1", "kernel=1,0;0,1&step=6&phase=add&theme=dark"
    assert {name: answer[name] for name in ("page", "image", "film", "offline", "csv", "json")} == {
        "page": f"http://test/?{still}&settings=0&speed=2",
        "image": {ending: f"http://test{CONV2D}.{ending}?{still}" for ending in ("svg", "png")},
        "film": {
            kind: f"http://test{CONV2D}.{ending}?{kernel}&theme=dark&speed=2"
            for kind, ending in (("gif", "gif"), ("webp", "webp"), ("svg", "animated.svg"))
        },
        "offline": f"http://test{CONV2D}.html?{still}&settings=0&speed=2",
        "csv": f"http://test{CONV2D}.csv?{kernel}",
        "json": f"http://test{CONV2D}/steps/6?{kernel}",
    }
    assert html.unescape(answer["embed"]).startswith(
        f'<iframe src="http://test/embed?{still}&settings=0&speed=2" '
    )
    assert 'title="Convolution, 6 by 6 with a 2 by 2 kernel"' in answer["embed"]


def test_the_texts_hold_the_addresses_and_the_words(api: Api) -> None:
    answer = shared(api, f"{SHARE}?step=6")
    alt = answer["alt"]
    assert alt.endswith("Step 6 of 16. Output row 2, column 2 is minus 2.")
    assert answer["markdown"] == f"[![{alt}]({answer['image']['png']})]({answer['page']})"
    assert f'srcset="{html.escape(answer["image"]["png"])}"' in answer["picture"]
    assert f'src="{html.escape(answer["film"]["gif"])}" alt="{answer["film_alt"]}"' in answer["picture"]
    assert answer["notebook"].endswith("conv2d(step=6)")
    assert "&= -2" in answer["latex"]


def test_pictures_and_films_look_as_they_are_told_and_the_page_is_not_asked_to(api: Api) -> None:
    answer = shared(api, f"{SHARE}?step=6&scale=2.0&show=grids%2Csentence&ground=transparent&speed=1")
    looks = "scale=2&show=grids,sentence&ground=transparent"
    assert answer["image"]["svg"] == f"http://test{CONV2D}.svg?step=6&{looks}"
    assert answer["film"]["gif"] == f"http://test{CONV2D}.gif?{looks}"
    assert f".png?step=6&{looks})](http://test/?step=6)" in answer["markdown"]
    assert answer["notebook"].endswith('conv2d(step=6, scale=2, show="grids,sentence", ground="transparent")')
    assert answer["offline"] == f"http://test{CONV2D}.html?step=6"


def test_the_start_needs_no_query_string(api: Api) -> None:
    answer = shared(api, SHARE)
    assert (answer["page"], answer["image"]["svg"]) == ("http://test/", f"http://test{CONV2D}.svg")
    assert answer["json"] == f"http://test{CONV2D}/steps/1"


def test_the_same_for_a_transposed_convolution_in_its_picture(api: Api) -> None:
    query = "size=3&stride=2&step=4&picture=scatter"
    answer = shared(api, f"{TRANSPOSED_SHARE}?{query}")
    assert answer["page"] == f"http://test/?operation=conv_transpose2d&{query}"
    assert answer["image"]["png"] == f"http://test{CONV_TRANSPOSE2D}.png?{query}"
    assert answer["json"] == f"http://test{CONV_TRANSPOSE2D}/steps/4?size=3&stride=2&picture=scatter"
    assert answer["csv"] == f"http://test{CONV_TRANSPOSE2D}.csv?size=3&stride=2"
    assert answer["alt"].startswith("Transposed convolution: input is 3 by 3,")
    assert "sum" not in answer["latex"]
    assert answer["notebook"].endswith('conv_transpose2d(size=3, stride=2, step=4, picture="scatter")')
    gathered = shared(api, f"{TRANSPOSED_SHARE}?size=3&stride=2&step=25")
    assert "Step 25 of 49." in gathered["alt"]
    assert r"\sum" in gathered["latex"]


def test_addresses_are_on_the_host_and_under_the_prefix_that_were_asked() -> None:
    api = Api(create_app(), root_path="/kernels")
    answer = document(api.call("GET", f"/kernels{SHARE}?step=2", headers={"Host": "192.168.0.7:8000"}))
    api.close()
    root = "http://192.168.0.7:8000/kernels"
    assert answer["page"] == f"{root}/?step=2"
    assert answer["json"] == f"{root}{CONV2D}/steps/2"
    assert set(re.findall(r"https?://[^/]+/[^/?]*", str(answer))) == {root}


@pytest.mark.parametrize("host", ['evil"><script>', "evil b", "test/'onload='evil", "<evil>"])
def test_a_host_that_is_none_gets_into_no_text(api: Api, host: str) -> None:
    # The server itself refuses such a request with 400; here nothing stands before the application.
    assert "evil" not in api.call("GET", SHARE, headers={"Host": host}).text


@pytest.mark.parametrize("share", [SHARE, TRANSPOSED_SHARE])
def test_the_addresses_answer_and_mean_the_same_convolution(api: Api, share: str) -> None:
    answer = shared(api, f"{share}?input=0.5,-1e-3;−2,3&kernel=1,1/3&bias=-0.25&step=2&labels=rc&scale=0.5")
    (embedded,) = re.findall(r'src="([^"]+)"', answer["embed"])
    single = [answer[name] for name in ("page", "offline", "csv", "json")]
    pictures = [*answer["image"].values(), *answer["film"].values()]
    for address in [*single, *pictures, html.unescape(embedded)]:
        parts = urlsplit(address)
        response = api.call("GET", f"{parts.path}?{parts.query}")
        assert response.status_code == 200, address
        assert parse_qs(parts.query)["input"] == ["0.5,-0.001;-2,3"]


@pytest.mark.parametrize("share", [SHARE, TRANSPOSED_SHARE])
def test_a_step_behind_the_last_one_is_refused_with_the_last_one(api: Api, share: str) -> None:
    members = problem(api.call("GET", f"{share}?input=1,2&kernel=1&step=3"), 422)
    assert members["detail"] == (
        "step must be a whole number from 1 to the number of steps, which is 2 here, and it is 3."
    )
    assert pointers(members) == ["#/step"]


def test_an_address_that_nobody_could_follow_is_refused(api: Api) -> None:
    cells = "1e5," * 63 + "1e5"
    channel = ";".join([cells] * 50)
    target = f"{SHARE}?input={':'.join([channel] * 5)}&kernel=identity"
    assert len(target) < LIMITS.target_bytes
    assert refusal(api.call("GET", target)) == (
        "The address of this convolution is too long: it has 112,034 characters, and 65,535 can be "
        "followed. Use a named input or a smaller one."
    )


@pytest.mark.parametrize("query", ["kernel=1&kernel=2", "theme=<script>", "input=%3Cscript%3E", "x=1"])
def test_a_bad_value_is_refused_and_never_repeated(api: Api, query: str) -> None:
    response = api.call("GET", f"{SHARE}?{query}")
    assert "script" not in refusal(response)


def test_paper_has_all_steps_and_a_worksheet_of_them(api: Api) -> None:
    assert shared(api, f"{SHARE}?kernel=sobel-x&step=6")["paper"] == {
        "steps": "http://test/print?kernel=sobel-x&step=6",
        "worksheet": "http://test/print?kernel=sobel-x&step=6&worksheet=1",
    }
    assert shared(api, f"{TRANSPOSED_SHARE}?size=3&picture=scatter")["paper"] == {
        "steps": "http://test/print?operation=conv_transpose2d&size=3&picture=scatter",
        "worksheet": "http://test/print?operation=conv_transpose2d&size=3&picture=scatter&worksheet=1",
    }
