/**
 * The input around the patch, large enough to be read where the whole input is not.
 * app/stage/close_up.py says the same for the first frame.
 *
 * @typedef {import("./state.js").Trace} Trace
 * @typedef {import("./state.js").Step} Step
 * @typedef {import("../elements/number-grid.js").GridContent} GridContent
 */

import { inputGrids } from "./stage-grids.js";

/** Rows and columns that there is room for. */
const MOST_CELLS = 7;

/**
 * The part of each input channel with its patch, and a cell more on each side where there is one.
 *
 * @param {Trace} trace
 * @param {Step} step
 * @returns {GridContent[]}
 */
export function closeUpGrids(trace, step) {
  const { top, left } = trace.geometry.padding;
  const [first = []] = trace.paddedInput;
  const rows = part(step.window.rows, top, first.length);
  const columns = part(step.window.columns, left, first[0]?.length ?? 0);
  return inputGrids(trace, step).map(({ rowLabels, columnLabels, texts, kinds, tags = [] }) => ({
    rowLabels: rowLabels.slice(...rows),
    columnLabels: columnLabels.slice(...columns),
    texts: inner(texts, rows, columns),
    kinds: inner(kinds, rows, columns),
    tags: inner(tags, rows, columns),
  }));
}

/**
 * From where to where; as many cells at every step, so that nothing jumps.
 *
 * @param {number[]} patch  input indices under the taps
 * @param {number} before   padding in front
 * @param {number} size     of the padded input
 * @returns {[number, number]}
 */
function part(patch, before, size) {
  const [first, last] = [(patch[0] ?? 0) + before, (patch.at(-1) ?? 0) + before];
  const count = Math.min(last - first + 3, MOST_CELLS, size);
  const start = Math.min(Math.max(first - 1, 0), size - count);
  return [start, start + count];
}

/**
 * @param {string[][]} rows
 * @param {[number, number]} down
 * @param {[number, number]} across
 */
function inner(rows, down, across) {
  return rows.slice(...down).map((row) => row.slice(...across));
}
