/**
 * Addresses of cells, I₀₀ or F₀₁, counted from 0: by row and column, or by x and y.
 *
 * @typedef {import("./state.js").State} State
 * @typedef {import("./state.js").Trace} Trace
 * @typedef {"I" | "F" | "O"} Letter  input, filter (the kernel), output
 * @typedef {"rc" | "xy"} Order
 */

const SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";

/**
 * @param {number[]} indices  row and column
 * @param {Order} order
 * @returns {number[]}
 */
export function inOrder([row = 0, column = 0], order) {
  return order === "xy" ? [column, row] : [row, column];
}

/**
 * @param {Letter} letter
 * @param {number[]} indices  in the order in which they are written
 */
export function addressText(letter, indices) {
  const isPlain = indices.every((index) => index >= 0 && index <= 9);
  return letter + indices.map(subscript).join(isPlain ? "" : ",");
}

/** @param {number} index */
function subscript(index) {
  const digits = String(Math.abs(index)).replace(/\d/g, (digit) =>
    SUBSCRIPTS.charAt(Number(digit)),
  );
  return index < 0 ? `₋${digits}` : digits;
}

/**
 * The addresses of all cells where some rows and columns meet.
 *
 * @param {Letter} letter
 * @param {number[]} rows
 * @param {number[]} columns
 * @param {Order} order
 * @returns {string[][]}
 */
export function addressesOf(letter, rows, columns, order) {
  return rows.map((row) =>
    columns.map((column) => addressText(letter, inOrder([row, column], order))),
  );
}

/**
 * Rows or columns of the padded input as the input counts them: below 0 in front of it.
 *
 * @param {number} length
 * @param {number} before  padding in front
 */
export function inputIndices(length, before) {
  return Array.from({ length }, (_, index) => index - before);
}

/**
 * Rows and columns of the kernel as it was given: turned by 180°, its addresses turn with it.
 *
 * @param {Trace["geometry"]} geometry
 * @returns {{ rows: number[], columns: number[] }}
 */
export function weightIndices({ kernelSize, flip }) {
  const [rows, columns] = kernelSize.map((size) => [...Array(size).keys()]);
  const turned = (/** @type {number[]} */ indices = []) => (flip ? indices.toReversed() : indices);
  return { rows: turned(rows), columns: turned(columns) };
}
