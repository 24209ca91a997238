/**
 * Writing into the grids: a cell that is typed into, a block that is pasted, and what is said
 * about it.  A text that the server refuses marks its cell, and is there again when the cell is
 * opened; what is on screen stays.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 * @typedef {import("../state/state.js").Settings} Settings
 * @typedef {import("../elements/number-grid.js").NumberGrid} NumberGrid
 * @typedef {import("../elements/cell-editor.js").CellEditor} CellEditor
 * @typedef {import("../state/editing.js").Place} Place
 */

import { changeSettings } from "../state/settings-actions.js";
import { readBlock } from "../state/block-text.js";
import { placeName, refusedPlaces, textAt, withBlock } from "../state/editing.js";
import { cellText } from "../state/grid-edits.js";
import { trace } from "../state/selectors.js";
import { cellElement, cellOfPlace, gridOfPlace, placeOfCell } from "./places.js";

/**
 * @param {HTMLElement} stage
 * @param {(text: string) => void} say  what has been done, once it is on screen
 * @param {StepStore} store
 * @param {AbortSignal} signal
 */
export function mountEditingView(stage, say, store, signal) {
  stage.addEventListener("edit-start", (event) => start(event, store), { signal });
  stage.addEventListener("edit-commit", (event) => commit(stage, event, say, store), { signal });
  stage.addEventListener("paste", (event) => paste(event, say, store), { signal });
  const mark = () => markRefused(stage, store);
  store.watch((state) => state.problem, mark, signal);
  store.watch(trace, mark, signal);
}

/** @type {(event: any, store: StepStore) => void} */
function start({ target: editor, detail: { cell, typed } }, store) {
  const state = store.get();
  const place = placeOfCell(editor.closest("number-grid"), cell, state);
  const text = place && textAt(state, place);
  if (place && text !== null) editor.open(cell, text, placeName(state, place), typed);
}

/** @type {(stage: HTMLElement, event: any, say: (text: string) => void, store: StepStore) => void} */
function commit(stage, { target: editor, detail: { cell, text, move } }, say, store) {
  const state = store.get();
  const place = placeOfCell(editor.closest("number-grid"), cell, state);
  if (!place || textAt(state, place) === null) return;
  if (text !== null) {
    const written = cellText(text);
    changeSettings(store, withBlock(state, place, [[written]]));
    say(`${placeName(state, place)} set to ${written}.`);
  }
  if (move) focusBeside(stage, place, move, store);
}

/**
 * Go on to a neighbour; at the edge, stay.
 *
 * @param {HTMLElement} stage
 * @param {Place} place
 * @param {{ row: number, column: number }} move
 * @param {StepStore} store
 */
function focusBeside(stage, place, move, store) {
  const state = store.get();
  const next = { ...place, row: place.row + move.row, column: place.column + move.column };
  const target = textAt(state, next) === null ? place : next;
  gridOfPlace(stage, target)?.focusCell(cellOfPlace(target, state));
}

/** @type {(event: ClipboardEvent, say: (text: string) => void, store: StepStore) => void} */
function paste(event, say, store) {
  const text = event.clipboardData?.getData("text/plain").trim() ?? "";
  const state = store.get();
  const place = text && placeUnder(/** @type {Element} */ (event.target), text, state);
  if (!place || textAt(state, place) === null) return;
  event.preventDefault();
  const block = readBlock(text);
  changeSettings(store, withBlock(state, place, block));
  say(`${block.length} by ${block[0]?.length} cells pasted from ${placeName(state, place)} on.`);
}

/**
 * Where a text is pasted; a single number in the field of a cell is the field's own matter.
 *
 * @param {Element} target
 * @param {string} text
 * @param {import("../state/state.js").State} state
 */
function placeUnder(target, text, state) {
  if (target.closest("input") && !/[\t\n]/.test(text)) return null;
  const grid = /** @type {NumberGrid | null} */ (target.closest("number-grid"));
  return grid && placeOfCell(grid, grid.current, state);
}

/**
 * @param {HTMLElement} stage
 * @param {StepStore} store
 */
function markRefused(stage, store) {
  for (const cell of stage.querySelectorAll("td[aria-invalid]")) {
    cell.removeAttribute("aria-invalid");
    cell.removeAttribute("aria-describedby");
  }
  for (const place of refusedPlaces(store.get())) {
    const cell = cellElement(stage, place, store.get());
    cell?.setAttribute("aria-invalid", "true");
    cell?.setAttribute("aria-describedby", `problem-${place.part}`);
  }
}
