"""What other sites show of a page where its link is shared: a title, a sentence, a picture of the step."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.address import Visit
from app.settings import LIMITS

_MOTTO = "Watch a kernel walk across an image, one cell at a time."


@dataclass(frozen=True, slots=True)
class Preview:
    """What stands in the head of a page for them, by the names of https://ogp.me.

    Attributes:
        title: What is computed, and which step is shown.
        description: The step in a sentence.
        url: The page on this step, with its host.
        image: A picture of the step, with its host; empty where its address is too long to be followed.
        alt: The picture in words.
    """

    title: str
    description: str
    url: str
    image: str
    alt: str


def preview_of(root: str, visit: Visit, frame: Mapping[str, Any]) -> Preview:
    """The preview of a page.

    Args:
        root: The page of this server with its host, which ends in a slash.
        visit: What the page shows.
        frame: Its first frame.
    """
    addresses = visit.addresses(root)
    image = addresses.image(".png")
    place = f"step {visit.step} of {visit.step_count}"
    return Preview(
        title=f"{frame['heading']}: {place}",
        description=f"{place.capitalize()}. {''.join(frame['sentence'])} {_MOTTO}",
        url=addresses.page,
        image=image if len(image) <= LIMITS.target_bytes else "",
        alt=frame["alternative"],
    )
