"""Films that are too long, too large or too slow: what is refused, and what is recommended instead."""

import re
import threading
from dataclasses import replace
from io import BytesIO

import anyio
import httpx
import pytest
from PIL import Image

from app.api import filmed, films, work
from app.api.film_query import FilmChoices
from app.api.scenes import Scenes
from app.imaging.film import BeforeFrame, Film
from app.main import create_app
from app.settings import LIMITS
from tests.api.client import API, CONV2D, CONV_TRANSPOSE2D, Api, problem
from tests.api.filming import SMALL, TINY, film, frames


def limit(monkeypatch: pytest.MonkeyPatch, **values: int) -> None:
    monkeypatch.setattr(filmed, "LIMITS", replace(LIMITS, **values))


def test_as_many_frames_as_the_limit_says_are_made_and_one_more_is_refused(
    api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert api.get(API).json()["limits"]["film_frames"] == 200
    limit(monkeypatch, film_frames=4)
    assert len(frames(film(api, f"{CONV2D}.gif", TINY))) == 4
    limit(monkeypatch, film_frames=3)
    refused = problem(api.get(f"{CONV2D}.gif", TINY), 422)
    assert refused["type"] == "/problems/film-too-large"
    assert refused["detail"] == (
        "A film has at most 3 frames, and this one would have 4, one for each step. With stride=2 it has 1."
    )


@pytest.mark.parametrize(
    ("path", "query"),
    [
        (CONV2D, {}),
        (CONV2D, {"by": "phase"}),
        (CONV2D, {"padding": "same", "input": "ramp", "size": "20"}),
        (CONV_TRANSPOSE2D, {"input": "ramp", "size": "20"}),
        (CONV_TRANSPOSE2D, {"input": "ramp", "size": "20", "detail": "sums", "picture": "scatter"}),
    ],
    ids=["steps", "phases", "no stride", "transposed", "scattered by phases"],
)
def test_what_a_refusal_recommends_is_small_enough(
    api: Api, monkeypatch: pytest.MonkeyPatch, path: str, query: dict[str, str]
) -> None:
    limit(monkeypatch, film_frames=40 if "input" in query else 10)
    refused = problem(api.get(f"{path}.gif", SMALL | query), 422)
    told = re.search(r"With (.+) it has (\d+)\.$", refused["detail"])
    assert told is not None
    changes = dict(each.split("=") for each in told[1].split(" and "))
    assert len(frames(film(api, f"{path}.gif", SMALL | query | changes))) == int(told[2])


@pytest.mark.parametrize(("size", "stride"), [("28", "2"), ("64", "5")])
def test_what_is_recommended_for_a_large_input_is_a_film_of_that_many_frames(
    api: Api, monkeypatch: pytest.MonkeyPatch, size: str, stride: str
) -> None:
    # Counting the lines that are run takes longer than running them.
    monkeypatch.setattr(work, "HEAVY_SECONDS", 60)
    query = {"input": "ramp", "size": size, **SMALL}
    refused = problem(api.get(f"{CONV2D}.gif", query), 422)
    assert refused["detail"].endswith(f"With stride={stride} it has 169.")
    with Image.open(BytesIO(film(api, f"{CONV2D}.gif", query | {"stride": stride}))) as image:
        assert getattr(image, "n_frames", 1) == 169


def test_where_no_setting_makes_a_film_short_enough_a_smaller_input_is_recommended(
    api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    limit(monkeypatch, film_frames=0)
    assert problem(api.get(f"{CONV2D}.gif"), 422)["detail"].endswith("Use a smaller input.")


def test_as_many_pixels_as_the_limit_says_are_painted_and_more_are_refused_with_a_scale_that_works(
    api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    query = TINY | {"scale": "1"}
    height, width, _ = frames(film(api, f"{CONV2D}.gif", query))[0].shape
    limit(monkeypatch, film_pixels=4 * width * height)
    assert api.get(f"{CONV2D}.gif", query).status_code == 200
    limit(monkeypatch, film_pixels=4 * width * height - 1)
    refused = problem(api.get(f"{CONV2D}.gif", query), 422)
    assert refused["errors"][0]["pointer"] == "#/scale"
    told = re.search(r"Use scale=(\S+) or less\.$", refused["detail"])
    assert told is not None
    assert api.get(f"{CONV2D}.gif", query | {"scale": told[1]}).status_code == 200
    limit(monkeypatch, film_pixels=1)
    assert problem(api.get(f"{CONV2D}.gif", query), 422)["detail"].endswith("Use a smaller input.")


def test_no_side_of_a_film_is_longer_than_that_of_a_picture(api: Api) -> None:
    refused = problem(api.get(f"{CONV2D}.webp", {"scale": "4"}), 422)
    assert f"{LIMITS.figure_side:,}" in refused["detail"]


def test_a_film_that_takes_too_long_is_stopped(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "HEAVY_SECONDS", -1)
    refused = problem(api.get(f"{CONV2D}.gif", TINY), 504)
    assert refused["type"] == "/problems/timed-out"
    assert "smaller scale" in refused["detail"]


def test_where_too_many_films_wait_the_next_one_is_told_when_to_come_back(
    api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "HEAVY_QUEUE", 0)
    response = api.get(f"{CONV2D}.gif", TINY)
    assert problem(response, 503)["title"] == "Busy"
    assert response.headers["retry-after"] == "2"


def test_others_are_answered_while_a_film_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    is_answered = threading.Event()

    def slow(scenes: Scenes, choices: FilmChoices, before_frame: BeforeFrame) -> Film:
        assert is_answered.wait(20), "nobody was answered"
        return filmed.film_of(scenes, choices, before_frame)

    monkeypatch.setattr(films, "film_of", slow)
    made: list[int] = []

    async def meet() -> None:
        transport = httpx.ASGITransport(create_app())
        async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:

            async def make() -> None:
                made.append((await client.get(f"{CONV2D}.gif", params=TINY)).status_code)

            async with anyio.create_task_group() as tasks:
                tasks.start_soon(make)
                assert (await client.get("/healthz")).status_code == 200
                assert (await client.get(CONV2D)).json()["step_count"] == 16
                is_answered.set()

    anyio.run(meet)
    assert made == [200]


@pytest.mark.parametrize(
    ("parameter", "value"), [("by", "frame"), ("speed", "3"), ("loop", "2"), ("scale", "9")]
)
def test_a_bad_parameter_of_a_film_is_named(api: Api, parameter: str, value: str) -> None:
    refused = problem(api.get(f"{CONV2D}.gif", {parameter: value}), 422)
    assert parameter in refused["detail"]
