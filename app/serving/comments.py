"""What a browser has no use for: the comments of our own modules and style sheets.

They are for whoever reads the repository, and a third of what a first visit would load.  Only
comments that have their lines to themselves are taken out, and every line keeps its number,
so that an error on a visitor's console names the line of the repository.
"""

import re

_BLOCK = re.compile(rb"^[ \t]*/\*(?:[^*]|\*(?!/))*\*/[ \t]*$", re.MULTILINE)
_LINE = re.compile(rb"^[ \t]*//.*$", re.MULTILINE)


def without_comments(source: bytes, suffix: str) -> bytes:
    """A module (".js") or a style sheet (".css") without its comments; anything else as it is."""
    if suffix not in (".js", ".css"):
        return source
    kept = _BLOCK.sub(lambda comment: b"\n" * comment[0].count(b"\n"), source)
    return _LINE.sub(b"", kept) if suffix == ".js" else kept
