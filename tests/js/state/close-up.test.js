import assert from "node:assert/strict";
import { test } from "node:test";
import { closeUpGrids } from "../../../static/js/state/close-up.js";
import { trace } from "./examples.js";

test("closeUpGrids(trace, step) is the part of each channel around the patch", () => {
  const step = /** @type {any} */ (trace.steps[0]);
  const [grid] = closeUpGrids(trace, step);
  assert.deepEqual(grid?.columnLabels, ["1", "2", "3"]);
  assert.deepEqual(grid?.rowLabels, ["1"]);
  assert.match(grid?.kinds[0]?.[0] ?? "", /patch/);
  assert.equal(grid?.kinds[0]?.[2]?.includes("patch"), false);
  assert.equal(grid?.texts[0]?.length, grid?.tags?.[0]?.length);
});
