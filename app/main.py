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
    app.include_router(catalogues.router)
    app.include_router(conv2d.router)
    app.include_router(conv2d.json_router)
    app.include_router(comparison.router)
    app.include_router(comparison.json_router)
    app.include_router(share.router)
    app.include_router(sharing.router)
    app.include_router(conv_transpose2d.router)
    app.include_router(conv_transpose2d.json_router)
    app.include_router(offline.router)
    app.include_router(figures.router)
    app.include_router(films.router)
    app.include_router(figures.unknown_router)
    app.include_router(pages.router)
    app.include_router(reference_page.router)
    app.include_router(problem_pages.router)
    app.include_router(paper.router)
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
