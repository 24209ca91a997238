"""``/conv2d.gif``, ``.webp`` and ``.animated.svg``: all steps as a film; and for ``/conv_transpose2d``.

They take the query string of the page.
"""

from base64 import b64encode
from collections.abc import Callable
from functools import partial
from hashlib import sha256
from typing import Annotated, TypeAlias

from fastapi import APIRouter, Depends, Query, Request, Response

from app.api import responses
from app.api.drawn import require_few_cells
from app.api.film_query import Conv2dFilmQuery, ConvTranspose2dFilmQuery
from app.api.filmed import FilmQuery, asked_film, film_of, short_scenes
from app.api.links import PREFIX
from app.api.receiving import require_clear_query
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

InAddress = Annotated[Conv2dFilmQuery, Query()]
InTransposedAddress = Annotated[ConvTranspose2dFilmQuery, Query()]
Write: TypeAlias = Callable[[Film, float, BeforeFrame], bytes]


def _answer(media_type: str) -> responses.Responses:
    schema = {"type": "string"} if media_type == SVG else {"type": "string", "format": "binary"}
    return {200: {"description": "The film", "content": {media_type: {"schema": schema}}}}


@router.get(
    "/conv2d.gif", operation_id="get_conv2d_gif", summary="All steps as a GIF", responses=_answer(GIF)
)
async def get_gif(request: Request, query: InAddress) -> Response:
    """A frame for each step, or for each phase of it; the first and the last are held for two seconds."""
    return await _send(request, query, gif_of, GIF)


@router.get(
    "/conv2d.webp", operation_id="get_conv2d_webp", summary="All steps as a WebP", responses=_answer(WEBP)
)
async def get_webp(request: Request, query: InAddress) -> Response:
    """The same frames in half the bytes, with smooth edges on a transparent ground."""
    return await _send(request, query, webp_of, WEBP)


@router.get(
    "/conv2d.animated.svg",
    operation_id="get_conv2d_animated_svg",
    summary="All steps as an SVG that moves",
    responses=_answer(SVG),
)
async def get_animated_svg(request: Request, query: InAddress) -> Response:
    """The same frames, crisp at any size; it stands still on the last for those who want no motion."""
    return await _send(request, query, _svg, SVG)


@router.get(
    "/conv_transpose2d.gif",
    operation_id="get_conv_transpose2d_gif",
    summary="All steps of one picture as a GIF",
    responses=_answer(GIF),
)
async def get_transposed_gif(request: Request, query: InTransposedAddress) -> Response:
    """A frame for each step, or for each phase of it; the first and the last are held for two seconds."""
    return await _send(request, query, gif_of, GIF)


@router.get(
    "/conv_transpose2d.webp",
    operation_id="get_conv_transpose2d_webp",
    summary="All steps of one picture as a WebP",
    responses=_answer(WEBP),
)
async def get_transposed_webp(request: Request, query: InTransposedAddress) -> Response:
    """The same frames in half the bytes, with smooth edges on a transparent ground."""
    return await _send(request, query, webp_of, WEBP)


@router.get(
    "/conv_transpose2d.animated.svg",
    operation_id="get_conv_transpose2d_animated_svg",
    summary="All steps of one picture as an SVG that moves",
    responses=_answer(SVG),
)
async def get_transposed_animated_svg(request: Request, query: InTransposedAddress) -> Response:
    """The same frames, crisp at any size; it stands still on the last for those who want no motion."""
    return await _send(request, query, _svg, SVG)


def _svg(film: Film, scale: float, _before_frame: BeforeFrame) -> bytes:
    return moving_svg_of(film, scale).encode()


async def _send(request: Request, query: FilmQuery, write: Write, media_type: str) -> Response:
    """A film, made while everybody else goes on."""
    asked = asked_film(query)
    require_few_cells(asked.sizes)
    headers = cached(request, asked.query, query.key)
    scenes = await run(INLINE_TERMS + 1, partial(short_scenes, asked, query))
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
