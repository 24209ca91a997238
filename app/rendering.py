"""What every HTML page is made with: the templates, the files that it loads, and its frame."""

from typing import Any

from fastapi import Request
from fastapi.templating import Jinja2Templates
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from app.address import Visit, write_visit
from app.api.links import address
from app.api.view import VIEW_VALUES
from app.paths import ROOT, STATIC, TEMPLATES
from app.serving.static_files import StaticAssets

PAGES = {"Step": "/", "API": "/api"}
"""The pages of the navigation."""

assets = StaticAssets(STATIC, watch=(ROOT / "pyproject.toml").is_file())
templates = Jinja2Templates(
    env=Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
)


def frame_of(request: Request, visit: Visit, entry: str) -> dict[str, Any]:
    """What every page needs: addresses, files, themes, notices.

    Args:
        request: Where the page was asked for.
        visit: What it shows.
        entry: Path of the module that it starts with, such as ``js/pages/step.js``.
    """
    files = assets.current()
    return {
        "home": address(request, "/"),
        "pages": {name: address(request, path, write_visit(visit)) for name, path in PAGES.items()},
        "asset": lambda path: address(request, files.url(path)),
        "entry": entry,
        "modules": files.modules(entry),
        "view": visit.view,
        "view_values": VIEW_VALUES,
        "notices": visit.notices,
    }
