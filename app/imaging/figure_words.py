"""The written-out calculation and the sentence of a step, in coloured words that wrap."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.imaging.blocks import LINE_HEIGHT, Block, block
from app.imaging.drawing import Shape, Text
from app.imaging.figure_style import Style
from app.imaging.lettering import DIGIT_HEIGHT, text_width
from app.stage.scene import Scene

EXPRESSION_SIZE, SENTENCE_SIZE = 15.0, 17.0

SPACE_WIDTH = 0.28
"""Between two words, in sizes of the font."""

_OPERAND = r"\(−[\d.]+\)|[\d.]+"
_PRODUCT = re.compile(rf"({_OPERAND})·({_OPERAND})")
_ZEROS = {"0", "0.0"}


@dataclass(frozen=True, slots=True)
class Part:
    """Some characters of one look."""

    text: str
    colour: str
    bold: bool = False


Word = list[Part]
"""What a line is never broken inside of."""


def expression_block(scene: Scene, style: Style, width: float) -> Block:
    """The calculation of the step: inputs blue, weights yellow, the value green."""
    texts = scene.expression.split(" ")
    words = [_word_of_expression(text, style, is_placed=scene.phase == "place") for text in texts]
    if scene.is_scatter:
        return _paragraph(words, EXPRESSION_SIZE, width, "expression")
    words[-1] = [Part(texts[-1], style.palette.output_text, bold=True)]
    # What comes next has its place already, so that nothing moves when it comes.
    shown = len(words) if scene.is_written else texts.index("=") if "=" in texts else len(words) - 2
    return _paragraph(words, EXPRESSION_SIZE, width, "expression", shown)


def sentence_block(scene: Scene, style: Style, width: float) -> Block:
    """What a teacher would say, its value green."""
    before, value, rest = scene.sentence
    words = [[Part(text, style.palette.text)] for text in before.split()]
    if value:
        green = Part(value, style.palette.output_text, bold=True)
        mark, _, rest = rest.partition(" ")
        words.append([green, Part(mark, style.palette.text)])
    words += [[Part(text, style.palette.text)] for text in rest.split()]
    return _paragraph(words, SENTENCE_SIZE, width, "")


def _word_of_expression(text: str, style: Style, *, is_placed: bool) -> Word:
    """A term with what stands around it, such as brackets; it has its colours when it is multiplied."""
    palette, found = style.palette, _PRODUCT.search(text)
    if found is None or is_placed:
        return [Part(text, palette.muted)]
    value, weight = found.groups()
    bold = value not in _ZEROS and weight not in _ZEROS
    parts = [
        Part(text[: found.start()], palette.muted),
        Part(value, palette.input_text, bold),
        Part("·", palette.muted),
        Part(weight, palette.kernel_text, bold),
        Part(text[found.end() :], palette.muted),
    ]
    return [part for part in parts if part.text]


def _paragraph(
    words: Sequence[Word], size: float, width: float, name: str, shown: int | None = None
) -> Block:
    """Centred lines, all about as long; words from ``shown`` on have a place and are not there yet."""
    widths = [sum(text_width(part.text, size, bold=part.bold) for part in word) for word in words]
    lines = _balanced(widths, SPACE_WIDTH * size, width)
    height, seen = LINE_HEIGHT * size, len(words) if shown is None else shown

    def draw(x: float, y: float) -> Iterator[Shape]:
        for line in lines:
            room = sum(widths[index] for index in line) + SPACE_WIDTH * size * (len(line) - 1)
            yield from _line(
                words[line.start : line.stop][: max(seen - line.start, 0)],
                x + (width - room) / 2,
                y,
                size,
                name,
            )
            y += height

    return block(width, height * len(lines), draw)


def _line(words: Sequence[Word], x: float, y: float, size: float, name: str) -> Iterator[Shape]:
    baseline = y + (LINE_HEIGHT * size + DIGIT_HEIGHT * size) / 2
    for word in words:
        for part in word:
            width = text_width(part.text, size, bold=part.bold)
            yield Text(part.text, x, baseline, size, part.colour, "start", part.bold, width, name)
            x += width
        x += SPACE_WIDTH * size


def _balanced(widths: Sequence[float], space: float, room: float) -> list[range]:
    """As few lines as there is room for, and none of them much longer than the others."""
    lines = _lines(widths, space, room)
    low, high = 0.0, room
    while high - low > 1:
        middle = (low + high) / 2
        low, high = (low, middle) if len(_lines(widths, space, middle)) == len(lines) else (middle, high)
    return _lines(widths, space, high)


def _lines(widths: Sequence[float], space: float, room: float) -> list[range]:
    """The words of each line, as many as there is room for, and at least one."""
    lines, start, used = [], 0, -space
    for index, width in enumerate(widths):
        used += space + width
        if used > room and index > start:
            lines.append(range(start, index))
            start, used = index, width
    return [*lines, range(start, len(widths))]
