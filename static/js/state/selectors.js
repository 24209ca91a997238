/**
 * Everything that follows from the state.  Selectors that return an object return
 * the same one for the same state, so that a watcher of them stays silent.
 *
 * @typedef {import("./state.js").State} State
 * @typedef {import("./state.js").Step} Step
 * @typedef {import("./state.js").Kernel} Kernel
 * @typedef {import("../player/player.js").Pace} Pace
 * @typedef {import("../player/stops.js").Phase} Phase
 * @typedef {import("../player/stops.js").Detail} Detail
 */

import { numberText, valueText } from "../format/number.js";
import { doneIn, phaseAt, stopsOf } from "../player/stops.js";
import { placeOf } from "./grid-parts.js";

/** @param {State} state */
export const trace = (state) => state.trace;

/** @param {State} state */
export const stepIndex = (state) => state.player.step;

/** @param {State} state */
export const stepCount = (state) => state.player.stepCount;

/** @param {State} state */
export const canUndo = ({ trail, settings, shown }) => trail.goal > 0 || settings !== shown;

/** @param {State} state */
export const canRedo = ({ trail }) => trail.goal < trail.last;

/** @param {State} state */
export const isPlaying = (state) => state.player.isPlaying;

/**
 * The current step; null only while the steps of a long trace are still on their way.
 *
 * @param {State} state
 * @returns {Step | null}
 */
export function currentStep({ trace: { steps }, player }) {
  return steps[player.step] ?? null;
}

/**
 * The kernel of the current step.
 *
 * @param {State} state
 * @returns {Kernel}
 */
export function currentKernel({ trace: shown, player }) {
  const { channel } = placeOf(shown, player.step);
  return /** @type {Kernel} */ (shown.kernels[channel]);
}

/**
 * How far the current step is shown: all of it at once where no motion is wanted.
 *
 * @param {State} state
 */
function shownProgress({ player, isStill }) {
  return isStill ? player.target : player.progress;
}

/**
 * @param {State} state
 * @returns {Phase}
 */
export function currentPhase(state) {
  return phaseAt(shownProgress(state));
}

/** @param {State} state */
export function isWritten(state) {
  return currentPhase(state) === "write";
}

/**
 * How many products the current step adds, over all channels; none while it is not known.
 *
 * @param {State} state
 */
export function termCount(state) {
  return currentStep(state)?.runningSums.length ?? 0;
}

/**
 * How Next and Play go.
 *
 * @param {State} state
 * @returns {Pace}
 */
export function pace(state) {
  const { view, trace: shown } = state;
  return {
    stops: stopsOf(/** @type {Detail} */ (view.detail), termCount(state)),
    rowLength: shown.geometry.outputSize[1],
    isLooping: view.loop === "1",
    isPausingAfterRows: view.rowpause === "1",
  };
}

/**
 * How many products of the current step are multiplied out.
 *
 * @param {State} state
 */
export function shownProducts(state) {
  return doneIn(shownProgress(state), "multiply", termCount(state));
}

/**
 * How many products of the current step have been added.
 *
 * @param {State} state
 */
export function addedProducts(state) {
  return doneIn(shownProgress(state), "add", termCount(state));
}

/**
 * The number beside Σ: nothing yet, the running sum, or the finished value.
 *
 * @param {State} state
 * @returns {string}
 */
export function resultText(state) {
  const step = currentStep(state);
  const added = addedProducts(state);
  // A scatter step has no one sum: it adds to many cells.
  if (!step || added === 0 || state.trace.picture) return "";
  if (isWritten(state)) return valueText(step.value, step.exact, currentKernel(state).precision);
  return numberText(step.runningSums[added - 1] ?? 0, currentKernel(state).precision.decimals);
}

/**
 * What the products of each channel add up to, as far as all of them are added.
 *
 * @param {State} state
 * @returns {string[]}
 */
export function channelSumTexts(state) {
  const step = currentStep(state);
  if (!step) return [];
  const added = addedProducts(state);
  const taps = step.runningSums.length / step.channelSums.length;
  const { decimals } = currentKernel(state).precision;
  return step.channelSums.map((sum, channel) =>
    added >= (channel + 1) * taps ? numberText(sum, decimals) : "",
  );
}

/**
 * What happens to the sum of all channels before it is the value; empty where nothing does.
 *
 * @param {Kernel} kernel
 * @returns {string}
 */
export function afterSumText({ divisor, bias, precision }) {
  const divided = divisor > 1 ? `/ ${divisor}` : "";
  const amount = numberText(Math.abs(bias), precision.valueDecimals);
  const shifted = bias === 0 ? "" : `${bias < 0 ? "−" : "+"} ${amount}`;
  return `${divided} ${shifted}`.trim();
}

/**
 * The sentence of the place that the player is on its way to, so that it can be read on
 * the way: the whole step's, or that of a phase where it stops there.
 *
 * @param {State} state
 * @returns {string | null} null while the step is not known
 */
export function sentence(state) {
  const step = currentStep(state);
  if (!step) return null;
  const phase = phaseAt(state.player.target);
  return phase === "write" ? step.explanation : step.phases[phase];
}
