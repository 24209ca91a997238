"""Figures: every number of the step is there, in its place, in its colour, and fits."""

from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from app.api.pack import pack_trace
from app.core.layer import ConvolutionLayer, LayerTrace
from app.imaging.drawing import Drawing, Polygon, Rectangle, Shape, Stroke, Text
from app.imaging.figure import MARGIN, Panel, Wishes, figure_of
from app.imaging.figure_style import style_of
from app.imaging.lettering import text_width
from app.imaging.palette import LIGHT
from app.imaging.svg import svg_of
from app.stage.scene import Scene, scene_of
from app.stage.size import StageSize
from tests.imaging.scenes import CHANNELS, DIGIT, GATHER, ROW, SCATTER, Named, expression_of, figure
from tests.strategies import AWKWARD, DECIMALS, QUARTERS, WHOLE, layers

LARGE = {"input": "random", "size": "64", "step": "1000", "kernel": "box-3"}
ALL: list[dict[str, str]] = [
    {},
    {"step": "6", "padding": "same"},
    CHANNELS,
    DIGIT,
    GATHER,
    SCATTER,
    LARGE,
    ROW,
]
NAMES = ["demo", "same", "channels", "digit", "gather", "scatter", "large", "row"]


def scene_of_layer(layer: ConvolutionLayer, index: int, phase: str = "write") -> tuple[Scene, dict[str, Any]]:
    trace = LayerTrace(layer)
    step: dict[str, Any] = {**trace.steps(index, index + 1)[0]}
    return scene_of(pack_trace(trace, {}, steps_at_most=0), layer.is_exact, step, phase), step


def has_digits(scene: Scene) -> bool:
    """Whether the cells of its grids are large enough for them."""
    stage = scene.stage
    return not StageSize.of(stage.inputs, stage.kernels, stage.outputs).is_dense


def drawn(scene: Scene) -> Drawing:
    return figure_of(scene, Wishes(style_of("light"), tuple(Panel)))


@given(data=st.data())
@settings(max_examples=60)
def test_the_numbers_of_a_figure_are_those_of_the_trace(data: st.DataObject) -> None:
    layer = data.draw(layers(WHOLE + QUARTERS, biases=WHOLE))
    index = data.draw(st.integers(0, layer.step_count - 1))
    scene, step = scene_of_layer(layer, index)
    assume(has_digits(scene))
    named = Named.read(svg_of(drawn(scene)))
    first = layer.first
    of_map = f"output {step['output']['channel'] + 1}" if len(layer.maps) > 1 else "output"
    row, column = step["output"]["row"] + 1, step["output"]["column"] + 1
    assert named.number(f"{of_map} {row} {column}") == step["value"] == named.number("value")
    several = first.channel_count > 1
    top, left = layer.geometry.rows.padding_before, layer.geometry.columns.padding_before
    padded = np.asarray(first.shown_padded).reshape(first.channel_count, *first.shown_padded.shape[-2:])
    for channel, plane in enumerate(padded):
        of_channel = f"input {channel + 1}" if several else "input"
        for (row, column), value in np.ndenumerate(plane):
            assert named.number(f"{of_channel} {row - top + 1} {column - left + 1}") == value
    for role, stack in (("patch", step["patch"]), ("product", step["products"])):
        for channel, plane in enumerate(stack if not layer.is_flat else [stack]):
            of_channel = f"{role} {channel + 1}" if several else role
            rows, columns = np.shape(plane)
            assert named.grid(of_channel, rows, columns) == np.asarray(plane).tolist()


@given(data=st.data())
@settings(max_examples=40)
def test_earlier_outputs_are_there_and_later_ones_are_not(data: st.DataObject) -> None:
    layer = data.draw(layers(WHOLE + DECIMALS, divisors=st.integers(1, 9)))
    index = data.draw(st.integers(0, layer.step_count - 1))
    scene, _step = scene_of_layer(layer, index)
    assume(has_digits(scene))
    named = Named.read(svg_of(drawn(scene)))
    rows, columns = layer.geometry.output_shape
    for number, value in enumerate(np.concatenate([each.output.ravel() for each in layer.maps])):
        map_number, cell = divmod(number, rows * columns)
        of_map = f"output {map_number + 1}" if len(layer.maps) > 1 else "output"
        written = named.number(f"{of_map} {cell // columns + 1} {cell % columns + 1}")
        assert written == (pytest.approx(value, rel=1e-6, abs=0.006) if number <= index else None)


@given(data=st.data())
@settings(max_examples=40)
def test_the_expression_is_the_servers_letter_by_letter(data: st.DataObject) -> None:
    layer = data.draw(layers(WHOLE + DECIMALS, biases=WHOLE, divisors=st.integers(1, 9)))
    scene, step = scene_of_layer(layer, data.draw(st.integers(0, layer.step_count - 1)))
    assert expression_of(svg_of(drawn(scene))) == step["expression"].replace(" ", "")


@given(data=st.data())
@settings(max_examples=40)
def test_every_number_lies_inside_of_a_cell_however_long_it_is(data: st.DataObject) -> None:
    layer = data.draw(layers(WHOLE + DECIMALS + AWKWARD, divisors=st.integers(1, 9)))
    drawing = drawn(scene_of_layer(layer, layer.step_count - 1)[0])
    boxes = [each for each in drawing.shapes if isinstance(each, Rectangle)]
    numbers = [
        each
        for each in drawing.shapes
        if isinstance(each, Text)
        and each.name.split(" ")[0] in {"input", "output", "kernel", "product", "value"}
    ]
    assert numbers
    for number in numbers:
        half = text_width(number.text, number.size, bold=number.bold) / 2
        assert [
            box
            for box in boxes
            if box.left <= number.x - half
            and number.x + half <= box.left + box.width
            and box.top <= number.baseline - 0.7 * number.size
            and number.baseline <= box.top + box.height
            and box.width < 100
        ]


