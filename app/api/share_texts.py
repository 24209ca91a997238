"""Lines to paste that show a convolution elsewhere: a picture in Markdown and HTML, a frame, a notebook cell.

Everything that is put into a text is escaped for the language of that text, wherever it came from.
"""

import json
import re
from collections.abc import Mapping
from html import escape

from app.api.models import GridsRequest
from app.api.operations import Operation

_MARKDOWN_MARKS = re.compile(r"([\\`*_{}\[\]<>()#!|&])")
_END_MARKDOWN_LINK = {" ": "%20", "(": "%28", ")": "%29", "<": "%3C", ">": "%3E"}
_PYTHON_LINE = 88


def markdown(image: str, alt: str, page: str) -> str:
    """A picture that leads to the page."""
    words = _MARKDOWN_MARKS.sub(r"\\\1", alt)
    return f"[![{words}]({_markdown_target(image)})]({_markdown_target(page)})"


def _markdown_target(address: str) -> str:
    """An address that cannot end the link it stands in."""
    return "".join(_END_MARKDOWN_LINK.get(character, character) for character in address)


def embed(address: str, title: str) -> str:
    """The page in a frame, 800 × 520."""
    return (
        f'<iframe src="{escape(address)}" width="800" height="520" style="border:0" loading="lazy" '
        f'allow="fullscreen; clipboard-write" title="{escape(title)}"></iframe>'
    )


def picture(still: str, film: str, alt: str) -> str:
    """The film, and a still for readers who have asked for less motion."""
    return (
        "<picture>\n"
        f'  <source media="(prefers-reduced-motion: reduce)" srcset="{escape(_source(still))}">\n'
        f'  <img src="{escape(film)}" alt="{escape(alt)}">\n'
        "</picture>"
    )


def _source(address: str) -> str:
    """An address as a candidate of ``srcset``, which a comma at its end would end."""
    return f"{address[:-1]}%2C" if address.endswith(",") else address


def notebook(operation: Operation, request: GridsRequest, choices: Mapping[str, object]) -> str:
    """A cell that computes the convolution and shows the step.

    Args:
        operation: Which kind of convolution.
        request: Its parameters; those at their default are left out.
        choices: What is shown of it, ``step`` and others, where they are not at their default.
    """
    defaults = dict(type(request).model_validate({}))
    changed = {name: value for name, value in request if value != defaults[name]}
    arguments = [f"{name}={_python(value)}" for name, value in {**changed, **choices}.items()]
    line = f"{operation.name}({', '.join(arguments)})"
    if len(line) > _PYTHON_LINE:
        inside = "".join(f"    {argument},\n" for argument in arguments)
        line = f"{operation.name}(\n{inside})"
    return f"from app.notebook import {operation.name}\n\n{line}"


def _python(value: object) -> str:
    """A value as Python writes it; whole numbers without a point, and one number where two are the same."""
    if isinstance(value, str):
        # JSON's text is Python's, too, and a name of a catalogue holds nothing that has to be escaped.
        return json.dumps(str(value))
    if isinstance(value, tuple):
        same = len(set(value)) == 1
        return _python(value[0]) if same else f"({', '.join(map(_python, value))})"
    if isinstance(value, list):
        return f"[{', '.join(map(_python, value))}]"
    if isinstance(value, float) and value == int(value):
        return repr(int(value))
    return repr(value)
