/**
 * Correlation and convolution side by side, with their difference and what it means.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 * @typedef {import("../api/comparison.js").Compared} Compared
 * @typedef {import("../elements/number-grid.js").NumberGrid} NumberGrid
 */

import { comparedGrid, isComparisonDense } from "../state/comparison-grids.js";
import { isComparable } from "../state/extras.js";
import { currentStep } from "../state/selectors.js";
import { element } from "./find.js";

const NAMES = /** @type {Compared[]} */ (["correlation", "convolution", "difference"]);

const UNCOMPARABLE = {
  value: null,
  problem: "Only a convolution can be compared with its correlation.",
};

/**
 * @param {HTMLElement} root
 * @param {StepStore} store
 * @param {AbortSignal} signal
 */
export function mountComparisonView(root, store, signal) {
  const verdict = element(root, ".verdict");

  function show() {
    const state = store.get();
    const { value, problem } = isComparable(state) ? state.extras.comparison : UNCOMPARABLE;
    const step = currentStep(state);
    verdict.textContent = value?.sentence ?? problem;
    element(root, ".compared").hidden = value === null;
    if (value && step) showMaps(root, value, step.output);
  }

  store.watch((state) => state.extras.comparison, show, signal);
  store.watch(isComparable, show, signal);
  store.watch(
    currentStep,
    () => {
      if (store.get().view.compare === "1") show();
    },
    signal,
  );
}

/**
 * @param {HTMLElement} root
 * @param {import("../api/comparison.js").Comparison} comparison
 * @param {import("../api/trace.js").OutputCell} current
 */
function showMaps(root, comparison, current) {
  root.style.setProperty("--map-columns", String(comparison.maps.difference[0]?.[0]?.length));
  root.toggleAttribute("data-dense", isComparisonDense(comparison));
  for (const name of NAMES) {
    const grid = /** @type {NumberGrid} */ (element(root, `.compared-${name}`));
    grid.content = comparedGrid(comparison, name, current);
  }
}
