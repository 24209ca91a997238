/**
 * Point at a cell, and everything that belongs to it is lit; choose it, and it stays lit until
 * Escape, or until it is chosen once more.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 * @typedef {import("../state/state.js").State} State
 * @typedef {import("../state/links.js").Part} Part
 * @typedef {import("../state/links.js").Place} Place
 * @typedef {import("../elements/number-grid.js").NumberGrid} NumberGrid
 */

import { indexOf, placeOf } from "../state/grid-parts.js";
import { litLinks, litPlace, pin, pointAt, release } from "../state/pointing.js";
import { currentStep, stepIndex } from "../state/selectors.js";

/** @type {Record<string, Part>} What the cells of each grid are. */
const PARTS = {
  "input-grid": "input",
  "kernel-grid": "kernel",
  "output-grid": "output",
  "patch-grid": "tap",
  "applied-kernel-grid": "tap",
  "products-grid": "tap",
};

/**
 * @param {HTMLElement} root
 * @param {StepStore} store
 * @param {AbortSignal} signal
 */
export function mountLinksView(root, store, signal) {
  root.addEventListener("cell-point", (event) => pointAt(store, placeIn(event, store.get())), {
    signal,
  });
  root.addEventListener(
    "cell-choose",
    (event) => {
      const place = placeIn(event, store.get());
      if (place) pin(store, place);
    },
    { signal },
  );
  const show = () => showLinks(root, store.get());
  store.watch(litPlace, show, signal);
  store.watch((state) => state.pinned, show, signal);
  store.watch(currentStep, show, signal);
  releaseOther(store, signal);
}

/**
 * A pinned cell that has a step of its own is let go when that is no longer the current one.
 *
 * @param {StepStore} store
 * @param {AbortSignal} signal
 */
function releaseOther(store, signal) {
  store.watch(
    stepIndex,
    () => {
      const { pinned, trace, player } = store.get();
      const walked = trace.picture === "scatter" ? "input" : "output";
      if (pinned?.part === walked && indexOf(trace, pinned) !== player.step) release(store);
    },
    signal,
  );
}

/**
 * @param {any} event
 * @param {State} state
 * @returns {Place | null}
 */
function placeIn({ target, detail }, state) {
  const first = firstPlace(target, state);
  if (!first || !detail) return null;
  return { ...first, row: first.row + detail.row, column: first.column + detail.column };
}

/**
 * What the first cell of a grid is.  The one value of a scatter step is its input cell.
 *
 * @param {NumberGrid} grid
 * @param {State} state
 * @returns {Place | null}
 */
function firstPlace(grid, { trace, player }) {
  const name = grid.classList[0] ?? "";
  if (trace.picture === "scatter" && name === "patch-grid") {
    return { ...placeOf(trace, player.step), part: "input" };
  }
  const part = PARTS[name];
  return part ? { part, channel: channelOf(grid), row: 0, column: 0 } : null;
}

/** @param {NumberGrid} grid */
function channelOf(grid) {
  return Number(
    /** @type {HTMLElement} */ (grid.closest(".channel-pieces") ?? grid).dataset.channel,
  );
}

/**
 * @param {HTMLElement} root
 * @param {State} state
 */
function showLinks(root, state) {
  const links = litLinks(state);
  for (const grid of /** @type {NodeListOf<NumberGrid>} */ (root.querySelectorAll("number-grid"))) {
    const first = firstPlace(grid, state);
    grid.marks = links
      .filter(({ part, channel }) => part === first?.part && channel === first.channel)
      .map((link) => ({
        ...link,
        row: link.row - (first?.row ?? 0),
        column: link.column - (first?.column ?? 0),
      }));
  }
}
