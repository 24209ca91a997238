/**
 * The theme: the system's own, light, dark, or plain white for a projector.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 */

import { setTheme } from "../state/actions.js";
import { element } from "./find.js";

/**
 * @param {HTMLElement} root
 * @param {StepStore} store
 * @param {AbortSignal} signal
 */
export function mountThemeView(root, store, signal) {
  const select = /** @type {HTMLSelectElement} */ (element(root, "select[name=theme]"));
  select.addEventListener("change", () => setTheme(store, select.value), { signal });
  store.watch(
    (state) => state.theme,
    (theme) => {
      select.value = theme;
      document.documentElement.dataset.theme = theme;
    },
    signal,
  );
}
