/**
 * A step as a dot product of two flattened vectors, and as one row of the matrix that has
 * every patch as a row (im2col).  The values are those of the trace's steps.
 *
 * @typedef {import("./state.js").Trace} Trace
 * @typedef {import("./state.js").Step} Step
 * @typedef {import("./state.js").Kernel} Kernel
 * @typedef {import("./addresses.js").Order} Order
 * @typedef {import("../elements/number-grid.js").GridContent} GridContent
 */

import { valueText } from "../format/number.js";
import { addressText } from "./addresses.js";
import { join, mapCells, texts } from "./grid-parts.js";
import { symbolsOf } from "./symbols.js";

/** So many rows of the matrix are on screen, the current one never the outermost but at the ends. */
const ROWS_AT_MOST = 9;
const ROWS_PER_PAGE = ROWS_AT_MOST - 2;

/**
 * The weights of the current kernel and the current patch, each as one row.
 *
 * @param {Trace} trace
 * @param {Step} step
 * @param {Order} order  of the addresses above the columns
 * @returns {{ weights: GridContent, patch: GridContent }}
 */
export function vectorsOf(trace, step, order) {
  const kernel = kernelOf(trace, step);
  const columnLabels = symbolsOf(trace, step, order).terms.map(({ weight }) =>
    addressText("F", weight),
  );
  const row = (/** @type {string} */ label, /** @type {number[]} */ values) => ({
    rowLabels: [label],
    columnLabels,
    texts: texts([values], kernel.precision.decimals),
    kinds: mapCells([values], () => ""),
  });
  return { weights: row("k", kernel.applied.flat(2)), patch: row("p", step.patch.flat(2)) };
}

/**
 * The rows of the matrix around the current one, and what each makes with the kernel.
 *
 * @param {Trace} trace
 * @param {Step} step
 * @param {boolean} isWritten  whether the current output has its value
 * @returns {{ matrix: GridContent, products: GridContent }}
 */
export function matrixOf(trace, step, isWritten) {
  const { precision } = kernelOf(trace, step);
  const rows = rowsAround(trace, step);
  const shared = { rowLabels: rows.map((each) => String(rowOf(trace, each) + 1)) };
  const now = (/** @type {Step} */ { index }) => index === step.index && "now";
  const isDone = (/** @type {Step} */ { index }) => index < step.index + Number(isWritten);
  const patches = rows.map(({ patch }) => patch.flat(2));
  return {
    matrix: {
      ...shared,
      columnLabels: (patches[0] ?? []).map((_, index) => String(index + 1)),
      texts: texts(patches, precision.decimals),
      kinds: rows.map((each, row) => (patches[row] ?? []).map(() => join(now(each)))),
    },
    products: {
      ...shared,
      columnLabels: ["O"],
      texts: rows.map((each) => [isDone(each) ? valueText(each.value, each.exact, precision) : ""]),
      kinds: rows.map((each) => [join(isDone(each) ? "done" : "todo", now(each))]),
    },
  };
}

/** @type {(trace: Trace, step: Step) => Kernel} */
function kernelOf({ kernels }, { output }) {
  return /** @type {Kernel} */ (kernels[output.channel]);
}

/**
 * The row that a step has in the matrix: every kernel starts again at the first patch.
 *
 * @param {Trace} trace
 * @param {Step} step
 */
function rowOf({ geometry }, { index }) {
  return index % (geometry.outputSize[0] * geometry.outputSize[1]);
}

/** @type {(trace: Trace, step: Step) => Step[]} */
function rowsAround(trace, step) {
  const [height, width] = trace.geometry.outputSize;
  const row = rowOf(trace, step);
  const last = Math.max(height * width - ROWS_AT_MOST, 0);
  const page = Math.floor((row - 1) / ROWS_PER_PAGE) * ROWS_PER_PAGE;
  const start = step.index - row + Math.min(Math.max(page, 0), last);
  return trace.steps.slice(start, start + Math.min(ROWS_AT_MOST, height * width));
}
