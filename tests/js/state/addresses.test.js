import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  addressesOf,
  addressText,
  inputIndices,
  weightIndices,
} from "../../../static/js/state/addresses.js";

describe("addressText(letter, indices)", () => {
  test("writes single digits close together, as the lesson does", () => {
    assert.equal(addressText("I", [0, 2]), "I₀₂");
  });

  test("parts the indices where they could be read in two ways", () => {
    assert.equal(addressText("I", [1, 10]), "I₁,₁₀");
    assert.equal(addressText("I", [-1, 0]), "I₋₁,₀");
  });
});

describe("addressesOf(letter, rows, columns, order)", () => {
  test("names row and column, or x and y, which is column and row", () => {
    assert.deepEqual(addressesOf("F", [0, 1], [5], "rc"), [["F₀₅"], ["F₁₅"]]);
    assert.deepEqual(addressesOf("F", [0, 1], [5], "xy"), [["F₅₀"], ["F₅₁"]]);
  });
});

test("inputIndices(length, before) counts the padding below zero", () => {
  assert.deepEqual(inputIndices(4, 1), [-1, 0, 1, 2]);
});

test("weightIndices(geometry) turns with a flipped kernel", () => {
  const geometry = /** @type {any} */ ({ kernelSize: [2, 3], flip: false });
  assert.deepEqual(weightIndices(geometry), { rows: [0, 1], columns: [0, 1, 2] });
  assert.deepEqual(weightIndices({ ...geometry, flip: true }), {
    rows: [1, 0],
    columns: [2, 1, 0],
  });
});
