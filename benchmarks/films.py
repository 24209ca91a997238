"""A film of all steps: ours, and the naive way, with every frame painted whole and left to Pillow."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

from app.api.asked import asked
from app.api.film_query import Conv2dFilmQuery
from app.api.filmed import film_of
from app.imaging.film import Film
from app.imaging.gif import gif_of
from app.imaging.raster import image_of
from benchmarks.timing import Call, medians

ADDRESSES: dict[str, dict[str, str]] = {
    "6×6, 16 frames": {},
    "6×6, 64 phases": {"by": "phase"},
}


@dataclass(frozen=True, slots=True)
class MeasuredFilm:
    """One line of the table.

    Attributes:
        title: What the film shows.
        milliseconds: By name: ours, naive.
        bytes_written: By the same names.
    """

    title: str
    milliseconds: dict[str, float]
    bytes_written: dict[str, int]


async def measure_films(seconds: float) -> list[MeasuredFilm]:
    """All films, ``seconds`` each, from the convolution to the bytes of a GIF."""
    return [
        await _measure(title, Conv2dFilmQuery.model_validate(address), seconds)
        for title, address in ADDRESSES.items()
    ]


async def _measure(title: str, query: Conv2dFilmQuery, seconds: float) -> MeasuredFilm:
    sizes: dict[str, int] = {}

    def way(name: str, write: Callable[[Film], bytes]) -> Call:
        async def make() -> None:
            film = film_of(asked(query).scenes(), query, _go_on)
            sizes[name] = len(write(film))

        return make

    calls = {
        "ours": way("ours", lambda film: gif_of(film, query.scale, _go_on)),
        "naive": way("naive", lambda film: naive_gif(film, query.scale)),
    }
    return MeasuredFilm(title, await medians(calls, seconds=seconds), sizes)


def naive_gif(film: Film, scale: float) -> bytes:
    """Pillow chooses the colours of each frame, and finds out what has changed."""
    first, *others = [image_of(drawing, scale) for drawing in film.drawings]
    file = BytesIO()
    durations = [int(1_000 * each) for each in film.seconds]
    first.save(file, "GIF", save_all=True, append_images=others, duration=durations)
    return file.getvalue()


def _go_on() -> None:
    """Nobody waits for a measurement."""
