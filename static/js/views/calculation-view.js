/**
 * The calculation of one output cell: patch ⊙ kernel = products, their sum, the value.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 */

import { writeText } from "../elements/cell-writers.js";
import { kernelGrids, patchGrids, productsGrids } from "../state/calculation-grids.js";
import {
  addedProducts,
  afterSumText,
  channelSumTexts,
  currentKernel,
  currentPhase,
  currentStep,
  resultText,
  shownProducts,
} from "../state/selectors.js";
import { element } from "./find.js";
import { copies, showGrids } from "./stack.js";

/**
 * @param {HTMLElement} root
 * @param {StepStore} store
 * @param {AbortSignal} signal
 */
export function mountCalculationView(root, store, signal) {
  store.watch(
    currentKernel,
    (kernel) => {
      const { applied } = kernel;
      const { picture } = store.get().trace;
      root.dataset.picture = picture ?? "";
      for (const name of root.querySelectorAll(".patch-grid .name")) {
        name.textContent = picture ? "Value" : "Patch";
      }
      root.dataset.channels = String(applied.length);
      nameChannels(copies(root, ".channel-pieces", applied.length));
      element(root, ".after-sum").textContent = afterSumText(kernel);
      showGrids(root, ".applied-kernel-grid", kernelGrids(kernel));
      root.style.setProperty("--taps", String(applied[0]?.[0]?.length));
      root.style.setProperty("--tap-rows", String(applied[0]?.length));
    },
    signal,
  );
  store.watch(currentPhase, (phase) => (root.dataset.phase = phase), signal);
  mountPatch(root, store, signal);
  mountChannelSums(root, store, signal);
  mountResult(element(root, ".result"), store, signal);
}

/** @type {(root: HTMLElement, store: StepStore, signal: AbortSignal) => void} */
function mountPatch(root, store, signal) {
  function showProducts() {
    const state = store.get();
    const step = currentStep(state);
    if (!step) return;
    const [shown, added] = [shownProducts(state), addedProducts(state)];
    showGrids(root, ".products-grid", productsGrids(currentKernel(state), step, shown, added));
  }

  store.watch(
    currentStep,
    (step) => {
      if (step) showGrids(root, ".patch-grid", patchGrids(currentKernel(store.get()), step));
      showProducts();
    },
    signal,
  );
  store.watch((state) => `${shownProducts(state)} ${addedProducts(state)}`, showProducts, signal);
}

/** @param {HTMLElement[]} channels */
function nameChannels(channels) {
  channels.forEach((pieces, index) => {
    element(pieces, ".channel-name").textContent = `Channel ${index + 1}`;
  });
}

/** @type {(root: HTMLElement, store: StepStore, signal: AbortSignal) => void} */
function mountChannelSums(root, store, signal) {
  store.watch(
    (state) => channelSumTexts(state).join(" "),
    () => {
      channelSumTexts(store.get()).forEach((text, index) => {
        const pieces = element(root, `.channel-pieces[data-channel="${index}"]`);
        element(pieces, ".channel-sum .sum").textContent = text;
      });
    },
    signal,
  );
}

/** @type {(result: HTMLElement, store: StepStore, signal: AbortSignal) => void} */
function mountResult(result, store, signal) {
  store.watch(
    (state) => (currentStep(state) ? resultText(state) : null),
    (text) => {
      if (text !== null) writeText(result, text);
    },
    signal,
  );
}
