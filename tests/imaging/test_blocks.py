"""Blocks: what stands beside and below what, before anything is drawn."""

from collections.abc import Iterator

from app.imaging.blocks import Block, below, beside, block, fitted, on_card, operator, words
from app.imaging.drawing import Rectangle, Shape, Text
from app.imaging.lettering import text_width


def box(width: float, height: float) -> Block:
    return block(width, height, lambda x, y: [Rectangle(x, y, width, height)])


def places(drawn: Block) -> list[tuple[float, float]]:
    shapes: Iterator[Shape] = iter(drawn.draw(100, 50))
    return [(each.left, each.top) for each in shapes if isinstance(each, Rectangle)]


def test_blocks_beside_each_other_have_their_middles_level() -> None:
    row = beside([box(10, 20), box(30, 40)], 5)
    assert (row.width, row.height, row.middle) == (45, 40, 20)
    assert places(row) == [(100, 60), (115, 50)]


def test_a_middle_need_not_be_in_the_middle() -> None:
    headed = Block(10, 30, 20, box(10, 30).draw)
    row = beside([headed, box(10, 40)])
    assert (row.height, row.middle) == (40, 20)
    assert places(row) == [(100, 50), (110, 50)]


def test_blocks_below_each_other_share_the_room_beside_the_narrower_one() -> None:
    column = below([box(10, 20), box(30, 40)], 5)
    assert (column.width, column.height) == (30, 65)
    assert places(column) == [(110, 50), (100, 75)]
    assert places(below([box(10, 20), box(30, 40)], 5, share=0.0))[0] == (100, 50)


def test_a_card_is_as_wide_as_it_was_and_as_high_as_what_lies_on_it() -> None:
    card = on_card(box(10, 20), Rectangle(0, 0, 50, 0), 8)
    assert (card.width, card.height) == (50, 36)
    assert places(card) == [(100, 50), (120, 58)]


def test_a_line_of_words_is_as_wide_as_its_letters() -> None:
    line = words("Kernel", 15, "#000000", bold=True, name="title")
    (text,) = line.draw(10, 20)
    assert isinstance(text, Text)
    assert line.width == text.width == text_width("Kernel", 15, bold=True)
    assert (text.x, text.anchor, text.name) == (10, "start", "title")
    assert 20 < text.baseline - 0.7 * 15 < text.baseline < 20 + line.height


def test_an_operator_is_level_with_its_neighbours() -> None:
    (text,) = operator("=", 20, "#000000").draw(0, 0)
    assert isinstance(text, Text)
    assert text.baseline - 0.317 * 20 == 10


def test_a_text_is_made_smaller_until_it_fits() -> None:
    assert fitted("1", 20, 100) == 20
    size = fitted("−123456.789", 20, 40, bold=True)
    assert (
        text_width("−123456.789", size, bold=True) <= 40 < text_width("−123456.789", size + 0.25, bold=True)
    )
    assert fitted("9" * 400, 20, 10) == 0.25
