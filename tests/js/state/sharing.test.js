import assert from "node:assert/strict";
import { afterEach, describe, mock, test } from "node:test";
import { sharedStep, whyNoPicture } from "../../../static/js/state/sharing.js";
import { settings, state } from "./examples.js";

const { signal } = new AbortController();
const boot = /** @type {any} */ ({ api: "/api/v1", defaults: settings, viewDefaults: state.view });

/** @param {number} status @param {string} body */
function answerWith(status, body) {
  return mock.method(globalThis, "fetch", async () => new Response(body, { status }));
}

afterEach(() => mock.restoreAll());

describe("sharedStep(state, boot, looks, signal)", () => {
  test("asks for the step that is shown, of the operation that is shown", async () => {
    const fetched = answerWith(200, '{"alt": "In words.", "image": {"png": "p"}}');
    const shown = { ...settings, operation: "conv_transpose2d", stride: "2" };
    const player = { ...state.player, step: 1 };
    const { texts, problem } = await sharedStep({ ...state, shown, player }, boot, {}, signal);
    assert.equal(problem, "");
    assert.equal(texts.get("image.png"), "p");
    const [address] = /** @type {any} */ (fetched.mock.calls[0]).arguments;
    assert.match(address, /^\/api\/v1\/conv_transpose2d\/share\?.*stride=2&step=2$/);
  });

  test("asks for other looks of the pictures, each of them once", async () => {
    const fetched = answerWith(200, '{"alt": "In words."}');
    const view = { ...state.view, theme: "dark" };
    const looks = { theme: "projector", show: "grids,sentence" };
    await sharedStep({ ...state, view }, boot, looks, signal);
    const [address] = /** @type {any} */ (fetched.mock.calls[0]).arguments;
    assert.match(address, /\?theme=projector&show=grids%2Csentence$/);
  });

  test("says why there is nothing, in the server's sentence or in its own", async () => {
    answerWith(422, '{"detail": "Too long."}');
    assert.deepEqual(await sharedStep(state, boot, {}, signal), {
      texts: new Map(),
      problem: "Too long.",
    });
    mock.restoreAll();
    mock.method(globalThis, "fetch", () => Promise.reject(new TypeError()));
    const { problem } = await sharedStep(state, boot, {}, signal);
    assert.match(problem, /^The server does not answer\./);
  });
});

describe("whyNoPicture(address, signal)", () => {
  test("is the server's sentence", async () => {
    answerWith(422, '{"detail": "Too many frames."}');
    assert.equal(await whyNoPicture("/api/v1/conv2d.gif", signal), "Too many frames.");
  });

  test("is that the server does not answer where it has no sentence", async () => {
    for (const body of ["<html>", "{}"]) {
      answerWith(200, body);
      assert.match(await whyNoPicture("/api/v1/conv2d.gif", signal), /^The server does not answer/);
      mock.restoreAll();
    }
  });
});
