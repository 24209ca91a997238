"""The start of the Step page: everything that the server does before the browser has the page."""

from app.main import create_app
from benchmarks.asgi import Exchange
from benchmarks.timing import medians

PATHS = {
    "6×6": "/",
    "28×28": "/?input=digit&size=28",
    "64×64": "/?input=digit&size=64",
}


async def measure_pages(seconds: float) -> list[tuple[str, float, int]]:
    """Title, median milliseconds and bytes of each page; ``seconds`` for all of them."""
    app = create_app()
    pages = {title: Exchange(app, "GET", path) for title, path in PATHS.items()}
    sizes = {title: len(await page.answer()) for title, page in pages.items()}
    milliseconds = await medians({title: page.answer for title, page in pages.items()}, seconds=seconds)
    return [(title, milliseconds[title], sizes[title]) for title in PATHS]
