import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { piecesOf } from "../../../static/js/state/expression.js";

/** @type {(expression: string, kind: string) => string[][]} */
function texts(expression, kind) {
  return piecesOf(expression).flatMap((piece) => (piece.kind === kind ? [piece.texts] : []));
}

describe("piecesOf(expression)", () => {
  const divided = "(5·1 + 8·(−0.5)) / 9 + (−2) ≈ −1.89";

  test("finds the two operands of every term, and the value", () => {
    assert.deepEqual(texts(divided, "term"), [["5", "1"], ["8", "(−0.5)"]]); // prettier-ignore
    assert.deepEqual(texts(divided, "outcome"), [["≈ ", "−1.89"]]);
  });

  test("loses no letter", () => {
    for (const expression of [divided, "2·3 = 6", "(1·1 + 2·2) / 4 = 5 / 4 = 1.25"]) {
      const pieces = piecesOf(expression);
      const whole = pieces.map(({ kind, texts }) => texts.join(kind === "term" ? "·" : ""));
      assert.equal(whole.join(""), expression);
    }
  });
});
