import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { rangesOf, tonesOf } from "../../../static/js/state/tones.js";
import { walked } from "./walks.js";

describe("tonesOf(stack, range)", () => {
  test("keeps zero in the middle, however far one side goes", () => {
    assert.deepEqual(tonesOf([[[-2, 0, 8]]], { least: -2, most: 8 }), [[[-0.25, 0, 1]]]);
    assert.deepEqual(tonesOf([[[-8, 2]]], { least: -8, most: 2 }), [[[-1, 0.25]]]);
  });

  test("has no shade to give where everything is zero", () => {
    assert.deepEqual(tonesOf([[[0]]], { least: 0, most: 0 }), [[[0]]]);
  });
});

test("rangesOf(trace) spans all channels, and the products of all steps", () => {
  const trace = walked({ size: [4, 4], kernelSize: [2, 2], channels: 2 });
  const steps = trace.steps.map((step, index) => ({ ...step, products: [[[-index, 3]]] }));
  const ranges = rangesOf({ ...trace, steps, output: [[[-5, 1]], [[7]]] });
  assert.deepEqual(ranges.input, { least: 0, most: 33 });
  assert.deepEqual(ranges.products, { least: -8, most: 3 });
  assert.deepEqual(ranges.output, { least: -5, most: 7 });
});
