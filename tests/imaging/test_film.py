"""Films: read back frame by frame, each is the drawing that it shows."""

from collections.abc import Callable
from io import BytesIO
from itertools import pairwise
from typing import TypeAlias

import numpy as np
import pytest
from PIL import Image, ImageSequence

from app.core.arrays import FloatArray
from app.imaging.colour_table import NEAR
from app.imaging.drawing import Drawing, Rectangle, Shape, Stroke, Text
from app.imaging.film import Film
from app.imaging.gif import gif_of
from app.imaging.raster import image_of
from app.imaging.webp import webp_of

COUNT = 6
SECONDS = (2.0, 0.5, 0.5, 0.34, 0.5, 3.0)
GREEN = (0x32, 0x8E, 0x53)

Write: TypeAlias = Callable[[Film, float, Callable[[], None]], bytes]

both = pytest.mark.parametrize("write", [gif_of, webp_of], ids=["GIF", "WebP"])


def cell_place(index: int) -> tuple[int, int]:
    return 10 + 24 * (index % 3), 10 + 24 * (index // 3)


def drawing(current: int, ground: str | None = "#ffffff") -> Drawing:
    shapes: list[Shape] = []
    for index in range(COUNT):
        left, top = cell_place(index)
        is_done = index <= current
        fill = ("#328e53" if index == current else "#d5f0dd") if is_done else None
        shapes.append(Rectangle(left, top, 20, 20, fill, "#1b7a43", radius=4, dashed=not is_done))
        if is_done:
            shapes.append(Text(f"−{index}", left + 10, top + 15, 12, "#000000", bold=index == current))
    shapes.append(Stroke(((100, 10), (140, 10 + 9 * current)), "#003270", 3))
    return Drawing(160, 70, ground, tuple(shapes), "A film", "What there is to see")


def film(ground: str | None = "#ffffff", *, loops: bool = True) -> Film:
    return Film(tuple(drawing(current, ground) for current in range(COUNT)), SECONDS, loops)


def go_on() -> None:
    """Nothing stops the work."""


def pixels(image: Image.Image) -> FloatArray:
    return np.asarray(image.convert("RGBA")).astype(np.float64)


def decoded(content: bytes) -> list[Image.Image]:
    with Image.open(BytesIO(content)) as image:
        return [frame.convert("RGBA") for frame in ImageSequence.Iterator(image)]


def durations(content: bytes) -> list[float]:
    with Image.open(BytesIO(content)) as image:
        return [frame.info["duration"] / 1_000 for frame in ImageSequence.Iterator(image) if frame.load()]


@both
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_every_frame_shows_its_drawing(write: Write, scale: float) -> None:
    frames = decoded(write(film(), scale, go_on))
    assert len(frames) == COUNT
    for current, frame in enumerate(frames):
        expected = image_of(drawing(current), scale)
        assert frame.size == expected.size
        assert np.abs(pixels(frame) - pixels(expected)).max() <= NEAR
        left, top = (int(scale * (each + 3)) for each in cell_place(current))
        assert frame.getpixel((left, top)) == (*GREEN, 255)


@both
def test_every_frame_is_shown_as_long_as_it_shall_be(write: Write) -> None:
    assert durations(write(film(), 1, go_on)) == pytest.approx(SECONDS)


@both
@pytest.mark.parametrize("loops", [True, False], ids=["for ever", "once"])
def test_a_film_says_whether_it_starts_again(write: Write, loops: bool) -> None:
    with Image.open(BytesIO(write(film(loops=loops), 1, go_on))) as image:
        once = None if image.format == "GIF" else 1
        assert image.info.get("loop") == (0 if loops else once)


@both
def test_what_stays_from_frame_to_frame_does_not_flicker(write: Write) -> None:
    frames = [pixels(frame) for frame in decoded(write(film(), 1, go_on))]
    drawn = [pixels(image_of(drawing(current), 1)) for current in range(COUNT)]
    for (before, after), (drawn_before, drawn_after) in zip(pairwise(frames), pairwise(drawn), strict=True):
        stays = (drawn_before == drawn_after).all(axis=2)
        assert stays.mean() > 0.5
        assert (before[stays] == after[stays]).all()


def test_all_frames_of_a_gif_share_one_table_of_colours() -> None:
    content = gif_of(film(), 1, go_on)
    assert content[10] & 0x80, "there is a table for all frames"
    assert local_tables(content) == [False] * COUNT


def local_tables(content: bytes) -> list[bool]:
    """Whether each frame of a GIF has a table of its own (GIF89a, sections 18 to 26)."""
    place = 13 + 3 * 2 ** ((content[10] & 7) + 1)
    found = []
    while content[place] != 0x3B:
        if content[place] == 0x2C:
            found.append(bool(content[place + 9] & 0x80))
            place += 11
        else:
            place += 2
        while content[place]:
            place += content[place] + 1
        place += 1
    return found


def test_a_gif_without_a_ground_takes_away_what_was_there() -> None:
    for current, frame in enumerate(decoded(gif_of(film(None), 1, go_on))):
        expected = pixels(image_of(drawing(current, None), 1))
        is_opaque = expected[..., 3] >= 128
        assert ((pixels(frame)[..., 3] == 255) == is_opaque).all()
        assert np.abs(pixels(frame) - expected)[is_opaque][:, :3].max() <= NEAR


def test_a_webp_without_a_ground_is_half_transparent_at_its_edges() -> None:
    for current, frame in enumerate(decoded(webp_of(film(None), 1, go_on))):
        assert frame.getpixel((0, 0)) == (0, 0, 0, 0)
        expected = pixels(image_of(drawing(current, None), 1))
        assert (pixels(frame)[..., 3] == expected[..., 3]).all()


@both
@pytest.mark.parametrize("ground", ["#ffffff", None], ids=["white", "transparent"])
def test_a_film_of_one_drawing_is_a_still_picture(write: Write, ground: str | None) -> None:
    (frame,) = decoded(write(Film((drawing(0, ground),), (2.0,), False), 1, go_on))
    assert frame.getpixel((12, 14)) == (*GREEN, 255)


@both
def test_the_work_stops_between_two_frames_when_it_is_told_to(write: Write) -> None:
    frames_left = 3

    def stop_after_three() -> None:
        nonlocal frames_left
        frames_left -= 1
        if frames_left < 0:
            raise TimeoutError

    with pytest.raises(TimeoutError):
        write(film(), 1, stop_after_three)
    assert frames_left == -1
