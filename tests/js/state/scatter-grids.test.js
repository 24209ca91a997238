import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { traceFrom } from "../../../static/js/api/trace.js";
import { scatterFrame, scatterGrid, scatterTones } from "../../../static/js/state/scatter-grids.js";
import { inPicture } from "../../../static/js/state/state.js";

/**
 * The input 2 3 scattered by the kernel 1 −1 5: 2 −2 10 and, one further, 3 −3 15 make
 * 2 1 7 15, of which a padding of 1 crops both ends.
 */
const scatter = inPicture(
  traceFrom({
    input: [[2, 3]],
    padded_input: [[0, 2, 3, 0]],
    kernel: [[1, -1, 5]],
    applied_kernel: [[5, -1, 1]],
    divisor: 1,
    bias: 0,
    precision: { decimals: 0, value_decimals: 0, rounded_decimals: 0, exact: true },
    geometry: { input_size: [1, 2], output_size: [1, 2], requested_padding: [0, 1] },
    output: [[1, 7]],
    step_count: 2,
    steps: [],
    scatter_step_count: 2,
    scatter_steps: [
      {
        input: { row: 0, column: 0 },
        value: 2,
        products: [[2, -2, 10]],
        targets: { rows: [0], columns: [-1, 0, 1] },
        after: [[null, -2, 10]],
      },
      {
        input: { row: 0, column: 1 },
        value: 3,
        products: [[3, -3, 15]],
        targets: { rows: [0], columns: [0, 1, 2] },
        after: [[1, 7, null]],
      },
    ],
  }),
  "scatter",
);

describe("scatterGrid(trace, stepIndex, added, isWritten)", () => {
  test("has the cropped cells around the output", () => {
    const grid = scatterGrid(scatter, 0, 0, false);
    assert.deepEqual(grid.columnLabels, ["p", "1", "2", "p"]);
    assert.deepEqual(grid.texts, [["", "", "", ""]]);
    assert.deepEqual(grid.kinds, [["cropped target", "todo target", "todo target", "cropped"]]);
  });

  test("shows the totals of the products that are added, and which one is the newest", () => {
    assert.deepEqual(scatterGrid(scatter, 0, 2, false).texts, [["", "−2", "", ""]]);
    const grid = scatterGrid(scatter, 1, 1, false);
    assert.deepEqual(grid.texts, [["", "1", "10", ""]]);
    assert.deepEqual(grid.kinds, [
      ["cropped", "done target current", "done target", "cropped target"],
    ]);
  });

  test("ends with the output", () => {
    assert.deepEqual(scatterGrid(scatter, 1, 3, true).texts, [["", "1", "7", ""]]);
  });
});

test("scatterTones(trace, stepIndex, added, isWritten) are shares of the largest total there ever is", () => {
  assert.deepEqual(scatterTones(scatter, 0, 3, false), [[undefined, -0.2, 1, undefined]]);
  assert.deepEqual(scatterTones(scatter, 1, 3, true), [[undefined, 0.1, 0.7, undefined]]);
});

test("scatterGrid(trace, stepIndex, added, isWritten) has a shade for each cell where they are too small for digits", () => {
  assert.equal(scatterGrid(scatter, 0, 3, false).shades, undefined);
  const dense = { ...scatter, paddedInput: [[Array(60).fill(1)]] };
  const [shades = []] = scatterGrid(dense, 0, 3, false).shades ?? [];
  assert.deepEqual(shades, [0, 0, 1, 0]);
});

test("scatterFrame(trace, step) lies over the cells under the weights", () => {
  const [, second] = scatter.steps;
  assert.ok(second);
  assert.deepEqual(scatterFrame(scatter, second), { row: 0, column: 1, rows: 1, columns: 3 });
});

test("a scatter step reads one input cell and keeps the kernel as it is given", () => {
  assert.deepEqual(scatter.steps[1]?.window, { rows: [0], columns: [1] });
  assert.deepEqual(scatter.kernels[0]?.applied, [[[1, -1, 5]]]);
  assert.equal(inPicture(scatter, "gather"), scatter.pictures?.gather);
});
