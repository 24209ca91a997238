/**
 * Keys that work wherever the focus is, as long as it is not in a field or a grid
 * that needs them itself.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 * @typedef {import("../state/keys.js").Key} Key
 * @typedef {import("../state/keys.js").KeyGroup} KeyGroup
 */

import { chordOf, isCharacter, keyOf } from "../state/keys.js";

/** Where a key has a meaning of its own; a click on the slider or a choice must not take the letters away. */
const OWNERS = {
  arrows:
    "input:not([type=checkbox]), select, textarea, [contenteditable], [role=grid], [role=tablist]",
  characters:
    "input:not([type=checkbox], [type=radio], [type=range]), select, textarea, [contenteditable], [role=grid]",
  everywhere:
    "input:not([type=checkbox], [type=radio], [type=range]), select, textarea, [contenteditable]",
  text: "input:not([type=checkbox], [type=radio], [type=range]), textarea, [contenteditable]",
  space: "button, a, summary, input:not([type=range])",
};

/**
 * @param {StepStore} store
 * @param {import("./command-view.js").Runner} run
 * @param {readonly KeyGroup[]} keyGroups  the keys that the page has
 * @param {AbortSignal} signal
 */
export function mountKeyboardView(store, run, keyGroups, signal) {
  const keys = keyGroups.flatMap((group) => group.keys);
  document.addEventListener(
    "keydown",
    (event) => {
      const chord = chordOf(event, (modifier) => event.getModifierState(modifier));
      const key = keyOf(chord, keys);
      if (!key || !isOurs(event, key, chord) || !isOn(chord, store.get())) return;
      event.preventDefault();
      // Held down, an arrow walks on; a held Space must not play and pause in turn.
      if (!event.repeat || !key.isOnce) run(key.command);
    },
    { signal },
  );
}

/**
 * A single letter, digit or symbol can be switched off.
 *
 * @param {string} chord
 * @param {import("../state/state.js").State} state
 */
function isOn(chord, { view }) {
  return view.keys !== "0" || !isCharacter(chord);
}

/**
 * @param {KeyboardEvent} event
 * @param {Key} key
 * @param {string} chord
 */
function isOurs({ defaultPrevented, isComposing, target }, key, chord) {
  if (defaultPrevented || isComposing || document.querySelector("dialog[open]")) return false;
  return !(target instanceof Element && target.closest(ownersOf(key, chord)));
}

/**
 * @param {Key} key
 * @param {string} chord
 */
function ownersOf({ isEverywhere }, chord) {
  if (chord === " ") return `${OWNERS.space}, ${OWNERS.characters}`;
  if (chord.startsWith("Ctrl+")) return OWNERS.text;
  if (isEverywhere) return OWNERS.everywhere;
  return isCharacter(chord) ? OWNERS.characters : OWNERS.arrows;
}
