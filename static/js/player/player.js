/**
 * The player: which output cell is current, and how far its calculation has got.
 * Time is handed in, never read, so that a test plays an hour in a microsecond.
 *
 * @typedef {"place" | "multiply" | "add" | "write"} Phase
 *
 * @typedef {object} Player
 * @property {number} step        index of the current step, from 0
 * @property {number} stepCount   how many steps there are, at least 1
 * @property {number} progress    how far the step has got, 0 (nothing) to 1 (written)
 * @property {number} target      the progress at which it rests when it is not playing
 * @property {boolean} isPlaying
 * @property {number} speed       1 is SECONDS_PER_STEP for a step
 */

/** A step at speed 1: long enough to follow nine products, short enough not to bore. */
export const SECONDS_PER_STEP = 1.8;

/** A single step asked for by hand: quick, as the one who asks is looking. */
export const SECONDS_BY_HAND = 0.9;

/** The speeds on offer; 4 is below three changes a second (WCAG 2.3.1). */
export const SPEEDS = [0.25, 0.5, 1, 2, 4];

/** @type {readonly [Phase, number][]} Each phase with the progress at its end. */
const ENDS = [
  ["place", 0.15],
  ["multiply", 0.55],
  ["add", 0.88],
  ["write", 1],
];

/** @type {readonly Phase[]} */
export const PHASES = ENDS.map(([phase]) => phase);

/**
 * @param {number} stepCount
 * @returns {Player}
 */
export function newPlayer(stepCount) {
  return { step: 0, stepCount, progress: 1, target: 1, isPlaying: false, speed: 1 };
}

/**
 * The progress at which a phase has done its work.
 *
 * @param {Phase} phase
 * @returns {number}
 */
export function endOf(phase) {
  return ENDS.find(([name]) => name === phase)?.[1] ?? 1;
}

/**
 * The phase that is at work, or has just done its work, at a progress.
 *
 * @param {number} progress
 * @returns {Phase}
 */
export function phaseAt(progress) {
  return ENDS.find(([, end]) => progress <= end)?.[0] ?? "write";
}

/**
 * How many of `count` products, or terms of the sum, a phase has dealt with.
 *
 * @param {number} progress
 * @param {Phase} phase
 * @param {number} count
 * @returns {number}
 */
export function doneIn(progress, phase, count) {
  const index = PHASES.indexOf(phase);
  const start = ENDS[index - 1]?.[1] ?? 0;
  const share = (progress - start) / (endOf(phase) - start);
  return Math.min(Math.max(Math.ceil(share * count), 0), count);
}

/**
 * The player after `seconds` more: on to the next step while it plays, to its rest otherwise.
 *
 * @param {Player} player
 * @param {number} seconds
 * @returns {Player}
 */
export function advance(player, seconds) {
  if (!player.isPlaying) return approachTarget(player, seconds);
  const played = player.progress + (seconds * player.speed) / SECONDS_PER_STEP;
  const step = player.step + Math.floor(played);
  const last = player.stepCount - 1;
  if (step > last) return { ...player, step: last, progress: 1, target: 1, isPlaying: false };
  return { ...player, step, progress: played % 1, target: 1 };
}

/**
 * @param {Player} player
 * @param {number} seconds
 * @returns {Player}
 */
function approachTarget(player, seconds) {
  if (player.progress >= player.target) return player;
  const progress = Math.min(player.progress + seconds / SECONDS_BY_HAND, player.target);
  return { ...player, progress };
}

/**
 * One step on, its calculation starting from nothing; at the last step, nothing happens.
 *
 * @param {Player} player
 * @returns {Player}
 */
export function forward(player) {
  if (player.step >= player.stepCount - 1) return complete(player);
  return { ...player, step: player.step + 1, progress: 0, target: 1, isPlaying: false };
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
  return complete({ ...player, step: clamped });
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
  const progress = player.progress < target ? player.progress : target;
  return { ...player, progress, target, isPlaying: false };
}

/**
 * Play from here; from the last step, play from the first.
 *
 * @param {Player} player
 * @returns {Player}
 */
export function play(player) {
  const isAtEnd = player.step === player.stepCount - 1 && player.progress >= 1;
  const start = isAtEnd ? { step: 0, progress: 0 } : {};
  return { ...player, ...start, isPlaying: true };
}

/**
 * Stop playing, with the current step finished.
 *
 * @param {Player} player
 * @returns {Player}
 */
export function pause(player) {
  return { ...player, target: 1, isPlaying: false };
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

/**
 * @param {Player} player
 * @returns {Player}
 */
function complete(player) {
  return { ...player, progress: 1, target: 1, isPlaying: false };
}
