/**
 * Drawing on the input: while Draw is on, every cell that the mouse or a finger is dragged over
 * gets one number.  A stroke is one change; its cells are shown at once.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 * @typedef {import("../elements/number-grid.js").NumberGrid} NumberGrid
 * @typedef {import("../elements/number-grid.js").Cell} Cell
 *
 * @typedef {object} Stroke
 * @property {NumberGrid} grid
 * @property {Cell[]} cells   as they lie on the screen
 * @property {string} text    what they become
 */

import { changeSettings } from "../state/settings-actions.js";
import { textAt, withCells } from "../state/editing.js";
import { cellText } from "../state/grid-edits.js";
import { trace } from "../state/selectors.js";
import { cellsBetween } from "../state/strokes.js";
import { element } from "./find.js";
import { placeOfCell } from "./places.js";

/** What a pointer does to a grid in other modes, and not in this one. */
const OTHERS = ["click", "dblclick", "pointerover"];

/**
 * @param {HTMLElement} stage
 * @param {HTMLElement} tools   where the switch and the number are
 * @param {(text: string) => void} say
 * @param {StepStore} store
 * @param {AbortSignal} signal
 */
export function mountDrawView(stage, tools, say, store, signal) {
  const field = /** @type {HTMLInputElement} */ (element(tools, ".draw-value input"));
  mountSwitch(stage, element(tools, ".draw"), signal);
  const redraw = mountStrokes(stage, () => cellText(field.value), say, store, signal);
  for (const other of OTHERS) {
    const keepQuiet = (/** @type {Event} */ event) => {
      if (inputUnder(stage, event)) event.stopPropagation();
    };
    stage.addEventListener(other, keepQuiet, { signal, capture: true });
  }
  // An answer is about the strokes before; the one that is being drawn stays.
  const clearDone = () => {
    clear(stage);
    redraw();
  };
  store.watch(trace, clearDone, signal);
  store.watch(
    (state) => state.problem,
    (problem) => problem && clearDone(),
    signal,
  );
}

/** @type {(stage: HTMLElement, textNow: () => string, say: (text: string) => void, store: StepStore, signal: AbortSignal) => () => void} */
function mountStrokes(stage, textNow, say, store, signal) {
  /** @type {Stroke | null} */
  let stroke = null;
  const begin = (/** @type {PointerEvent} */ event) => {
    const grid = inputUnder(stage, event);
    if (!grid || event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    stroke = { grid, cells: [], text: textNow() };
    extend(stroke, event, store);
  };
  const end = () => {
    if (stroke) finish(stroke, say, store);
    stroke = null;
  };
  const early = { signal, capture: true };
  stage.addEventListener("pointerdown", begin, early);
  stage.addEventListener("pointermove", (event) => stroke && extend(stroke, event, store), early);
  window.addEventListener("pointerup", end, { signal });
  window.addEventListener("pointercancel", end, { signal });
  return () => stroke && show(stroke);
}

/** @type {(stage: HTMLElement, button: HTMLElement, signal: AbortSignal) => void} */
function mountSwitch(stage, button, signal) {
  button.addEventListener(
    "click",
    () => {
      const isOn = stage.toggleAttribute("data-drawing");
      button.ariaPressed = String(isOn);
    },
    { signal },
  );
}

/**
 * The input under an event, while Draw is on.
 *
 * @param {HTMLElement} stage
 * @param {Event} event
 * @returns {NumberGrid | null}
 */
function inputUnder(stage, { target }) {
  if (!stage.hasAttribute("data-drawing")) return null;
  return /** @type {Element} */ (target).closest(".input-grid");
}

/**
 * @param {Stroke} stroke
 * @param {PointerEvent} event
 * @param {StepStore} store
 */
function extend(stroke, event, store) {
  const { grid, cells } = stroke;
  const cell = grid.cellUnder(event);
  if (!cell) return;
  const state = store.get();
  const last = cells.at(-1);
  for (const each of last ? cellsBetween(last, cell) : [cell]) {
    const place = placeOfCell(grid, each, state);
    if (!place || textAt(state, place) === null) continue;
    cells.push(each);
  }
  show(stroke);
}

/** @param {Stroke} stroke */
function show({ grid, cells, text }) {
  for (const each of cells) {
    const shown = grid.cellAt(each);
    if (shown) shown.dataset.drawn = text;
  }
  if (grid.hasAttribute("data-painted"))
    grid.marks = cells.map((each) => ({ ...each, look: "lit" }));
}

/** @type {(stroke: Stroke, say: (text: string) => void, store: StepStore) => void} */
function finish({ grid, cells, text }, say, store) {
  const state = store.get();
  const places = cells.flatMap((cell) => placeOfCell(grid, cell, state) ?? []);
  if (!places.length) return;
  changeSettings(store, withCells(state, places, text));
  const count = new Set(cells.map(({ row, column }) => `${row},${column}`)).size;
  say(`${count} ${count === 1 ? "cell" : "cells"} of the input set to ${text}.`);
}

/** @param {HTMLElement} stage */
function clear(stage) {
  for (const cell of stage.querySelectorAll("td[data-drawn]")) cell.removeAttribute("data-drawn");
}
