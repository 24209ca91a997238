/**
 * The link to the full page: it leads to the step that is on screen.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 * @typedef {import("../state/state.js").Boot} Boot
 */

import { searchOf } from "../state/address.js";

/**
 * @param {HTMLAnchorElement} link
 * @param {StepStore} store
 * @param {Boot} boot
 * @param {AbortSignal} signal
 */
export function mountFullPageView(link, store, boot, signal) {
  store.watch(
    (state) => searchOf(state, boot),
    (search) => (link.search = search),
    signal,
  );
}
