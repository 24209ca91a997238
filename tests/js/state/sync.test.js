import assert from "node:assert/strict";
import { afterEach, describe, mock, test } from "node:test";
import { askAgain, changeSettings } from "../../../static/js/state/settings-actions.js";
import { createStore } from "../../../static/js/state/store.js";
import { keepTraceInSync } from "../../../static/js/state/sync.js";
import { settings, state, trace } from "./examples.js";

const boot = { api: "/api/v1", defaults: settings };

/** What the server sends: the example in the names of the wire. */
const body = JSON.stringify({
  input: [[1, 2, 3]],
  padded_input: [[1, 2, 3]],
  kernel: [[1, -2]],
  applied_kernel: [[1, -2]],
  output: [[7, 6]],
  step_count: 2,
  steps: trace.steps,
  geometry: { output_size: [1, 2] },
});

/**
 * A store kept in sync with a server that answers as it is told to.
 *
 * @param {(address: string, options: { signal: AbortSignal }) => Promise<any>} answer
 * @param {Partial<typeof state>} change
 */
function inSync(answer, change = {}) {
  const fetched = mock.method(globalThis, "fetch", answer);
  const store = createStore({ ...state, ...change });
  keepTraceInSync(store, boot, new AbortController().signal);
  return { store, asked: () => fetched.mock.calls.map((call) => call.arguments[0]) };
}

/** Let promises settle that are not waiting for anything outside. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

afterEach(() => mock.restoreAll());

describe("keepTraceInSync(store, boot, signal)", () => {
  test("asks for nothing while the settings are those on screen", async () => {
    const { store, asked } = inSync(async () => new Response(body));
    store.set({ player: { ...state.player, step: 1 } });
    await settled();
    assert.deepEqual(asked(), []);
  });

  test("asks at once for the steps that did not come with the page", async () => {
    const { store, asked } = inSync(async () => new Response(body), {
      trace: { ...trace, steps: [] },
    });
    await settled();
    assert.deepEqual(asked(), ["/api/v1/conv2d?"]);
    assert.equal(store.get().trace.steps.length, 2);
  });

  test("asks for the steps of the picture that is not on screen, too", async () => {
    const gather = { ...trace, steps: [] };
    const { asked } = inSync(async () => new Response(body), {
      trace: { ...trace, pictures: { gather, scatter: trace } },
    });
    await settled();
    assert.deepEqual(asked(), ["/api/v1/conv2d?"]);
  });

  test("asks once for each change, by what differs from the defaults", async () => {
    const { store, asked } = inSync(async () => new Response(body));
    changeSettings(store, { kernel: "3,4" });
    await settled();
    assert.deepEqual(asked(), ["/api/v1/conv2d?kernel=3,4"]);
    assert.deepEqual(store.get().shown, { ...settings, kernel: "3,4" });
    assert.equal(store.get().isLoading, false);
  });

  test("drops the older of two requests", async () => {
    /** @type {AbortSignal[]} */
    const signals = [];
    /** @type {((response: Response) => void)[]} */
    const answers = [];
    const { store } = inSync((_, { signal }) => {
      signals.push(signal);
      return new Promise((resolve) => answers.push(resolve));
    });
    changeSettings(store, { kernel: "3,4" });
    await settled();
    changeSettings(store, { kernel: "5,6" });
    await settled();
    assert.deepEqual([signals[0]?.aborted, signals[1]?.aborted], [true, false]);
    answers[1]?.(new Response(body));
    await settled();
    answers[0]?.(new Response(body));
    await settled();
    assert.equal(store.get().shown["kernel"], "5,6");
  });

  test("tells what the server refuses, and keeps what is on screen", async () => {
    const errors = [{ pointer: "#/kernel", detail: "kernel spans …" }];
    const refusal = JSON.stringify({ detail: "kernel spans …", errors });
    const { store } = inSync(async () => new Response(refusal, { status: 422 }));
    changeSettings(store, { kernel: "1,1,1,1" });
    await settled();
    assert.deepEqual(store.get().problem, {
      detail: "kernel spans …",
      errors,
      isUnreachable: false,
    });
    assert.equal(store.get().trace, trace);
    assert.equal(store.get().isLoading, false);
  });

  test("tells that the server is away, and askAgain asks again", async () => {
    let isAway = true;
    const { store, asked } = inSync(async () => {
      if (isAway) throw new TypeError("Failed to fetch");
      return new Response(body);
    });
    changeSettings(store, { kernel: "3,4" });
    await settled();
    assert.equal(store.get().problem?.isUnreachable, true);
    isAway = false;
    askAgain(store);
    await settled();
    assert.equal(store.get().problem, null);
    assert.equal(asked().length, 2);
  });
});
