/**
 * The calculation of one output cell: patch ⊙ kernel = products, their sum, the value.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 * @typedef {import("../elements/number-grid.js").NumberGrid} NumberGrid
 */

import { kernelGrid, patchGrid, productsGrid } from "../state/grids.js";
import {
  addedProducts,
  currentPhase,
  currentStep,
  resultText,
  shownProducts,
  stepIndex,
  trace,
} from "../state/selectors.js";
import { element } from "./find.js";

/**
 * @param {HTMLElement} root
 * @param {StepStore} store
 * @param {AbortSignal} signal
 */
export function mountCalculationView(root, store, signal) {
  const patch = /** @type {NumberGrid} */ (element(root, ".patch-grid"));
  const kernel = /** @type {NumberGrid} */ (element(root, ".applied-kernel-grid"));
  const products = /** @type {NumberGrid} */ (element(root, ".products-grid"));
  const result = element(root, ".result");

  function showStep() {
    const state = store.get();
    patch.content = patchGrid(state.trace, currentStep(state));
    showProducts();
  }

  function showProducts() {
    const state = store.get();
    const [shown, added] = [shownProducts(state), addedProducts(state)];
    products.content = productsGrid(state.trace, currentStep(state), shown, added);
  }

  function showTrace() {
    const { trace } = store.get();
    kernel.content = kernelGrid(trace);
    root.style.setProperty("--taps", String(trace.appliedKernel[0]?.length ?? 1));
    root.style.setProperty("--tap-rows", String(trace.appliedKernel.length));
    showStep();
  }

  store.watch(trace, showTrace, signal);
  store.watch(stepIndex, showStep, signal);
  store.watch((state) => `${shownProducts(state)} ${addedProducts(state)}`, showProducts, signal);
  store.watch(resultText, (text) => showResult(result, text), signal);
  store.watch(currentPhase, (phase) => (root.dataset.phase = phase), signal);
}

/**
 * @param {HTMLElement} result
 * @param {string} text
 */
function showResult(result, text) {
  result.textContent = text;
  result.dataset.width = String(Math.min(text.length, 9));
}
