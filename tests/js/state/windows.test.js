import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { cornerOf, nearestWindow } from "../../../static/js/state/windows.js";
import { scattered, walked } from "./walks.js";

describe("nearestWindow(trace, corner)", () => {
  const trace = walked({
    size: [8, 8],
    kernelSize: [3, 3],
    stride: [2, 3],
    padding: 1,
  });
  const { geometry } = trace;

  test("finds each window at its own corner", () => {
    geometry.rowIndices.forEach((rows, row) =>
      geometry.columnIndices.forEach((columns, column) => {
        const corner = { row: (rows[0] ?? 0) + 1, column: (columns[0] ?? 0) + 1 };
        assert.deepEqual(nearestWindow(trace, corner), { row, column });
      }),
    );
  });

  test("snaps a corner between two windows to the nearer one", () => {
    assert.deepEqual(nearestWindow(trace, { row: 0.9, column: 1.6 }), { row: 0, column: 1 });
    assert.deepEqual(nearestWindow(trace, { row: 1.1, column: 1.4 }), { row: 1, column: 0 });
  });

  test("keeps to the outermost window however far away the corner is", () => {
    const { outputSize } = geometry;
    assert.deepEqual(nearestWindow(trace, { row: -50, column: -0.1 }), { row: 0, column: 0 });
    assert.deepEqual(nearestWindow(trace, { row: 99, column: 99 }), {
      row: outputSize[0] - 1,
      column: outputSize[1] - 1,
    });
  });
});

describe("cornerOf(trace, place)", () => {
  const walk = { size: /** @type {[number, number]} */ ([5, 6]), padding: 1 };
  const scatter = scattered({ ...walk, kernelSize: [3, 2], stride: [3, 1], dilation: [1, 2] });
  const gather = walked({ ...walk, kernelSize: [3, 2], stride: [1, 2] });

  test("counts the cells of the padded input, or of the output with what is cropped around it", () => {
    assert.deepEqual(cornerOf(gather, { row: 2, column: 1 }), { row: 2, column: 2 });
    assert.deepEqual(cornerOf(scatter, { row: 2, column: 1 }), { row: 6, column: 1 });
  });

  test("is where nearestWindow finds the kernel again, in both pictures", () => {
    for (const trace of [gather, scatter]) {
      const [rows, columns] = trace.geometry.walkSize ?? trace.geometry.outputSize;
      for (let row = 0; row < rows; row += 1) {
        for (let column = 0; column < columns; column += 1) {
          const corner = cornerOf(trace, { row, column });
          const near = { row: corner.row + 0.4, column: corner.column - 0.4 };
          assert.deepEqual(nearestWindow(trace, near), { row, column });
        }
      }
    }
  });
});
