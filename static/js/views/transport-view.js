/**
 * The transport: play or pause, the counter and the timeline; the buttons are commands.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 */

import { isPlaying, stepCount, stepIndex } from "../state/selectors.js";
import { element } from "./find.js";
import { mountTimelineView } from "./timeline-view.js";

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
  const counter = element(root, ".counter");
  store.watch(
    (state) => `Step ${stepIndex(state) + 1} of ${stepCount(state)}`,
    (text) => (counter.textContent = text),
    signal,
  );
  store.watch(
    (state) => String(stepCount(state)).length,
    (digits) => counter.style.setProperty("--digits", String(digits)),
    signal,
  );
  mountTimelineView(element(root, ".timeline"), store, signal);
}
