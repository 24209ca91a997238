import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { endOf, stopsOf } from "../../../static/js/player/stops.js";
import { announcement, placeText, situation, spokenLine } from "../../../static/js/state/speech.js";
import { state, trace } from "./examples.js";

/**
 * The example with the player somewhere else.
 *
 * @param {object} player
 * @param {object} view
 */
function at(player, view = {}) {
  return {
    ...state,
    player: { ...state.player, ...player },
    view: { ...state.view, ...view },
  };
}

/**
 * The example with another current step.
 *
 * @param {object} change
 */
function withStep(change) {
  const [first, second] = trace.steps;
  return /** @type {any} */ ({
    ...state,
    trace: { ...trace, steps: [{ ...first, ...change }, second] },
  });
}

describe("announcement(state)", () => {
  test("says where we are and what came out, counted from 1", () => {
    assert.equal(announcement(state), "Step 1 of 2. Output row 1, column 1 is 7.");
  });

  test("says a minus sign and a rounding as words", () => {
    assert.match(announcement(withStep({ value: -2.5, exact: false })), /is about minus 2\.5\.$/);
  });

  test("does not depend on how far the calculation has got", () => {
    assert.equal(announcement(at({ progress: 0.3 })), announcement(state));
  });

  test("says that a row begins, but for the first", () => {
    const begun = withStep({ index: 4, number: 5, output: { channel: 0, row: 1, column: 0 } });
    assert.match(announcement(begun), /is 7\. New row\.$/);
  });

  test("says how many values are padding", () => {
    assert.match(
      announcement(withStep({ paddingCells: 1 })),
      /1 of the 2 values is a padding zero\.$/,
    );
    assert.match(
      announcement(withStep({ paddingCells: 2 })),
      /2 of the 2 values are padding zeros\.$/,
    );
    const bordered = withStep({ paddingCells: 2 });
    bordered.trace.geometry = { ...trace.geometry, border: "edge" };
    assert.match(announcement(bordered), /2 of the 2 values are padding\.$/);
  });

  test("names the map where there are several", () => {
    const several = { ...state, trace: { ...trace, output: [...trace.output, ...trace.output] } };
    assert.match(announcement(several), /Output map 1, row 1, column 1 is 7\.$/);
    assert.match(placeText(several), /, output map 1 row 1 column 1$/);
  });
});

describe("spokenLine(state)", () => {
  test("is the product, then the running total, that a single stop shows", () => {
    const lines = stopsOf("sums", 2)
      .slice(1, -1)
      .map((target) => spokenLine(at({ target, progress: target }, { detail: "sums" })));
    assert.deepEqual(lines, [
      "1 times 1 is 1.",
      "2 times minus 2 is minus 4.",
      "Running total 1.",
      "Running total minus 3.",
    ]);
  });

  test("is the sentence of a phase that stops as a whole", () => {
    const { place, multiply, add } = /** @type {any} */ (trace.steps[0]).phases;
    const lineAt = (/** @type {any} */ phase, /** @type {string} */ detail) =>
      spokenLine(at({ target: endOf(phase) }, { detail }));
    assert.equal(lineAt("place", "sums"), place);
    assert.equal(lineAt("multiply", "phases"), multiply);
    assert.equal(lineAt("add", "products"), add);
  });

  test("is the whole step when it is written, in every detail", () => {
    for (const detail of ["step", "phases", "products", "sums"]) {
      assert.equal(spokenLine(at({}, { detail })), announcement(state));
    }
  });

  test("says that it plays, that it is paused, and what it has done", () => {
    assert.equal(spokenLine(at({ isPlaying: true })), "Playing.");
    assert.equal(spokenLine(at({ halt: "paused" })), "Paused at step 1 of 2.");
    assert.equal(spokenLine(at({ halt: "done" })), "Done. Output is 1 by 2: 7, 6.");
  });

  test("reads rows apart by semicolons, maps one after the other, and nothing too long", () => {
    const output = [
      [[1], [-2]],
      [[3], [4]],
    ];
    const kernels = /** @type {any} */ ([trace.kernels[0], trace.kernels[0]]);
    const geometry = /** @type {any} */ ({ ...trace.geometry, outputSize: [2, 1] });
    const steps = /** @type {any} */ (Array(4).fill(trace.steps[0]));
    const several = { ...trace, output, kernels, geometry, steps, stepCount: 4 };
    const done = { ...at({ halt: "done" }), trace: several };
    assert.equal(
      spokenLine(done),
      "Done. Output map 1 is 2 by 1: 1; minus 2. Output map 2 is 2 by 1: 3; 4.",
    );
    const long = { ...done, trace: { ...several, stepCount: 4000 } };
    assert.equal(spokenLine(long), "Done. Output map 1 is 2 by 1. Output map 2 is 2 by 1.");
  });
});

test("placeText(state) says where a step writes", () => {
  assert.equal(placeText(at({ step: 1 })), "Step 2 of 2, output row 1 column 2");
});

test("situation(trace) names the sizes and how to go on", () => {
  assert.equal(
    situation(trace),
    "Input is 1 by 3, kernel is 1 by 2, output is 1 by 2. 2 steps. Use Next, or the right arrow key.",
  );
});
