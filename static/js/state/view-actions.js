/**
 * How the same convolution is shown.
 *
 * @typedef {import("./state.js").StepStore} StepStore
 * @typedef {import("./state.js").Settings} Settings
 */

import * as player from "../player/player.js";
import { inPicture } from "./state.js";

/**
 * @param {StepStore} store
 * @param {boolean} isStill
 */
export function setStill(store, isStill) {
  store.set({ isStill });
}

/**
 * Show it in another way; what the choices mean is the table of app/api/view.py.
 *
 * @param {StepStore} store
 * @param {Settings} choices
 */
export function setView(store, choices) {
  const { view, player: current, themeBefore } = store.get();
  const next = { ...view, ...choices };
  store.set({
    view: next,
    player: { ...current, speed: Number(next.speed) },
    themeBefore: view.theme === "projector" ? themeBefore : (view.theme ?? themeBefore),
  });
  showPicture(store);
}

/**
 * The picture of a transposed convolution that is chosen; another one begins at its first step.
 *
 * @param {StepStore} store
 */
function showPicture(store) {
  const { view, trace, player: current } = store.get();
  const shown = inPicture(trace, view.picture);
  if (shown === trace) return;
  const restart = { ...player.newPlayer(shown.stepCount), speed: current.speed };
  store.set({ trace: shown, player: restart, pointed: null, pinned: null });
}

/**
 * The next speed on offer.
 *
 * @param {StepStore} store
 * @param {1 | -1} direction  faster or slower
 */
export function changeSpeed(store, direction) {
  const { speed } = store.get().player;
  const next = player.SPEEDS[player.SPEEDS.indexOf(speed) + direction];
  if (next !== undefined) setView(store, { speed: String(next) });
}

/**
 * @param {StepStore} store
 * @param {string} codeTab
 */
export function openCodeTab(store, codeTab) {
  store.set({ codeTab });
}

/** @param {StepStore} store */
export function togglePresenting(store) {
  const { view, themeBefore } = store.get();
  setView(store, { theme: view.theme === "projector" ? themeBefore : "projector" });
}

/** @param {StepStore} store */
export function toggleBlank(store) {
  store.set({ isBlank: !store.get().isBlank });
}
