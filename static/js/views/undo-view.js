/**
 * Undo and redo: follows the trail through the browser's history, never beyond our own
 * entries, and remembers it over a reload.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 * @typedef {import("../state/trail.js").Trail} Trail
 */

import { setTrail } from "../state/settings-actions.js";
import { canRedo, canUndo } from "../state/selectors.js";
import { arrived, markOf, trailOf } from "../state/trail.js";
import { element } from "./find.js";

/** Under this name the tab remembers how far there is to redo. */
const KEPT = "kernelwalk-trail";

/**
 * @param {HTMLElement} root  where the two buttons are
 * @param {StepStore} store
 * @param {AbortSignal} signal
 */
export function mountUndoView(root, store, signal) {
  followTrail(store, signal);
  const buttons = { undo: canUndo, redo: canRedo };
  for (const [command, isPossible] of Object.entries(buttons)) {
    const button = element(root, `[data-command=${command}]`);
    // With nothing to do it can still be reached, so that the focus is not lost at the last undo.
    store.watch(isPossible, (can) => (button.ariaDisabled = String(!can)), signal);
  }
}

/** @type {(store: StepStore, signal: AbortSignal) => void} */
function followTrail(store, signal) {
  setTrail(store, trailOf(history.state, kept(), performance.timeOrigin));
  history.replaceState(markOf(store.get().trail), "");
  let isUnderWay = false;
  window.addEventListener(
    "popstate",
    ({ state }) => {
      isUnderWay = false;
      setTrail(store, arrived(store.get().trail, state));
      if (!state) history.replaceState(markOf(store.get().trail), "");
    },
    { signal },
  );
  store.watch(
    (state) => state.trail,
    (trail) => {
      keep(trail);
      if (isUnderWay || trail.goal === trail.entry) return;
      isUnderWay = true;
      history.go(trail.goal - trail.entry);
    },
    signal,
  );
}

/** @returns {{ run: number, last: number } | null} */
function kept() {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
  } catch {
    // A frame on a foreign page may have no storage.
    return null;
  }
}

/** @param {Trail} trail */
function keep({ run, last }) {
  try {
    sessionStorage.setItem(KEPT, JSON.stringify({ run, last }));
  } catch {
    // Then nothing can be redone after a reload, and all else works.
  }
}
