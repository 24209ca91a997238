/**
 * What belongs to a cell: the patch of an output cell, the outputs that use an input cell,
 * the cells that a weight multiplies.  All of it is looked up in the server's index tables.
 * scatter-links.js says the same of the scatter picture.
 *
 * A "tap" is a place in the patch, in the kernel beside it, in their products and in the
 * written-out sum of the current step.
 *
 * @typedef {import("./state.js").Trace} Trace
 * @typedef {import("./state.js").Step} Step
 * @typedef {"input" | "kernel" | "output" | "tap"} Part
 *
 * @typedef {object} Place
 * @property {Part} part
 * @property {number} channel  of the output: the number of its kernel
 * @property {number} row      counted with the padding of the input, or with what is cropped of a scattered output
 * @property {number} column
 *
 * @typedef {Place & { look: "linked" | "pointed" | "pinned", note?: string }} Link
 * @typedef {{ index: number, tap: number }} Use  a line of an index table, and the tap that is meant in it
 */

import { numberText } from "../format/number.js";
import { oncePerTrace } from "./grid-parts.js";

/**
 * @param {Trace} trace
 * @param {Step} step    the current one
 * @param {Place} place
 * @returns {Link[]}
 */
export function linksOf(trace, step, place) {
  return [{ ...place, look: "pointed" }, ...LINKED[place.part](trace, step, place)];
}

/**
 * @param {Place} one
 * @param {Place | null} other
 */
export function isSamePlace(one, other) {
  return (
    one.part === other?.part &&
    one.channel === other.channel &&
    one.row === other.row &&
    one.column === other.column
  );
}

/** @type {Record<Part, (trace: Trace, step: Step, place: Place) => Link[]>} */
const LINKED = { input: ofInput, kernel: ofWeight, output: ofOutput, tap: ofTap };

/** @type {(trace: Trace, step: Step, place: Place) => Link[]} */
function ofOutput({ geometry, kernels, paddedInput }, step, { channel, row, column }) {
  const cells = paddedCells(geometry, geometry.rowIndices[row], geometry.columnIndices[column]);
  const patch = paddedInput.flatMap((_, slice) =>
    cells.map((cell) => linked("input", slice, cell.row, cell.column)),
  );
  if (channel !== step.output.channel) return patch;
  const weights = (kernels[channel]?.applied ?? []).flatMap((rows, slice) =>
    rows.flatMap((values, tapRow) =>
      values.map((_, tapColumn) => linked("kernel", slice, tapRow, tapColumn)),
    ),
  );
  return [...patch, ...weights];
}

/** @type {(trace: Trace, step: Step, place: Place) => Link[]} */
function ofInput(trace, step, { channel, row, column }) {
  const { top, left } = trace.geometry.padding;
  const { rows, columns } = usesIn(trace);
  const rowUses = rows.get(row - top) ?? [];
  const columnUses = columns.get(column - left) ?? [];
  const uses = rowUses.flatMap((down) => columnUses.map((across) => ({ down, across })));
  const outputs = trace.kernels.flatMap(({ applied, precision }, kernel) =>
    uses.map(({ down, across }) => ({
      ...linked("output", kernel, down.index, across.index),
      note: noteOf(applied[channel]?.[down.tap]?.[across.tap], precision.decimals),
    })),
  );
  const tap = [step.window.rows.indexOf(row - top), step.window.columns.indexOf(column - left)];
  return [
    ...outputs,
    ...weightsOf(uses, channel),
    ...(tap.includes(-1) ? [] : [linked("tap", channel, tap[0] ?? 0, tap[1] ?? 0)]),
  ];
}

/** @type {(trace: Trace, step: Step, place: Place) => Link[]} */
function ofWeight({ geometry }, _step, { channel, row, column }) {
  const rows = geometry.rowIndices.map((indices) => indices[row] ?? 0);
  const columns = geometry.columnIndices.map((indices) => indices[column] ?? 0);
  const cells = paddedCells(geometry, rows, columns);
  return [
    ...cells.map((cell) => linked("input", channel, cell.row, cell.column)),
    linked("tap", channel, row, column),
  ];
}

/** @type {(trace: Trace, step: Step, place: Place) => Link[]} */
function ofTap({ geometry }, { window }, { channel, row, column }) {
  const cells = paddedCells(geometry, [window.rows[row] ?? 0], [window.columns[column] ?? 0]);
  return [
    ...cells.map((cell) => linked("input", channel, cell.row, cell.column)),
    linked("kernel", channel, row, column),
  ];
}

/**
 * @param {Part} part
 * @param {number} channel
 * @param {number} row
 * @param {number} column
 * @returns {Link}
 */
export function linked(part, channel, row, column) {
  return { part, channel, row, column, look: "linked" };
}

/**
 * Where rows and columns of the input meet, counted with the padding.
 *
 * @param {Trace["geometry"]} geometry
 * @param {number[]} [rows]
 * @param {number[]} [columns]
 */
function paddedCells({ padding }, rows = [], columns = []) {
  return rows.flatMap((row) =>
    columns.map((column) => ({ row: row + padding.top, column: column + padding.left })),
  );
}

/**
 * What is noted on a cell: the weight that it meets.
 *
 * @param {number | undefined} weight
 * @param {number} decimals
 */
export function noteOf(weight = 0, decimals) {
  return `×${numberText(weight, decimals)}`;
}

/**
 * The weights that are meant by some uses, each once.
 *
 * @param {{ down: Use, across: Use }[]} uses
 * @param {number} channel
 * @returns {Link[]}
 */
export function weightsOf(uses, channel) {
  const pairs = uses.map(({ down, across }) => /** @type {const} */ ([down.tap, across.tap]));
  const unique = new Map(pairs.map((pair) => [String(pair), pair]));
  return [...unique.values()].map(([row, column]) => linked("kernel", channel, row, column));
}

/** The index tables the other way round: which outputs use an input row or column. */
const usesIn = oncePerTrace(({ geometry }) => ({
  rows: usesOf(geometry.rowIndices),
  columns: usesOf(geometry.columnIndices),
}));

/**
 * An index table the other way round.
 *
 * @param {number[][]} table  for each output index, the input indices under the taps; scattered, vice versa
 * @returns {Map<number, Use[]>}
 */
export function usesOf(table) {
  /** @type {Map<number, Use[]>} */
  const uses = new Map();
  table.forEach((indices, line) =>
    indices.forEach((index, tap) => {
      uses.set(index, [...(uses.get(index) ?? []), { index: line, tap }]);
    }),
  );
  return uses;
}
