import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { COMMANDS } from "../../../static/js/state/commands.js";
import {
  chordOf,
  isCharacter,
  KEYS,
  keyNames,
  keyOf,
  shortcutsOf,
  STEPPING_KEY_GROUPS,
} from "../../../static/js/state/keys.js";

/**
 * The chord of a press.
 *
 * @param {string} key
 * @param {string[]} modifiers
 * @param {string} code
 */
function press(key, modifiers = [], code = "") {
  return chordOf({ key, code }, (modifier) => modifiers.includes(modifier));
}

/** The rows of docs/keyboard.md: [keys, what they do]. */
function documented() {
  const text = readFileSync(new URL("../../../docs/keyboard.md", import.meta.url), "utf8");
  const table = text.split("## ").find((section) => section.startsWith("On the page")) ?? "";
  return table
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) => line.split(" | ").map((cell) => cell.replace(/^\| | \|$/g, "").trim()));
}

describe("the list of keys", () => {
  test("is the table of docs/keyboard.md, line by line", () => {
    const declared = KEYS.map(({ chords, does }) => [
      chords
        .map((chord) =>
          keyNames(chord)
            .map((name) => `\`${name}\``)
            .join(" + "),
        )
        .join(", "),
      does,
    ]);
    assert.deepEqual(documented(), declared);
  });

  test("has every chord once", () => {
    const chords = KEYS.flatMap(({ chords: each }) => each);
    assert.deepEqual(chords, [...new Set(chords)]);
  });

  test("leaves Up, Down and F5 to the browser", () => {
    for (const key of ["ArrowUp", "ArrowDown", "F5"]) assert.equal(keyOf(press(key)), undefined);
  });

  test("leads only to commands that there are", () => {
    for (const { command } of KEYS) {
      assert.ok(command in COMMANDS || ["help", "fullscreen"].includes(command), command);
    }
  });
});

describe("chordOf(press, isDown)", () => {
  test("names letters by their capitals, with Shift and without", () => {
    for (const key of ["b", "B"]) assert.equal(press(key), "B");
    assert.equal(press("B", ["Shift"]), "B");
  });

  test("takes a symbol as it comes, wherever it lies on the keyboard", () => {
    assert.equal(press("?", ["Shift"]), "?");
    assert.equal(press("+", ["Shift"]), "+");
    assert.equal(press("+"), "+");
  });

  test("tells an arrow with Shift from one without, and Space too", () => {
    assert.equal(press("ArrowRight", ["Shift"]), "Shift+ArrowRight");
    assert.equal(press(" ", ["Shift"]), "Shift+ ");
  });

  test("takes the command key of a Mac for Ctrl", () => {
    assert.equal(press("z", ["Control"]), "Ctrl+Z");
    assert.equal(press("Z", ["Meta", "Shift"]), "Ctrl+Shift+Z");
  });

  test("knows the letter that Alt turns into another one", () => {
    assert.equal(press("®", ["Alt"], "KeyR"), "Alt+R");
    assert.equal(press("r", ["Alt"], "KeyR"), "Alt+R");
  });

  test("makes a shortcut of the browser no key of ours", () => {
    for (const key of ["ArrowRight", "End", "r", "p", "f", "1", "+", "-"]) {
      assert.equal(keyOf(press(key, ["Control"])), undefined);
    }
    assert.equal(keyOf(press("ArrowLeft", ["Alt"])), undefined);
  });
});

test("a page without settings has every key but those that undo and redo", () => {
  const keys = STEPPING_KEY_GROUPS.flatMap((group) => group.keys);
  const missing = KEYS.filter((key) => !keys.includes(key)).map(({ command }) => command);
  assert.deepEqual(missing, ["undo", "redo"]);
  assert.equal(keyOf("Ctrl+Z", keys), undefined);
  assert.equal(keyOf("ArrowRight", keys)?.command, "forward");
});

test("isCharacter(chord) is true of letters, digits and symbols alone", () => {
  assert.deepEqual(KEYS.flatMap(({ chords }) => chords).filter(isCharacter), [
    "R",
    "+",
    "-",
    "1",
    "2",
    "3",
    "4",
    "P",
    "F",
    ".",
    "B",
    "?",
  ]);
});

test("shortcutsOf(commands) names keys as aria-keyshortcuts wants them", () => {
  assert.equal(shortcutsOf("forward", "next"), "ArrowRight PageDown");
  assert.equal(shortcutsOf("nextRow"), "Shift+ArrowRight");
  assert.equal(shortcutsOf("play"), "Space");
  assert.equal(shortcutsOf("faster"), "Plus");
});
