import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { endOf, stopsOf } from "../../../static/js/player/stops.js";
import {
  addedProducts,
  currentPhase,
  currentStep,
  isWritten,
  pace,
  resultText,
  sentence,
  shownProducts,
} from "../../../static/js/state/selectors.js";
import { state, trace } from "./examples.js";

/**
 * The example with the calculation at some progress.
 *
 * @param {number} progress
 * @param {object} change
 */
function at(progress, change = {}) {
  return { ...state, player: { ...state.player, progress, ...change } };
}

/**
 * The example with another current step.
 *
 * @param {object} change
 */
function withStep(change) {
  const [first, second] = trace.steps;
  return { ...state, trace: { ...trace, steps: [{ ...first, ...change }, second] } };
}

test("currentStep(state) is null while the steps of a long trace are on their way", () => {
  assert.equal(currentStep(state), trace.steps[0]);
  assert.equal(currentStep({ ...state, trace: { ...trace, steps: [] } }), null);
});

describe("resultText(state)", () => {
  test("is empty before anything is added", () => {
    assert.equal(resultText(at(endOf("place"))), "");
    assert.equal(resultText(at(endOf("multiply"))), "");
  });

  test("is the running sum while products are added", () => {
    const progress = endOf("multiply") + 0.01;
    assert.equal(addedProducts(at(progress)), 1);
    assert.equal(resultText(at(progress)), "1");
    assert.equal(resultText(at(endOf("add"))), "−3");
  });

  test("is the value, with the bias, when it is written", () => {
    assert.equal(resultText(at(1)), "7");
  });

  test("marks a value that is rounded", () => {
    const rounded = /** @type {any} */ (withStep({ exact: false, value: 7 / 3 }));
    assert.equal(resultText(rounded), "≈2.33");
  });
});

describe("the phases", () => {
  test("come in their order, each showing what is done by then", () => {
    const seen = ["place", "multiply", "add", "write"].map((phase) => {
      const then = at(endOf(/** @type {any} */ (phase)));
      return [currentPhase(then), shownProducts(then), addedProducts(then), isWritten(then)];
    });
    assert.deepEqual(seen, [
      ["place", 0, 0, false],
      ["multiply", 2, 0, false],
      ["add", 2, 2, false],
      ["write", 2, 2, true],
    ]);
  });

  test("are there at once where no motion is wanted", () => {
    const moving = { ...at(0, { target: 1 }), isStill: true };
    assert.equal(isWritten(moving), true);
    assert.equal(shownProducts(moving), 2);
    const stopped = { ...at(0, { target: endOf("multiply") }), isStill: true };
    assert.equal(currentPhase(stopped), "multiply");
  });
});

test("sentence(state) is that of the phase where the step stops, or of the whole step", () => {
  const { place, add } = /** @type {any} */ (trace.steps[0]).phases;
  const stopped = (/** @type {any} */ phase) => sentence(at(0, { target: endOf(phase) }));
  assert.deepEqual([stopped("place"), stopped("add")], [place, add]);
  assert.equal(sentence(at(0.3, { target: 1 })), trace.steps[0]?.explanation);
  assert.equal(sentence({ ...state, trace: { ...trace, steps: [] } }), null);
});

test("pace(state) follows the detail, the loop, the pauses and the trace", () => {
  const view = { ...state.view, detail: "sums", loop: "1" };
  assert.deepEqual(pace({ ...state, view }), {
    stops: stopsOf("sums", 2),
    rowLength: 2,
    isLooping: true,
    isPausingAfterRows: false,
  });
});
