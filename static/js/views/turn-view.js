/**
 * The kernel turns by 180 degrees before the eyes when it is flipped or flipped back:
 * its cells go half a circle, and their digits stay upright.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 */

import { trace } from "../state/selectors.js";

const TIMING = { duration: 600, easing: "ease-in-out" };

/**
 * @param {HTMLElement} root
 * @param {StepStore} store
 * @param {AbortSignal} signal
 */
export function mountTurnView(root, store, signal) {
  store.watch(
    trace,
    (shown, before) => {
      const isTurned = shown.geometry.flip !== before.geometry.flip;
      const weights = (/** @type {typeof shown} */ { kernels }) => String(kernels[0]?.weights);
      if (!isTurned || weights(shown) !== weights(before) || store.get().isStill) return;
      for (const body of root.querySelectorAll(".kernel-grid tbody")) turn(body);
    },
    signal,
  );
}

/**
 * From where the cells were to where they are now.
 *
 * @param {Element} body
 */
function turn(body) {
  body.animate([{ rotate: "-180deg" }, { rotate: "0deg" }], TIMING);
  for (const cell of body.querySelectorAll("td")) {
    cell.animate([{ rotate: "180deg" }, { rotate: "0deg" }], TIMING);
  }
  for (const label of body.querySelectorAll("th")) {
    label.animate([{ opacity: 0 }, { opacity: 0 }], TIMING);
  }
}
