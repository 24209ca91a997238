"""Pictures of a step in a browser: the SVG and the PNG of one address look alike."""

from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image
from playwright.sync_api import Page

from app.core.arrays import FloatArray

ADDRESS = "/api/v1/conv2d{ending}?step=6&padding=same&labels=rc&show=grids,sentence,calculation,expression"
COARSE = 12
"""Pixels that are looked at together: letters of another font are as dark on the whole."""


def coarse(picture: bytes) -> FloatArray:
    """The mean colour of each square of pixels."""
    image = Image.open(BytesIO(picture)).convert("RGB")
    small = image.resize((image.width // COARSE, image.height // COARSE), Image.Resampling.BOX)
    return np.asarray(small).astype(np.float64)


def test_the_svg_in_a_browser_looks_like_the_png(page: Page, base_url: str) -> None:
    page.goto(base_url + ADDRESS.format(ending=".svg"))
    width, height = (int(page.locator("svg").get_attribute(side) or 0) for side in ("width", "height"))
    page.set_viewport_size({"width": width, "height": height})
    drawn = coarse(page.screenshot())
    painted = coarse(page.request.get(base_url + ADDRESS.format(ending=".png")).body())
    assert drawn.shape == painted.shape
    differences = np.abs(drawn - painted).max(axis=2)
    assert differences.mean() < 4
    assert np.quantile(differences, 0.99) < 40


def test_a_picture_stands_in_a_slide_deck_on_disk(page: Page, base_url: str, tmp_path: Path) -> None:
    slides = tmp_path / "slides.html"
    slides.write_text("<!doctype html><title>Slides</title>")
    page.goto(slides.as_uri())
    size = page.evaluate(
        """async (addresses) => {
          const images = addresses.map((address) => Object.assign(new Image(), { src: address }));
          await Promise.all(images.map((image) => image.decode()));
          return images.map((image) => image.naturalWidth);
        }""",
        [base_url + ADDRESS.format(ending=ending) for ending in (".svg", ".png")],
    )
    assert size[0] == size[1] > 500


def test_an_svg_that_moves_begins_with_its_first_step_and_shows_the_last_one_to_those_who_want_no_motion(
    page: Page, base_url: str
) -> None:
    def seen(address: str) -> list[list[str]]:
        page.goto(f"{base_url}/api/v1/conv2d{address}")
        shown: list[list[str]] = page.locator("text").evaluate_all(
            """texts => {
              for (const each of document.getAnimations()) each.currentTime = 0;
              return texts.filter(each => getComputedStyle(each).visibility === "visible")
                .map(each => [each.dataset.cell ?? "", each.textContent]).sort();
            }"""
        )
        return shown

    first, last = seen(".svg?step=1"), seen(".svg?step=16")
    assert first != last
    page.emulate_media(reduced_motion="no-preference")
    assert seen(".animated.svg") == first
    page.emulate_media(reduced_motion="reduce")
    assert seen(".animated.svg") == last