def edges(shape: Shape) -> list[tuple[float, float]]:
    match shape:
        case Rectangle():
            out = shape.line_width / 2 if shape.line else 0.0
            return [
                (shape.left - out, shape.top - out),
                (shape.left + shape.width + out, shape.top + shape.height + out),
            ]
        case Stroke() | Polygon():
            return list(shape.points)
        case Text():
            width = text_width(shape.text, shape.size, bold=shape.bold)
            left = shape.x - width * {"start": 0, "middle": 0.5, "end": 1}[shape.anchor]
            return [(left, shape.baseline - shape.size), (left + width, shape.baseline)]


@pytest.mark.parametrize("theme", ["light", "dark", "projector"])
@pytest.mark.parametrize("parameters", ALL, ids=NAMES)
def test_nothing_sticks_out_of_a_figure(theme: str, parameters: dict[str, str]) -> None:
    drawing = figure(parameters, theme=theme, order="xy")
    for x, y in (point for shape in drawing.shapes for point in edges(shape)):
        assert MARGIN / 2 <= x <= drawing.width - MARGIN / 2
        assert MARGIN / 2 <= y <= drawing.height - MARGIN / 2


@pytest.mark.parametrize("parameters", ALL, ids=NAMES)
def test_all_phases_of_a_step_have_the_same_size_so_that_nothing_jumps(parameters: dict[str, str]) -> None:
    panels = (Panel.GRIDS, Panel.CALCULATION, Panel.EXPRESSION)
    phases = ("place", "multiply", "add", "write")
    drawings = [figure({**parameters, "phase": phase}, panels=panels) for phase in phases]
    assert len({(each.width, each.height) for each in drawings}) == 1


@pytest.mark.parametrize(
    ("phase", "known"),
    [
        ("place", {"products": False, "sum": False, "output": False}),
        ("multiply", {"products": True, "sum": False, "output": False}),
        ("add", {"products": True, "sum": True, "output": False}),
        ("write", {"products": True, "sum": True, "output": True}),
    ],
)
def test_a_phase_shows_what_it_has_done_and_no_more(phase: str, known: dict[str, bool]) -> None:
    svg = svg_of(figure({"step": "6", "phase": phase}))
    texts = Named.read(svg).texts
    assert ("product 3 3" in texts, "value" in texts, "output 2 2" in texts) == tuple(known.values())
    assert expression_of(svg).endswith("=−2") is known["output"]
    assert expression_of(svg).startswith("5·1+8·0+9·(−1)")


def test_the_sum_before_a_division_comes_with_the_value() -> None:
    written, added = (
        expression_of(svg_of(figure({"kernel": "box-3", "phase": phase}))) for phase in ("write", "add")
    )
    assert written.endswith("/9=29/9≈3.22")
    assert added == written.removesuffix("=29/9≈3.22")


def test_terms_have_no_colour_before_they_are_multiplied() -> None:
    def colours(phase: str) -> set[str]:
        shapes = figure({"phase": phase}, panels=(Panel.EXPRESSION,)).shapes
        return {each.colour for each in shapes if isinstance(each, Text)}

    assert colours("place") == {LIGHT.muted}
    assert colours("multiply") == {LIGHT.muted, LIGHT.input_text, LIGHT.kernel_text}
    assert colours("write") == colours("multiply") | {LIGHT.output_text}


@pytest.mark.parametrize("panel", Panel)
def test_each_panel_can_stand_alone(panel: Panel) -> None:
    texts = {each.text for each in figure(panels=(panel,)).shapes if isinstance(each, Text)}
    signs = {"grids": "∗", "sentence": "covers", "calculation": "⊙", "expression": "·"}
    assert {name for name, sign in signs.items() if sign in texts} == {panel}


def test_a_scatter_step_has_neither_a_sum_nor_a_value() -> None:
    drawing = figure({**SCATTER, "step": "3"})
    texts = [each.text for each in drawing.shapes if isinstance(each, Text)]
    assert "Σ" not in texts
    assert "Value" in texts
    assert Named.read(svg_of(drawing)).number("output 1 4") == 1


def test_the_channels_of_a_calculation_have_their_sums_under_them() -> None:
    named = Named.read(svg_of(figure(CHANNELS)))
    sums = [named.number(f"sum {channel}") for channel in (1, 2, 3)]
    assert sum(value or 0 for value in sums) == named.number("value")


def test_each_channel_of_a_large_input_has_a_close_up() -> None:
    large = figure(CHANNELS | {"channels": "2", "size": "50", "kernel": "random"})
    texts = [shape.text for shape in large.shapes if isinstance(shape, Text)]
    assert texts.count("Close up") == 2


@pytest.mark.parametrize("size", ["28", "64"])
def test_the_next_figure_shares_the_shapes_of_all_that_stays(size: str) -> None:
    """What makes a film of a large input quick."""
    one, other = (figure({"input": "ramp", "size": size, "step": step}).shapes for step in ("41", "42"))
    drawn_before = {id(shape) for shape in one}
    assert sum(id(shape) in drawn_before for shape in other) > len(other) * 2 / 3
