/**
 * Correlation and convolution side by side, with their difference and what it means.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 * @typedef {import("../api/comparison.js").Compared} Compared
 * @typedef {import("../elements/number-grid.js").NumberGrid} NumberGrid
 */

import { comparedGrid, isComparisonDense } from "../state/comparison-grids.js";
import { currentStep } from "../state/selectors.js";
import { element } from "./find.js";

const NAMES = /** @type {Compared[]} */ (["correlation", "convolution", "difference"]);

/**
 * @param {HTMLElement} root
 * @param {StepStore} store
 * @param {AbortSignal} signal
 */
export function mountComparisonView(root, store, signal) {
  const verdict = element(root, ".verdict");

  function show() {
    const { value, problem } = store.get().extras.comparison;
    const step = currentStep(store.get());
    verdict.textContent = value?.sentence ?? problem;
    element(root, ".compared").hidden = value === null;
    if (!value || !step) return;
    root.style.setProperty("--map-columns", String(value.maps.difference[0]?.[0]?.length));
    root.toggleAttribute("data-dense", isComparisonDense(value));
    for (const name of NAMES) {
      const grid = /** @type {NumberGrid} */ (element(root, `.compared-${name}`));
      grid.content = comparedGrid(value, name, step.output);
    }
  }

  store.watch((state) => state.extras.comparison, show, signal);
  store.watch(
    currentStep,
    () => {
      if (store.get().view.compare === "1") show();
    },
    signal,
  );
}
