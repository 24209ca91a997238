"""A page as one file: what it would load stands inside of it.

A browser loads no module from a disk.  It does take modules from ``data:`` addresses, and an import map
gives those names; so each module stands in the page under its own path, as it is served otherwise.
"""

import posixpath
import re
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import quote

import orjson

_SHEET = "css/stepping.css"
_NOSCRIPT_SHEET = "css/noscript.css"
_ICON = "icon.svg"

_SPECIFIER = re.compile(
    rb'(^(?:import|export)\s(?:[^;"]*?\sfrom\s)?"|\bawait import\(")(\.[^"]+)"', re.MULTILINE
)
"""Of another module, imported at once or when it is wanted."""

_AS_IT_IS = " !$&'()*+,-./:;=?@[]^_`{|}~"
"""Besides letters and digits, what a data: address holds unescaped; base64 would take a fifth more."""


@dataclass(frozen=True, slots=True)
class OneFile:
    """What stands in the head of a page instead of links to files.

    Attributes:
        import_map: JSON, from the path of each module to its contents.
        entry: A module that starts the page.
        sheet: The style sheet.
        noscript_sheet: The one for a browser without scripts.
        icon: A ``data:`` address.
        policy: A content security policy that admits all of this, and no request to anybody.
    """

    import_map: str
    entry: str
    sheet: str
    noscript_sheet: str
    icon: str
    policy: str


def one_file(entry: str, files: Mapping[str, bytes]) -> OneFile:
    """A page that starts with a module, with everything that it may ever load.

    Args:
        entry: Path of the module.
        files: All that is served, by path.
    """
    modules = _modules(entry, files)
    addresses = {path: _address("text/javascript", body) for path, body in modules.items()}
    import_map = orjson.dumps({"imports": addresses}).decode()
    start = f'import "{entry}";'
    sheet, noscript_sheet = files[_SHEET].decode(), files[_NOSCRIPT_SHEET].decode()
    policy = (
        "default-src 'none'; "
        f"script-src {_hash(import_map)} {_hash(start)} data:; "
        f"style-src {_hash(sheet)} {_hash(noscript_sheet)}; "
        "img-src data:; base-uri 'none'; form-action 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    )
    icon = _address("image/svg+xml", files[_ICON])
    return OneFile(import_map, start, sheet, noscript_sheet, icon, policy)


def _modules(entry: str, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """A module and all that it may ever import, with paths from the root instead of relative ones."""
    found, waiting = dict[str, bytes](), [entry]
    while waiting:
        path = waiting.pop()
        if path in found:
            continue
        source = files[path]
        folder = posixpath.dirname(path)
        parts = _SPECIFIER.split(source)
        # What stands between specifiers, what leads to one, and the specifier itself, in turn.
        wanted = [posixpath.normpath(posixpath.join(folder, each.decode())) for each in parts[2::3]]
        parts[2::3] = [f'{each}"'.encode() for each in wanted]
        found[path] = b"".join(parts)
        waiting += wanted
    return found


def _address(media_type: str, body: bytes) -> str:
    return f"data:{media_type},{quote(body, safe=_AS_IT_IS)}"


def _hash(text: str) -> str:
    """The name under which a policy admits exactly this text between two tags."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
