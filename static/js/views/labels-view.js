/**
 * The addresses in the corners of the cells, for whoever wants them.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 * @typedef {import("../state/state.js").State} State
 * @typedef {import("../state/addresses.js").Order} Order
 * @typedef {import("../elements/number-grid.js").NumberGrid} NumberGrid
 */

import { addressesOf, inputIndices, weightIndices } from "../state/addresses.js";
import { currentStep } from "../state/selectors.js";

/**
 * @param {HTMLElement} root
 * @param {StepStore} store
 * @param {AbortSignal} signal
 */
export function mountLabelsView(root, store, signal) {
  /** @type {(selector: string, addresses: string[][] | null) => void} */
  const write = (selector, addresses) => {
    for (const grid of root.querySelectorAll(selector)) {
      /** @type {NumberGrid} */ (grid).addresses = addresses;
    }
  };
  const showAll = () => {
    const { trace, view } = store.get();
    for (const [selector, addresses] of Object.entries(restingAddresses(trace, orderOf(view)))) {
      write(selector, addresses);
    }
  };
  const showPatch = () => write(".patch-grid", patchAddresses(store.get()));

  store.watch(({ trace }) => trace, showAll, signal);
  store.watch(({ view }) => view.labels, showAll, signal);
  store.watch(currentStep, showPatch, signal);
  store.watch(({ view }) => view.labels, showPatch, signal);
}

/**
 * @param {State["view"]} view
 * @returns {Order | null} null where no addresses are wanted
 */
function orderOf({ labels }) {
  return labels === "rc" || labels === "xy" ? labels : null;
}

/**
 * What stays the same at every step.
 *
 * @param {State["trace"]} trace
 * @param {Order | null} order
 * @returns {Record<string, string[][] | null>} by selector
 */
function restingAddresses({ geometry, paddedInput, picture }, order) {
  const selectors = [".input-grid", ".kernel-grid, .applied-kernel-grid", ".output-grid"];
  if (!order) return Object.fromEntries(selectors.map((selector) => [selector, null]));
  const [rows = []] = paddedInput;
  const weights = weightIndices(geometry);
  const grids = [
    addressesOf(
      "I",
      inputIndices(rows.length, geometry.padding.top),
      inputIndices(rows[0]?.length ?? 0, geometry.padding.left),
      order,
    ),
    addressesOf("F", weights.rows, weights.columns, order),
    addressesOf("O", ...outputIndices(geometry, picture === "scatter"), order),
  ];
  return Object.fromEntries(selectors.map((selector, index) => [selector, grids[index] ?? null]));
}

/**
 * Rows and columns of the output; scattered, it has those around it that are cropped.
 *
 * @param {State["trace"]["geometry"]} geometry
 * @param {boolean} isScatter
 * @returns {[number[], number[]]}
 */
function outputIndices({ outputSize: [rows, columns], requestedPadding }, isScatter) {
  const [down, across] = (isScatter && requestedPadding) || [0, 0];
  return [inputIndices(rows + 2 * down, down), inputIndices(columns + 2 * across, across)];
}

/** @param {State} state */
function patchAddresses(state) {
  const [step, order] = [currentStep(state), orderOf(state.view)];
  return step && order && addressesOf("I", step.window.rows, step.window.columns, order);
}
