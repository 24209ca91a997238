"""Settings to choose at once: what a library does by default, and those of the guide to its arithmetic."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from app.address import Visit, read_visit
from app.api.operations import CONV2D
from app.api.query import write_fields
from app.core.libraries import Library
from app.core.presets import PRESETS


@dataclass(frozen=True, slots=True)
class PresetChoice:
    """One choice.

    Attributes:
        title: As it stands in the list.
        shows: A sentence on what it sets or what there is to see.
        settings: The texts of the address that it sets; the others stay.
    """

    title: str
    shows: str
    settings: Mapping[str, str]

    @property
    def query(self) -> str:
        """The settings as a query string; none of their texts needs an escape."""
        return "&".join(f"{name}={text}" for name, text in self.settings.items())


_BY_ONE = {"stride": "1", "dilation": "1"}

_LIBRARIES: tuple[tuple[str, dict[str, str], dict[str, str]], ...] = (
    ("PyTorch", {"like": Library.TORCH}, {}),
    ("PyTorch, same", {"like": Library.TORCH, "padding": "same"}, {"stride": "1"}),
    ("TensorFlow VALID", {"like": Library.TENSORFLOW}, {}),
    ("TensorFlow SAME", {"like": Library.TENSORFLOW, "padding": "same"}, {}),
    ("SciPy convolve2d", {"like": Library.SCIPY_SIGNAL}, _BY_ONE),
    ("SciPy correlate2d", {"like": Library.SCIPY_SIGNAL, "flip": "0"}, _BY_ONE),
    ("SciPy ndimage.convolve", {"like": Library.SCIPY_NDIMAGE}, _BY_ONE),
    ("SciPy ndimage.correlate", {"like": Library.SCIPY_NDIMAGE, "flip": "0"}, _BY_ONE),
    ("OpenCV filter2D", {"like": Library.OPENCV}, _BY_ONE),
    ("NumPy convolve", {"like": Library.NUMPY}, _BY_ONE),
    ("NumPy correlate", {"like": Library.NUMPY, "flip": "0"}, _BY_ONE),
)
"""Title, what is asked of the library, and what must be 1 because it knows nothing else."""


@cache
def library_choices() -> tuple[PresetChoice, ...]:
    """What each library does unless told otherwise: padding, border and flip."""
    return tuple(_library_choice(title, asked, fixed) for title, asked, fixed in _LIBRARIES)


def _library_choice(title: str, asked: dict[str, str], fixed: dict[str, str]) -> PresetChoice:
    fields = write_fields(read_visit(asked).request)
    settings = {name: fields[name] for name in ("padding", "border", "flip")}
    turn = "flipped" if settings["flip"] == "1" else "as is"
    shows = f"Padding {settings['padding']}, border {settings['border']}, the kernel {turn}."
    return PresetChoice(title, shows, settings | fixed | {"operation": CONV2D.name})


@cache
def guide_choices() -> tuple[PresetChoice, ...]:
    """The settings of the guide, each with everything that it leaves as it is."""
    visits = [(preset, read_visit(preset.parameters)) for preset in PRESETS.values()]
    return tuple(PresetChoice(preset.title, preset.shows, _settings_of(visit)) for preset, visit in visits)


def _settings_of(visit: Visit) -> dict[str, str]:
    """The texts of the page's form that a visit stands for, its operation among them."""
    return {name: visit.settings[name] for name in (*write_fields(visit.request), "operation")}
