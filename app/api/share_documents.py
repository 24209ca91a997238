"""The shape of what there is to take along, for the OpenAPI schema only."""

from pydantic import Field

from app.api.documents import Document


class ImageAddresses(Document):
    """A still picture of the step."""

    svg: str
    png: str


class PaperAddresses(Document):
    """Pages for the printer."""

    steps: str
    worksheet: str


class FilmAddresses(Document):
    """All steps, one after another."""

    gif: str
    webp: str
    svg: str


class ShareDocument(Document):
    """Addresses, each with its host, and texts to paste.

    ``page`` is the link; ``paper`` all steps for the printer, and a worksheet; ``offline`` a page in one
    file; ``csv`` a table of all steps and ``json`` the numbers of this one; ``embed`` is a frame in HTML,
    ``markdown`` a picture that leads to the page, ``picture`` the film in HTML with a still for readers
    who want less motion, ``latex`` the step with its sum (it takes ``amsmath``), ``notebook`` a cell of
    Python; ``alt`` and ``film_alt`` are the alternative texts of picture and film.
    """

    page: str
    paper: PaperAddresses
    image: ImageAddresses
    film: FilmAddresses
    offline: str
    csv: str
    json_address: str = Field(alias="json")
    embed: str
    markdown: str
    picture: str
    latex: str
    notebook: str
    alt: str
    film_alt: str
