/**
 * The player: which output cell is current, and how far its calculation has got.
 * Here are the moves that somebody asks for; `playing.js` lets time pass.
 *
 * @typedef {import("./stops.js").Phase} Phase
 *
 * @typedef {object} Player
 * @property {number} step        index of the current step, from 0
 * @property {number} stepCount   how many steps there are, at least 1
 * @property {number} progress    how far the step has got, 0 (nothing) to 1 (written)
 * @property {number} target      the progress at which it rests next
 * @property {boolean} isPlaying
 * @property {number} rest        seconds at speed 1 for which the playing still rests here
 * @property {number} speed       1 is SECONDS_PER_STEP for a step
 * @property {"" | "paused" | "done"} halt  how the playing came to its end; empty once somebody moves on
 *
 * @typedef {object} Pace         how Next and Play go
 * @property {readonly number[]} stops  where they stop inside a step: progresses, ascending, 1 at their end
 * @property {number} rowLength   steps of one output row
 * @property {boolean} isLooping  the last step is followed by the first
 * @property {boolean} isPausingAfterRows
 */

import { endOf, stopAfter, stopBefore } from "./stops.js";

/** The speeds on offer; 4 is below three changes a second (WCAG 2.3.1). */
export const SPEEDS = [0.25, 0.5, 1, 2, 4];

/**
 * @param {number} stepCount
 * @returns {Player}
 */
export function newPlayer(stepCount) {
  return {
    step: 0,
    stepCount,
    progress: 1,
    target: 1,
    isPlaying: false,
    rest: 0,
    speed: 1,
    halt: "",
  };
}

/**
 * The player on its way, or at rest, at some place of the current step.
 *
 * @param {Player} player
 * @param {number} progress
 * @param {number} target
 * @returns {Player}
 */
function at(player, progress, target) {
  return { ...player, progress, target, isPlaying: false, rest: 0, halt: "" };
}

/** @param {Player} player */
function isOnLastStep({ step, stepCount }) {
  return step >= stepCount - 1;
}

/**
 * One step on, its calculation starting from nothing; at the last step, it is finished.
 *
 * @param {Player} player
 * @returns {Player}
 */
export function forward(player) {
  if (isOnLastStep(player)) return at(player, 1, 1);
  return at({ ...player, step: player.step + 1 }, 0, 1);
}

/**
 * On to the next stop; everything before the last one is done at once.
 *
 * @param {Player} player
 * @param {Pace} pace
 * @returns {Player}
 */
export function next(player, { stops }) {
  if (stops.length === 1) return forward(player);
  const stop = stopAfter(stops, player.target);
  if (stop !== undefined) return at(player, player.target, stop);
  if (isOnLastStep(player)) return at(player, 1, 1);
  return at({ ...player, step: player.step + 1 }, 0, stops[0] ?? 1);
}

/**
 * Back on the stop before, with everything up to it done.
 *
 * @param {Player} player
 * @param {Pace} pace
 * @returns {Player}
 */
export function previous(player, { stops }) {
  if (stops.length === 1) return seek(player, player.step - 1);
  const stop = stopBefore(stops, player.target);
  if (stop !== undefined) return at(player, stop, stop);
  if (player.step === 0) return at(player, player.target, player.target);
  return seek(player, player.step - 1);
}

/**
 * Straight to a step, finished; steps beyond the ends land on them.
 *
 * @param {Player} player
 * @param {number} step
 * @returns {Player}
 */
export function seek(player, step) {
  const clamped = Math.min(Math.max(step, 0), player.stepCount - 1);
  return at({ ...player, step: clamped }, 1, 1);
}

/**
 * To the start of the next output row; in the last row, to its end.
 *
 * @param {Player} player
 * @param {Pace} pace
 * @returns {Player}
 */
export function nextRow(player, { rowLength }) {
  return seek(player, player.step - (player.step % rowLength) + rowLength);
}

/**
 * To the start of this output row; from there, to the start of the row before.
 *
 * @param {Player} player
 * @param {Pace} pace
 * @returns {Player}
 */
export function previousRow(player, { rowLength }) {
  return seek(player, player.step - (player.step % rowLength || rowLength));
}

/**
 * From the first step's first stop on; what plays plays on.
 *
 * @param {Player} player
 * @param {Pace} pace
 * @returns {Player}
 */
export function restart(player, { stops }) {
  return { ...at(player, 0, stops[0] ?? 1), step: 0, isPlaying: player.isPlaying };
}

/**
 * The current step with the calculation done up to the end of a phase.
 *
 * @param {Player} player
 * @param {Phase} phase
 * @returns {Player}
 */
export function showPhase(player, phase) {
  const target = endOf(phase);
  return at(player, Math.min(player.progress, target), target);
}

/**
 * Play from here; from the last step, play from the first.
 *
 * @param {Player} player
 * @param {Pace} pace
 * @returns {Player}
 */
export function play(player, pace) {
  const isAtEnd = isOnLastStep(player) && player.progress >= 1;
  return { ...(isAtEnd ? restart(player, pace) : player), isPlaying: true, rest: 0, halt: "" };
}

/**
 * Stop playing, with the stop finished that the player was on its way to.
 *
 * @param {Player} player
 * @returns {Player}
 */
export function pause(player) {
  return { ...player, isPlaying: false, rest: 0, halt: "paused" };
}

/**
 * Whether time changes anything.
 *
 * @param {Player} player
 * @returns {boolean}
 */
export function isMoving(player) {
  return player.isPlaying || player.progress < player.target;
}
