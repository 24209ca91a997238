"""Films to ask for, and their frames."""

from collections.abc import Mapping
from io import BytesIO

import numpy as np
from PIL import Image, ImageSequence

from app.core.arrays import FloatArray
from tests.api.client import Api

SMALL = {"scale": "0.5", "show": "grids"}
"""Quickly made."""


TINY = {"input": "1,2,3;4,5,6;7,8,9", "kernel": "1,0;0,-1", **SMALL}
"""Four steps."""


def film(api: Api, path: str, query: Mapping[str, str]) -> bytes:
    response = api.get(path, query)
    assert response.status_code == 200, response.text
    return response.content


def frames(content: bytes) -> list[FloatArray]:
    """Each frame, rows, columns and RGBA."""
    with Image.open(BytesIO(content)) as image:
        return [
            np.asarray(frame.convert("RGBA")).astype(np.float64) for frame in ImageSequence.Iterator(image)
        ]
