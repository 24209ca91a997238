"""``/conv2d.gif``, ``.webp`` and ``.animated.svg``: all steps as a film; and for ``/conv_transpose2d``.

They take the query string of the page.
"""

from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from typing import TypeAlias

from fastapi import APIRouter, Depends, Request, Response

from app.api import responses
from app.api.asked import asked
from app.api.drawn import require_few_cells
from app.api.film_query import Conv2dFilmQuery, ConvTranspose2dFilmQuery, FilmChoices
from app.api.filmed import film_of, short_scenes
from app.api.links import PREFIX
from app.api.operations import CONV2D, CONV_TRANSPOSE2D, Operation
from app.api.receiving import require_clear_query, with_query
from app.api.sending import cached
from app.api.work import INLINE_TERMS, run, run_heavy
from app.imaging.film import BeforeFrame, Film
from app.imaging.gif import gif_of
from app.imaging.moving_svg import moving_svg_of, style_in
from app.imaging.webp import webp_of
from app.serving.headers import API_POLICY

GIF, WEBP, SVG = "image/gif", "image/webp", "image/svg+xml"

_LESS = "Ask for a smaller scale, for by=step, or for less in each frame, as with show=grids."

router = APIRouter(
    prefix=PREFIX,
    tags=["figures"],
    dependencies=[Depends(require_clear_query)],
    responses=responses.UNCHANGED | responses.PROBLEMS | responses.HEAVY_PROBLEMS,
    default_response_class=Response,
)

Write: TypeAlias = Callable[[Film, float, BeforeFrame], bytes]


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of file: its ending, what it is called, what is said of it, and who writes it."""

    ending: str
    title: str
    description: str
    write: Write
    media_type: str


def _svg(film: Film, scale: float, _before_frame: BeforeFrame) -> bytes:
    return moving_svg_of(film, scale).encode()


_KINDS = (
    _Kind(
        "gif",
        "a GIF",
        "A frame for each step, or for each phase of it; the first and the last are held for two seconds.",
        gif_of,
        GIF,
    ),
    _Kind(
        "webp",
        "a WebP",
        "The same frames in half the bytes, with smooth edges on a transparent ground.",
        webp_of,
        WEBP,
    ),
    _Kind(
        "animated.svg",
        "an SVG that moves",
        "The same frames, crisp at any size; it stands still on the last for those who want no motion.",
        _svg,
        SVG,
    ),
)


def _offer(operation: Operation, query: type[FilmChoices], choice: str = "") -> None:
    """The films of an operation, each of one of several where there is such a choice."""
    of = f" of one {choice}" if choice else ""
    for kind in _KINDS:
        name = f"{operation.name}.{kind.ending}"
        route = router.get(
            f"/{name}",
            operation_id=f"get_{name.replace('.', '_')}",
            summary=f"All steps{of} as {kind.title}",
            description=kind.description,
            responses=_answer(kind.media_type),
        )
        route(with_query(query, partial(_send, write=kind.write, media_type=kind.media_type)))


def _answer(media_type: str) -> responses.Responses:
    schema = {"type": "string"} if media_type == SVG else {"type": "string", "format": "binary"}
    return {200: {"description": "The film", "content": {media_type: {"schema": schema}}}}


async def _send(request: Request, query: FilmChoices, write: Write, media_type: str) -> Response:
    """A film, made while everybody else goes on."""
    film = asked(query)
    require_few_cells(film.sizes)
    headers = cached(request, film.query, query.key)
    scenes = await run(INLINE_TERMS + 1, partial(short_scenes, film, query))
    content = await run_heavy(lambda look: write(film_of(scenes, query, look), query.scale, look), hint=_LESS)
    name = request.url.path.rpartition("/")[2]
    further = {"Content-Disposition": f'inline; filename="{name}"', **_policy(content, media_type)}
    return Response(content, media_type=media_type, headers={**headers, **further})


def _policy(content: bytes, media_type: str) -> dict[str, str]:
    """Nothing may run or be fetched, but the style sheet that moves an SVG is let through."""
    if media_type != SVG:
        return {}
    digest = b64encode(sha256(style_in(content.decode()).encode()).digest()).decode()
    return {"Content-Security-Policy": f"{API_POLICY}; style-src 'sha256-{digest}'"}


_offer(CONV2D, Conv2dFilmQuery)
_offer(CONV_TRANSPOSE2D, ConvTranspose2dFilmQuery, choice="picture")
