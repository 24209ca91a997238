/**
 * "Throw the other 27 pixels out": how many they are.  The style sheet throws them out.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 */

import { currentStep } from "../state/selectors.js";

/**
 * @param {HTMLElement} place  for the number
 * @param {StepStore} store
 * @param {AbortSignal} signal
 */
export function mountOnlyView(place, store, signal) {
  store.watch(
    currentStep,
    (step) => {
      if (!step) return;
      const pixels = store.get().trace.input.flat(2).length;
      const text = String(pixels - (step.patch.flat(2).length - step.paddingCells));
      if (place.textContent !== text) place.textContent = text;
    },
    signal,
  );
}
