"""Figures by address: the query string of the page, with another ending."""

import csv
import io
from xml.etree import ElementTree as ET

import httpx
import pytest
from PIL import Image

from app.api.drawn import require_few_pixels
from app.imaging.drawing import Drawing
from app.imaging.palette import DARK, LIGHT
from app.problems import ProblemError
from app.settings import LIMITS
from tests.api.client import API, CONV2D, CONV_TRANSPOSE2D, Api, pointers, problem, refusal
from tests.imaging.scenes import SVG, Named

ENDINGS = (".svg", ".png", ".csv")

PAGE = {
    "operation": "conv2d", "input": "digit", "size": "8", "kernel": "gaussian-3", "padding": "same",
    "step": "10", "phase": "add", "play": "1", "speed": "2", "motion": "off", "theme": "dark",
    "settings": "0", "labels": "xy", "only": "1", "code": "1", "picture": "gather",
}  # fmt: skip


def picture(response: httpx.Response) -> Image.Image:
    assert response.status_code == 200, response.text
    assert response.headers["content-type"] == "image/png"
    return Image.open(io.BytesIO(response.content))


def drawing(response: httpx.Response) -> ET.Element:
    assert response.status_code == 200, response.text
    assert response.headers["content-type"] == "image/svg+xml"
    return ET.fromstring(response.content)


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_query_string_of_the_page_is_a_figure_with_any_ending(api: Api, ending: str) -> None:
    assert api.get(f"{CONV2D}{ending}", PAGE).status_code == 200
    transposed = {"operation": "conv_transpose2d", "stride": "2", "picture": "scatter", "step": "3"}
    assert api.get(f"{CONV_TRANSPOSE2D}{ending}", transposed).status_code == 200


@pytest.mark.parametrize("parameters", [{"step": "6"}, {"step": "4", "kernel": "sharpen", "padding": "same"}])
def test_the_numbers_of_the_picture_are_those_of_the_trace(api: Api, parameters: dict[str, str]) -> None:
    named = Named.read(api.get(f"{CONV2D}.svg", parameters).text)
    trace = api.get(CONV2D, {name: text for name, text in parameters.items() if name != "step"}).json()
    step = trace["steps"][int(parameters["step"]) - 1]
    assert named.number("value") == step["value"]
    assert named.grid("patch", 3, 3) == step["patch"]
    assert named.grid("product", 3, 3) == step["products"]
    row, column = step["output"]["row"] + 1, step["output"]["column"] + 1
    assert named.number(f"output {row} {column}") == step["value"]


def test_a_png_is_as_many_pixels_as_its_scale_says_and_has_the_green_of_the_current_cell(api: Api) -> None:
    one, two = (
        picture(api.get(f"{CONV2D}.png", {"step": "6", "show": "grids", "scale": scale}))
        for scale in ("1", "2")
    )
    root = drawing(api.get(f"{CONV2D}.svg", {"step": "6", "show": "grids"}))
    assert (str(one.width), str(one.height)) == (root.get("width"), root.get("height"))
    assert two.size == (2 * one.width, 2 * one.height)
    (current,) = (each for each in root.iter(f"{SVG}rect") if each.get("fill") == LIGHT.current)
    x, y = float(current.get("x", "")) + 10, float(current.get("y", "")) + 6
    assert one.getpixel((round(x), round(y))) == tuple(bytes.fromhex(LIGHT.current[1:]))
    assert two.getpixel((round(2 * x), round(2 * y))) == tuple(bytes.fromhex(LIGHT.current[1:]))


@pytest.mark.parametrize("theme", ["auto", "light", "dark", "projector"])
def test_any_theme_may_be_transparent(api: Api, theme: str) -> None:
    image = picture(api.get(f"{CONV2D}.png", {"theme": theme, "ground": "transparent", "show": "grids"}))
    assert image.convert("RGBA").getpixel((1, 1)) == (0, 0, 0, 0)


def test_the_ground_is_that_of_the_theme(api: Api) -> None:
    image = picture(api.get(f"{CONV2D}.png", {"theme": "dark", "show": "grids"}))
    assert image.getpixel((1, 1)) == tuple(bytes.fromhex(DARK.ground[1:]))


@pytest.mark.parametrize("scale", ["big", "1e0", "+1", "0x1", "nan", "0.49", "4.01"])
def test_a_scale_that_is_no_plain_number_between_a_half_and_four_is_refused(api: Api, scale: str) -> None:
    members = problem(api.get(f"{CONV2D}.svg", {"scale": scale}), 422)
    assert pointers(members) == ["#/scale"]


def test_panels_addresses_and_tags_are_shown_where_they_are_asked_for(api: Api) -> None:
    def texts(**parameters: str) -> set[str]:
        root = drawing(api.get(f"{CONV2D}.svg", parameters))
        return {each.text or "" for each in root.iter(f"{SVG}text")}

    assert {"Input", "Patch", "×−1"} <= texts()
    assert {"covers", "Input"} <= texts(show="sentence,grids")
    assert not {"Patch", "·"} & texts(show="grids")
    assert "×−1" not in texts(weights="0")
    assert "I₁₂" in texts(labels="rc")


def test_the_table_has_one_row_of_the_output_a_line(api: Api) -> None:
    response = api.get(f"{CONV2D}.csv")
    assert response.headers["content-type"] == "text/csv; charset=utf-8; header=absent"
    assert response.content == b"-5,-4,0,8\r\n-10,-2,2,3\r\n0,-2,-4,-7\r\n-3,-2,-3,-16\r\n"


