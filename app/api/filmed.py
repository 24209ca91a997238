"""From the steps of a computation to a film of them, refused where it would be too long or too large."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from math import floor, sqrt

from fastapi.exceptions import RequestValidationError

from app.api.asked import Asked, asked
from app.api.fields import SMALLEST_SCALE
from app.api.film_query import Conv2dFilmQuery, FilmChoices
from app.api.scenes import Scenes
from app.core.errors import ConvolutionError
from app.imaging.drawing import Drawing
from app.imaging.figure import figure_of
from app.imaging.film import BeforeFrame, Film
from app.imaging.raster import pixel_size
from app.problems import Detail, Problem, ProblemError
from app.settings import LIMITS

_SMALLER = "Use a smaller input."
_SIZES = (16, 12, 8, 6, 4)


def short_scenes(film: Asked, query: FilmChoices) -> Scenes:
    """The steps, where a film of them has few enough frames.

    Raises:
        ProblemError: If it has not, with what makes it shorter.
    """
    scenes = film.scenes()
    count = scenes.step_count * len(query.phases)
    if count <= LIMITS.film_frames:
        return scenes
    unit = "step" if len(query.phases) == 1 else "phase of each step"
    raise _too_large(
        f"A film has at most {LIMITS.film_frames} frames, and this one would have {count:,}, one for each "
        f"{unit}. {_shorter(query)}",
        "#/input",
    )


def film_of(scenes: Scenes, choices: FilmChoices, before_frame: BeforeFrame) -> Film:
    """All steps, or all phases of them, as drawings of one size.

    Raises:
        ProblemError: If its frames have too many pixels together, with a scale at which they have not.
    """
    numbers = range(1, scenes.step_count + 1)
    count = len(numbers) * len(choices.phases)
    drawings: list[Drawing] = []
    for number, phase in product(numbers, choices.phases):
        before_frame()
        drawings.append(figure_of(scenes.scene(number, phase), choices.wishes))
        if len(drawings) == 1:
            _require_few_pixels(drawings[0], choices.scale, count)
    width, height = max(each.width for each in drawings), max(each.height for each in drawings)
    same_size = tuple(replace(each, width=width, height=height) for each in drawings)
    return Film(same_size, choices.seconds(count), choices.loops)


def _require_few_pixels(drawing: Drawing, scale: float, count: int) -> None:
    width, height = pixel_size(drawing, scale)
    if width * height * count <= LIMITS.film_pixels and max(width, height) <= LIMITS.figure_side:
        return
    best = min(
        sqrt(LIMITS.film_pixels / (drawing.width * drawing.height * count)),
        LIMITS.figure_side / max(drawing.width, drawing.height),
    )
    remedy = f"Use scale={floor(100 * best) / 100:g} or less." if best >= SMALLEST_SCALE else _SMALLER
    raise _too_large(
        f"The film would have {count} frames of {width:,} × {height:,} pixels. Neither side may have more "
        f"than {LIMITS.figure_side:,}, and all frames together {LIMITS.film_pixels:,}. {remedy}",
        "#/scale",
    )


def _shorter(query: FilmChoices) -> str:
    """What to put into the address for a film that is short enough, tried out."""
    for changes in _changes(query):
        try:
            shorter = query.model_copy(update=changes)
            count = asked(shorter).scenes().step_count * len(shorter.phases)
        except (ConvolutionError, RequestValidationError):
            continue
        if count <= LIMITS.film_frames:
            settings = " and ".join(f"{name}={value}" for name, value in changes.items())
            return f"With {settings} it has {count}."
    return _SMALLER


def _changes(query: FilmChoices) -> Iterator[dict[str, str]]:
    """What makes a film shorter, the least of it first; not all of it goes with every input."""
    by_step = {"by": "step"} if len(query.phases) > 1 else {}
    if by_step:
        yield by_step
    if isinstance(query, Conv2dFilmQuery):
        yield from ({**by_step, "stride": str(stride)} for stride in range(2, LIMITS.stride + 1))
    yield from ({**by_step, "size": str(size)} for size in _SIZES)


def _too_large(sentence: str, pointer: str) -> ProblemError:
    return ProblemError(Problem("film-too-large", sentence, (Detail(pointer, sentence),)))
