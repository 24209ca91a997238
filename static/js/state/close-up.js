/**
 * A part of a grid, large enough to be read where the whole is not: the input around the patch, and
 * while somebody points at a cell, the cells that its weights are noted on.
 * app/stage/close_up.py says the same for the first frame.
 *
 * @typedef {import("./state.js").State} State
 * @typedef {import("./state.js").Trace} Trace
 * @typedef {import("./state.js").Step} Step
 * @typedef {import("./links.js").Link} Link
 * @typedef {import("../elements/number-grid.js").GridContent} GridContent
 *
 * @typedef {object} CloseUp
 * @property {GridContent} content
 * @property {"input" | "output"} part  of which grid
 */

import { litLinks, litPlace } from "./pointing.js";
import { addedProducts, currentStep, isWritten } from "./selectors.js";
import { scatterGrid } from "./scatter-grids.js";
import { inputGrids, outputGrids } from "./stage-grids.js";

/** Rows and columns that there is room for. */
const MOST_CELLS = 7;

/**
 * One for each input channel.
 *
 * @param {State} state
 * @returns {CloseUp[]} none while the step is not known
 */
export function closeUps(state) {
  const step = currentStep(state);
  if (!step) return [];
  const place = litPlace(state);
  const pointed = place?.part === "input" ? place.channel : 0;
  const noted = litLinks(state).filter(
    ({ note, part, channel }) => note && (part === "input" || channel === step.output.channel),
  );
  return closeUpGrids(state.trace, step).map((content, channel) =>
    noted.length && channel === pointed
      ? notedCloseUp(state, step, noted, content)
      : { content, part: "input" },
  );
}

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
  const rows = around(inGrid(step.window.rows, top), first.length);
  const columns = around(inGrid(step.window.columns, left), first[0]?.length ?? 0);
  return inputGrids(trace, step).map((grid) => inner(grid, rows, columns));
}

/**
 * The cells with notes, each with its note instead of its number, which would not fit beside it.
 *
 * @param {State} state
 * @param {Step} step
 * @param {Link[]} noted          at least one, all of them on the same grid
 * @param {GridContent} resting   what is shown otherwise; as large, so that nothing jumps
 * @returns {CloseUp}
 */
function notedCloseUp(state, step, noted, resting) {
  const part = noted[0]?.part === "output" ? "output" : "input";
  const whole = wholeGrid(state, step, part);
  const notes = new Map(noted.map(({ row, column, note }) => [`${row} ${column}`, note]));
  /** @type {(texts: string[][], write: (note: string) => string) => string[][]} */
  const withNotes = (texts, write) =>
    texts.map((line, row) =>
      line.map((text, column) => {
        const note = notes.get(`${row} ${column}`);
        return note === undefined ? text : write(note);
      }),
    );
  const content = {
    ...whole,
    texts: withNotes(whole.texts, (note) => note),
    kinds: withNotes(whole.kinds, () => "weight"),
    tags: [],
  };
  const { texts } = resting;
  const rows = amid(noted, "row", texts.length, whole.texts.length);
  const columns = amid(noted, "column", texts[0]?.length ?? 0, whole.texts[0]?.length ?? 0);
  return { content: inner(content, rows, columns), part };
}

/**
 * @param {State} state
 * @param {Step} step
 * @param {"input" | "output"} part
 * @returns {GridContent}
 */
function wholeGrid(state, step, part) {
  const { trace, player } = state;
  const outputs = () =>
    trace.picture === "scatter"
      ? [scatterGrid(trace, player.step, addedProducts(state), isWritten(state))]
      : outputGrids(trace, player.step, isWritten(state));
  const grids = part === "input" ? inputGrids(trace, step) : outputs();
  return /** @type {GridContent} */ (grids[part === "input" ? 0 : step.output.channel]);
}

/**
 * From the first to the last cell of a patch as its grid counts them.
 *
 * @param {number[]} patch  input indices under the taps
 * @param {number} before   padding in front
 * @returns {[number, number]}
 */
function inGrid(patch, before) {
  return [(patch[0] ?? 0) + before, (patch.at(-1) ?? 0) + before];
}

/**
 * From where to where; as many cells at every step, so that nothing jumps.
 *
 * @param {[number, number]} ends  the first and the last cell to show
 * @param {number} size            of the grid
 * @returns {[number, number]}
 */
function around([first, last], size) {
  const count = Math.min(last - first + 3, MOST_CELLS, size);
  return within(first - 1, count, size);
}

/**
 * So many rows or columns with the noted ones in their middle.
 *
 * @param {Link[]} noted
 * @param {"row" | "column"} axis
 * @param {number} wanted
 * @param {number} size
 * @returns {[number, number]}
 */
function amid(noted, axis, wanted, size) {
  const indices = noted.map((link) => link[axis]);
  const count = Math.min(wanted, size);
  const middle = (Math.min(...indices) + Math.max(...indices)) / 2;
  return within(Math.ceil(middle - count / 2), count, size);
}

/** @type {(start: number, count: number, size: number) => [number, number]} */
function within(start, count, size) {
  const first = Math.min(Math.max(start, 0), size - count);
  return [first, first + count];
}

/**
 * @param {GridContent} grid
 * @param {[number, number]} down
 * @param {[number, number]} across
 * @returns {GridContent}
 */
function inner({ rowLabels, columnLabels, texts, kinds, tags = [] }, down, across) {
  const cut = (/** @type {string[][]} */ rows) =>
    rows.slice(...down).map((row) => row.slice(...across));
  return {
    rowLabels: rowLabels.slice(...down),
    columnLabels: columnLabels.slice(...across),
    texts: cut(texts),
    kinds: cut(kinds),
    tags: cut(tags),
  };
}
