import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { settledFor } from "../../../static/js/state/operations.js";

const settings = {
  operation: "conv2d",
  kernel: "sobel-x::sobel-y",
  bias: "0,1",
  padding: "same",
  output_padding: "1",
  channels: "2",
  border: "edge",
  flip: "1",
};

describe("settledFor(settings)", () => {
  test("takes away what a transposed convolution does not have", () => {
    assert.deepEqual(settledFor({ ...settings, operation: "conv_transpose2d" }), {
      operation: "conv_transpose2d",
      kernel: "sobel-x",
      bias: "0",
      padding: "valid",
      output_padding: "1",
      channels: "1",
      border: "zeros",
      flip: "0",
    });
  });

  test("keeps a padding that a transposed convolution can crop", () => {
    const padding = (/** @type {string} */ text) =>
      settledFor({ ...settings, operation: "conv_transpose2d", padding: text }).padding;
    assert.deepEqual(["2", "1,0", "0", "1,1,1,1"].map(padding), ["2", "1,0", "valid", "valid"]);
  });

  test("takes the output padding away from an ordinary convolution, and a padding of two numbers", () => {
    assert.deepEqual(settledFor(settings), { ...settings, output_padding: "0" });
    const pair = { ...settings, padding: "1,0" };
    assert.equal(settledFor(pair, "conv_transpose2d").padding, "valid");
    assert.equal(settledFor(pair).padding, "1,0", "what is typed is the server's to judge");
  });
});
