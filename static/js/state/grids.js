/**
 * The grids of the page as texts and kinds of cells.  app/stage.py says the same
 * for the first frame, which is on screen before any script runs.
 *
 * @typedef {import("./state.js").Trace} Trace
 * @typedef {import("./state.js").Step} Step
 * @typedef {import("../elements/number-grid.js").GridContent} GridContent
 */

import { numberText, valueText } from "../format/number.js";

/** More columns than this, side by side, and the cells are too small for digits. */
const MOST_COLUMNS_WITH_DIGITS = 75;

/**
 * Whether the cells of the stage are too small for digits, and show shades instead.
 *
 * @param {Pick<Trace, "paddedInput" | "appliedKernel" | "output">} trace
 */
export function isDense({ paddedInput, appliedKernel, output }) {
  const columns = [paddedInput, appliedKernel, output].map((rows) => rows[0]?.length ?? 0);
  return columns.reduce((sum, count) => sum + count, 0) > MOST_COLUMNS_WITH_DIGITS;
}

/**
 * Each value as a brightness, 0 for the smallest and 1 for the largest.
 *
 * @param {number[][]} rows
 */
function shades(rows) {
  const values = rows.flat();
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const range = most - least || 1;
  return rows.map((row) => row.map((value) => (value - least) / range));
}

/** Names a row or column of padding, which has no number. */
const PADDING_LABEL = "p";

/**
 * Row or column numbers from 1, as people count.
 *
 * @param {number} size
 * @param {number} before  padding in front
 * @param {number} after   padding behind
 */
function labels(size, before = 0, after = 0) {
  const numbers = Array.from({ length: size }, (_, index) => String(index + 1));
  const padding = (/** @type {number} */ length) => Array(length).fill(PADDING_LABEL);
  return [...padding(before), ...numbers, ...padding(after)];
}

/**
 * @param {number[][]} rows
 * @param {(value: number, row: number, column: number) => string} write
 */
function mapCells(rows, write) {
  return rows.map((values, row) => values.map((value, column) => write(value, row, column)));
}

/**
 * @param {number[][]} values
 * @param {number} decimals
 */
function texts(values, decimals) {
  return mapCells(values, (value) => numberText(value, decimals));
}

/**
 * @param {...(string | false)} kinds
 */
function join(...kinds) {
  return kinds.filter(Boolean).join(" ");
}

/**
 * The input with its padding, the patch lit and tagged with the weights.
 *
 * @param {Trace} trace
 * @param {Step | null} step
 * @returns {GridContent}
 */
export function inputGrid(trace, step) {
  const { paddedInput, geometry, precision } = trace;
  const { top, bottom, left, right } = geometry.padding;
  const weightOn = weightsOnInput(trace, step);
  const placeOf = placesInInput(geometry);
  return {
    rowLabels: labels(geometry.inputSize[0], top, bottom),
    columnLabels: labels(geometry.inputSize[1], left, right),
    texts: texts(paddedInput, precision.decimals),
    kinds: mapCells(paddedInput, (_, row, column) =>
      join(placeOf(row, column), weightOn(row, column) !== undefined && "patch"),
    ),
    tags: mapCells(paddedInput, (_, row, column) => {
      const weight = weightOn(row, column);
      return weight === undefined ? "" : `×${weight}`;
    }),
    ...(isDense(trace) && { shades: shades(paddedInput) }),
  };
}

/**
 * Which weight lies on a cell of the padded input; undefined where none does.
 *
 * @param {Trace} trace
 * @param {Step | null} step
 * @returns {(row: number, column: number) => string | undefined}
 */
function weightsOnInput({ appliedKernel, geometry, precision }, step) {
  const weights = texts(appliedKernel, precision.decimals);
  const tapRow = tapAt(step?.window.rows ?? [], geometry.padding.top);
  const tapColumn = tapAt(step?.window.columns ?? [], geometry.padding.left);
  return (row, column) => weights[tapRow.get(row) ?? -1]?.[tapColumn.get(column) ?? -1];
}

