import assert from "node:assert/strict";
import { describe, test } from "node:test";
import * as gridText from "../../../static/js/state/grid-text.js";

test("isName(text) tells names from numbers", () => {
  for (const name of ["demo", "random-signed", "box-3"]) assert.ok(gridText.isName(name), name);
  for (const text of ["1", "1,2;3,4", "abc,1", "-1", "1e5", ""])
    assert.ok(!gridText.isName(text), text);
});

test("readChannels and writeChannels are each other's inverse, whatever stands in a cell", () => {
  for (const text of ["1", "1,2;3,4", "1,-2.50;abc,", "1,0:0,1:1,1"]) {
    assert.equal(gridText.writeChannels(gridText.readChannels(text)), text);
  }
  assert.deepEqual(gridText.readChannels("1,2;3,4:5,6;7,8"), [
    [
      ["1", "2"],
      ["3", "4"],
    ],
    [
      ["5", "6"],
      ["7", "8"],
    ],
  ]);
});

test("readKernel and writeKernel keep a divisor, and 1 needs none", () => {
  assert.deepEqual(gridText.readKernel("1,2/9"), { channels: [[["1", "2"]]], divisor: "9" });
  for (const text of ["1,2/9", "1,2;3,4", "1:2/3"]) {
    assert.equal(gridText.writeKernel(gridText.readKernel(text)), text);
  }
  assert.equal(gridText.writeKernel({ channels: [[["1"]]], divisor: "1" }), "1");
});

test("kernelTexts(text) takes several kernels apart and leaves their channels alone", () => {
  assert.deepEqual(gridText.kernelTexts("1:2::sobel-x::3:4/5"), ["1:2", "sobel-x", "3:4/5"]);
});

describe("exactTexts(channels)", () => {
  test("gives texts that read back as the very same numbers", () => {
    const numbers = [0.1 + 0.2, -1e-7, 123456.789, 1e6, 0, -5];
    const texts = gridText.exactTexts([[numbers]])[0]?.[0] ?? [];
    assert.deepEqual(texts.map(Number), numbers);
  });
});

test("isSameShape(one, other) compares channels, rows and columns", () => {
  const shape = (/** @type {string} */ text) => gridText.readChannels(text);
  assert.ok(gridText.isSameShape(shape("1,2;3,4"), shape("5,6;7,8")));
  for (const other of ["1,2", "1;2", "1,2;3", "1,2;3,4:1,2;3,4"]) {
    assert.ok(!gridText.isSameShape(shape("1,2;3,4"), shape(other)), other);
  }
});
