import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { changeSettings, redo, undo } from "../../../static/js/state/settings-actions.js";
import { settings, storeWith } from "./examples.js";

test("changeSettings(store, settings) keeps the settings that are not named", () => {
  const store = storeWith();
  changeSettings(store, { kernel: "3,4" });
  assert.deepEqual(store.get().settings, { input: "1,2,3", kernel: "3,4" });
  assert.equal(store.get().shown, settings);
});

describe("undo(store) and redo(store)", () => {
  const trail = { run: 1, entry: 2, last: 3, goal: 2 };

  test("aim at the neighbouring entry", () => {
    const store = storeWith({ trail });
    undo(store);
    assert.equal(store.get().trail.goal, 1);
    redo(store);
    redo(store);
    assert.equal(store.get().trail.goal, 3);
  });

  test("undo drops a change that was refused, and stays where it is", () => {
    const problem = { detail: "…", errors: [], isUnreachable: false };
    const store = storeWith({ trail, problem, settings: { ...settings, kernel: "?" } });
    undo(store);
    assert.equal(store.get().settings, settings);
    assert.equal(store.get().problem, null);
    assert.equal(store.get().trail, trail);
  });

  test("undo goes further back while a former entry is still on its way", () => {
    const under = { ...trail, goal: 1, entry: 1 };
    const store = storeWith({ trail: under, returningTo: 0, settings: { ...settings } });
    undo(store);
    assert.equal(store.get().trail.goal, 0);
  });
});

test("changeSettings(store, settings) is another edit, unless it continues the one before", () => {
  const store = storeWith();
  changeSettings(store, { stride: "2" });
  assert.equal(store.get().edit, 1);
  changeSettings(store, { stride: "3" }, { isContinued: true });
  assert.equal(store.get().edit, 1);
  changeSettings(store, { stride: "4" });
  assert.equal(store.get().edit, 2);
});
