"""One style sheet for a page, and only the modules that it needs at once."""

import re

from app.paths import STATIC
from app.serving.page_files import SHEETS, SITE_SHEET, imports_of, needed_at_once, with_site_sheet
from app.serving.static_files import StaticAssets

ALONE = {"noscript"}


def test_every_sheet_of_ours_is_part_of_the_site_sheet_once() -> None:
    assert sorted(SHEETS) == sorted(path.stem for path in STATIC.glob("css/*.css") if path.stem not in ALONE)


def test_the_site_sheet_has_the_sheets_in_the_order_of_the_cascade() -> None:
    files = {"css/base.css": b"b", "css/tokens.css": b"a", "css/noscript.css": b"c"}
    assert with_site_sheet(files) == {**files, SITE_SHEET: b"a\nb"}
    assert with_site_sheet({"icon.svg": b""}) == {"icon.svg": b""}


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
