/**
 * Says what a change has done, once its answer is on screen; what is refused is said elsewhere.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 */

import { trace } from "../state/selectors.js";

/**
 * @param {HTMLElement} status
 * @param {StepStore} store
 * @param {AbortSignal} signal
 * @returns {(text: string) => void}
 */
export function doneSpeaker(status, store, signal) {
  let waiting = "";
  store.watch(
    trace,
    () => {
      if (waiting) status.textContent = `${waiting} Output recomputed.`;
      waiting = "";
    },
    signal,
  );
  store.watch(
    (state) => state.problem,
    () => (waiting = ""),
    signal,
  );
  return (text) => {
    waiting = text.replaceAll(/[-−](?=\d)/g, "minus ");
  };
}
