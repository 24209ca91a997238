/**
 * How the convolution that is asked for changes, and how a change is taken back.
 *
 * @typedef {import("./state.js").StepStore} StepStore
 * @typedef {import("./state.js").Settings} Settings
 */

import { goTo } from "./player-actions.js";
import * as trails from "./trail.js";

/**
 * Ask for another convolution; what is on screen stays until the answer is here.
 *
 * @param {StepStore} store
 * @param {Settings} settings
 * @param {{ isContinued?: boolean }} [how]  continued: still the same movement, one thing to undo
 */
export function changeSettings(store, settings, { isContinued = false } = {}) {
  const { settings: before, edit } = store.get();
  store.set({ settings: { ...before, ...settings }, edit: isContinued ? edit : edit + 1 });
}

/**
 * Ask for nothing else: what is on screen is wanted, at a step of its own.
 *
 * @param {StepStore} store
 * @param {number} step  index, from 0
 */
export function keepShown(store, step) {
  store.set({ settings: store.get().shown, problem: null, isLoading: false });
  goTo(store, step);
}

/**
 * Take back the last change: one that is refused or still on its way is dropped, one that
 * is on screen is gone back from.
 *
 * @param {StepStore} store
 */
export function undo(store) {
  const { settings, shown, returningTo, player: current, trail } = store.get();
  if (settings !== shown && returningTo === null) keepShown(store, current.step);
  else setTrail(store, trails.aimed(trail, -1));
}

/** @param {StepStore} store */
export function redo(store) {
  setTrail(store, trails.aimed(store.get().trail, 1));
}

/**
 * @param {StepStore} store
 * @param {import("./trail.js").Trail} trail
 */
export function setTrail(store, trail) {
  store.set({ trail });
}

/**
 * @param {StepStore} store
 * @param {number | null} returningTo  a step, from 0
 */
export function setReturn(store, returningTo) {
  store.set({ returningTo });
}

/** @param {StepStore} store */
export function askAgain(store) {
  store.set({ settings: { ...store.get().settings } });
}
