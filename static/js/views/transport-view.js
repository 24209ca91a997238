/**
 * The transport: first, back, play, forward, last, the slider, the speed; and the phases.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 * @typedef {import("../player/player.js").Phase} Phase
 */

import * as actions from "../state/actions.js";
import { announcement, currentPhase, isPlaying, stepCount, stepIndex } from "../state/selectors.js";
import { element } from "./find.js";

/** More ticks than this are too narrow to tell apart. */
const MOST_TICKS = 100;

/** @type {Record<string, (store: StepStore) => void>} */
const BUTTONS = {
  first: actions.goFirst,
  back: actions.goBack,
  play: actions.togglePlaying,
  forward: actions.goForward,
  last: actions.goLast,
};

/**
 * @param {HTMLElement} root
 * @param {StepStore} store
 * @param {AbortSignal} signal
 */
export function mountTransportView(root, store, signal) {
  for (const [name, act] of Object.entries(BUTTONS)) {
    const button = element(root, `[data-action=${name}]`);
    button.addEventListener("click", () => act(store), { signal });
  }
  const play = element(root, "[data-action=play]");
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
  slider.addEventListener("input", () => actions.goTo(store, slider.valueAsNumber - 1), { signal });

  function show() {
    const state = store.get();
    const [number, count] = [stepIndex(state) + 1, stepCount(state)];
    slider.max = String(count);
    slider.value = String(number);
    slider.ariaValueText = announcement(state);
    counter.textContent = `Step ${number} of ${count}`;
    timeline.style.setProperty("--step", String(number));
    timeline.style.setProperty("--count", String(count));
    timeline.toggleAttribute("data-ticks", count <= MOST_TICKS);
  }

  store.watch(stepIndex, show, signal);
  store.watch((state) => state.trace, show, signal);
}

/**
 * The four phases: which one is at work, and a way to stop after each.
 *
 * @param {HTMLElement} root
 * @param {StepStore} store
 * @param {AbortSignal} signal
 */
export function mountPhasesView(root, store, signal) {
  const buttons = [...root.querySelectorAll("[data-phase]")];
  for (const button of buttons) {
    const phase = /** @type {Phase} */ (button.getAttribute("data-phase"));
    button.addEventListener("click", () => actions.goToPhase(store, phase), { signal });
  }
  store.watch(
    currentPhase,
    (phase) => {
      for (const button of buttons) {
        button.ariaCurrent = button.getAttribute("data-phase") === phase ? "step" : null;
      }
    },
    signal,
  );
}
