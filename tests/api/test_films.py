"""Films by address: read back with Pillow, compared with the pictures of their steps, and refused."""

import re
import threading
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from xml.etree import ElementTree as Xml

import anyio
import httpx
import numpy as np
import pytest
from PIL import Image, ImageSequence

from app.api import filmed, films, work
from app.api.film_query import PHASES, FilmChoices
from app.api.scenes import Scenes
from app.core.arrays import FloatArray
from app.imaging.colour_table import NEAR
from app.imaging.film import BeforeFrame, Film
from app.imaging.moving_svg import style_in
from app.main import create_app
from app.settings import LIMITS
from tests.api.client import API, CONV2D, CONV_TRANSPOSE2D, Api, problem

SMALL = {"scale": "0.5", "show": "grids"}
"""Quickly made."""

TINY = {"input": "1,2,3;4,5,6;7,8,9", "kernel": "1,0;0,-1", **SMALL}
"""Four steps."""

CURRENT = (0x23, 0x78, 0x3F)
"""The strong green of the cell that is being written."""

SVG_NAMES = "http://www.w3.org/2000/svg"

endings = pytest.mark.parametrize("ending", [".gif", ".webp"])


def film(api: Api, path: str, query: Mapping[str, str]) -> bytes:
    response = api.get(path, query)
    assert response.status_code == 200, response.text
    return response.content


def frames(content: bytes) -> list[FloatArray]:
    """Each frame, rows, columns and RGBA."""
    with Image.open(BytesIO(content)) as image:
        return [
            np.asarray(frame.convert("RGBA")).astype(np.float64) for frame in ImageSequence.Iterator(image)
        ]


def durations(content: bytes) -> list[float]:
    with Image.open(BytesIO(content)) as image:
        return [frame.info["duration"] / 1_000 for frame in ImageSequence.Iterator(image) if frame.load()]


def place_of_current(frame: FloatArray) -> tuple[float, float]:
    """The middle (row, column) of the pixels that have the colour of the current cell."""
    rows, columns = np.nonzero((frame[..., :3] == CURRENT).all(axis=2))
    return (rows.min() + rows.max()) / 2, (columns.min() + columns.max()) / 2


@endings
def test_a_film_has_a_frame_for_each_step_and_each_is_the_picture_of_its_step(api: Api, ending: str) -> None:
    shown = frames(film(api, CONV2D + ending, {"scale": "0.5"}))
    assert len(shown) == 16
    for index in (0, 1, 6, 15):
        picture = api.get(f"{CONV2D}.png", {"scale": "0.5", "step": str(index + 1)})
        (expected,) = frames(picture.content)
        assert np.abs(shown[index] - expected).max() <= NEAR


@endings
def test_the_current_cell_goes_through_the_output_row_by_row(api: Api, ending: str) -> None:
    places = np.array([place_of_current(frame) for frame in frames(film(api, CONV2D + ending, SMALL))])
    rows, columns = places[:, 0].reshape(4, 4), places[:, 1].reshape(4, 4)
    assert np.ptp(rows, axis=1).max() <= 1
    assert np.ptp(columns, axis=0).max() <= 1
    assert np.abs(np.diff(rows, axis=0) - np.diff(columns, axis=1).T).max() <= 2
    assert np.diff(columns, axis=1).min() > 10


@endings
@pytest.mark.parametrize(
    ("speed", "usual", "held"), [("1", 1.0, 2.0), ("0.25", 4.0, 4.0), ("2", 0.5, 2.0), ("4", 0.33, 2.0)]
)
def test_the_first_and_the_last_frame_are_held_and_nothing_flashes_faster_than_three_times_a_second(
    api: Api, ending: str, speed: str, usual: float, held: float
) -> None:
    assert durations(film(api, CONV2D + ending, TINY | {"speed": speed})) == [held, usual, usual, held]


