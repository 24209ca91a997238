"""The shapes of the catalogues, of the index and of the liveness, for the OpenAPI schema only."""

from typing import Literal

from app.api.documents import Document, Rows


class KernelDocument(Document):
    """A kernel of the catalogue; the weights are ``values`` / ``divisor``."""

    name: str
    title: str
    values: Rows
    divisor: int
    effect: str
    derivation: str
    source: str


class KernelsDocument(Document):
    """The catalogue of kernels."""

    count: int
    kernels: list[KernelDocument]


class InputDocument(Document):
    """An input of the catalogue, drawn at its usual size."""

    name: str
    title: str
    values: Rows
    shows: str


class InputsDocument(Document):
    """The catalogue of inputs."""

    count: int
    inputs: list[InputDocument]


class PresetDocument(Document):
    """A named setting of the guide; ``query`` is its address on the page."""

    name: str
    title: str
    operation: Literal["conv2d", "conv_transpose2d"]
    query: str
    shows: str
    source: str


class PresetsDocument(Document):
    """The named settings."""

    count: int
    presets: list[PresetDocument]


class IndexDocument(Document):
    """Where everything is."""

    name: str
    version: str
    links: dict[str, str]
    limits: dict[str, int]


class HealthDocument(Document):
    """Liveness."""

    status: str
    version: str
