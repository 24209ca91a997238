/**
 * The output of the scatter picture: totals that grow with every input cell, and around
 * them the cells that the padding crops.  app/stage/scatter.py says the same for the first frame.
 *
 * @typedef {import("./state.js").Trace} Trace
 * @typedef {import("../api/trace.js").Step} Step
 * @typedef {import("../elements/number-grid.js").GridContent} GridContent
 * @typedef {number[][]} Totals  with holes where nothing has been added yet
 */

import { numberText, valueText } from "../format/number.js";
import { join, labels } from "./grid-parts.js";
import { isDense } from "./stage-size.js";
import { rangesOf, toneOf } from "./tones.js";

/**
 * @param {Trace} trace
 * @param {number} stepIndex
 * @param {number} added       how many products of the current step are added
 * @param {boolean} isWritten
 * @returns {GridContent}
 */
export function scatterGrid(trace, stepIndex, added, isWritten) {
  const { geometry, kernels } = trace;
  const [down = 0, across = 0] = geometry.requestedPadding ?? [];
  const [rows, columns] = geometry.outputSize;
  const values = valuesAt(trace, stepIndex, added, isWritten);
  const lit = litCells(trace.steps[stepIndex], isWritten ? 0 : added);
  const isDone = isFinished(trace, stepIndex, isWritten);
  const precision = /** @type {import("../api/trace.js").Precision} */ (kernels[0]?.precision);

  /** @type {(row: number, column: number) => string} */
  const textAt = (row, column) => {
    const value = values[row]?.[column];
    if (value === undefined) return "";
    if (isDone) return valueText(value, precision.exact, precision);
    return numberText(value, precision.decimals);
  };
  /** @type {(row: number, column: number) => string} */
  const kindAt = (row, column) => {
    const isInside = row >= 0 && row < rows && column >= 0 && column < columns;
    const isTouched = textAt(row, column) !== "";
    return join(
      isInside ? (isTouched ? "done" : "todo") : "cropped",
      lit.get(`${row} ${column}`) ?? false,
    );
  };
  return {
    rowLabels: labels(rows, down, down),
    columnLabels: labels(columns, across, across),
    texts: around(geometry, textAt),
    kinds: around(geometry, kindAt),
    ...(isDense(trace) && { shades: shadesAt(trace, values) }),
  };
}

/**
 * What the grid shows as tones; a hole where it has no number.
 *
 * @param {Trace} trace
 * @param {number} stepIndex
 * @param {number} added
 * @param {boolean} isWritten
 * @returns {number[][]}
 */
export function scatterTones(trace, stepIndex, added, isWritten) {
  const values = valuesAt(trace, stepIndex, added, isWritten);
  const { output: range } = rangesOf(trace);
  const tones = around(trace.geometry, (row, column) => {
    const value = values[row]?.[column];
    return value === undefined ? undefined : toneOf(value, range);
  });
  return /** @type {number[][]} */ (tones);
}

/** @type {(trace: Trace, values: Totals) => number[][]} */
function shadesAt(trace, values) {
  const { least, most } = rangesOf(trace).output;
  const range = most - least || 1;
  return around(
    trace.geometry,
    (row, column) => ((values[row]?.[column] ?? least) - least) / range,
  );
}

/** @type {(trace: Trace, stepIndex: number, isWritten: boolean) => boolean} */
function isFinished({ stepCount }, stepIndex, isWritten) {
  return isWritten && stepIndex === stepCount - 1;
}

/**
 * The totals, and behind the last step what becomes of them.
 *
 * @param {Trace} trace
 * @param {number} stepIndex
 * @param {number} added
 * @param {boolean} isWritten
 * @returns {Totals}
 */
function valuesAt(trace, stepIndex, added, isWritten) {
  if (isFinished(trace, stepIndex, isWritten)) return trace.output[0] ?? [];
  return totalsAt(trace, stepIndex, added);
}

/**
 * A cell for each place of the output and of what is cropped around it.
 *
 * @template Part
 * @param {Trace["geometry"]} geometry
 * @param {(row: number, column: number) => Part} write
 * @returns {Part[][]}
 */
function around({ outputSize: [rows, columns], requestedPadding = [0, 0] }, write) {
  const [down, across] = requestedPadding;
  return Array.from({ length: rows + 2 * down }, (_, row) =>
    Array.from({ length: columns + 2 * across }, (__, column) =>
      write(row - down, column - across),
    ),
  );
}

/**
 * The totals after so many products of a step: the newest of each cell, by look-up.
 *
 * @param {Trace} trace
 * @param {number} stepIndex
 * @param {number} added
 * @returns {Totals}
 */
function totalsAt({ geometry, steps }, stepIndex, added) {
  /** @type {Totals} */
  const totals = Array.from({ length: geometry.outputSize[0] }, () => []);
  steps.slice(0, stepIndex + 1).forEach((step, index) => {
    const count = index < stepIndex ? Infinity : added;
    eachTap(step, (row, column, total, tap) => {
      const line = totals[row];
      if (line && tap < count && total !== null) line[column] = total;
    });
  });
  return totals;
}

/**
 * Which cells lie under the weights, and which of them is the newest.
 *
 * @param {Step | undefined} step
 * @param {number} added
 * @returns {Map<string, string>}
 */
function litCells(step, added) {
  /** @type {Map<string, string>} */
  const lit = new Map();
  if (step) {
    eachTap(step, (row, column, _, tap) => {
      lit.set(`${row} ${column}`, tap === added - 1 ? "target current" : "target");
    });
  }
  return lit;
}

/**
 * @param {Step} step
 * @param {(row: number, column: number, total: number | null, tap: number) => void} visit
 */
function eachTap({ targets, after }, visit) {
  targets?.rows.forEach((row, tapRow) => {
    targets.columns.forEach((column, tapColumn) => {
      const tap = tapRow * targets.columns.length + tapColumn;
      visit(row, column, after?.[tapRow]?.[tapColumn] ?? null, tap);
    });
  });
}

/**
 * Where the kernel lies on the output.
 *
 * @param {Trace} trace
 * @param {Step} step
 */
export function scatterFrame({ geometry }, { targets }) {
  const [down = 0, across = 0] = geometry.requestedPadding ?? [];
  const [top, height] = spanOf(targets?.rows);
  const [left, width] = spanOf(targets?.columns);
  return { row: top + down, column: left + across, rows: height, columns: width };
}

/**
 * The first of some indices, and how many cells there are from it to the last.
 *
 * @param {number[] | undefined} indices
 * @returns {[number, number]}
 */
function spanOf([first = 0, ...others] = []) {
  return [first, (others.at(-1) ?? first) - first + 1];
}
