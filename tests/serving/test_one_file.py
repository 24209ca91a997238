"""A page as one file: every module that it may ever want, and a policy that admits nothing else."""

import json
import re
from base64 import b64encode
from hashlib import sha256
from urllib.parse import unquote_to_bytes

from app.paths import STATIC
from app.serving.one_file import one_file
from app.serving.static_files import StaticAssets

FILES = {
    "js/pages/main.js": b"""import { a } from "../a.js";
import {
  b,
} from "../deep/b.js";
const later = async () => await import("../later.js");
const text = "from './no.js'"; // \xc3\xa9 100 % of #1
""",
    "js/a.js": b'export { b } from "./deep/b.js";\nexport const a = `"<\\n>?`;\n',
    "js/deep/b.js": b'import "../a.js";\nexport const b = 1;\n',
    "js/later.js": b"export const late = 2;\n",
    "js/never.js": b"export const never = 3;\n",
    "css/stepping.css": b"b { color: red }",
    "css/noscript.css": b"i { color: red }",
    "icon.svg": b"<svg/>",
}


def modules_of(import_map: str) -> dict[str, bytes]:
    """The contents of each module, as a browser reads them."""
    addresses: dict[str, str] = json.loads(import_map)["imports"]
    start = "data:text/javascript,"
    assert all(address.startswith(start) for address in addresses.values())
    return {name: unquote_to_bytes(address.removeprefix(start)) for name, address in addresses.items()}


def test_every_module_is_there_that_is_imported_now_or_later_and_no_other() -> None:
    modules = modules_of(one_file("js/pages/main.js", FILES).import_map)
    assert modules.keys() == {"js/pages/main.js", "js/a.js", "js/deep/b.js", "js/later.js"}


def test_a_module_is_as_it_is_served_but_for_the_names_of_others() -> None:
    modules = modules_of(one_file("js/pages/main.js", FILES).import_map)
    expected = FILES["js/pages/main.js"]
    for relative, name in (("../a", "js/a"), ("../deep/b", "js/deep/b"), ("../later", "js/later")):
        expected = expected.replace(f'"{relative}.js"'.encode(), f'"{name}.js"'.encode())
    assert modules["js/pages/main.js"] == expected
    assert modules["js/a.js"] == FILES["js/a.js"].replace(b"./deep", b"js/deep")
    assert modules["js/later.js"] == FILES["js/later.js"]


def test_nothing_in_the_import_map_can_end_the_script_or_be_read_otherwise_by_a_browser() -> None:
    import_map = one_file("js/pages/main.js", FILES).import_map
    assert not set(import_map) & set("<>#\\\t\n")
    assert import_map.isascii()


def test_the_policy_admits_the_contents_by_their_hashes_and_no_request() -> None:
    file = one_file("js/pages/main.js", FILES)
    directives = dict(each.split(" ", 1) for each in file.policy.split("; "))

    def named(*texts: str) -> list[str]:
        return [f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for text in texts]

    assert directives["default-src"] == "'none'"
    assert directives["script-src"].split() == [*named(file.import_map, file.entry), "data:"]
    assert directives["style-src"].split() == named(file.sheet, file.noscript_sheet)
    assert "unsafe" not in file.policy
    assert "connect-src" not in directives


def test_no_import_of_ours_is_left_that_leads_to_a_file() -> None:
    files = {path: asset.plain.body for path, asset in StaticAssets(STATIC).current().assets.items()}
    modules = modules_of(one_file("js/pages/embed.js", files).import_map)
    assert {
        f"js/views/{name}-view.js" for name in ("labels", "shades", "symbols", "vectors")
    } <= modules.keys()
    changing = {"settings-view", "sliders-view", "editing-view", "draw-view", "text-dialog-view"}
    assert not {f"js/views/{name}.js" for name in changing} & modules.keys()
    assert "js/elements/cell-editor.js" not in modules
    for source in modules.values():
        code = re.sub(rb"/\*.*?\*/", b"", source, flags=re.DOTALL)
        assert not re.search(rb"""(from |import |import\()["']\.""", code)
