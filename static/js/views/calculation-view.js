/**
 * The calculation of one output cell: patch ⊙ kernel = products, their sum, the value.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 * @typedef {import("../elements/number-grid.js").NumberGrid} NumberGrid
 */

import { kernelGrid, patchGrid, productsGrid } from "../state/calculation-grids.js";
import {
  addedProducts,
  currentPhase,
  currentStep,
  resultText,
  shownProducts,
  trace,
} from "../state/selectors.js";
import { element } from "./find.js";

/**
 * @param {HTMLElement} root
 * @param {StepStore} store
 * @param {AbortSignal} signal
 */
export function mountCalculationView(root, store, signal) {
  const kernel = /** @type {NumberGrid} */ (element(root, ".applied-kernel-grid"));
  store.watch(
    trace,
    (shown) => {
      kernel.content = kernelGrid(shown);
      root.style.setProperty("--taps", String(shown.appliedKernel[0]?.length));
      root.style.setProperty("--tap-rows", String(shown.appliedKernel.length));
    },
    signal,
  );
  store.watch(currentPhase, (phase) => (root.dataset.phase = phase), signal);
  mountPatch(root, store, signal);
  mountResult(element(root, ".result"), store, signal);
}

/** @type {(root: HTMLElement, store: StepStore, signal: AbortSignal) => void} */
function mountPatch(root, store, signal) {
  const patch = /** @type {NumberGrid} */ (element(root, ".patch-grid"));
  const products = /** @type {NumberGrid} */ (element(root, ".products-grid"));

  function showProducts() {
    const state = store.get();
    const step = currentStep(state);
    if (!step) return;
    products.content = productsGrid(state.trace, step, shownProducts(state), addedProducts(state));
  }

  store.watch(
    currentStep,
    (step) => {
      if (step) patch.content = patchGrid(store.get().trace, step);
      showProducts();
    },
    signal,
  );
  store.watch((state) => `${shownProducts(state)} ${addedProducts(state)}`, showProducts, signal);
}

/** @type {(result: HTMLElement, store: StepStore, signal: AbortSignal) => void} */
function mountResult(result, store, signal) {
  store.watch(
    (state) => (currentStep(state) ? resultText(state) : null),
    (text) => {
      if (text !== null) showResult(result, text);
    },
    signal,
  );
}

/**
 * @param {HTMLElement} result
 * @param {string} text
 */
function showResult(result, text) {
  result.textContent = text;
  result.dataset.width = String(Math.min(text.length, 9));
}
