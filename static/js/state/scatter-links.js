/**
 * What belongs to a cell in the scatter picture: the output cells that an input cell adds to, the
 * input cells that add to an output cell, the output cell that a weight's product goes to in the
 * current step.  All of it is looked up in the server's tables of targets.
 *
 * @typedef {import("./state.js").Trace} Trace
 * @typedef {import("./state.js").Step} Step
 * @typedef {import("./links.js").Part} Part
 * @typedef {import("./links.js").Place} Place
 * @typedef {import("./links.js").Link} Link
 */

import { oncePerTrace } from "./grid-parts.js";
import { linked, noteOf, usesOf, weightsOf } from "./links.js";
import { kernelPlaces } from "./windows.js";

/**
 * @param {Trace} trace
 * @param {Step} step    the current one
 * @param {Place} place
 * @returns {Link[]}
 */
export function scatterLinksOf(trace, step, place) {
  return [{ ...place, look: "pointed" }, ...LINKED[place.part](trace, step, place)];
}

/** @type {Record<Part, (trace: Trace, step: Step, place: Place) => Link[]>} */
const LINKED = { input: ofInput, kernel: ofWeight, output: ofOutput, tap: ofTap };

/** @type {(trace: Trace, step: Step, place: Place) => Link[]} */
function ofInput(trace, { output }, { row, column }) {
  const { rows, columns, top, left } = kernelPlaces(trace);
  const isCurrent = output.row === row && output.column === column;
  return weightsIn(trace).flatMap(({ note, tapRow, tapColumn }) => {
    const down = (rows[row]?.[tapRow] ?? 0) + top;
    const across = (columns[column]?.[tapColumn] ?? 0) + left;
    return [
      { ...linked("output", 0, down, across), note },
      linked("kernel", 0, tapRow, tapColumn),
      ...(isCurrent ? [linked("tap", 0, tapRow, tapColumn)] : []),
    ];
  });
}

/** @type {(trace: Trace, step: Step, place: Place) => Link[]} */
function ofOutput(trace, { output }, { row, column }) {
  const { top, left } = kernelPlaces(trace);
  const { applied, precision } = /** @type {import("./state.js").Kernel} */ (trace.kernels[0]);
  const adders = addersIn(trace);
  const columnAdders = adders.columns.get(column - left) ?? [];
  const uses = (adders.rows.get(row - top) ?? []).flatMap((down) =>
    columnAdders.map((across) => ({ down, across })),
  );
  const now = uses.filter(
    ({ down, across }) => down.index === output.row && across.index === output.column,
  );
  return [
    ...uses.map(({ down, across }) => ({
      ...linked("input", 0, down.index, across.index),
      note: noteOf(applied[0]?.[down.tap]?.[across.tap], precision.decimals),
    })),
    ...weightsOf(uses, 0),
    ...now.map(({ down, across }) => linked("tap", 0, down.tap, across.tap)),
  ];
}

/** @type {(trace: Trace, step: Step, place: Place) => Link[]} */
function ofWeight(trace, step, place) {
  return [...ofProduct(trace, step, place), { ...place, part: "tap", look: "linked" }];
}

/** @type {(trace: Trace, step: Step, place: Place) => Link[]} */
function ofTap(trace, step, place) {
  return [...ofProduct(trace, step, place), { ...place, part: "kernel", look: "linked" }];
}

/**
 * Where a product of the current step comes from and goes to.
 *
 * @type {(trace: Trace, step: Step, place: Place) => Link[]}
 */
function ofProduct(trace, { output, targets }, { row, column }) {
  const { top, left } = kernelPlaces(trace);
  return [
    linked("input", 0, output.row, output.column),
    linked("output", 0, (targets?.rows[row] ?? 0) + top, (targets?.columns[column] ?? 0) + left),
  ];
}

/** Every weight with its place, and what is noted on a cell that meets it. */
const weightsIn = oncePerTrace(({ kernels }) =>
  kernels.flatMap(({ applied: [rows = []], precision }) =>
    rows.flatMap((weights, tapRow) =>
      weights.map((weight, tapColumn) => ({
        note: noteOf(weight, precision.decimals),
        tapRow,
        tapColumn,
      })),
    ),
  ),
);

/** The tables of targets the other way round: which input rows and columns add to those of the output. */
const addersIn = oncePerTrace((trace) => {
  const { rows, columns } = kernelPlaces(trace);
  return { rows: usesOf(rows), columns: usesOf(columns) };
});
