"""The README tells the truth."""

import json
import re
from io import BytesIO
from pathlib import Path

import httpx
import numpy as np
import pytest
from PIL import Image, ImageSequence

from app.core.inputs import INPUTS
from app.core.kernels import KERNELS
from app.main import create_app
from scripts.figures import FIGURES, IMAGES

CHECKOUT = Path(__file__).parents[1]
README = (CHECKOUT / "README.md").read_text(encoding="utf-8")


@pytest.mark.anyio
async def test_the_curl_line_gives_the_answer_that_is_printed_under_it() -> None:
    address = re.search(r"curl 'localhost:8000(/\S+)'", README)
    printed = re.search(r"```json\n(.*?)```", README, re.DOTALL)
    assert address is not None
    assert printed is not None
    transport = httpx.ASGITransport(create_app())
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost:8000") as client:
        response = await client.get(address[1])
    assert response.json() == json.loads(printed[1])


def test_every_file_that_is_linked_exists() -> None:
    targets = re.findall(r"\]\((?!http)([^)#]+)\)", README) + re.findall(r'src(?:set)?="([^"]+)"', README)
    assert targets
    assert [target for target in targets if not (CHECKOUT / target).is_file()] == []


def test_the_catalogues_are_as_long_as_it_says() -> None:
    assert f"{len(KERNELS)} kernels and {len(INPUTS)} inputs" in README


@pytest.mark.anyio
@pytest.mark.parametrize("name", FIGURES)
async def test_its_pictures_are_those_of_the_addresses_today(name: str) -> None:
    assert f"docs/images/{name}" in README
    transport = httpx.ASGITransport(create_app())
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost:8000") as client:
        response = await client.get(f"/api/v1/{FIGURES[name]}")
    drawn, kept = (frames(each) for each in (response.content, (IMAGES / name).read_bytes()))
    assert np.array_equal(drawn, kept)


def frames(content: bytes) -> np.ndarray:
    """All frames of a picture or film as pixels."""
    images = ImageSequence.Iterator(Image.open(BytesIO(content)))
    return np.stack([np.asarray(image.convert("RGB")) for image in images])
