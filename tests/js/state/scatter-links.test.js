import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { scatterLinksOf } from "../../../static/js/state/scatter-links.js";
import { grid, scattered } from "./walks.js";

/** @typedef {import("../../../static/js/state/links.js").Place} Place */
/** @typedef {import("../../../static/js/state/links.js").Part} Part */
/** @typedef {import("../../../static/js/state/state.js").Trace} Trace */

const PADDING = 1;

const WALKS = {
  plain: scattered({ size: [3, 4], kernelSize: [2, 3], padding: PADDING }),
  "with strides": scattered({
    size: [3, 4],
    kernelSize: [3, 2],
    stride: [2, 3],
    padding: PADDING,
  }),
  dilated: scattered({
    size: [4, 3],
    kernelSize: [3, 2],
    stride: [2, 1],
    dilation: [2, 3],
    padding: PADDING,
  }),
};

/**
 * Every product of every step: where it comes from and where it goes, as the steps say it.
 *
 * @param {Trace} trace
 */
function products(trace) {
  return trace.steps.flatMap(({ output, targets }, step) =>
    (targets?.rows ?? []).flatMap((row, tapRow) =>
      (targets?.columns ?? []).map((column, tapColumn) => ({
        step,
        input: `input ${output.row}, ${output.column}`,
        output: `output ${row + PADDING}, ${column + PADDING}`,
        kernel: `kernel ${tapRow}, ${tapColumn}`,
        tap: `tap ${tapRow}, ${tapColumn}`,
        note: `×${10 * tapRow + tapColumn}`,
      })),
    ),
  );
}

/** @param {Place} place */
function key({ part, row, column }) {
  return `${part} ${row}, ${column}`;
}

/**
 * @param {Trace} trace
 * @param {number} step
 * @param {Place} place
 */
function lit(trace, step, place) {
  const [first, ...links] = scatterLinksOf(trace, /** @type {any} */ (trace.steps[step]), place);
  assert.deepEqual(first, { ...place, look: "pointed" });
  return links.map((link) => `${key(link)}${link.note ? ` ${link.note}` : ""}`).sort();
}

/**
 * @param {Part} part
 * @param {[number, number]} size
 * @returns {Place[]}
 */
function places(part, size) {
  return grid(size, () => 0).flatMap((cells, row) =>
    cells.map((_, column) => ({ part, channel: 0, row, column })),
  );
}

/** @param {string[]} keys */
function unique(keys) {
  return [...new Set(keys)].sort();
}

for (const [name, trace] of Object.entries(WALKS)) {
  describe(`scatterLinksOf(trace, step, place): ${name}`, () => {
    const all = products(trace);
    const now = 1;
    const { inputSize, kernelSize, outputSize } = trace.geometry;

    test("an input cell lights every output cell it adds to, with the weight it meets there", () => {
      for (const place of places("input", inputSize)) {
        const own = all.filter(({ input }) => input === key(place));
        const expected = own.flatMap(({ step, output, kernel, tap, note }) => [
          `${output} ${note}`,
          kernel,
          ...(step === now ? [tap] : []),
        ]);
        assert.deepEqual(lit(trace, now, place), expected.sort());
      }
    });

    test("an output cell, also a cropped one, lights the input cells that add to it, with the weight each meets", () => {
      const [rows, columns] = outputSize;
      for (const place of places("output", [rows + 2 * PADDING, columns + 2 * PADDING])) {
        const own = all.filter(({ output }) => output === key(place));
        const expected = own.flatMap(({ step, input, kernel, tap, note }) => [
          `${input} ${note}`,
          kernel,
          ...(step === now ? [tap] : []),
        ]);
        assert.deepEqual(lit(trace, now, place), unique(expected));
      }
    });

    test("a weight and its product light the cell that the current step reads, and the one it adds to", () => {
      for (const [part, other] of /** @type {const} */ ([
        ["kernel", "tap"],
        ["tap", "kernel"],
      ])) {
        for (const place of places(part, kernelSize)) {
          const own = all.find((each) => each.step === now && each[part] === key(place));
          assert.ok(own);
          assert.deepEqual(lit(trace, now, place), [own.input, own[other], own.output].sort());
        }
      }
    });
  });
}
