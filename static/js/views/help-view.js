/**
 * The keyboard help, written from the keys that the page has, and the switch for single-key
 * shortcuts, which is remembered for the next visit.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 * @typedef {import("../state/keys.js").Key} Key
 * @typedef {import("../state/keys.js").KeyGroup} KeyGroup
 */

import { setView } from "../state/view-actions.js";
import { keyNames } from "../state/keys.js";
import { element } from "./find.js";

/** Where the switch is remembered. */
const STORED = "kernelwalk-keys";

/**
 * @param {HTMLElement} root
 * @param {readonly KeyGroup[]} keyGroups  the keys that the page has
 * @param {StepStore} store
 * @param {AbortSignal} signal
 */
export function mountHelpView(root, keyGroups, store, signal) {
  element(root, ".key-groups").replaceChildren(
    ...keyGroups.flatMap(({ title, keys }) => [
      made("h3", title),
      made("dl", ...keys.flatMap(line)),
    ]),
  );
  if (remembered() === "0") setView(store, { keys: "0" });
  store.watch(({ view }) => view.keys ?? "1", remember, signal);
}

/** @returns {string | null} */
function remembered() {
  try {
    return localStorage.getItem(STORED);
  } catch {
    // A page in a foreign frame, or a browser told to, keeps nothing.
    return null;
  }
}

/**
 * @param {string} keys
 * @param {string} previous
 */
function remember(keys, previous) {
  if (keys === previous) return;
  try {
    localStorage.setItem(STORED, keys);
  } catch {
    // Then it holds until the page is left.
  }
}

/**
 * One key with what it does.
 *
 * @param {Key} key
 */
function line({ chords, does }) {
  const names = chords
    .map(keyNames)
    .flatMap((parts, index) => [
      ...(index ? [" or "] : []),
      ...parts.flatMap((part, place) => (place ? [" + ", made("kbd", part)] : [made("kbd", part)])),
    ]);
  const pair = made("div", made("dt", ...names), made("dd", does));
  return [pair];
}

/**
 * @param {string} name
 * @param {...(Node | string)} children
 */
function made(name, ...children) {
  const node = document.createElement(name);
  node.append(...children);
  return node;
}
