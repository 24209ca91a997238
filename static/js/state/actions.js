/**
 * Every way in which the state may change.
 *
 * @typedef {import("./state.js").StepStore} StepStore
 * @typedef {import("./state.js").Settings} Settings
 * @typedef {import("./state.js").Trace} Trace
 * @typedef {import("./state.js").Problem} Problem
 * @typedef {import("../player/player.js").Player} Player
 * @typedef {import("../player/player.js").Pace} Pace
 * @typedef {import("../player/stops.js").Phase} Phase
 */

import * as player from "../player/player.js";
import { inPicture } from "./state.js";
import { advance } from "../player/playing.js";
import { pace } from "./selectors.js";
import * as trails from "./trail.js";

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
 * @param {import("./extras.js").ExtraName} name
 * @param {import("./extras.js").Extra} extra
 */
export function setExtra(store, name, extra) {
  store.set({ extras: { ...store.get().extras, [name]: extra } });
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
