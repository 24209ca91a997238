import assert from "node:assert/strict";
import { test } from "node:test";
import { closeUpGrids, closeUps } from "../../../static/js/state/close-up.js";
import { state, trace } from "./examples.js";

test("closeUpGrids(trace, step) is the part of each channel around the patch", () => {
  const step = /** @type {any} */ (trace.steps[0]);
  const [grid] = closeUpGrids(trace, step);
  assert.deepEqual(grid?.columnLabels, ["1", "2", "3"]);
  assert.deepEqual(grid?.rowLabels, ["1"]);
  assert.match(grid?.kinds[0]?.[0] ?? "", /patch/);
  assert.equal(grid?.kinds[0]?.[2]?.includes("patch"), false);
  assert.equal(grid?.texts[0]?.length, grid?.tags?.[0]?.length);
});

test("closeUps(state) shows the weights of a cell that is pointed at, on the outputs that use it", () => {
  const pointed = /** @type {const} */ ({ part: "input", channel: 0, row: 0, column: 1 });
  const player = { ...state.player, progress: 1, target: 1 };
  assert.deepEqual(
    closeUps({ ...state, player }).map(({ part }) => part),
    ["input"],
  );
  const [closeUp] = closeUps({ ...state, player, pointed });
  assert.equal(closeUp?.part, "output");
  assert.deepEqual(closeUp.content.texts, [["×−2", "×1"]]);
  const [beside] = closeUps({ ...state, player, pointed: { ...pointed, column: 0 } });
  assert.deepEqual(beside?.content.texts, [["×1", ""]]);
  assert.deepEqual(beside.content.kinds, [["weight", "todo"]]);
});

test("closeUps(state) leaves the close-up alone where no weight is noted", () => {
  const pointed = /** @type {const} */ ({ part: "output", channel: 0, row: 0, column: 1 });
  const [closeUp] = closeUps({ ...state, pointed });
  assert.equal(closeUp?.part, "input");
  assert.deepEqual(closeUps({ ...state, trace: { ...trace, steps: [] } }), []);
});
