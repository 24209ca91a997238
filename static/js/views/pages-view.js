/**
 * The links to the other pages take the convolution along, as it stands on this one.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 * @typedef {import("../state/state.js").Settings} Settings
 */

import { searchOf } from "../state/address.js";

/**
 * @param {HTMLElement} root  the navigation
 * @param {StepStore} store
 * @param {{ defaults: Settings, viewDefaults: Settings }} boot
 * @param {AbortSignal} signal
 */
export function mountPagesView(root, store, boot, signal) {
  const links = [...root.querySelectorAll("a")];
  store.watch(
    (state) => searchOf(state, boot),
    (search) => {
      for (const link of links) link.search = search;
    },
    signal,
  );
}
