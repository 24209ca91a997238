import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isSamePlace, linksOf } from "../../../static/js/state/links.js";
import { walked } from "./walks.js";

/** @typedef {import("../../../static/js/state/links.js").Place} Place */
/** @typedef {import("../../../static/js/state/links.js").Part} Part */
/** @typedef {import("../../../static/js/state/state.js").Trace} Trace */

const WALKS = {
  "the lesson": walked({ size: [6, 6], kernelSize: [3, 3] }),
  "padded, with strides": walked({ size: [5, 7], kernelSize: [2, 3], stride: [2, 3], padding: 1 }),
  dilated: walked({ size: [6, 5], kernelSize: [3, 2], dilation: [2, 3] }),
  "two channels, three kernels": walked({
    size: [3, 4],
    kernelSize: [2, 2],
    channels: 2,
    kernelCount: 3,
    padding: 1,
  }),
};

/**
 * Every pair of an input cell and an output cell that meet, found by walking through all steps.
 *
 * @param {Trace} trace
 */
function meetings(trace) {
  const { top, left } = trace.geometry.padding;
  return trace.steps.flatMap(({ output, window }) =>
    trace.paddedInput.flatMap((_, channel) =>
      window.rows.flatMap((row, tapRow) =>
        window.columns.map((column, tapColumn) => ({
          output: key({ part: "output", ...output }),
          input: key({ part: "input", channel, row: row + top, column: column + left }),
          kernel: key({ part: "kernel", channel, row: tapRow, column: tapColumn }),
          map: output.channel,
          weight: trace.kernels[output.channel]?.applied[channel]?.[tapRow]?.[tapColumn],
        })),
      ),
    ),
  );
}

/** @param {Place} place */
function key({ part, channel, row, column }) {
  return `${part} ${channel}: ${row}, ${column}`;
}

/** @param {string[]} keys */
function sorted(keys) {
  return [...new Set(keys)].sort();
}

/**
 * @param {Trace} trace
 * @param {Place} place
 * @param {Part} part
 */
function lit(trace, place, part) {
  const links = linksOf(trace, /** @type {any} */ (trace.steps[0]), place);
  return links.filter((link) => link.part === part && link.look === "linked");
}

/**
 * @param {Part} part
 * @param {number[][][]} stack
 * @returns {Place[]}
 */
function places(part, stack) {
  return stack.flatMap((rows, channel) =>
    rows.flatMap((values, row) => values.map((_, column) => ({ part, channel, row, column }))),
  );
}

for (const [name, trace] of Object.entries(WALKS)) {
  describe(`linksOf(trace, step, place): ${name}`, () => {
    const all = meetings(trace);

    test("an output cell lights its patch, and no cell beside it", () => {
      for (const place of places("output", trace.output)) {
        const patch = all.filter(({ output }) => output === key(place)).map(({ input }) => input);
        assert.deepEqual(sorted(lit(trace, place, "input").map(key)), sorted(patch));
      }
    });

    test("an input cell lights every output that uses it, with the weight it meets there", () => {
      for (const place of places("input", trace.paddedInput)) {
        const uses = all.filter(({ input }) => input === key(place));
        assert.deepEqual(
          lit(trace, place, "output")
            .map((link) => `${key(link)} ${link.note}`)
            .sort(),
          uses.map(({ output, weight }) => `${output} ×${weight}`).sort(),
        );
        assert.deepEqual(
          lit(trace, place, "kernel").map(key).sort(),
          sorted(uses.map(({ kernel }) => kernel)),
        );
      }
    });

    test("a weight lights every input cell that it multiplies, also in the padding", () => {
      for (const place of places("kernel", trace.kernels[0]?.applied ?? [])) {
        const cells = all.filter(({ kernel, map }) => map === 0 && kernel === key(place));
        assert.deepEqual(
          lit(trace, place, "input").map(key).sort(),
          sorted(cells.map(({ input }) => input)),
        );
      }
    });

    test("a term of the sum lights its input cell and its weight", () => {
      const first = all.filter(({ output }) => output === "output 0: 0, 0");
      for (const place of places("tap", trace.kernels[0]?.applied ?? [])) {
        const weight = key({ ...place, part: "kernel" });
        const met = first.find(({ kernel }) => kernel === weight);
        assert.deepEqual(lit(trace, place, "kernel").map(key), [weight]);
        assert.deepEqual(lit(trace, place, "input").map(key), [met?.input]);
      }
    });
  });
}

test("an output cell lights the weights only where its own kernel is on screen", () => {
  const trace = WALKS["two channels, three kernels"];
  const [own, other] = [0, 1].map((channel) =>
    lit(trace, { part: "output", channel, row: 0, column: 0 }, "kernel"),
  );
  assert.equal(own?.length, 8);
  assert.deepEqual(other, []);
});

test("an input cell under the kernel lights its term, any other cell none", () => {
  const trace = WALKS["the lesson"];
  const inside = lit(trace, { part: "input", channel: 0, row: 2, column: 1 }, "tap");
  assert.deepEqual(inside.map(key), ["tap 0: 2, 1"]);
  assert.deepEqual(lit(trace, { part: "input", channel: 0, row: 3, column: 1 }, "tap"), []);
});

test("isSamePlace(one, other) compares every part of a place", () => {
  /** @type {Place} */
  const place = { part: "input", channel: 0, row: 1, column: 2 };
  assert.equal(isSamePlace(place, { ...place }), true);
  assert.equal(isSamePlace(place, null), false);
  for (const change of [{ part: "kernel" }, { channel: 1 }, { row: 2 }, { column: 1 }]) {
    assert.equal(isSamePlace(place, /** @type {any} */ ({ ...place, ...change })), false);
  }
});
