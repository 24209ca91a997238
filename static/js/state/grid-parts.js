/**
 * What the grids of the page are made of: labels, texts, kinds of cells.
 *
 * @typedef {import("./state.js").Trace} Trace
 */

import { numberText } from "../format/number.js";

/**
 * Where a step writes: map after map, each in raster order.
 *
 * @param {Trace} trace
 * @param {number} index  of the step, from 0
 */
export function placeOf({ geometry }, index) {
  const [rows, columns] = geometry.walkSize ?? geometry.outputSize;
  return {
    channel: Math.floor(index / (rows * columns)),
    row: Math.floor(index / columns) % rows,
    column: index % columns,
  };
}

/**
 * The step that writes a cell of the output: what placeOf answers, the other way round.
 *
 * @param {Trace} trace
 * @param {import("../api/trace.js").OutputCell} cell
 */
export function indexOf({ geometry }, { channel, row, column }) {
  const [rows, columns] = geometry.walkSize ?? geometry.outputSize;
  return (channel * rows + row) * columns + column;
}

/**
 * Each value as a brightness, 0 for the smallest and 1 for the largest.
 *
 * @param {number[][]} rows
 */
export function shades(rows) {
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
export function labels(size, before = 0, after = 0) {
  const numbers = Array.from({ length: size }, (_, index) => String(index + 1));
  const padding = (/** @type {number} */ length) => Array(length).fill(PADDING_LABEL);
  return [...padding(before), ...numbers, ...padding(after)];
}

/**
 * @param {number[][]} rows
 * @param {(value: number, row: number, column: number) => string} write
 */
export function mapCells(rows, write) {
  return rows.map((values, row) => values.map((value, column) => write(value, row, column)));
}

/**
 * @param {number[][]} values
 * @param {number} decimals
 */
export function texts(values, decimals) {
  return mapCells(values, (value) => numberText(value, decimals));
}

/**
 * @param {...(string | false)} kinds
 */
export function join(...kinds) {
  return kinds.filter(Boolean).join(" ");
}

/**
 * The part of a grid that no step changes, made once for each trace.
 *
 * @template Part
 * @param {(trace: Trace) => Part} make
 * @returns {(trace: Trace) => Part}
 */
export function oncePerTrace(make) {
  /** @type {WeakMap<Trace, Part>} */
  const made = new WeakMap();
  return (trace) => {
    const known = made.get(trace);
    if (known !== undefined) return known;
    const part = make(trace);
    made.set(trace, part);
    return part;
  };
}