def test_the_table_has_every_digit_and_no_exponent(api: Api) -> None:
    parameters = {"input": "0.1,0.0000001,-0.0", "kernel": "3"}
    assert api.get(f"{CONV2D}.csv", parameters).text == "0.3,0.0000003,0\r\n"


def test_several_maps_have_their_number_in_the_first_column(api: Api) -> None:
    parameters = {"input": "1,2;3,4", "kernel": "1::-2"}
    lines = list(csv.reader(io.StringIO(api.get(f"{CONV2D}.csv", parameters).text, newline="")))
    assert lines == [["1", "1", "2"], ["1", "3", "4"], ["2", "-2", "-4"], ["2", "-6", "-8"]]


def test_the_table_of_a_transposed_convolution_is_its_output(api: Api) -> None:
    parameters = {"input": "1,2", "kernel": "1,1", "stride": "2", "picture": "scatter"}
    assert api.get(f"{CONV_TRANSPOSE2D}.csv", parameters).text == "1,1,2,2\r\n"


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_figure_is_kept_by_its_tag_and_shown_by_a_browser(api: Api, ending: str) -> None:
    response = api.get(f"{CONV2D}{ending}", {"step": "2"})
    assert response.headers["cache-control"] == "public, max-age=86400"
    assert response.headers["content-disposition"].startswith('inline; filename="conv2d')
    assert response.headers["content-disposition"].endswith(f'{ending}"')
    assert response.headers["cross-origin-resource-policy"] == "cross-origin"
    assert "sandbox" in response.headers["content-security-policy"]
    again = api.get(f"{CONV2D}{ending}", {"step": "2"}, headers={"If-None-Match": response.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    "other", [{"step": "3"}, {"theme": "dark"}, {"scale": "2"}, {"show": "grids"}, {"kernel": "1"}]
)
def test_another_picture_has_another_tag(api: Api, other: dict[str, str]) -> None:
    tags = {
        api.get(f"{CONV2D}.svg", parameters).headers["etag"]
        for parameters in ({"step": "2"}, {"step": "2", **other})
    }
    assert len(tags) == 2


@pytest.mark.parametrize("path", [f"{CONV2D}.bmp", f"{CONV_TRANSPOSE2D}.jpeg"])
def test_an_unknown_ending_is_told_which_ones_there_are(api: Api, path: str) -> None:
    sentence = refusal(api.get(path), 404)
    assert all(ending in sentence for ending in ENDINGS)


def test_a_figure_is_only_looked_at(api: Api) -> None:
    assert problem(api.post(f"{CONV2D}.svg", {}), 405)


@pytest.mark.parametrize("ending", [".svg", ".png"])
@pytest.mark.parametrize(
    ("path", "parameters", "count"),
    [(CONV2D, {"step": "17"}, 16), (CONV_TRANSPOSE2D, {"step": "37", "picture": "scatter"}, 36)],
)
def test_a_step_behind_the_last_is_refused_with_their_number(
    api: Api, ending: str, path: str, parameters: dict[str, str], count: int
) -> None:
    members = problem(api.get(f"{path}{ending}", parameters), 422)
    assert f"which is {count} here, and it is {count + 1}." in members["detail"]
    assert pointers(members) == ["#/step"]


def test_too_many_pixels_are_refused_with_a_scale_that_works(api: Api) -> None:
    members = problem(api.get(f"{CONV2D}.png", {"scale": "4"}), 422)
    assert members["type"] == "/problems/picture-too-large"
    assert "neither side may have more than 2,048. Use scale=2.33 or less." in members["detail"]
    assert pointers(members) == ["#/scale"]
    assert picture(api.get(f"{CONV2D}.png", {"scale": "2.33"})).width <= LIMITS.figure_side


def test_what_is_too_large_at_every_scale_is_told_to_be_made_smaller() -> None:
    with pytest.raises(ProblemError, match="show=grids"):
        require_few_pixels(Drawing(9_000, 10, None, (), "", ""), 1)


@pytest.mark.parametrize("ending", [".svg", ".png"])
def test_too_many_cells_are_refused_before_anything_is_drawn(api: Api, ending: str) -> None:
    parameters = {"input": "ramp", "size": "64", "padding": "32"}
    members = problem(api.get(f"{CONV2D}{ending}", parameters), 422)
    assert "32,260 cells, with their padding, and a picture has at most 20,000 elements." in members["detail"]
    assert pointers(members) == ["#/input"]
    assert api.get(f"{CONV2D}.csv", parameters).status_code == 200


def test_too_many_elements_are_refused_when_they_are_counted(api: Api) -> None:
    kernels = "::".join(["1"] * 16)
    parameters = {"input": "random", "size": "64x14", "kernel": kernels, "step": "14336"}
    sentence = refusal(api.get(f"{CONV2D}.svg", parameters))
    assert "elements, and 20,000 are the most." in sentence


def test_the_limits_of_pictures_are_published(api: Api) -> None:
    limits = api.get(API).json()["limits"]
    assert (limits["figure_elements"], limits["figure_side"]) == (20_000, 2_048)


def test_what_a_figure_follows_is_said_in_its_reference(api: Api) -> None:
    parameters = api.get("/openapi.json").json()["paths"][f"{CONV2D}.svg"]["get"]["parameters"]
    described = {each["name"]: each["description"] for each in parameters}
    assert described["theme"] == "Must be one of auto, light, dark, projector."
    assert described["speed"] == "Of the page, no part of the answer."
    assert described["scale"] == "Must be a plain number from 0.5 to 4."
