import assert from "node:assert/strict";
import { test } from "node:test";
import { createClock } from "../../../static/js/player/clock.js";

/** Frames that come when the test says so. */
function handFrames() {
  /** @type {((milliseconds: number) => void)[]} */
  const asked = [];
  return {
    request: (/** @type {(milliseconds: number) => void} */ callback) => asked.push(callback),
    come: (/** @type {number} */ milliseconds) => asked.shift()?.(milliseconds),
    get waiting() {
      return asked.length;
    },
  };
}

test("the clock hands out the seconds between two frames", () => {
  const frames = handFrames();
  /** @type {number[]} */
  const seen = [];
  const start = createClock(frames.request, (seconds) => seen.push(seconds) > 0);
  start();
  frames.come(1000);
  frames.come(1016);
  assert.deepEqual(seen, [0, 0.016]);
});

test("the clock stops when time is no longer wanted, and starts again afresh", () => {
  const frames = handFrames();
  /** @type {number[]} */
  const seen = [];
  const start = createClock(frames.request, (seconds) => {
    seen.push(seconds);
    return false;
  });
  start();
  frames.come(1000);
  assert.equal(frames.waiting, 0);
  start();
  frames.come(9000);
  assert.deepEqual(seen, [0, 0]);
});

test("starting a running clock does not make it run twice", () => {
  const frames = handFrames();
  const start = createClock(frames.request, () => true);
  start();
  start();
  assert.equal(frames.waiting, 1);
});

test("a tab that slept does not play its whole sleep at once", () => {
  const frames = handFrames();
  /** @type {number[]} */
  const seen = [];
  const start = createClock(frames.request, (seconds) => seen.push(seconds) > 0);
  start();
  frames.come(0);
  frames.come(60_000);
  assert.deepEqual(seen, [0, 0.25]);
});
