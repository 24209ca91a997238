/**
 * The black screen: nothing behind it is seen, and nothing behind it acts.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 */

import { toggleBlank } from "../state/view-actions.js";
import { chordOf } from "../state/keys.js";

/** What ends it, besides a click. */
const ENDS = [".", "B", "Escape"];

/** Shortcuts of the browser, and its function keys. */
const OF_THE_BROWSER = /^(Ctrl|Alt|F\d)/;

/**
 * @param {Document} page
 * @param {StepStore} store
 * @param {AbortSignal} signal
 */
export function mountBlankView(page, store, signal) {
  store.watch(
    (state) => state.isBlank,
    (isBlank) => page.documentElement.toggleAttribute("data-blank", isBlank),
    signal,
  );
  const options = { capture: true, signal };
  page.addEventListener("keydown", (event) => guardKey(store, event), options);
  page.addEventListener("click", (event) => guard(store, event, true), options);
}

/**
 * @param {StepStore} store
 * @param {KeyboardEvent} event
 */
function guardKey(store, event) {
  const chord = chordOf(event, (modifier) => event.getModifierState(modifier));
  if (!OF_THE_BROWSER.test(chord)) guard(store, event, ENDS.includes(chord) && !event.repeat);
}

/**
 * @param {StepStore} store
 * @param {Event} event
 * @param {boolean} isEnd
 */
function guard(store, event, isEnd) {
  if (!store.get().isBlank) return;
  event.preventDefault();
  event.stopPropagation();
  if (isEnd) toggleBlank(store);
}
