/**
 * Input and output as texts and kinds of cells.  app/stage.py says the same for the
 * first frame, which is on screen before any script runs.
 *
 * @typedef {import("./state.js").Trace} Trace
 * @typedef {import("./state.js").Step} Step
 * @typedef {import("../elements/number-grid.js").GridContent} GridContent
 */

import { valueText } from "../format/number.js";
import { isDense, join, labels, mapCells, oncePerTrace, shades, texts } from "./grid-parts.js";

/** The input before any patch is lit. */
const restingInput = oncePerTrace((trace) => {
  const { paddedInput, geometry, precision } = trace;
  const { top, bottom, left, right } = geometry.padding;
  const placeOf = placesInInput(geometry);
  return {
    rowLabels: labels(geometry.inputSize[0], top, bottom),
    columnLabels: labels(geometry.inputSize[1], left, right),
    texts: texts(paddedInput, precision.decimals),
    kinds: mapCells(paddedInput, (_, row, column) => placeOf(row, column)),
    tags: mapCells(paddedInput, () => ""),
    ...(isDense(trace) && { shades: shades(paddedInput) }),
  };
});

/**
 * The input with its padding, the patch lit and tagged with the weights.  Rows
 * without a patch are the same arrays at every step.
 *
 * @param {Trace} trace
 * @param {Step} step
 * @returns {GridContent}
 */
export function inputGrid(trace, step) {
  const resting = restingInput(trace);
  const top = trace.geometry.padding.top;
  const rows = new Set(step.window.rows.map((index) => index + top));
  const weightOn = weightsOnInput(trace, step);
  const isLit = (/** @type {number} */ row, /** @type {number} */ column) =>
    weightOn(row, column) !== undefined;
  return {
    ...resting,
    kinds: resting.kinds.map((kinds, row) =>
      rows.has(row)
        ? kinds.map((kind, column) => join(kind, isLit(row, column) && "patch"))
        : kinds,
    ),
    tags: resting.tags.map((tags, row) =>
      rows.has(row)
        ? tags.map((tag, column) => (isLit(row, column) ? `×${weightOn(row, column)}` : tag))
        : tags,
    ),
  };
}

/**
 * Which weight lies on a cell of the padded input; undefined where none does.
 *
 * @param {Trace} trace
 * @param {Step} step
 * @returns {(row: number, column: number) => string | undefined}
 */
function weightsOnInput({ appliedKernel, geometry, precision }, step) {
  const weights = texts(appliedKernel, precision.decimals);
  const tapRow = tapAt(step.window.rows, geometry.padding.top);
  const tapColumn = tapAt(step.window.columns, geometry.padding.left);
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

/** The output when all of it is written, and its cells before anything is. */
const wholeOutput = oncePerTrace((trace) => {
  const { output, geometry, precision, steps } = trace;
  const [rowCount, columnCount] = geometry.outputSize;
  return {
    rowLabels: labels(rowCount),
    columnLabels: labels(columnCount),
    texts: mapCells(output, (value, row, column) =>
      valueText(value, steps[row * columnCount + column]?.exact ?? precision.exact, precision),
    ),
    blank: /** @type {string[]} */ (Array(columnCount).fill("")),
    done: /** @type {string[]} */ (Array(columnCount).fill("done")),
    todo: /** @type {string[]} */ (Array(columnCount).fill("todo")),
    ...(isDense(trace) && { shades: shades(output) }),
  };
});

/**
 * The output: finished cells, the current one, and those that are still to come.
 * Only the current row is made anew at every step.
 *
 * @param {Trace} trace
 * @param {number} stepIndex
 * @param {boolean} isWritten  whether the current cell has its value
 * @returns {GridContent}
 */
export function outputGrid(trace, stepIndex, isWritten) {
  const { blank, done, todo, ...whole } = wholeOutput(trace);
  const [currentRow, currentColumn] = [
    Math.floor(stepIndex / blank.length),
    stepIndex % blank.length,
  ];
  const shownColumns = isWritten ? currentColumn + 1 : currentColumn;
  const nowTexts = (whole.texts[currentRow] ?? blank).map((text, column) =>
    column < shownColumns ? text : "",
  );
  const nowKinds = blank.map((_, column) => {
    if (column === currentColumn) return join("current", isWritten && "done");
    return column < currentColumn ? "done" : "todo";
  });

  /** @type {(row: number, before: string[], now: string[], after: string[]) => string[]} */
  const choose = (row, before, now, after) => {
    if (row < currentRow) return before;
    return row === currentRow ? now : after;
  };
  return {
    ...whole,
    texts: whole.texts.map((texts, row) => choose(row, texts, nowTexts, blank)),
    kinds: whole.texts.map((_, row) => choose(row, done, nowKinds, todo)),
  };
}
