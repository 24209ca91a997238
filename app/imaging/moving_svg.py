"""A film as one SVG: crisp at any size, with no script, and still for those who want no motion.

Every shape is there once.  Those that are not on all frames stand in groups, which CSS shows and hides.
Where nothing moves, the last frame is seen.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby

from app.imaging.drawing import Shape
from app.imaging.film import Film
from app.imaging.svg import element_of, head_of


@dataclass(frozen=True, slots=True)
class Layer:
    """A shape, and the frames on which it is, counted from 0."""

    shape: Shape
    frames: tuple[int, ...]


def moving_svg_of(film: Film, scale: float) -> str:
    """The film as one SVG element; the scale changes its size on the page and nothing else."""
    count = len(film.drawings)
    layers = layers_of([drawing.shapes for drawing in film.drawings])
    changing = dict.fromkeys(layer.frames for layer in layers if len(layer.frames) < count)
    names = {frames: f"f{number}" for number, frames in enumerate(changing, start=1)}
    lines = [*head_of(film.drawings[-1], scale), f"<style>{_style(film, names)}</style>"]
    for frames, group in groupby(layers, key=lambda layer: layer.frames):
        elements = [element_of(layer.shape) for layer in group]
        lines += [f'<g class="{names[frames]}">', *elements, "</g>"] if frames in names else elements
    return "\n".join([*lines, "</svg>", ""])


def style_in(svg: str) -> str:
    """The style sheet of a moving SVG, of which a content security policy has to know the hash."""
    return svg.partition("<style>")[2].partition("</style>")[0]


def layers_of(frames: Sequence[Sequence[Shape]]) -> list[Layer]:
    """The shapes of all frames, in an order that is that of each frame.

    A shape whose place among the others is not the same on all frames may be there more than once.
    """
    merged: list[tuple[Shape, list[int]]] = []
    for number, shapes in enumerate(frames):
        places = {shape: place for place, (shape, _) in enumerate(merged)}
        behind: dict[int, list[tuple[Shape, list[int]]]] = {}
        last = -1
        for shape in shapes:
            place = places.get(shape, -1)
            if place > last:
                merged[place][1].append(number)
                last = place
            else:
                behind.setdefault(last, []).append((shape, [number]))
        merged = list(_inserted(merged, behind))
    return [Layer(shape, tuple(numbers)) for shape, numbers in merged]


def _inserted(
    merged: list[tuple[Shape, list[int]]], behind: dict[int, list[tuple[Shape, list[int]]]]
) -> Iterator[tuple[Shape, list[int]]]:
    yield from behind.get(-1, ())
    for place, layer in enumerate(merged):
        yield layer
        yield from behind.get(place, ())


def _style(film: Film, names: dict[tuple[int, ...], str]) -> str:
    """What hides each group, and the key frames that show it."""
    last, total = len(film.drawings) - 1, sum(film.seconds)
    starts = [0.0, *accumulate(film.seconds)]
    hidden = [f".{name}" for frames, name in names.items() if last not in frames]
    still = f"{','.join(hidden)}{{visibility:hidden}}" if hidden else ""
    times = "infinite" if film.loops else "1"
    moving = [f"g{{animation:{total:g}s step-end {times}}}"]
    for frames, name in names.items():
        shown = set(frames)
        changes = [n for n in range(last + 1) if n == 0 or (n in shown) is not (n - 1 in shown)]
        keys = "".join(
            f"{100 * starts[n] / total:.3f}%{{visibility:{'visible' if n in shown else 'hidden'}}}"
            for n in changes
        )
        moving.append(f".{name}{{animation-name:{name}}}@keyframes {name}{{{keys}}}")
    return f"{still}@media (prefers-reduced-motion:no-preference){{{''.join(moving)}}}"
