/**
 * The transport: play or pause, the slider and the counter; the buttons are commands.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 */

import { goTo } from "../state/actions.js";
import { isPlaying, stepCount, stepIndex } from "../state/selectors.js";
import { placeText } from "../state/speech.js";
import { element } from "./find.js";

/** More ticks than this are too narrow to tell apart. */
const MOST_TICKS = 100;

/**
 * @param {HTMLElement} root
 * @param {StepStore} store
 * @param {AbortSignal} signal
 */
export function mountTransportView(root, store, signal) {
  const play = element(root, "[data-command=play]");
  store.watch(
    isPlaying,
    (playing) => {
      play.ariaLabel = playing ? "Pause" : "Play";
      play.toggleAttribute("data-playing", playing);
    },
    signal,
  );
  mountSlider(root, store, signal);
}

/** @type {(root: HTMLElement, store: StepStore, signal: AbortSignal) => void} */
function mountSlider(root, store, signal) {
  const slider = /** @type {HTMLInputElement} */ (element(root, "input[name=step]"));
  const counter = element(root, ".counter");
  const timeline = element(root, ".timeline");
  slider.addEventListener("input", () => goTo(store, slider.valueAsNumber - 1), { signal });

  function show() {
    const state = store.get();
    const [number, count] = [stepIndex(state) + 1, stepCount(state)];
    slider.max = String(count);
    slider.value = String(number);
    slider.ariaValueText = placeText(state);
    counter.textContent = `Step ${number} of ${count}`;
    timeline.style.setProperty("--step", String(number));
    timeline.style.setProperty("--count", String(count));
    timeline.toggleAttribute("data-ticks", count <= MOST_TICKS);
  }

  store.watch(stepIndex, show, signal);
  store.watch((state) => state.trace, show, signal);
}
