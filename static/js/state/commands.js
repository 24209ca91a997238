/**
 * What a key or a button can be asked to do, by name.
 *
 * @typedef {import("./state.js").StepStore} StepStore
 * @typedef {keyof typeof COMMANDS | "help" | "fullscreen"} Command  the last two concern the window alone
 */

import * as actions from "./actions.js";
import { release } from "./pointing.js";

/** @param {string} detail */
const choose = (detail) => (/** @type {StepStore} */ store) => actions.setView(store, { detail });

export const COMMANDS = {
  forward: actions.goForward,
  back: actions.goBack,
  next: actions.goNext,
  previous: actions.goPrevious,
  nextRow: actions.goToNextRow,
  previousRow: actions.goToPreviousRow,
  first: actions.goFirst,
  last: actions.goLast,
  restart: actions.restart,
  play: actions.togglePlaying,
  faster: (/** @type {StepStore} */ store) => actions.changeSpeed(store, 1),
  slower: (/** @type {StepStore} */ store) => actions.changeSpeed(store, -1),
  detailStep: choose("step"),
  detailPhases: choose("phases"),
  detailProducts: choose("products"),
  detailSums: choose("sums"),
  present: actions.togglePresenting,
  blank: actions.toggleBlank,
  undo: actions.undo,
  redo: actions.redo,
  release,
};
