/**
 * The finished value flies from the sum into its output cell.  Any next step ends
 * the flight, so nobody ever waits for it.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 * @typedef {import("../elements/number-grid.js").NumberGrid} NumberGrid
 */

import { currentStep, isWritten, resultText, stepIndex } from "../state/selectors.js";
import { element } from "./find.js";

const MILLISECONDS = 220;

/**
 * @param {HTMLElement} root
 * @param {StepStore} store
 * @param {AbortSignal} signal
 */
export function mountFlightView(root, store, signal) {
  const flyer = element(root, ".flyer");
  const result = element(root, ".result");
  /** @type {Animation | undefined} */
  let flight;

  const land = () => {
    flight?.cancel();
    flyer.hidden = true;
  };

  function fly() {
    const state = store.get();
    const place = currentStep(state)?.output;
    const map = root.querySelector(`.output-grid[data-channel="${place?.channel}"]`);
    const cell = place && /** @type {NumberGrid | null} */ (map)?.cellAt(place);
    if (!cell || state.isStill || state.trace.picture === "scatter") return;
    flyer.textContent = resultText(state);
    flyer.hidden = false;
    flight = flyer.animate(path(result, cell), { duration: MILLISECONDS, easing: "ease-in-out" });
    flight.onfinish = land;
  }

  store.watch(stepIndex, land, signal);
  store.watch(isWritten, (written, before) => (written && !before ? fly() : land()), signal);
}

/**
 * @param {...Element} places
 * @returns {Keyframe[]}
 */
function path(...places) {
  return places.map((place) => {
    const { left, top, width } = place.getBoundingClientRect();
    return { transform: `translate(${left}px, ${top}px) scale(${width / 100})` };
  });
}
