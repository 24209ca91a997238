/**
 * How the player moves: by step, row and phase, by hand and in time.
 *
 * @typedef {import("./state.js").StepStore} StepStore
 * @typedef {import("../player/player.js").Player} Player
 * @typedef {import("../player/player.js").Pace} Pace
 * @typedef {import("../player/stops.js").Phase} Phase
 */

import * as player from "../player/player.js";
import { advance } from "../player/playing.js";
import { pace } from "./selectors.js";

/**
 * @param {StepStore} store
 * @param {(player: Player, pace: Pace) => Player} change
 */
function movePlayer(store, change) {
  const state = store.get();
  store.set({ player: change(state.player, pace(state)) });
}

/**
 * On by what the chosen detail takes as one: a step, a phase, a product, a term.
 *
 * @param {StepStore} store
 */
export function goNext(store) {
  movePlayer(store, player.next);
}

/** @param {StepStore} store */
export function goPrevious(store) {
  movePlayer(store, player.previous);
}

/** @param {StepStore} store */
export function goForward(store) {
  movePlayer(store, player.forward);
}

/** @param {StepStore} store */
export function goBack(store) {
  movePlayer(store, (current) => player.seek(current, current.step - 1));
}

/** @param {StepStore} store */
export function goToNextRow(store) {
  movePlayer(store, player.nextRow);
}

/** @param {StepStore} store */
export function goToPreviousRow(store) {
  movePlayer(store, player.previousRow);
}

/** @param {StepStore} store */
export function restart(store) {
  movePlayer(store, player.restart);
}

/** @param {StepStore} store */
export function goFirst(store) {
  movePlayer(store, (current) => player.seek(current, 0));
}

/** @param {StepStore} store */
export function goLast(store) {
  movePlayer(store, (current) => player.seek(current, current.stepCount - 1));
}

/**
 * @param {StepStore} store
 * @param {number} step  index, from 0
 */
export function goTo(store, step) {
  movePlayer(store, (current) => player.seek(current, step));
}

/**
 * @param {StepStore} store
 * @param {Phase} phase
 */
export function goToPhase(store, phase) {
  movePlayer(store, (current) => player.showPhase(current, phase));
}

/** @param {StepStore} store */
export function togglePlaying(store) {
  movePlayer(store, (current, currentPace) =>
    current.isPlaying ? player.pause(current) : player.play(current, currentPace),
  );
}

/**
 * Let time pass.
 *
 * @param {StepStore} store
 * @param {number} seconds
 * @returns {boolean} whether more time would change more
 */
export function passTime(store, seconds) {
  movePlayer(store, (current, currentPace) => advance(current, seconds, currentPace));
  return player.isMoving(store.get().player);
}
