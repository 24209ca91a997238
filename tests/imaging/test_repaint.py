"""Repainting: whatever changes, the picture is the one that is painted from nothing."""

from hypothesis import given, settings
from hypothesis import strategies as st

from app.imaging.drawing import Drawing, Rectangle, Shape, Stroke, Text
from app.imaging.raster import Pixels, image_of
from app.imaging.repaint import MOST_BOXES, NEAR, Canvas, joined

CELLS: list[Shape] = [
    shape
    for row in range(4)
    for column in range(5)
    for shape in (
        Rectangle(20 * column + 4, 20 * row + 4, 18, 18, fill="#003270", line="#1f5fa8", radius=3),
        Text(str(row * column), 20 * column + 13, 20 * row + 18, 12, "#ffffff"),
    )
]
OVERLAYS: list[Shape] = [
    Rectangle(10, 10, 60, 60, line="#ffdd44", line_width=5, radius=4),
    Stroke(((5, 80), (60, 5), (100, 60)), "#328e53", 3),
    Rectangle(-20, 50, 60, 80, fill="#ffffff", line="#000000", dashed=True),
    Text("over it all", 50, 50, 20, "#000000", bold=True),
    Text(" ", 50, 50, 20, "#000000"),
    Rectangle(300, 300, 10, 10, fill="#000000"),
]
EVERYTHING = [*CELLS, *OVERLAYS]

shapes_in_order = st.sets(st.integers(0, len(EVERYTHING) - 1)).map(
    lambda chosen: tuple(EVERYTHING[index] for index in sorted(chosen))
)
corners = st.tuples(st.integers(0, 30), st.integers(0, 12))


def drawing(shapes: tuple[Shape, ...], ground: str | None) -> Drawing:
    return Drawing(110, 90, ground, shapes, "", "")


@settings(max_examples=60)
@given(
    st.lists(shapes_in_order, min_size=2, max_size=4),
    st.sampled_from(["#ffffff", None]),
    st.sampled_from([1.0, 1.5]),
)
def test_a_canvas_shows_each_drawing_as_if_nothing_had_been_there_before(
    sequence: list[tuple[Shape, ...]], ground: str | None, scale: float
) -> None:
    first, *others = [drawing(shapes, ground) for shapes in sequence]
    canvas = Canvas(first, scale)
    assert canvas.image.tobytes() == image_of(first, scale).tobytes()
    for other in others:
        canvas.change_to(other)
        assert canvas.image.tobytes() == image_of(other, scale).tobytes()


@settings(max_examples=60)
@given(shapes_in_order, shapes_in_order)
def test_what_lies_outside_of_the_boxes_has_not_changed(
    before: tuple[Shape, ...], after: tuple[Shape, ...]
) -> None:
    canvas = Canvas(drawing(before, "#ffffff"), 1)
    kept = canvas.image.copy()
    for box in canvas.change_to(drawing(after, "#ffffff")):
        kept.paste(canvas.image.crop(box), box[:2])
    assert kept.tobytes() == canvas.image.tobytes()


def test_the_next_drawing_is_not_painted_where_it_is_the_same() -> None:
    before, after = tuple(CELLS), (*CELLS, OVERLAYS[-2], OVERLAYS[-1])
    canvas = Canvas(drawing(before, "#ffffff"), 1)
    assert canvas.change_to(drawing(after, "#ffffff")) == []
    changed = (*CELLS[:-2], Rectangle(84, 64, 18, 18, fill="#328e53", radius=3))
    assert canvas.change_to(drawing(changed, "#ffffff")) == [(83, 63, 103, 83)]


@settings(max_examples=60)
@given(st.lists(st.tuples(corners, corners)))
def test_joined_boxes_hold_all_of_the_boxes_and_none_lies_upon_another(
    places: list[tuple[tuple[int, int], tuple[int, int]]],
) -> None:
    boxes: list[Pixels] = [(*place, place[0] + size[0], place[1] + size[1]) for place, size in places]
    together = joined(boxes)

    def pixels(box: Pixels) -> set[tuple[int, int]]:
        return {(x, y) for x in range(box[0], box[2]) for y in range(box[1], box[3])}

    each = [pixels(box) for box in together]
    assert set[tuple[int, int]]().union(*map(pixels, boxes)) <= set[tuple[int, int]]().union(*each)
    assert len(set[tuple[int, int]]().union(*each)) == sum(map(len, each))


def test_very_many_boxes_become_one_around_all() -> None:
    step = NEAR + 3
    boxes: list[Pixels] = [(step * place, 0, step * place + 2, 2) for place in range(MOST_BOXES + 1)]
    assert joined(boxes) == [(0, 0, step * MOST_BOXES + 2, 2)]
    assert sorted(joined(boxes[1:])) == boxes[1:]
