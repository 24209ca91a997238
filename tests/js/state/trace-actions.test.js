import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { setProblem, showTrace } from "../../../static/js/state/trace-actions.js";
import { settings, state, storeWith, trace } from "./examples.js";

describe("showTrace(store, trace, settings)", () => {
  const asked = { ...settings, kernel: "3,4" };

  test("keeps the place where the output has the same size", () => {
    const store = storeWith({ player: { ...state.player, step: 1, speed: 4 } });
    showTrace(store, { ...trace }, asked);
    const { player, shown } = store.get();
    assert.deepEqual([player.step, player.speed], [1, 4]);
    assert.equal(shown, asked);
  });

  test("starts from the first cell of another size", () => {
    const store = storeWith({ player: { ...state.player, step: 1 } });
    const geometry = { ...trace.geometry, outputSize: /** @type {[number, number]} */ ([2, 1]) };
    showTrace(store, { ...trace, geometry }, asked);
    assert.equal(store.get().player.step, 0);
  });

  test("takes a problem away and ends the waiting", () => {
    const problem = { detail: "…", errors: [], isUnreachable: true };
    const store = storeWith({ problem, isLoading: true });
    showTrace(store, trace, asked);
    assert.equal(store.get().problem, null);
    assert.equal(store.get().isLoading, false);
  });
});

test("setProblem(store, problem) keeps what is on screen", () => {
  const store = storeWith({ isLoading: true });
  setProblem(store, { detail: "…", errors: [], isUnreachable: false });
  assert.equal(store.get().trace, trace);
  assert.equal(store.get().isLoading, false);
});
