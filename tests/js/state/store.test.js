import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createStore } from "../../../static/js/state/store.js";

const { signal } = new AbortController();

describe("watch(select, onChange, signal)", () => {
  test("runs at once, and once for many changes in a row", async () => {
    const store = createStore({ stride: 1, padding: 0 });
    /** @type {number[][]} */
    const seen = [];
    store.watch(
      (state) => state.stride,
      (stride, previous) => seen.push([stride, previous]),
      signal,
    );
    store.set({ stride: 2 });
    store.set({ stride: 3 });
    await Promise.resolve();
    assert.deepEqual(seen, [
      [1, 1],
      [3, 1],
    ]);
  });

  test("stays silent when another part changes, or the same value is set again", async () => {
    const store = createStore({ stride: 1, padding: 0 });
    let calls = 0;
    store.watch(
      (state) => state.stride,
      () => (calls += 1),
      signal,
    );
    store.set({ padding: 2 });
    await Promise.resolve();
    store.set({ stride: 1 });
    await Promise.resolve();
    assert.equal(calls, 1);
  });

  test("ends when its signal is aborted", async () => {
    const store = createStore({ stride: 1 });
    const controller = new AbortController();
    let calls = 0;
    store.watch(
      (state) => state.stride,
      () => (calls += 1),
      controller.signal,
    );
    controller.abort();
    store.set({ stride: 2 });
    await Promise.resolve();
    assert.equal(calls, 1);
  });

  test("a watcher may set: the others see the result", async () => {
    const store = createStore({ stride: 1, size: 0 });
    let seen = 0;
    store.watch(
      (state) => state.stride,
      (stride) => store.set({ size: stride * 2 }),
      signal,
    );
    store.watch(
      (state) => state.size,
      (size) => (seen = size),
      signal,
    );
    store.set({ stride: 4 });
    await Promise.resolve();
    await Promise.resolve();
    assert.equal(seen, 8);
  });
});

test("get() gives an object that cannot be changed behind the store's back", () => {
  const store = createStore({ stride: 1 });
  assert.throws(() => {
    /** @type {any} */ (store.get()).stride = 2;
  }, TypeError);
});
