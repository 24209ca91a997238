import assert from "node:assert/strict";
import { test } from "node:test";
import { setView } from "../../../static/js/state/view-actions.js";
import { state, storeWith } from "./examples.js";

test("setView(store, choices) keeps the other choices, and the player keeps the speed", () => {
  const store = storeWith();
  setView(store, { speed: "4" });
  assert.deepEqual(store.get().view, { ...state.view, speed: "4" });
  assert.equal(store.get().player.speed, 4);
});
