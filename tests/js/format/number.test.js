import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { numberText, spoken, valueText } from "../../../static/js/format/number.js";

const precision = { valueDecimals: 4, roundedDecimals: 2 };

describe("numberText(value, decimals)", () => {
  test("writes a true minus sign", () => assert.equal(numberText(-2, 0), "−2"));
  test("drops zeros behind the point, and only those", () => {
    assert.equal(numberText(0.5, 4), "0.5");
    assert.equal(numberText(10, 2), "10");
    assert.equal(numberText(100, 0), "100");
  });
  test("never writes an exponent", () => {
    assert.equal(numberText(1e15, 0), "1000000000000000");
    assert.equal(numberText(0.0000001, 7), "0.0000001");
  });
  test("writes 0 for a negative zero and for what rounds to it", () => {
    assert.equal(numberText(-0, 0), "0");
    assert.equal(numberText(-0.001, 2), "0");
  });
});

describe("valueText(value, isExact, precision)", () => {
  test("writes an exact value in full", () =>
    assert.equal(valueText(1.6875, true, precision), "1.6875"));
  test("marks a rounded value", () => assert.equal(valueText(5 / 3, false, precision), "≈1.67"));
});

test("spoken(text) says what a voice would skip", () => {
  assert.equal(spoken("−2"), "minus 2");
  assert.equal(spoken("≈−1.67"), "about minus 1.67");
});
