/**
 * Input and output as texts and kinds of cells, one grid for each channel.  app/stage/gather.py says the same for the
 * first frame, which is on screen before any script runs.
 *
 * @typedef {import("./state.js").Trace} Trace
 * @typedef {import("./state.js").Step} Step
 * @typedef {import("./state.js").Kernel} Kernel
 * @typedef {import("../elements/number-grid.js").GridContent} GridContent
 */

import { valueText } from "../format/number.js";
import { join, labels, mapCells, oncePerTrace, placeOf, shades, texts } from "./grid-parts.js";
import { isDense } from "./stage-size.js";

/** Names a row or column of zeros that stretches the input, which has no number. */
const INSERTED_LABEL = "·";

/** The channels of the input before any patch is lit. */
const restingInput = oncePerTrace((trace) => {
  const { paddedInput, geometry, kernels } = trace;
  const { top, bottom, left, right } = geometry.padding;
  const placeAt = placesInInput(geometry);
  const [rowAxis, columnAxis] = axesOf(geometry);
  const decimals = Math.max(...kernels.map(({ precision }) => precision.decimals));
  return paddedInput.map((rows) => ({
    rowLabels: stretchedLabels(rowAxis, top, bottom),
    columnLabels: stretchedLabels(columnAxis, left, right),
    texts: texts(rows, decimals),
    kinds: mapCells(rows, (_, row, column) => placeAt(row, column)),
    tags: mapCells(rows, () => ""),
    ...(isDense(trace) && { shades: shades(rows) }),
  }));
});

/**
 * The input with its padding, the patch lit and tagged with the weights.  Rows
 * without a patch are the same arrays at every step.
 *
 * @param {Trace} trace
 * @param {Step} step
 * @returns {GridContent[]}
 */
export function inputGrids(trace, step) {
  const top = trace.geometry.padding.top;
  const rows = new Set(step.window.rows.map((index) => index + top));
  return restingInput(trace).map((resting, channel) => {
    const weightOn = weightsOnInput(trace, step, channel);
    // Scattered, a cell meets the whole kernel, and no weight lies on it.
    const tagAt =
      trace.picture === "scatter"
        ? () => ""
        : (/** @type {number} */ row, /** @type {number} */ column) => tagOf(weightOn(row, column));
    return {
      ...resting,
      kinds: resting.kinds.map((kinds, row) =>
        rows.has(row)
          ? kinds.map((kind, column) => join(kind, weightOn(row, column) !== undefined && "patch"))
          : kinds,
      ),
      tags: resting.tags.map((tags, row) =>
        rows.has(row) ? tags.map((_, column) => tagAt(row, column)) : tags,
      ),
    };
  });
}

/** @param {string | undefined} weight */
function tagOf(weight) {
  return weight === undefined ? "" : `×${weight}`;
}

/**
 * Which weight lies on a cell of the padded input; undefined where none does.
 *
 * @param {Trace} trace
 * @param {Step} step
 * @param {number} channel  of the input
 * @returns {(row: number, column: number) => string | undefined}
 */
function weightsOnInput({ kernels, geometry }, step, channel) {
  const { applied, precision } = /** @type {Kernel} */ (kernels[step.output.channel]);
  const weights = texts(applied[channel] ?? [], precision.decimals);
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
function placesInInput(geometry) {
  const { padding, unreached } = geometry;
  const [rowAxis, columnAxis] = axesOf(geometry);
  const rows = new Set(unreached.rows);
  const columns = new Set(unreached.columns);
  const isInside = (/** @type {number} */ index, /** @type {Axis} */ { cells }) =>
    index >= 0 && index < cells;
  return (paddedRow, paddedColumn) => {
    const [row, column] = [paddedRow - padding.top, paddedColumn - padding.left];
    const isInput = isInside(row, rowAxis) && isInside(column, columnAxis);
    return join(
      !isInput && "padding",
      isInput && (row % rowAxis.gap || column % columnAxis.gap) !== 0 && "inserted",
      (rows.has(row) || columns.has(column)) && "unreached",
    );
  };
}

/**
 * The input by rows and columns: a transposed convolution stretches it, and then only
 * every gap-th cell is a number of it.
 *
 * @typedef {{ cells: number, gap: number }} Axis
 *
 * @param {Trace["geometry"]} geometry
 * @returns {[Axis, Axis]}
 */
function axesOf({ inputSize, stretchedSize, stride }) {
  const [rows, columns] = stretchedSize ?? inputSize;
  const [down, across] = stretchedSize ? stride : [1, 1];
  return [
    { cells: rows, gap: down },
    { cells: columns, gap: across },
  ];
}

/**
 * The numbers of the input's rows or columns; the zeros between them have none.
 *
 * @param {Axis} axis
 * @param {number} before  padding in front
 * @param {number} after   padding behind
 */
function stretchedLabels({ cells, gap }, before, after) {
  return labels(cells, before, after).map((label, index) => {
    const place = index - before;
    if (gap === 1 || place < 0 || place >= cells) return label;
    return place % gap ? INSERTED_LABEL : String(place / gap + 1);
  });
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

/** The output maps when all of them are written, and their cells before anything is. */
const wholeOutput = oncePerTrace((trace) => {
  const { output, geometry, kernels, steps } = trace;
  const [rowCount, columnCount] = geometry.outputSize;
  const rowOf = (/** @type {string} */ text) =>
    /** @type {string[]} */ (Array(columnCount).fill(text));
  return output.map((rows, channel) => {
    const { precision } = /** @type {Kernel} */ (kernels[channel]);
    const first = channel * rowCount * columnCount;
    return {
      rowLabels: labels(rowCount),
      columnLabels: labels(columnCount),
      texts: mapCells(rows, (value, row, column) => {
        const step = steps[first + row * columnCount + column];
        return valueText(value, step?.exact ?? precision.exact, precision);
      }),
      blank: rowOf(""),
      done: rowOf("done"),
      todo: rowOf("todo"),
      ...(isDense(trace) && { shades: shades(rows) }),
    };
  });
});

/**
 * The output maps: finished cells, the current one, and those that are still to come.
 * Only the current row is made anew at every step.
 *
 * @param {Trace} trace
 * @param {number} stepIndex
 * @param {boolean} isWritten  whether the current cell has its value
 * @returns {GridContent[]}
 */
export function outputGrids(trace, stepIndex, isWritten) {
  const current = placeOf(trace, stepIndex);
  return wholeOutput(trace).map(({ blank, done, todo, ...whole }, channel) => {
    const shownColumns = isWritten ? current.column + 1 : current.column;
    const nowTexts = (whole.texts[current.row] ?? blank).map((text, column) =>
      column < shownColumns ? text : "",
    );
    const nowKinds = blank.map((_, column) => {
      if (column === current.column) return join("current", isWritten && "done");
      return column < current.column ? "done" : "todo";
    });

    /** @type {(row: number, before: string[], now: string[], after: string[]) => string[]} */
    const choose = (row, before, now, after) => {
      const distance = channel - current.channel || row - current.row;
      if (distance === 0) return now;
      return distance < 0 ? before : after;
    };
    return {
      ...whole,
      texts: whole.texts.map((texts, row) => choose(row, texts, nowTexts, blank)),
      kinds: whole.texts.map((_, row) => choose(row, done, nowKinds, todo)),
    };
  });
}