@pytest.mark.parametrize("choice", [{"by": "phase"}, {"detail": "phases"}, {"detail": "sums"}], ids=str)
def test_a_film_by_phases_has_a_frame_for_each_of_them(api: Api, choice: dict[str, str]) -> None:
    query = TINY | {"show": "grids,calculation"} | choice
    shown = frames(film(api, f"{CONV2D}.gif", query))
    assert len(shown) == 4 * len(PHASES)
    for index, phase in ((0, "place"), (5, "multiply"), (15, "write")):
        still = {"scale": "0.5", "show": "grids,calculation", "step": str(index // 4 + 1), "phase": phase}
        (expected,) = frames(api.get(f"{CONV2D}.png", TINY | still).content)
        assert np.abs(shown[index] - expected).max() <= NEAR


def test_by_has_the_last_word_over_the_detail_of_the_page(api: Api) -> None:
    content = film(api, f"{CONV2D}.gif", TINY | {"detail": "phases", "by": "step"})
    assert len(frames(content)) == 4


@endings
@pytest.mark.parametrize(("loop", "is_endless"), [("0", False), ("1", True)])
def test_a_film_plays_once_or_for_ever(api: Api, ending: str, loop: str, is_endless: bool) -> None:
    with Image.open(BytesIO(film(api, CONV2D + ending, TINY | {"loop": loop}))) as image:
        assert (image.info.get("loop") == 0) is is_endless


@endings
def test_a_film_on_a_transparent_ground_shows_what_lies_behind_it(api: Api, ending: str) -> None:
    for frame in frames(film(api, CONV2D + ending, TINY | {"ground": "transparent"})):
        assert frame[0, 0, 3] == 0
        assert frame[..., 3].max() == 255


@endings
@pytest.mark.parametrize(("picture", "count"), [("gather", 16), ("scatter", 9)])
def test_a_transposed_convolution_has_a_film_of_each_picture(
    api: Api, ending: str, picture: str, count: int
) -> None:
    query = TINY | {"picture": picture}
    assert len(frames(film(api, CONV_TRANSPOSE2D + ending, query))) == count


@endings
def test_a_film_names_its_kind_and_its_file(api: Api, ending: str) -> None:
    response = api.get(CONV2D + ending, TINY)
    assert response.headers["content-type"] == f"image/{ending[1:]}"
    assert response.headers["content-disposition"] == f'inline; filename="conv2d{ending}"'


@pytest.mark.parametrize(("path", "count"), [(CONV2D, 4), (CONV_TRANSPOSE2D, 16)])
def test_a_moving_svg_holds_the_output_of_every_step_and_lets_its_style_sheet_through(
    api: Api, path: str, count: int
) -> None:
    response = api.get(f"{path}.animated.svg", TINY)
    assert response.headers["content-type"] == "image/svg+xml"
    assert response.headers["content-disposition"].endswith('.animated.svg"')
    root = Xml.fromstring(response.content)
    named = {(each.get("data-cell", ""), each.text) for each in root.iter(f"{{{SVG_NAMES}}}text")}
    output = api.get(path, {name: TINY[name] for name in ("input", "kernel")}).json()["output"]
    expected = {
        (f"output {row + 1} {column + 1}", str(round(value)).replace("-", "−"))
        for row, values in enumerate(output)
        for column, value in enumerate(values)
    }
    assert len(expected) == count
    assert expected <= named
    digest = b64encode(sha256(style_in(response.text).encode()).digest()).decode()
    policy = response.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert f"style-src 'sha256-{digest}'" in policy
    assert "script" not in response.text


def test_a_film_is_not_made_again_for_whoever_has_it(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    etag = api.get(f"{CONV2D}.gif", TINY).headers["etag"]
    monkeypatch.setattr(work, "HEAVY_SECONDS", -1)
    assert api.get(f"{CONV2D}.gif", TINY, headers={"If-None-Match": etag}).status_code == 304
    assert api.get(f"{CONV2D}.gif", TINY | {"speed": "2"}, headers={"If-None-Match": etag}).status_code == 504


def test_the_default_film_is_small(api: Api) -> None:
    assert len(film(api, f"{CONV2D}.gif", {})) < 200_000
    assert len(film(api, f"{CONV2D}.webp", {})) < 150_000


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
