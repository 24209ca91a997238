/**
 * Let time pass.  It is handed in, never read, so that a test plays an hour in a
 * microsecond.
 *
 * @typedef {import("./player.js").Player} Player
 * @typedef {import("./player.js").Pace} Pace
 */

import { stopAfter } from "./stops.js";

/** A step at speed 1: long enough to follow nine products, short enough not to bore. */
export const SECONDS_PER_STEP = 1.8;

/** A single step asked for by hand: quick, as the one who asks is looking. */
export const SECONDS_BY_HAND = 0.9;

/** How long the playing rests on each stop inside a step, at speed 1: one short line can be read. */
export const REST_SECONDS = 0.6;

/** How long the whole output is to be seen before the first step follows the last, at speed 1. */
export const LOOP_SECONDS = 2;

/**
 * The player after `seconds` more: on from stop to stop while it plays, to its rest otherwise.
 *
 * @param {Player} player
 * @param {number} seconds
 * @param {Pace} pace
 * @returns {Player}
 */
export function advance(player, seconds, pace) {
  if (!player.isPlaying) return approachTarget(player, seconds);
  let [current, left] = [player, seconds * player.speed];
  while (current.isPlaying && left > 0) [current, left] = playOn(current, left, pace);
  return current;
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
 * The next piece of the way: a rest, a step entered, or the way to a stop.
 *
 * @param {Player} player
 * @param {number} seconds  at speed 1
 * @param {Pace} pace
 * @returns {[Player, number]} and the seconds that are left
 */
function playOn(player, seconds, pace) {
  if (player.rest > 0) {
    const rested = Math.min(player.rest, seconds);
    return [{ ...player, rest: player.rest - rested }, seconds - rested];
  }
  if (player.progress >= 1) return [enterNext(player, pace), seconds];
  const target = stopAfter(pace.stops, player.progress) ?? 1;
  const needed = (target - player.progress) * SECONDS_PER_STEP;
  if (needed <= seconds) return [arrive({ ...player, target }, pace), seconds - needed];
  return [{ ...player, progress: player.progress + seconds / SECONDS_PER_STEP, target }, 0];
}

/**
 * @param {Player} player  whose step is written
 * @param {Pace} pace
 * @returns {Player}
 */
function enterNext(player, { stops, isLooping }) {
  const isLast = player.step >= player.stepCount - 1;
  if (isLast && !isLooping) return stopped(player, "done");
  return { ...player, step: isLast ? 0 : player.step + 1, progress: 0, target: stops[0] ?? 1 };
}

/**
 * At the target: rest for a moment, or stop there.
 *
 * @param {Player} player
 * @param {Pace} pace
 * @returns {Player}
 */
function arrive(player, { stops, rowLength, isLooping, isPausingAfterRows }) {
  const there = { ...player, progress: player.target };
  const rest = stops.length > 1 ? REST_SECONDS : 0;
  if (player.target < 1) return { ...there, rest };
  const isLast = player.step === player.stepCount - 1;
  if (isLast && !isLooping) return stopped(there, "done");
  const isRowWritten = (player.step + 1) % rowLength === 0;
  if (isPausingAfterRows && isRowWritten) return stopped(there, "paused");
  return { ...there, rest: isLast ? LOOP_SECONDS : rest };
}

/**
 * @param {Player} player
 * @param {"paused" | "done"} halt
 * @returns {Player}
 */
function stopped(player, halt) {
  return { ...player, isPlaying: false, rest: 0, halt };
}
