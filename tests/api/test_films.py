"""Films by address: read back with Pillow, and compared with the pictures of their steps."""

from base64 import b64encode
from hashlib import sha256
from io import BytesIO
from xml.etree import ElementTree as Xml

import numpy as np
import pytest
from PIL import Image, ImageSequence

from app.api import work
from app.api.film_query import PHASES
from app.core.arrays import FloatArray
from app.imaging.colour_table import NEAR
from app.imaging.moving_svg import style_in
from tests.api.client import CONV2D, CONV_TRANSPOSE2D, Api
from tests.api.filming import SMALL, TINY, film, frames

CURRENT = (0x23, 0x78, 0x3F)
"""The strong green of the cell that is being written."""


SVG_NAMES = "http://www.w3.org/2000/svg"


endings = pytest.mark.parametrize("ending", [".gif", ".webp"])


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
