/**
 * Changing the numbers of a grid on screen: from the cells that are edited to the settings
 * that ask for them.  A named input or kernel becomes its numbers when one of them changes.
 *
 * @typedef {import("./state.js").State} State
 * @typedef {import("./state.js").Settings} Settings
 * @typedef {import("./grid-text.js").Rows} Rows
 * @typedef {import("./grid-text.js").Kernel} Kernel
 *
 * @typedef {"input" | "kernel"} Part
 * @typedef {{ part: Part, channel: number, row: number, column: number }} Place
 *   as the grid lies on the screen, counted from 0 and without padding
 */

import { overOneDivisor } from "./fractions.js";
import { laidOn, resized, sizeOf } from "./grid-edits.js";
import * as texts from "./grid-text.js";

/**
 * The texts of a grid as it lies on the screen, with what was typed and refused.
 *
 * @param {State} state
 * @param {Part} part
 * @returns {Kernel}
 */
export function gridOf(state, part) {
  if (part === "input") return { channels: inputOf(state), divisor: "1" };
  const { channels, divisor } = kernelOf(state, shownKernel(state));
  return { channels: turned(channels, state), divisor };
}

/**
 * @param {State} state
 * @param {Place} place
 * @returns {string | null} null where there is no such cell
 */
export function textAt(state, { part, channel, row, column }) {
  return gridOf(state, part).channels[channel]?.[row]?.[column] ?? null;
}

/**
 * A block of cells laid on a grid, its first cell on a place.
 *
 * @param {State} state
 * @param {Place} place
 * @param {Rows} block
 * @returns {Settings}
 */
export function withBlock(state, { part, channel, ...start }, block) {
  const { channels, divisor } = gridOf(state, part);
  return settingsFor(state, part, { channels: laidOn(channels, channel, start, block), divisor });
}

/**
 * Some cells of one channel set to a text.
 *
 * @param {State} state
 * @param {Place[]} places  at least one, all in the same grid
 * @param {string} text
 * @returns {Settings}
 */
export function withCells(state, places, text) {
  const { part } = /** @type {Place} */ (places[0]);
  const { channels, divisor } = gridOf(state, part);
  const changed = places.reduce(
    (all, { channel, ...start }) => laidOn(all, channel, start, [[text]]),
    channels,
  );
  return settingsFor(state, part, { channels: changed, divisor });
}

/**
 * More or fewer rows and columns, at the bottom and on the right.
 *
 * @param {State} state
 * @param {Part} part
 * @param {number} rows     how many more; negative for fewer
 * @param {number} columns
 * @returns {Settings}
 */
export function withSize(state, part, rows, columns) {
  const { channels, divisor } = gridOf(state, part);
  const [rowCount, columnCount] = sizeOf(channels);
  const next = resized(channels, Math.max(rowCount + rows, 1), Math.max(columnCount + columns, 1));
  return settingsFor(state, part, { channels: next, divisor });
}

/**
 * Where a problem points to, as places of the grids on the screen.
 *
 * @param {State} state
 * @returns {Place[]}
 */
export function refusedPlaces(state) {
  const pointers = state.problem?.errors.map(({ pointer }) => pointer.split("/").slice(1)) ?? [];
  return pointers.flatMap(([name, ...indices]) => {
    if (name !== "input" && name !== "kernel") return [];
    const [column, row, channel = 0] = indices.map(Number).reverse();
    if (row === undefined || column === undefined) return [];
    return [onScreen(state, { part: name, channel, row, column })];
  });
}

/**
 * A place in words.
 *
 * @param {State} state
 * @param {Place} place
 */
export function placeName({ trace }, { part, channel, row, column }) {
  const title = part === "input" ? "Input" : "Kernel";
  const within = trace.input.length > 1 ? ` channel ${channel + 1},` : "";
  return `${title}${within} row ${row + 1}, column ${column + 1}`;
}

/**
 * @param {State} state
 * @param {Part} part
 * @param {Kernel} grid  as it lies on the screen
 * @returns {Settings}
 */
export function settingsFor(state, part, grid) {
  if (part === "input") return { input: texts.writeChannels(grid.channels) };
  const { channels, divisor } = overOneDivisor(turned(grid.channels, state), grid.divisor);
  const all = allKernels(state);
  all[shownKernel(state)] = texts.writeKernel({ channels: withoutSlashes(channels), divisor });
  return { kernel: all.join("::") };
}

/** @param {State} state */
function inputOf({ settings, trace, isLoading }) {
  const exact = texts.exactTexts(trace.input);
  if (texts.isName(settings.input ?? "")) return exact;
  const typed = texts.readChannels(settings.input ?? "");
  return counts(typed, exact, isLoading) ? typed : exact;
}

/**
 * @param {State} state
 * @param {number} index
 * @returns {Kernel}
 */
function kernelOf({ settings, trace, isLoading }, index) {
  const { weights, divisor } = /** @type {import("./state.js").Kernel} */ (trace.kernels[index]);
  const exact = { channels: texts.exactTexts(weights), divisor: String(divisor) };
  const text = texts.kernelTexts(settings.kernel ?? "")[index] ?? "";
  if (texts.isName(text)) return exact;
  const typed = texts.readKernel(text);
  return counts(typed.channels, exact.channels, isLoading) ? typed : exact;
}

/**
 * Whether what was typed is what a change starts from: in the shape on screen; and in any other
 * as long as its answer is on its way, so that the first of two quick changes is not lost.
 *
 * @param {Rows[]} typed
 * @param {Rows[]} exact
 * @param {boolean} isLoading
 */
function counts(typed, exact, isLoading) {
  return texts.isSameShape(typed, exact) || (isLoading && texts.isStack(typed));
}

/**
 * The text of every kernel, those that nobody edits as they are.
 *
 * @param {State} state
 */
function allKernels(state) {
  const typed = texts.kernelTexts(state.settings.kernel ?? "");
  const { kernels } = state.trace;
  if (typed.length === kernels.length) return typed;
  return kernels.map((_, index) => texts.writeKernel(kernelOf(state, index)));
}

/** @param {State} state */
function shownKernel({ trace, player }) {
  return trace.steps[player.step]?.output.channel ?? 0;
}

/**
 * A flipped kernel lies on the screen turned by half a turn: the last cell first.
 *
 * @param {Rows[]} channels
 * @param {State} state
 */
function turned(channels, { trace }) {
  if (!trace.geometry.flip) return channels;
  return channels.map((rows) => rows.map((cells) => cells.toReversed()).toReversed());
}

/**
 * @param {State} state
 * @param {Place} place  as given
 * @returns {Place} as it lies on the screen
 */
function onScreen({ trace: { geometry } }, place) {
  if (place.part === "input" || !geometry.flip) return place;
  const [rows, columns] = geometry.kernelSize;
  return { ...place, row: rows - 1 - place.row, column: columns - 1 - place.column };
}

/**
 * What is left of a slash belongs to no number, and would be read as the divisor.
 *
 * @param {Rows[]} channels
 */
function withoutSlashes(channels) {
  return channels.map((rows) =>
    rows.map((cells) => cells.map((cell) => cell.replaceAll("/", " "))),
  );
}
