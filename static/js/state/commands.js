/**
 * What a key or a button can be asked to do, by name.
 *
 * @typedef {import("./state.js").StepStore} StepStore
 * @typedef {keyof typeof COMMANDS | "help" | "fullscreen"} Command  the last two concern the window alone
 */

import * as walk from "./player-actions.js";
import { release } from "./pointing.js";
import { redo, undo } from "./settings-actions.js";
import * as view from "./view-actions.js";

/** @param {string} detail */
const choose = (detail) => (/** @type {StepStore} */ store) => view.setView(store, { detail });

export const COMMANDS = {
  forward: walk.goForward,
  back: walk.goBack,
  next: walk.goNext,
  previous: walk.goPrevious,
  nextRow: walk.goToNextRow,
  previousRow: walk.goToPreviousRow,
  first: walk.goFirst,
  last: walk.goLast,
  restart: walk.restart,
  play: walk.togglePlaying,
  faster: (/** @type {StepStore} */ store) => view.changeSpeed(store, 1),
  slower: (/** @type {StepStore} */ store) => view.changeSpeed(store, -1),
  detailStep: choose("step"),
  detailPhases: choose("phases"),
  detailProducts: choose("products"),
  detailSums: choose("sums"),
  present: view.togglePresenting,
  blank: view.toggleBlank,
  undo,
  redo,
  release,
};
