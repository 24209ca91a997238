import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isDense, stageSize } from "../../../static/js/state/stage-size.js";

/**
 * A trace with channels of one row each and a 1 × 3 kernel.
 *
 * @param {number} length    columns of the input
 * @param {number} channels
 * @param {number} maps
 */
function traceOf(length, channels = 1, maps = 1) {
  const stack = (/** @type {number} */ columns, /** @type {number} */ count) =>
    Array.from({ length: count }, () => [Array(columns).fill(0)]);
  const kernel = /** @type {any} */ ({ applied: stack(3, channels) });
  return {
    paddedInput: stack(length, channels),
    kernels: Array(maps).fill(kernel),
    output: stack(length - 2, maps),
  };
}

describe("stageSize(trace)", () => {
  test("has a single channel, its kernel and its output in one line", () => {
    assert.deepEqual(stageSize(traceOf(6)), {
      inputColumns: 6,
      otherColumns: 3 + 4,
      rows: 1,
      mapsAcross: 1,
    });
  });

  test("has several channels side by side, above their part of the kernel", () => {
    assert.deepEqual(stageSize(traceOf(6, 3)), {
      inputColumns: 18,
      otherColumns: 4,
      rows: 2,
      mapsAcross: 1,
    });
  });

  test("has more than two maps two by two", () => {
    const size = stageSize(traceOf(6, 1, 4));
    assert.deepEqual([size.mapsAcross, size.otherColumns, size.rows], [2, 3 + 2 * 4, 2]);
  });

  test("has two maps below each other only where the stage is high", () => {
    assert.equal(stageSize(traceOf(6, 1, 2)).mapsAcross, 2);
    assert.equal(stageSize(traceOf(6, 2, 2)).mapsAcross, 1);
  });
});

test("isDense(trace) is true only where the cells of all grids together are too many for digits", () => {
  assert.equal(isDense(traceOf(23)), false);
  assert.equal(isDense(traceOf(24)), true);
});
