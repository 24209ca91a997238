"""Lines to copy that ask for one answer: for a shell, Python, JavaScript and a notebook."""

import json
import posixpath
import shlex
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

JSON = "application/json"
_READ = ("text/csv", "text/plain", "application/x-ndjson")
_SVG = "image/svg+xml"


@dataclass(frozen=True, slots=True)
class Ask:
    """One request, and the form of its answer.

    Attributes:
        method: ``GET`` or ``POST``.
        address: Whole, with the host.
        media_type: What the answer is.
        body: What is sent as JSON; None with GET.
    """

    method: str
    address: str
    media_type: str
    body: Any = None

    @property
    def is_text(self) -> bool:
        """Whether the answer is to be read as it is; a page is to be opened."""
        return self.media_type == JSON or self.media_type in _READ

    @property
    def file(self) -> str:
        """Under which name an answer can be kept that is not to be read."""
        return posixpath.basename(urlsplit(self.address).path)


def lines_of(ask: Ask) -> dict[str, str]:
    """The lines for each tool, ready to be pasted."""
    return {
        "curl": _curl(ask),
        "Python": _python(ask),
        "JavaScript": _javascript(ask),
        "Notebook": _notebook(ask),
    }


def _curl(ask: Ask) -> str:
    words = ["curl"]
    if ask.method == "POST":
        words += ["--json", json.dumps(ask.body, ensure_ascii=False)]
    if not ask.is_text:
        words += ["--output", ask.file]
    return shlex.join([*words, ask.address])


def _python(ask: Ask) -> str:
    lines = ["import httpx", "", f"answer = {_call(ask)}", "answer.raise_for_status()"]
    if ask.media_type == JSON:
        return "\n".join([*lines, "print(answer.json())"])
    if ask.is_text:
        return "\n".join([*lines, "print(answer.text)"])
    save = [f'with open("{ask.file}", "wb") as file:', "    file.write(answer.content)"]
    return "\n".join([*lines, *save])


def _call(ask: Ask) -> str:
    body = f", json={ask.body!r}" if ask.method == "POST" else ""
    return f"httpx.{ask.method.lower()}({json.dumps(ask.address)}{body})"


def _javascript(ask: Ask) -> str:
    read = "json" if ask.media_type == JSON else "text" if ask.is_text else "blob"
    options = ""
    if ask.method == "POST":
        body = json.dumps(ask.body, ensure_ascii=False)
        options = (
            ', {\n  method: "POST",\n'
            '  headers: { "Content-Type": "application/json" },\n'
            f"  body: JSON.stringify({body}),\n}}"
        )
    fetched = f"const answer = await fetch({json.dumps(ask.address)}{options});"
    return f"{fetched}\nconsole.log(await answer.{read}());"


def _notebook(ask: Ask) -> str:
    show, part = _SHOWN.get(ask.media_type, ("Pretty", "text") if ask.is_text else ("Image", "content"))
    return f"import httpx\nfrom IPython.display import {show}\n\n{show}({_call(ask)}.{part})"


_SHOWN = {JSON: ("JSON", "json()"), _SVG: ("SVG", "text"), "text/html": ("HTML", "text")}
"""What shows an answer in a notebook, and what it takes of it."""
