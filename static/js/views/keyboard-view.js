/**
 * Keys that work wherever the focus is, as long as it is not in a field or a grid
 * that needs them itself.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 */

import { goBack, goFirst, goForward, goLast, togglePlaying } from "../state/actions.js";

/** @type {Record<string, (store: StepStore) => void>} */
const KEYS = {
  ArrowRight: goForward,
  ArrowLeft: goBack,
  PageDown: goForward,
  PageUp: goBack,
  Home: goFirst,
  End: goLast,
  " ": togglePlaying,
};

/** A presenter's remote sends these, and must work wherever the focus was left. */
const REMOTE = ["PageDown", "PageUp"];

/** Whoever has the focus here uses arrows, Home and End for something else. */
const OWN_KEYS = "input, select, textarea, [contenteditable], [role=grid]";

/** A button keeps its Space. */
const OWN_SPACE = "button, a, summary";

/**
 * @param {StepStore} store
 * @param {AbortSignal} signal
 */
export function mountKeyboardView(store, signal) {
  document.addEventListener(
    "keydown",
    (event) => {
      const act = KEYS[event.key];
      if (!act || !isOurs(event)) return;
      event.preventDefault();
      // Held down, an arrow walks on; a held Space must not play and pause in turn.
      if (!event.repeat || event.key !== " ") act(store);
    },
    { signal },
  );
}

/** @param {KeyboardEvent} event */
function isOurs(event) {
  const { key, target } = event;
  const modifiers = ["Control", "Meta", "Alt", "Shift"];
  if (event.isComposing || modifiers.some((name) => event.getModifierState(name))) return false;
  if (!(target instanceof Element)) return true;
  if (REMOTE.includes(key)) return !target.closest("textarea, select, input[type=text]");
  if (key === " " && target.closest(OWN_SPACE)) return false;
  return !target.closest(OWN_KEYS);
}
