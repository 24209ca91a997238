import assert from "node:assert/strict";
import { describe, test } from "node:test";
import * as actions from "../../../static/js/state/actions.js";
import { createStore } from "../../../static/js/state/store.js";
import { settings, state, trace } from "./examples.js";

/** @param {Partial<typeof state>} change */
const storeWith = (change = {}) => createStore({ ...state, ...change });

describe("steps by hand", () => {
  test("goForward, goBack, goFirst, goLast and goTo stay between the ends", () => {
    const store = storeWith();
    const stepAfter = (/** @type {(store: any) => void} */ act) => {
      act(store);
      return store.get().player.step;
    };
    assert.equal(stepAfter(actions.goForward), 1);
    assert.equal(stepAfter(actions.goForward), 1);
    assert.equal(stepAfter(actions.goFirst), 0);
    assert.equal(stepAfter(actions.goBack), 0);
    assert.equal(stepAfter(actions.goLast), 1);
    assert.equal(
      stepAfter((each) => actions.goTo(each, -5)),
      0,
    );
  });

  test("togglePlaying plays and pauses", () => {
    const store = storeWith();
    actions.togglePlaying(store);
    assert.equal(store.get().player.isPlaying, true);
    actions.togglePlaying(store);
    assert.equal(store.get().player.isPlaying, false);
  });
});

test("passTime(store, seconds) says whether more time would change more", () => {
  const store = storeWith();
  actions.goForward(store);
  assert.equal(actions.passTime(store, 0.1), true);
  assert.equal(actions.passTime(store, 60), false);
});

describe("showTrace(store, trace, settings)", () => {
  const asked = { ...settings, kernel: "3,4" };

  test("keeps the place where the output has the same size", () => {
    const store = storeWith({ player: { ...state.player, step: 1, speed: 4 } });
    actions.showTrace(store, { ...trace }, asked);
    const { player, shown } = store.get();
    assert.deepEqual([player.step, player.speed], [1, 4]);
    assert.equal(shown, asked);
  });

  test("starts from the first cell of another size", () => {
    const store = storeWith({ player: { ...state.player, step: 1 } });
    const geometry = { ...trace.geometry, outputSize: /** @type {[number, number]} */ ([2, 1]) };
    actions.showTrace(store, { ...trace, geometry }, asked);
    assert.equal(store.get().player.step, 0);
  });

  test("takes a problem away and ends the waiting", () => {
    const problem = { detail: "…", errors: [], isUnreachable: true };
    const store = storeWith({ problem, isLoading: true });
    actions.showTrace(store, trace, asked);
    assert.equal(store.get().problem, null);
    assert.equal(store.get().isLoading, false);
  });
});

test("setProblem(store, problem) keeps what is on screen", () => {
  const store = storeWith({ isLoading: true });
  actions.setProblem(store, { detail: "…", errors: [], isUnreachable: false });
  assert.equal(store.get().trace, trace);
  assert.equal(store.get().isLoading, false);
});

test("changeSettings(store, settings) keeps the settings that are not named", () => {
  const store = storeWith();
  actions.changeSettings(store, { kernel: "3,4" });
  assert.deepEqual(store.get().settings, { input: "1,2,3", kernel: "3,4" });
  assert.equal(store.get().shown, settings);
});

test("setView(store, choices) keeps the other choices, and the player keeps the speed", () => {
  const store = storeWith();
  actions.setView(store, { speed: "4" });
  assert.deepEqual(store.get().view, { ...state.view, speed: "4" });
  assert.equal(store.get().player.speed, 4);
});

describe("undo(store) and redo(store)", () => {
  const trail = { run: 1, entry: 2, last: 3, goal: 2 };

  test("aim at the neighbouring entry", () => {
    const store = storeWith({ trail });
    actions.undo(store);
    assert.equal(store.get().trail.goal, 1);
    actions.redo(store);
    actions.redo(store);
    assert.equal(store.get().trail.goal, 3);
  });

  test("undo drops a change that was refused, and stays where it is", () => {
    const problem = { detail: "…", errors: [], isUnreachable: false };
    const store = storeWith({ trail, problem, settings: { ...settings, kernel: "?" } });
    actions.undo(store);
    assert.equal(store.get().settings, settings);
    assert.equal(store.get().problem, null);
    assert.equal(store.get().trail, trail);
  });

  test("undo goes further back while a former entry is still on its way", () => {
    const under = { ...trail, goal: 1, entry: 1 };
    const store = storeWith({ trail: under, returningTo: 0, settings: { ...settings } });
    actions.undo(store);
    assert.equal(store.get().trail.goal, 0);
  });
});

test("changeSettings(store, settings) is another edit, unless it continues the one before", () => {
  const store = storeWith();
  actions.changeSettings(store, { stride: "2" });
  assert.equal(store.get().edit, 1);
  actions.changeSettings(store, { stride: "3" }, { isContinued: true });
  assert.equal(store.get().edit, 1);
  actions.changeSettings(store, { stride: "4" });
  assert.equal(store.get().edit, 2);
});
