"""Comments stay in the repository: what is served is the same program without them, line by line."""

import re
from pathlib import Path

import pytest

from app.paths import STATIC
from app.serving.comments import without_comments

SOURCES = sorted(path for path in STATIC.rglob("*") if path.suffix in (".js", ".css"))
IDS = [path.relative_to(STATIC).as_posix() for path in SOURCES]


@pytest.mark.parametrize(
    ("suffix", "source", "served"),
    [
        (".js", b"/** Adds. */\nlet a = 1;\n", b"\nlet a = 1;\n"),
        (".js", b"/**\n * Adds.\n */\nlet a;\n", b"\n\n\nlet a;\n"),
        (".js", b"  // why\n  let a; // what\n", b"\n  let a; // what\n"),
        (".js", b'let a = "/* no comment */";\n', b'let a = "/* no comment */";\n'),
        (".js", b"let a = /** @type {any} */ (b);\n", b"let a = /** @type {any} */ (b);\n"),
        (".js", b"  /** @type {A} */ (b),\n  c, /* d */\n", b"  /** @type {A} */ (b),\n  c, /* d */\n"),
        (".css", b"/* a\n b */\na {\n  b: c; /* d */\n}\n", b"\n\na {\n  b: c; /* d */\n}\n"),
        (".css", b"a {\n  /* b */\n  c: url(//d);\n}\n", b"a {\n\n  c: url(//d);\n}\n"),
        (".svg", b"<!-- a -->\n/* b */", b"<!-- a -->\n/* b */"),
    ],
)
def test_a_comment_with_lines_to_itself_is_left_out(suffix: str, source: bytes, served: bytes) -> None:
    assert without_comments(source, suffix) == served


@pytest.mark.parametrize("path", SOURCES, ids=IDS)
def test_every_other_line_of_our_files_is_served_as_it_is_under_its_own_number(path: Path) -> None:
    source = path.read_bytes()
    before, after = source.splitlines(), without_comments(source, path.suffix).splitlines()
    assert len(before) == len(after)
    for line, served in zip(before, after, strict=True):
        assert served in {line, b""}
        if served != line:
            assert re.match(rb"\s*(//|/\*|\*)|\s*[^;{}]*(\*/)?\s*$", line)


@pytest.mark.parametrize(
    "path", [path for path in SOURCES if path.suffix == ".js"], ids=lambda path: path.name
)
def test_no_text_of_ours_spans_lines_so_that_none_can_look_like_a_comment(path: Path) -> None:
    code = without_comments(path.read_bytes(), ".js").decode()
    assert all(line.count("`") % 2 == 0 for line in code.splitlines())
