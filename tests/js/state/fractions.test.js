import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isFraction, overOneDivisor } from "../../../static/js/state/fractions.js";

/**
 * One row of a kernel over its divisor, as an address writes it.
 *
 * @param {string} cells
 * @param {string} [divisor]
 */
function row(cells, divisor = "1") {
  const kernel = overOneDivisor([[cells.split(",")]], divisor);
  return `${kernel.channels[0]?.[0]?.join()}/${kernel.divisor}`;
}

test("isFraction(text) knows a number over a number, and nothing else", () => {
  for (const text of ["1/9", " 1 / 9 ", "-2.5/3", "−1/2", "1/-2", "4/2"])
    assert.ok(isFraction(text), text);
  for (const text of ["1", "/", "1/", "/9", "1/0", "1/2/3", "a/b", "1/9/", "", "1e999/2"])
    assert.ok(!isFraction(text), text);
});

describe("overOneDivisor(channels, divisor)", () => {
  test("keeps every kernel without a fraction as it is, cancelled or not", () => {
    assert.equal(row("2,4", "6"), "2,4/6");
    assert.equal(row("0.5,abc", "1"), "0.5,abc/1");
  });

  test("writes ninths as ones over 9, also when they are typed one after another", () => {
    assert.equal(row("1/9,1/9,1/9"), "1,1,1/9");
    assert.equal(row("1/9,1,1"), "1,9,9/9");
    assert.equal(row("1,1/9,9", "9"), "1,1,9/9");
  });

  test("finds the least divisor of mixed denominators", () => {
    assert.equal(row("1/4,1/6,1"), "3,2,12/12");
    assert.equal(row("2/4,0.5,-1/2"), "1,1,-1/2");
    assert.equal(row("1/2,2", "4"), "1,1/2");
    assert.equal(row("2/2,2,2", "2"), "1,1,1/1");
  });

  test("is exact where floating point is not", () => {
    assert.equal(row("1/3,0.1"), "10,3/30");
    assert.equal(row("1/999983,1e-7"), "10000000,999983/9999830000000");
    assert.equal(row("1/2,12345678901234567891"), "1,24691357802469135782/2");
  });

  test("has the sign on top, and a true minus is as good as a hyphen", () => {
    assert.equal(row("1/-3,−2/3"), "-1,-2/3");
  });

  test("makes one divisor for all channels", () => {
    const kernel = overOneDivisor([[["1/2"]], [["1/3"]]], "1");
    assert.deepEqual(kernel, { channels: [[["3"]], [["2"]]], divisor: "6" });
  });

  test("leaves what is no number for the server to refuse", () => {
    assert.equal(row("1/2,abc,9/0"), "1,abc,9/0/2");
  });
});
