import assert from "node:assert/strict";
import { test } from "node:test";
import { endOf } from "../../../static/js/player/stops.js";
import { initialState } from "../../../static/js/state/state.js";

const boot = /** @type {any} */ ({
  trace: {
    input: [[1]],
    padded_input: [[1]],
    applied_kernel: [[1]],
    kernel: [[1]],
    output: [[1]],
    step_count: 9,
    steps: [],
  },
  settings: { stride: "2" },
  step: 4,
  phase: "multiply",
  view: { speed: "2", theme: "dark", motion: "auto" },
});

test("initialState(boot, prefersStill) rests at the step and the phase of the address", () => {
  const { player, trace, settings, shown, view } = initialState(boot, false);
  assert.deepEqual([player.step, player.stepCount, player.speed], [3, 9, 2]);
  assert.equal(player.progress, endOf("multiply"));
  assert.equal(player.target, endOf("multiply"));
  assert.deepEqual(trace.kernels[0]?.applied, [[[1]]]);
  assert.equal(settings, shown);
  assert.equal(view, boot.view);
});

test("initialState(boot, prefersStill) is still if the system or the address asks for it", () => {
  assert.equal(initialState(boot, false).isStill, false);
  assert.equal(initialState(boot, true).isStill, true);
  assert.equal(
    initialState({ ...boot, view: { ...boot.view, motion: "off" } }, false).isStill,
    true,
  );
});
