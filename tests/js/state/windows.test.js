import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { nearestWindow } from "../../../static/js/state/windows.js";
import { walked } from "./walks.js";

describe("nearestWindow(geometry, corner)", () => {
  const { geometry } = walked({
    size: [8, 8],
    kernelSize: [3, 3],
    stride: [2, 3],
    padding: 1,
  });

  test("finds each window at its own corner", () => {
    geometry.rowIndices.forEach((rows, row) =>
      geometry.columnIndices.forEach((columns, column) => {
        const corner = { row: (rows[0] ?? 0) + 1, column: (columns[0] ?? 0) + 1 };
        assert.deepEqual(nearestWindow(geometry, corner), { row, column });
      }),
    );
  });

  test("snaps a corner between two windows to the nearer one", () => {
    assert.deepEqual(nearestWindow(geometry, { row: 0.9, column: 1.6 }), { row: 0, column: 1 });
    assert.deepEqual(nearestWindow(geometry, { row: 1.1, column: 1.4 }), { row: 1, column: 0 });
  });

  test("keeps to the outermost window however far away the corner is", () => {
    const { outputSize } = geometry;
    assert.deepEqual(nearestWindow(geometry, { row: -50, column: -0.1 }), { row: 0, column: 0 });
    assert.deepEqual(nearestWindow(geometry, { row: 99, column: 99 }), {
      row: outputSize[0] - 1,
      column: outputSize[1] - 1,
    });
  });
});
