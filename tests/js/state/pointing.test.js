import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { showTrace } from "../../../static/js/state/trace-actions.js";
import { litLinks, litPlace, pin, pointAt, release } from "../../../static/js/state/pointing.js";
import { createStore } from "../../../static/js/state/store.js";
import { state, trace } from "./examples.js";
import { scattered } from "./walks.js";

/** @type {import("../../../static/js/state/links.js").Place} */
const cell = { part: "input", channel: 0, row: 0, column: 1 };
const weight = { ...cell, part: /** @type {const} */ ("kernel"), column: 0 };

describe("pointing and pinning", () => {
  test("what is pointed at hides what is pinned, and no longer", () => {
    const store = createStore(state);
    pin(store, weight);
    pointAt(store, cell);
    assert.deepEqual(litPlace(store.get()), cell);
    pointAt(store, null);
    assert.deepEqual(litPlace(store.get()), weight);
  });

  test("a second time lets go, and so does release", () => {
    const store = createStore(state);
    pin(store, cell);
    pin(store, { ...cell });
    assert.equal(store.get().pinned, null);
    pin(store, cell);
    release(store);
    assert.equal(litPlace(store.get()), null);
  });

  test("another convolution has no such cell, the steps of this one do", () => {
    const store = createStore(state);
    pin(store, cell);
    showTrace(store, trace, store.get().shown);
    assert.deepEqual(store.get().pinned, cell);
    showTrace(store, trace, { ...state.settings });
    assert.equal(store.get().pinned, null);
  });

  test("nothing is set again that is so already", () => {
    const store = createStore(state);
    const before = store.get();
    pointAt(store, null);
    release(store);
    assert.equal(store.get(), before);
  });
});

describe("litLinks(state)", () => {
  test("tells a pinned place from one that is only pointed at", () => {
    const looks = (/** @type {object} */ change) =>
      litLinks({ ...state, ...change })
        .filter(({ part }) => part === "input")
        .map(({ look }) => look);
    assert.deepEqual(looks({ pointed: cell }), ["pointed"]);
    assert.deepEqual(looks({ pinned: cell }), ["pinned"]);
    assert.deepEqual(looks({ pinned: cell, pointed: weight }), ["linked", "pinned"]);
    assert.deepEqual(litLinks(state), []);
  });

  test("asks the tables of the picture that is on screen", () => {
    const scatter = scattered({ size: [2, 2], kernelSize: [2, 2] });
    const pointed = { ...cell, part: /** @type {const} */ ("output"), row: 0, column: 0 };
    const inputs = litLinks({ ...state, trace: scatter, pointed }).filter(
      ({ part }) => part === "input",
    );
    assert.deepEqual(
      inputs.map(({ row, column, note }) => [row, column, note]),
      [[0, 0, "×0"]],
    );
  });
});
