/**
 * Point at a cell, and everything that belongs to it is lit; choose it, and it stays lit until
 * Escape, or until it is chosen once more.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 * @typedef {import("../state/state.js").State} State
 * @typedef {import("../state/links.js").Place} Place
 * @typedef {import("../elements/number-grid.js").NumberGrid} NumberGrid
 */

import { indexOf } from "../state/grid-parts.js";
import { litLinks, litPlace, pin, pointAt, release } from "../state/pointing.js";
import { currentStep, stepIndex } from "../state/selectors.js";

/** @type {Record<string, import("../state/links.js").Part>} What the cells of each grid are. */
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
  root.addEventListener("cell-point", (event) => pointAt(store, placeIn(event)), { signal });
  root.addEventListener(
    "cell-choose",
    (event) => {
      const place = placeIn(event);
      if (place) pin(store, place);
    },
    { signal },
  );
  const show = () => showLinks(root, store.get());
  store.watch(litPlace, show, signal);
  store.watch((state) => state.pinned, show, signal);
  store.watch(currentStep, show, signal);
  releaseOutput(store, signal);
}

/**
 * A pinned output cell is let go when its step is no longer the current one.
 *
 * @param {StepStore} store
 * @param {AbortSignal} signal
 */
function releaseOutput(store, signal) {
  store.watch(
    stepIndex,
    () => {
      const { pinned, trace, player } = store.get();
      if (pinned?.part === "output" && indexOf(trace, pinned) !== player.step) release(store);
    },
    signal,
  );
}

/**
 * @param {any} event
 * @returns {Place | null}
 */
function placeIn({ target, detail }) {
  const grid = /** @type {NumberGrid} */ (target);
  const part = partOf(grid);
  return part && detail ? { part, channel: channelOf(grid), ...detail } : null;
}

/** @param {NumberGrid} grid */
function partOf(grid) {
  return PARTS[grid.classList[0] ?? ""];
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
    const [part, channel] = [partOf(grid), channelOf(grid)];
    grid.marks = links.filter((link) => link.part === part && link.channel === channel);
  }
}
