"""Composition root: the only module that knows every other one."""

from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from fastapi.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp

from app import __version__, offline, pages, problem_pages, reference_page
from app.api import catalogues, comparison, conv2d, conv_transpose2d, errors, figures, films, share, sharing
from app.api.tags import TAGS
from app.paper import page as paper
from app.rendering import assets
from app.serving.unexpected import let_through
from app.serving.wrap import guarded

ROUTERS = (
    catalogues.router,
    conv2d.router,
    conv2d.json_router,
    comparison.router,
    comparison.json_router,
    share.router,
    sharing.router,
    conv_transpose2d.router,
    conv_transpose2d.json_router,
    offline.router,
    figures.router,
    films.router,
    figures.unknown_router,
    pages.router,
    reference_page.router,
    problem_pages.router,
    paper.router,
)
"""In the order in which they are asked: the one for unknown endings behind all that know one."""


def create_app() -> ASGIApp:
    """Build the application with everything around it; the command and the tests both call this."""
    app = FastAPI(
        title="Kernelwalk",
        version=__version__,
        summary="Every step of a convolution, computed.",
        docs_url=None,
        redoc_url=None,
        openapi_tags=TAGS,
        redirect_slashes=False,
    )
    for router in ROUTERS:
        app.include_router(router)
    app.mount("/static", assets, name="static")
    errors.install(app)
    app.add_exception_handler(Exception, let_through)
    # Level 9 takes more than four times as long (docs/decisions/0004-compression.md).
    app.add_middleware(GZipMiddleware, minimum_size=1024, compresslevel=4)
    app.add_middleware(
        CORSMiddleware,
        allow_origins=["*"],
        allow_methods=["GET", "HEAD", "POST"],
        allow_headers=["Content-Type"],
        expose_headers=["ETag", "Link"],
    )
    return guarded(app)
