import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { kernelList, settingsOf } from "../../../static/js/state/kernel-list.js";

describe("kernelList(settings)", () => {
  test("gives each kernel its bias", () => {
    assert.deepEqual(kernelList({ kernel: "sobel-x::1,0:0,1/2", bias: "0,-1.5" }), [
      { kernel: "sobel-x", bias: "0" },
      { kernel: "1,0:0,1/2", bias: "-1.5" },
    ]);
  });

  test("gives a single bias to all kernels", () => {
    const biases = kernelList({ kernel: "a::b::c", bias: "2" }).map(({ bias }) => bias);
    assert.deepEqual(biases, ["2", "2", "2"]);
  });
});

describe("settingsOf(kernels)", () => {
  test("is the inverse, with one bias where all are the same", () => {
    assert.deepEqual(
      settingsOf([
        { kernel: "a", bias: "2" },
        { kernel: "b", bias: "2" },
      ]),
      { kernel: "a::b", bias: "2" },
    );
    const settings = { kernel: "a::b", bias: "0,1" };
    assert.deepEqual(settingsOf(kernelList(settings)), settings);
  });
});
