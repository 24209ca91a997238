/**
 * What comes from the server: a trace, what is computed beside it, or a problem.
 *
 * @typedef {import("./state.js").StepStore} StepStore
 * @typedef {import("./state.js").Settings} Settings
 * @typedef {import("./state.js").Trace} Trace
 * @typedef {import("./state.js").Problem} Problem
 * @typedef {import("../player/player.js").Player} Player
 */

import * as player from "../player/player.js";
import { inPicture } from "./state.js";

/**
 * @param {StepStore} store
 * @param {boolean} isLoading
 */
export function setLoading(store, isLoading) {
  store.set({ isLoading });
}

/**
 * Show a trace.
 *
 * @param {StepStore} store
 * @param {Trace} answer
 * @param {Settings} settings  what the trace answers
 */
export function showTrace(store, answer, settings) {
  const state = store.get();
  const trace = inPicture(answer, state.view.picture);
  // The steps of a long trace come after the page: nothing else about it is new.
  const isSame = settings === state.shown;
  const next = isSame ? state.player : playerFor(trace, state);
  const lit = isSame ? {} : { pointed: null, pinned: null };
  store.set({ trace, shown: settings, player: next, problem: null, isLoading: false, ...lit });
}

/** @param {Trace} trace */
function sizeOf({ geometry }) {
  return geometry.walkSize ?? geometry.outputSize;
}

/**
 * The player of another convolution.  The place is kept where the output has the
 * same size, so that two kernels can be compared on one patch.
 *
 * @param {Trace} trace
 * @param {import("./state.js").State} state
 * @returns {Player}
 */
function playerFor(trace, { player: current, trace: previous }) {
  const isSameSize = String(sizeOf(previous)) === String(sizeOf(trace));
  const step = isSameSize ? current.step : 0;
  return { ...player.newPlayer(trace.stepCount), speed: current.speed, step };
}

/**
 * @param {StepStore} store
 * @param {Problem | null} problem
 */
export function setProblem(store, problem) {
  store.set({ problem, isLoading: false });
}

/**
 * @param {StepStore} store
 * @param {import("./extras.js").ExtraName} name
 * @param {import("./extras.js").Extra} extra
 */
export function setExtra(store, name, extra) {
  store.set({ extras: { ...store.get().extras, [name]: extra } });
}
