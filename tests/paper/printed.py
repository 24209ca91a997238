"""What is on a printed page."""

import re

from tests.api.client import Api


def print_of(api: Api, query: dict[str, str]) -> str:
    response = api.get("/print", query)
    assert response.status_code == 200, response.text[:300]
    return response.text


def sheets(html: str) -> list[str]:
    """What is on each sheet of paper."""
    return re.findall(r'<section class="sheet.*?</section>', html, re.DOTALL)


def articles(html: str) -> list[str]:
    return re.findall(r"<article.*?</article>", html, re.DOTALL)


def words(html: str) -> str:
    """Text without its elements."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", html))


def cells(html: str, part: str) -> dict[tuple[int, ...], str]:
    """The numbers of a grid in the figures, by row and column from 1."""
    found = re.findall(rf'data-cell="{part} ([^"]*)">([^<]*)<', html)
    return {tuple(int(index) for index in place.split()): text for place, text in found}


def notices(html: str) -> str:
    found = re.search(r'<div class="notices" role="status">(.*?)</div>', html, re.DOTALL)
    return words(found[1]) if found else ""