/**
 * Whether a cell of the padded input is padding, or input that no window reaches.
 *
 * @param {Trace["geometry"]} geometry
 * @returns {(row: number, column: number) => string}
 */
function placesInInput({ inputSize, padding, unreached }) {
  const rows = new Set(unreached.rows);
  const columns = new Set(unreached.columns);
  const isInside = (/** @type {number} */ index, /** @type {number} */ size) =>
    index >= 0 && index < size;
  return (paddedRow, paddedColumn) => {
    const [row, column] = [paddedRow - padding.top, paddedColumn - padding.left];
    return join(
      !(isInside(row, inputSize[0]) && isInside(column, inputSize[1])) && "padding",
      (rows.has(row) || columns.has(column)) && "unreached",
    );
  };
}

/**
 * Which tap lies on each padded row or column.
 *
 * @param {number[]} indices  input indices under the taps
 * @param {number} before     padding in front
 * @returns {Map<number, number>}
 */
function tapAt(indices, before) {
  return new Map(indices.map((index, tap) => [index + before, tap]));
}

/**
 * The weights as they lie on the input.
 *
 * @param {Trace} trace
 * @returns {GridContent}
 */
export function kernelGrid({ appliedKernel, precision }) {
  return {
    rowLabels: labels(appliedKernel.length),
    columnLabels: labels(appliedKernel[0]?.length ?? 0),
    texts: texts(appliedKernel, precision.decimals),
    kinds: mapCells(appliedKernel, () => ""),
  };
}

/**
 * The output: finished cells, the current one, and those that are still to come.
 *
 * @param {Trace} trace
 * @param {number} stepIndex
 * @param {boolean} isWritten  whether the current cell has its value
 * @returns {GridContent}
 */
export function outputGrid(trace, stepIndex, isWritten) {
  const { output, geometry, precision, steps } = trace;
  const [rowCount, columnCount] = geometry.outputSize;
  const indexOf = (/** @type {number} */ row, /** @type {number} */ column) =>
    row * columnCount + column;
  return {
    rowLabels: labels(rowCount),
    columnLabels: labels(columnCount),
    ...(isDense(trace) && { shades: shades(output) }),
    texts: mapCells(output, (value, row, column) => {
      const index = indexOf(row, column);
      const isShown = index < stepIndex || (index === stepIndex && isWritten);
      return isShown ? valueText(value, steps[index]?.exact ?? true, precision) : "";
    }),
    kinds: mapCells(output, (_, row, column) => {
      const index = indexOf(row, column);
      if (index === stepIndex) return join("current", isWritten && "done");
      return index < stepIndex ? "done" : "todo";
    }),
  };
}

/**
 * The patch on its own, beside the kernel.
 *
 * @param {Trace} trace
 * @param {Step | null} step
 * @returns {GridContent}
 */
export function patchGrid({ precision, appliedKernel }, step) {
  const patch = step?.patch ?? appliedKernel.map((row) => row.map(() => 0));
  return {
    rowLabels: labels(patch.length),
    columnLabels: labels(patch[0]?.length ?? 0),
    texts: texts(patch, precision.decimals),
    kinds: mapCells(patch, () => ""),
  };
}

/**
 * The products, as far as they are multiplied out and added.
 *
 * @param {Trace} trace
 * @param {Step | null} step
 * @param {number} shown  how many are multiplied out
 * @param {number} added  how many of those are added
 * @returns {GridContent}
 */
export function productsGrid({ precision, appliedKernel }, step, shown, added) {
  const products = step?.products ?? appliedKernel.map((row) => row.map(() => 0));
  const width = products[0]?.length ?? 0;
  return {
    rowLabels: labels(products.length),
    columnLabels: labels(width),
    texts: mapCells(products, (value, row, column) =>
      row * width + column < shown ? numberText(value, precision.decimals) : "",
    ),
    kinds: mapCells(products, (_, row, column) => {
      const index = row * width + column;
      if (index >= shown) return "todo";
      return join(index < added && "added", index === shown - 1 && added === 0 && "newest");
    }),
  };
}
