"""An address on a page: what is good is used, what is bad is named, and the page is always there."""

from urllib.parse import parse_qsl

import pytest

from app.address import read_visit, write_visit
from app.api.models import Conv2dRequest
from app.api.query import Conv2dQuery
from app.core.libraries import Library
from app.core.padding import Border, PaddingName

BAD = {
    "input": "1,2;3",
    "size": "0",
    "seed": "x",
    "kernel": "no-such-kernel",
    "stride": "99",
    "dilation": "0",
    "padding": "huge",
    "border": "fog",
    "flip": "2",
    "bias": "much",
    "like": "excel",
    "step": "0",
    "phase": "dance",
    "theme": "pink",
    "speed": "9",
}


def test_an_empty_address_is_the_lesson_without_a_word() -> None:
    visit = read_visit({})
    assert visit.layer.first.geometry.output_shape == (4, 4)
    assert (visit.step, visit.notices) == (1, [])


@pytest.mark.parametrize(("name", "value"), BAD.items())
def test_a_bad_value_is_named_and_the_default_used(name: str, value: str) -> None:
    visit = read_visit({name: value, "border": "wrap"} if name != "border" else {name: value})
    assert len(visit.notices) == 1
    assert visit.notices[0].startswith(f"{name} ")
    assert visit.notices[0].endswith("The default is used instead.")
    assert getattr(visit.query, name) == Conv2dQuery.model_fields[name].default
    assert visit.settings["border"] == ("zeros" if name == "border" else "wrap")


def test_every_bad_value_is_named_and_the_good_ones_are_kept() -> None:
    visit = read_visit({"stride": "99", "theme": "pink", "kernel": "box-3"})
    assert sorted(notice.split(" ")[0] for notice in visit.notices) == ["stride", "theme"]
    assert visit.layer.first.divisor == 9


def test_an_unknown_name_is_left_out() -> None:
    visit = read_visit({"<script>": "1", "kernel": "box-3"})
    assert len(visit.notices) == 1
    assert "script" not in visit.notices[0]
    assert visit.layer.first.divisor == 9


def test_of_two_values_that_contradict_the_one_to_change_is_left_out() -> None:
    visit = read_visit({"padding": "same", "stride": "2"})
    assert visit.layer.first.geometry.stride == (2, 2)
    assert visit.layer.first.geometry.padded_shape == (6, 6)
    assert "same_tf" in visit.notices[0]


def test_when_a_default_does_not_fit_the_rest_it_is_the_rest_that_is_left_out() -> None:
    visit = read_visit({"input": "1,2;3,4"})
    assert visit.layer.first.geometry.input_shape == (6, 6)
    assert visit.notices[0].startswith("kernel spans 3 rows")


def test_a_divisor_of_a_named_kernel_is_left_out() -> None:
    visit = read_visit({"divisor": "4", "kernel": "box-3"})
    assert visit.layer.first.divisor == 9
    assert len(visit.notices) == 1


def test_a_step_beyond_the_last_is_the_first() -> None:
    visit = read_visit({"step": "17"})
    assert visit.step == 1
    assert "16" in visit.notices[0]
    assert read_visit({"step": "16"}).step == 16


def test_like_is_spelled_out_so_that_every_setting_can_be_changed_from_there() -> None:
    request = read_visit({"like": Library.OPENCV}).request
    assert isinstance(request, Conv2dRequest)
    assert request.like is None
    assert request.border is Border.REFLECT
    assert request.padding is PaddingName.SAME_LOWER
    assert request.flip is False


@pytest.mark.parametrize(
    ("name", "text", "most"),
    [
        ("input", ":".join(["1,2,3;4,5,6;7,8,9"] * 4), "at most 3 channels"),
        ("kernel", "::".join(["identity"] * 5), "at most 4 kernels"),
    ],
)
def test_what_does_not_fit_on_the_page_is_left_out_with_a_sentence(name: str, text: str, most: str) -> None:
    visit = read_visit({name: text})
    assert len(visit.layer.maps) == visit.layer.first.channel_count == 1
    assert len(visit.notices) == 1
    assert visit.notices[0].startswith(f"{name} must ")
    assert most in visit.notices[0]


def test_a_transposed_convolution_has_every_setting_of_the_page() -> None:
    texts = {"operation": "conv_transpose2d", "stride": "2", "output_padding": "1", "kernel": "box-3"}
    visit = read_visit(texts)
    assert visit.notices == []
    assert visit.settings.items() >= {**texts, "padding": "valid", "border": "zeros", "flip": "0"}.items()
    assert read_visit({**texts, "padding": "1"}).settings["padding"] == "1"
    assert visit.settings.keys() == read_visit({}).settings.keys()


def test_the_steps_of_the_scatter_picture_are_those_of_the_input() -> None:
    texts = {"operation": "conv_transpose2d", "size": "2", "step": "5"}
    assert read_visit(texts).step == 5
    scatter = read_visit({**texts, "picture": "scatter"})
    assert scatter.step == 1
    assert "4" in scatter.notices[0]


def test_what_has_no_meaning_in_a_transposed_convolution_is_left_out_with_a_sentence() -> None:
    visit = read_visit({"operation": "conv_transpose2d", "border": "edge"})
    assert visit.transposed is not None
    assert len(visit.notices) == 1


@pytest.mark.parametrize(
    "query",
    [
        "",
        "step=6",
        "input=1,2;3,4&kernel=1,0;0,1&border=wrap&padding=1",
        "like=opencv&phase=add&theme=dark&labels=xy&speed=2&play=1",
        "operation=conv_transpose2d&stride=2&picture=scatter&step=4",
        "kernel=1,1;1,1/4&bias=-0.5&stride=99",
    ],
)
def test_the_address_of_a_visit_is_short_and_leads_to_the_same_visit(query: str) -> None:
    visit = read_visit(dict(parse_qsl(query)))
    page = visit.addresses("/").page
    again = read_visit(dict(parse_qsl(page.partition("?")[2])))
    assert (again.settings, again.view, again.step, again.query.phase) == (
        visit.settings,
        visit.view,
        visit.step,
        visit.query.phase,
    )
    assert again.notices == []
    assert again.addresses("/").page == page
    assert "like" not in page


def test_an_address_that_is_written_has_nothing_that_was_bad() -> None:
    assert write_visit(read_visit({"stride": "99", "theme": "pink", "kernel": "sobel-x"})) == "kernel=sobel-x"
