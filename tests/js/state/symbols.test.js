import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { symbolsOf } from "../../../static/js/state/symbols.js";
import { scattered, walked } from "./walks.js";

/** @typedef {import("../../../static/js/state/state.js").Trace} Trace */

/**
 * @param {Trace} trace
 * @param {number} index
 * @param {"rc" | "xy"} order
 */
function symbols(trace, index, order = "rc") {
  return symbolsOf(trace, /** @type {any} */ (trace.steps[index]), order);
}

describe("symbolsOf(trace, step, order)", () => {
  const lesson = walked({ size: [6, 6], kernelSize: [3, 3] });

  test("names every cell of the patch beside the weight that lies on it", () => {
    const { terms, output } = symbols(lesson, 6);
    assert.deepEqual(output, [1, 2]);
    assert.equal(terms.length, 9);
    terms.forEach(({ input, weight }, index) => {
      const tap = [Math.floor(index / 3), index % 3];
      assert.deepEqual(weight, tap);
      assert.deepEqual(input, [1 + (tap[0] ?? 0), 2 + (tap[1] ?? 0)]);
    });
  });

  test("counts padding below zero, and leaps with the dilation", () => {
    const trace = walked({ size: [6, 6], kernelSize: [2, 2], dilation: [3, 2], padding: 1 });
    const inputs = symbols(trace, 0).terms.map(({ input }) => input);
    assert.deepEqual(inputs, [[-1, -1], [-1, 1], [2, -1], [2, 1]]); // prettier-ignore
  });

  test("puts x, the column, before y, the row", () => {
    const { terms, output } = symbols(lesson, 6, "xy");
    assert.deepEqual(output, [2, 1]);
    assert.deepEqual(terms[1], { input: [3, 1], weight: [1, 0] });
  });

  test("numbers channels and kernels only where there are several", () => {
    const trace = walked({ size: [2, 2], kernelSize: [2, 2], channels: 2, kernelCount: 3 });
    const { terms, output } = symbols(trace, 2);
    assert.deepEqual(output, [2, 0, 0]);
    assert.deepEqual(terms[7], { input: [1, 1, 1], weight: [2, 1, 1, 1] });
  });

  test("names for each product of a scatter step the cell that it goes to, cropped ones too", () => {
    const scatter = scattered({ size: [2, 2], kernelSize: [1, 2], stride: [1, 2], padding: 1 });
    assert.deepEqual(symbols(scatter, 3, "xy"), {
      terms: [
        { input: [1, 1], weight: [0, 0], target: [1, 0] },
        { input: [1, 1], weight: [1, 0], target: [2, 0] },
      ],
      divisor: 1,
      bias: null,
      output: null,
    });
    assert.deepEqual(symbols(scatter, 0).terms[0]?.target, [-1, -1]);
  });

  test("adds a bias only where there is one, and passes the divisor on", () => {
    assert.equal(symbols(lesson, 0).bias, null);
    const kernels = lesson.kernels.map((kernel) => ({ ...kernel, bias: 2, divisor: 9 }));
    const { bias, divisor } = symbols({ ...lesson, kernels }, 0);
    assert.deepEqual(bias, []);
    assert.equal(divisor, 9);
  });
});
