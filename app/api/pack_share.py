"""What there is to take along of one step: addresses of its pictures, and texts to paste."""

from typing import Any

from app.api import share_texts
from app.api.query import GridsQuery
from app.api.share_addresses import Addresses
from app.api.shown import ShownStep
from app.problems import Problem, ProblemError
from app.settings import LIMITS
from app.stage.alternative import alternative_text, film_text, heading

_TOO_LONG = (
    "The address of this convolution is too long: it has {length:,} characters, and {limit:,} can be "
    "followed. Use a named input or a smaller one."
)
_FILMS = {"gif": ".gif", "webp": ".webp", "svg": ".animated.svg"}

_IN_NOTEBOOK = {"phase", "theme", "labels", "weights", "scale", "show", "ground", "picture"}
"""Choices that the picture in a notebook depends on besides the step."""


def pack_share(addresses: Addresses, shown: ShownStep) -> dict[str, Any]:
    """Every address and every text.

    Raises:
        ProblemError: If the addresses are too long to be followed.
    """
    if len(addresses.page) > LIMITS.target_bytes:
        detail = _TOO_LONG.format(length=len(addresses.page), limit=LIMITS.target_bytes)
        raise ProblemError(Problem("too-long-to-share", detail))
    query = addresses.query
    alt = alternative_text(shown.document, shown.step, shown.step_count, query.phase)
    film_alt = film_text(shown.document, shown.step_count)
    image = {"svg": addresses.image(".svg"), "png": addresses.image(".png")}
    film = {kind: addresses.film(ending) for kind, ending in _FILMS.items()}
    return {
        "page": addresses.page,
        "paper": {"steps": addresses.sheet, "worksheet": addresses.worksheet},
        "image": image,
        "film": film,
        "offline": addresses.offline,
        "csv": addresses.table,
        "json": addresses.step,
        "embed": share_texts.embed(addresses.embed, heading(shown.document["geometry"])),
        "markdown": share_texts.markdown(image["png"], alt, addresses.page),
        "picture": share_texts.picture(image["png"], film["gif"], film_alt),
        "latex": shown.latex,
        "notebook": share_texts.notebook(addresses.operation, addresses.request, _place(query)),
        "alt": alt,
        "film_alt": film_alt,
    }


def _place(query: GridsQuery) -> dict[str, object]:
    """What a notebook has to be told besides the parameters."""
    step = {"step": int(query.step)} if query.step not in {None, "1"} else {}
    fields, chosen = type(query).model_fields, query.model_dump(include=_IN_NOTEBOOK)
    return step | {name: value for name, value in chosen.items() if value != fields[name].default}
