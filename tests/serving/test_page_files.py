"""One style sheet for a page, and only the modules that it needs at once."""

import re

from app.paths import STATIC
from app.serving.page_files import PAGE_SHEETS, imports_of, needed_at_once, with_page_sheets
from app.serving.static_files import StaticAssets

ALONE = {"noscript", "print"}


def test_every_sheet_of_ours_is_part_of_a_page_and_of_none_twice() -> None:
    ours = {path.stem for path in STATIC.glob("css/*.css") if path.stem not in ALONE}
    assert {name for names in PAGE_SHEETS.values() for name in names} == ours
    assert all(len(set(names)) == len(names) for names in PAGE_SHEETS.values())


def test_a_page_has_its_sheets_in_the_order_of_the_cascade() -> None:
    files = {"css/base.css": b"b", "css/tokens.css": b"a", "css/stage.css": b"s", "css/noscript.css": b"c"}
    made = dict.fromkeys(("css/site.css", "css/stepping.css"), b"a\nb\ns") | {"css/reading.css": b"a\nb"}
    assert with_page_sheets(files) == {**files, **made}
    assert with_page_sheets({"icon.svg": b""}) == {"icon.svg": b""}


def test_imports_are_the_static_ones_of_a_module() -> None:
    source = b"""import { a } from "./a.js";
import {
  b,
  c,
} from "../b.js";
import "./c.js";
export { d } from "./d.js";
const later = () => import("./later.js");
const text = 'import "./no.js"';
"""
    assert imports_of("js/x/main.js", source) == ("js/x/a.js", "js/b.js", "js/x/c.js", "js/x/d.js")


def test_what_modules_need_is_needed_too_and_circles_end() -> None:
    imports = {"a": ("b",), "b": ("c", "a"), "c": (), "d": ("a",)}
    assert needed_at_once("a", imports) == ["a", "b", "c"]


def test_every_import_of_ours_leads_to_a_file() -> None:
    snapshot = StaticAssets().current()
    for path, imports in snapshot.imports.items():
        assert set(imports) <= snapshot.imports.keys()
        source = (STATIC / path).read_text()
        assert len(imports) == len(re.findall(r'^(?:import .*|\} )from "|^import "', source, re.MULTILINE))
