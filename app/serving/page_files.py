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
    "code", "share", "dialog", "help", "editing", "embed", "presenting", "projector", "channels",
    "kernel-list", "dense", "operation",
)  # fmt: skip
"""In the order of the cascade; the sheet for pages without a script stands alone."""

SITE_SHEET = "css/site.css"

_IMPORT = re.compile(rb'^(?:import|export)\s(?:[^;"]*?\sfrom\s)?"(\.[^"]+)"', re.MULTILINE)


def with_site_sheet(contents: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files by path, and ``SITE_SHEET`` with all sheets that there are."""
    sheets = [contents[path] for path in map("css/{}.css".format, SHEETS) if path in contents]
    return {**contents, SITE_SHEET: b"\n".join(sheets)} if sheets else dict(contents)


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
