import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { matrixOf, vectorsOf } from "../../../static/js/state/vectors.js";
import { walked } from "./walks.js";

/** @typedef {import("../../../static/js/state/state.js").Trace} Trace */
/** @typedef {import("../../../static/js/state/state.js").Step} Step */

const lesson = walked({ size: [6, 6], kernelSize: [3, 3] });
const stacked = walked({ size: [5, 5], kernelSize: [2, 2], channels: 2, kernelCount: 3 });

/** @type {(trace: Trace, index: number) => Step} */
function stepAt(trace, index) {
  return /** @type {Step} */ (trace.steps[index]);
}

describe("vectorsOf(trace, step, order)", () => {
  test("writes kernel and patch as rows, term under term", () => {
    const { weights, patch } = vectorsOf(lesson, stepAt(lesson, 6), "rc");
    assert.deepEqual(weights.texts, [["0", "1", "2", "10", "11", "12", "20", "21", "22"]]);
    assert.deepEqual(patch.texts, [["12", "13", "14", "22", "23", "24", "32", "33", "34"]]);
    assert.deepEqual(weights.columnLabels.slice(0, 4), ["F₀₀", "F₀₁", "F₀₂", "F₁₀"]);
  });

  test("puts one channel behind the other", () => {
    const { weights } = vectorsOf(stacked, stepAt(stacked, 16), "rc");
    assert.deepEqual(
      weights.texts[0]?.map(Number),
      [1000, 1001, 1010, 1011, 1100, 1101, 1110, 1111],
    );
  });
});

describe("matrixOf(trace, step, isWritten)", () => {
  for (const [name, trace] of Object.entries({ lesson, stacked })) {
    test(`shows nine patches at most, the current one lit and with its neighbours: ${name}`, () => {
      const rowCount = trace.geometry.outputSize[0] * trace.geometry.outputSize[1];
      for (const step of trace.steps) {
        const { matrix } = matrixOf(trace, step, true);
        const numbers = matrix.rowLabels.map(Number);
        const lit = matrix.kinds.flatMap((kinds, row) => (kinds.includes("now") ? [row] : []));
        assert.equal(matrix.texts.length, Math.min(9, rowCount));
        assert.equal(numbers[lit[0] ?? -1], (step.index % rowCount) + 1);
        assert.equal(lit.length, 1);
        assert.ok(numbers[0] === 1 || (lit[0] ?? 0) > 0);
        assert.ok(numbers.at(-1) === rowCount || (lit[0] ?? 0) < 8);
        const first = step.output.channel * rowCount + (numbers[0] ?? 0) - 1;
        assert.deepEqual(
          matrix.texts.map((texts) => texts.map(Number)),
          matrix.texts.map((_, row) => trace.steps[first + row]?.patch.flat(2)),
        );
      }
    });
  }

  test("shows what came out so far, and nothing that is still to come", () => {
    const { products } = matrixOf(lesson, stepAt(lesson, 2), false);
    assert.deepEqual(products.texts.flat().slice(0, 4), ["0", "1", "", ""]);
    assert.deepEqual(products.kinds.flat().slice(1, 4), ["done", "todo now", "todo"]);
    assert.equal(matrixOf(lesson, stepAt(lesson, 2), true).products.texts[2]?.[0], "2");
  });
});
