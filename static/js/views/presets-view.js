/**
 * Presets: a list that sets many settings at once, and that says which one is on
 * screen as long as all of its settings are.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 * @typedef {import("../state/state.js").Settings} Settings
 */

import { changeSettings } from "../state/settings-actions.js";
import { settledFor } from "../state/operations.js";
import { element } from "./find.js";

/**
 * @param {HTMLElement} root
 * @param {StepStore} store
 * @param {AbortSignal} signal
 */
export function mountPresetsView(root, store, signal) {
  const list = /** @type {HTMLSelectElement} */ (element(root, "select"));
  const hint = element(root, ".hint");
  list.addEventListener(
    "change",
    () => {
      const { settings } = store.get();
      const chosen = { ...settings, ...settingsOf(list.selectedOptions[0]) };
      changeSettings(store, settledFor(chosen, settings.operation));
    },
    { signal },
  );
  store.watch(
    (state) => state.settings,
    (settings) => {
      const option = presetOf(list, settings);
      list.selectedIndex = option?.index ?? 0;
      hint.textContent = option?.dataset.shows ?? "";
    },
    signal,
  );
}

/**
 * The preset that these settings are: the one that was chosen, or one that sets all of them.
 *
 * @param {HTMLSelectElement} list
 * @param {Settings} settings
 */
function presetOf(list, settings) {
  const candidates = [
    ...list.selectedOptions,
    .../** @type {NodeListOf<HTMLOptionElement>} */ (list.querySelectorAll("[data-whole]")),
  ];
  return candidates.find((option) => {
    const wanted = Object.entries(settingsOf(option));
    return wanted.length > 0 && wanted.every(([name, text]) => settings[name] === text);
  });
}

/**
 * @param {HTMLOptionElement | undefined} option
 * @returns {Settings}
 */
function settingsOf(option) {
  return Object.fromEntries(new URLSearchParams(option?.value));
}
