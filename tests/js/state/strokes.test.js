import assert from "node:assert/strict";
import { test } from "node:test";
import { cellsBetween } from "../../../static/js/state/strokes.js";

/** @type {(from: [number, number], to: [number, number]) => string} */
const way = ([row, column], [toRow, toColumn]) =>
  cellsBetween({ row, column }, { row: toRow, column: toColumn })
    .map((cell) => `${cell.row}${cell.column}`)
    .join(" ");

test("cellsBetween(from, to) leaves no gap on a straight or slanting way, in any direction", () => {
  assert.equal(way([0, 0], [0, 3]), "01 02 03");
  assert.equal(way([3, 3], [0, 0]), "22 11 00");
  assert.equal(way([0, 0], [4, 2]), "11 21 32 42");
});

test("cellsBetween(from, to) is empty within one cell", () => {
  assert.equal(way([2, 2], [2, 2]), "");
});
