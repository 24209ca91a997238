import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { kernelGrids, productsGrids } from "../../../static/js/state/calculation-grids.js";
import { inputGrids, outputGrids } from "../../../static/js/state/stage-grids.js";

/** A 2 × 3 input with one row of padding on top, a dilated 1 × 2 kernel; its first of two steps. */
const step = /** @type {any} */ ({
  index: 0,
  window: { rows: [0], columns: [0, 2] },
  output: { channel: 0 },
  patch: [[[1, 3]]],
  products: [[[1, -6]]],
});
const kernel = /** @type {any} */ ({
  applied: [[[1, -2]]],
  precision: { decimals: 0, valueDecimals: 0, roundedDecimals: 2, exact: true },
});
const trace = /** @type {any} */ ({
  paddedInput: [
    [
      [0, 0, 0],
      [1, 2, 3],
      [4, 5, 6],
    ],
  ],
  kernels: [kernel],
  output: [[[-5], [-8]]],
  steps: [{ exact: true }, { exact: false }],
  geometry: {
    inputSize: [2, 3],
    outputSize: [2, 1],
    padding: { top: 1, bottom: 0, left: 0, right: 0 },
    unreached: { rows: [1], columns: [1] },
  },
});

/**
 * The grid of a single channel.
 *
 * @param {import("../../../static/js/elements/number-grid.js").GridContent[]} grids
 */
function only([grid, ...others]) {
  assert.ok(grid && others.length === 0);
  return grid;
}

describe("inputGrids(trace, step)", () => {
  const grid = only(inputGrids(trace, step));

  test("numbers rows and columns from 1 and names the padding", () => {
    assert.deepEqual(grid.rowLabels, ["p", "1", "2"]);
    assert.deepEqual(grid.columnLabels, ["1", "2", "3"]);
  });

  test("lights the cells under the taps, and not those between them", () => {
    assert.deepEqual(grid.kinds[1], ["patch", "unreached", "patch"]);
    assert.deepEqual(grid.tags?.[1], ["×1", "", "×−2"]);
  });

  test("tells padding and unreached cells apart", () => {
    assert.equal(grid.kinds[0]?.[0], "padding");
    assert.equal(grid.kinds[2]?.[0], "unreached");
  });
});

test("kernelGrids(kernel) shows the weights as they lie on the input", () => {
  assert.deepEqual(kernelGrids(kernel)[0]?.texts, [["1", "−2"]]);
});

describe("outputGrids(trace, stepIndex, isWritten)", () => {
  test("shows no value before it is written", () => {
    assert.deepEqual(outputGrids(trace, 0, false)[0]?.texts, [[""], [""]]);
    assert.deepEqual(outputGrids(trace, 0, false)[0]?.kinds, [["current"], ["todo"]]);
  });

  test("marks the written current cell, and a rounded value", () => {
    const grid = only(outputGrids(trace, 1, true));
    assert.deepEqual(grid.kinds, [["done"], ["current done"]]);
    assert.deepEqual(grid.texts, [["−5"], ["≈−8"]]);
  });
});

test("productsGrids(kernel, step, shown, added) shows as many products as there are so far", () => {
  const grid = only(productsGrids(kernel, step, 1, 0));
  assert.deepEqual(grid.texts, [["1", ""]]);
  assert.deepEqual(grid.kinds, [["newest", "todo"]]);
  assert.deepEqual(only(productsGrids(kernel, step, 2, 2)).kinds, [["added", "added"]]);
});
