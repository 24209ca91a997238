"""Where one step can be had: the same query string at the page, in a frame, as pictures, films and files."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.api.grid_text import write_number
from app.api.links import PREFIX
from app.api.models import GridsRequest
from app.api.operations import CONV2D, Operation
from app.api.query import GridsQuery, write_query
from app.api.view import ViewQuery

_SHOWN = {"theme", "weights", "labels", "picture", "scale", "show", "ground"}
"""Choices that a picture depends on."""

_MOVED = _SHOWN | {"speed", "detail", "loop"}
"""Choices that a film depends on."""

_OF_PAGE = set(ViewQuery.model_fields)

_START = {"step": "1", "phase": "write"}
"""The place that an address need not name."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses of one step on this server, all with the shortest query string that will do.

    Attributes:
        root: The page of this server, with a slash at its end.
        operation: Which kind of convolution.
        request: Its parameters.
        query: How the page shows it.
    """

    root: str
    operation: Operation
    request: GridsRequest
    query: GridsQuery

    @property
    def page(self) -> str:
        """The page on this step, as the visitor has it."""
        return self._of_page("")

    @property
    def embed(self) -> str:
        """The same without header and settings, for a frame."""
        return self._of_page("embed")

    @property
    def sheet(self) -> str:
        """All steps on paper; of many, the part with this one."""
        return self._of_page("print")

    @property
    def worksheet(self) -> str:
        """Cells to fill in, with their key."""
        return f"{self.sheet}{'&' if '?' in self.sheet else '?'}worksheet=1"

    @property
    def step(self) -> str:
        """The numbers of the step."""
        numbered = f"/steps/{self.query.step or 1}"
        return self._of_api(numbered, self._chosen({"picture"}))

    def image(self, ending: str) -> str:
        """A still picture of the step."""
        return self._of_api(ending, self._place | self._chosen(_SHOWN))

    def film(self, ending: str) -> str:
        """All steps, one after another."""
        return self._of_api(ending, self._chosen(_MOVED))

    @property
    def offline(self) -> str:
        """The page on this step as one file."""
        return self._of_api(".html", self._place | self._chosen(_OF_PAGE))

    @property
    def table(self) -> str:
        """The whole output."""
        return self._of_api(".csv", {})

    @property
    def _place(self) -> dict[str, str]:
        """Step and phase, where the address has to say them."""
        place = {"step": self.query.step or "1", "phase": self.query.phase}
        return {name: text for name, text in place.items() if text != _START[name]}

    def _chosen(self, names: set[str]) -> dict[str, str]:
        """Those of the choices that are not at their default."""
        fields = type(self.query).model_fields
        chosen = self.query.model_dump(include=names)
        return {name: _text(value) for name, value in chosen.items() if value != fields[name].default}

    def _of_page(self, path: str) -> str:
        operation = {} if self.operation is CONV2D else {"operation": self.operation.name}
        shown = self._place | self._chosen(_OF_PAGE)
        return self._address(f"{self.root}{path}", operation, shown)

    def _of_api(self, ending: str, shown: Mapping[str, str]) -> str:
        path = f"{self.root}{PREFIX.removeprefix('/')}/{self.operation.name}{ending}"
        return self._address(path, {}, shown)

    def _address(self, path: str, first: Mapping[str, str], last: Mapping[str, str]) -> str:
        texts = [*_written(first), write_query(self.request), *_written(last)]
        query = "&".join(filter(None, texts))
        return f"{path}?{query}" if query else path


def _text(value: str | float) -> str:
    return value if isinstance(value, str) else write_number(value)


def _written(parameters: Mapping[str, str]) -> list[str]:
    """Names and values of the page's own, none of which needs an escape."""
    return [f"{name}={text}" for name, text in parameters.items()]
