"""What a page is made of: its style sheets as one file, and the modules that it needs at once.

A visitor asks for one style sheet instead of thirty, which also compresses to half; a module that
is imported only when something is opened is not asked for before.
"""

import posixpath
import re
from collections.abc import Mapping

SHEETS = (
    "tokens", "base", "number-grid", "digits", "painted-cells", "stage", "links", "shades", "calculation",
    "symbols", "vectors", "transport", "timeline", "pace", "settings", "shape", "sliders", "comparison",
    "code", "share", "share-panels", "dialog", "help", "editing", "embed", "presenting", "projector",
    "channels", "kernel-list", "dense", "operation",
)  # fmt: skip
"""Of all pages that step, in the order of the cascade; the sheet for pages without a script stands alone."""

_OF_SETTINGS = {"shape", "sliders", "comparison", "code", "share", "share-panels", "editing", "kernel-list"}
"""What a page without settings and editor has no use for."""

_OF_FRAMES = {"embed"}
"""What only such a page uses."""

PAGE_SHEETS = {
    "css/site.css": tuple(name for name in SHEETS if name not in _OF_FRAMES),
    "css/stepping.css": tuple(name for name in SHEETS if name not in _OF_SETTINGS),
    "css/reading.css": ("tokens", "base", "text", "reference"),
    "css/printed.css": ("paper", "paper-tools", "paper-steps", "worksheet"),
}
"""What each page loads, and what it is made of."""

_IMPORT = re.compile(rb'^(?:import|export)\s(?:[^;"]*?\sfrom\s)?"(\.[^"]+)"', re.MULTILINE)


def with_page_sheets(contents: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files by path, and each of ``PAGE_SHEETS`` with those of its sheets that there are."""
    made = dict(contents)
    for path, names in PAGE_SHEETS.items():
        sheets = [contents[each] for each in map("css/{}.css".format, names) if each in contents]
        made |= {path: b"\n".join(sheets)} if sheets else {}
    return made


def imports_of(path: str, source: bytes) -> tuple[str, ...]:
    """Paths of the modules that a module needs before it runs."""
    folder = posixpath.dirname(path)
    return tuple(
        posixpath.normpath(posixpath.join(folder, each.decode())) for each in _IMPORT.findall(source)
    )


def needed_at_once(entry: str, imports: Mapping[str, tuple[str, ...]]) -> list[str]:
    """A module and everything that it needs, directly or not, sorted."""
    found, waiting = set[str](), [entry]
    while waiting:
        path = waiting.pop()
        if path not in found:
            found.add(path)
            waiting.extend(imports[path])
    return sorted(found)
