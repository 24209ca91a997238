"""Moving SVGs: what CSS shows at any time is the drawing of that time."""

import re
from itertools import accumulate
from xml.etree import ElementTree as Xml

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.imaging.drawing import Drawing, Rectangle, Shape, Text
from app.imaging.film import Film
from app.imaging.moving_svg import layers_of, moving_svg_of, style_in
from app.imaging.svg import svg_of

SVG = "{http://www.w3.org/2000/svg}"
SECONDS = (2.0, 0.5, 1.0, 2.5)


def letter(name: str) -> Shape:
    return Text(name, 0, 0, 10, "#000000", name=name)


def drawing(*shapes: Shape) -> Drawing:
    return Drawing(100, 50, "#ffffff", shapes, "A < B", "What & how")


def film(*frames: str, loops: bool = False) -> Film:
    """A film whose frames show these letters, one upon another."""
    return Film(tuple(drawing(*map(letter, frame)) for frame in frames), SECONDS[: len(frames)], loops)


ABCD = ("abc", "axc", "axbc", "ayc")


def shown(svg: str, seconds: float | None) -> list[str]:
    """The texts that are seen, in their order: at a time, or where nothing moves."""
    root, style = Xml.fromstring(svg), style_in(svg)
    still, _, moving = style.partition("@media (prefers-reduced-motion:no-preference)")
    total = float(re.findall(r"g\{animation:([\d.]+)s", moving)[0])

    def is_visible(name: str) -> bool:
        if seconds is None:
            return f".{name}," not in still and f".{name}{{" not in still
        (keys,) = re.findall(rf"@keyframes {name}\{{((?:[\d.]+%\{{visibility:\w+\}})+)\}}", moving)
        changes = re.findall(r"([\d.]+)%\{visibility:(\w+)\}", keys)
        states: list[str] = [state for share, state in changes if float(share) <= 100 * seconds / total]
        return states[-1] == "visible"

    texts: list[str] = []
    for element in root:
        if element.tag == f"{SVG}g" and not is_visible(element.attrib["class"]):
            continue
        texts += [str(text.text) for text in element.iter(f"{SVG}text")]
    return texts


@pytest.mark.parametrize("index", range(4))
def test_at_every_time_the_drawing_of_that_time_is_seen(index: int) -> None:
    starts = [0.0, *accumulate(SECONDS)]
    svg = moving_svg_of(film(*ABCD), 1)
    for share in (0.01, 0.5, 0.99):
        assert shown(svg, starts[index] + share * SECONDS[index]) == list(ABCD[index])


def test_where_nothing_moves_the_last_drawing_is_seen() -> None:
    assert shown(moving_svg_of(film(*ABCD), 1), None) == list(ABCD[-1])
    assert shown(moving_svg_of(film("abc", "abcd"), 1), None) == list("abcd")


@pytest.mark.parametrize(("loops", "times"), [(True, "infinite"), (False, "1")])
def test_a_moving_svg_plays_for_ever_or_once(loops: bool, times: str) -> None:
    assert f"g{{animation:6s step-end {times}}}" in moving_svg_of(film(*ABCD, loops=loops), 1)


def test_what_is_on_all_frames_is_there_once_and_in_no_group() -> None:
    svg = moving_svg_of(film(*ABCD), 1)
    assert svg.count(">a<") == svg.count(">b<") == svg.count(">x<") == 1
    groups = Xml.fromstring(svg).iter(f"{SVG}g")
    assert "a" not in {text.text for group in groups for text in group}


def test_a_film_that_never_changes_has_no_groups() -> None:
    assert "<g" not in moving_svg_of(film("abc", "abc"), 1)


def test_a_moving_svg_has_size_title_and_ground_of_a_picture_and_no_script() -> None:
    svg, picture = moving_svg_of(film(*ABCD), 2), svg_of(drawing(), 2)
    assert svg.startswith(picture.removesuffix("</svg>\n"))
    names = {element.tag.removeprefix(SVG) for element in Xml.fromstring(svg).iter()}
    assert names == {"svg", "title", "desc", "rect", "style", "g", "text"}
    assert "http" not in svg.replace("http://www.w3.org/2000/svg", "")


@given(st.lists(st.lists(st.sampled_from("abcdefgh"), unique=True).map("".join), min_size=1, max_size=5))
def test_the_layers_of_each_frame_are_its_shapes_in_its_order(frames: list[str]) -> None:
    layers = layers_of([tuple(map(letter, frame)) for frame in frames])
    for number, frame in enumerate(frames):
        assert [layer.shape for layer in layers if number in layer.frames] == list(map(letter, frame))


def test_shapes_that_keep_their_order_are_there_once() -> None:
    frames = [tuple(map(letter, frame)) for frame in ABCD]
    box = Rectangle(0, 0, 1, 1)
    layers = layers_of([(box, *frame) for frame in frames])
    assert len(layers) == len({layer.shape for layer in layers}) == 6
