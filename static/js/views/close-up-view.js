/**
 * The close-up of the input around the patch, where the cells of the stage have no digits.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 */

import { closeUpGrids } from "../state/close-up.js";
import { currentStep } from "../state/selectors.js";
import { isDense } from "../state/stage-size.js";
import { showGrids } from "./stack.js";

/**
 * @param {HTMLElement} root
 * @param {StepStore} store
 * @param {AbortSignal} signal
 */
export function mountCloseUpView(root, store, signal) {
  store.watch(
    currentStep,
    (step) => {
      const { trace } = store.get();
      // Without digits missing there is nothing to look at more closely, and nothing to keep up to date.
      if (step && isDense(trace)) showGrids(root, ".close-up-grid", closeUpGrids(trace, step));
    },
    signal,
  );
}
