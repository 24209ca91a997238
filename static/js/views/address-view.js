/**
 * State ⇄ address bar: another convolution is a new entry, so that Back undoes it;
 * another step only replaces the entry.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 * @typedef {import("../state/state.js").Settings} Settings
 */

import { goTo } from "../state/player-actions.js";
import { changeSettings, keepShown, setReturn, setTrail } from "../state/settings-actions.js";
import { queryOf, readSearch, searchOf } from "../state/address.js";
import { trace } from "../state/selectors.js";
import { markOf, pushed } from "../state/trail.js";
import { createBar } from "./address-bar.js";

/**
 * @param {StepStore} store
 * @param {{ defaults: Settings, viewDefaults: Settings }} boot
 * @param {AbortSignal} signal
 */
export function mountAddressView(store, boot, signal) {
  const { defaults } = boot;
  const bar = createBar(searchOf(store.get(), boot));
  let shown = queryOf(store.get().shown, defaults);
  let begun = store.get().edit;

  function follow() {
    const { returningTo, edit } = store.get();
    const query = queryOf(store.get().shown, defaults);
    if (returningTo !== null) goTo(store, returningTo);
    else if (query !== shown && edit !== begun) beginEntry(store, boot, bar);
    shown = query;
    begun = edit;
    setReturn(store, null);
  }
  store.watch(trace, follow, signal);
  store.watch((state) => searchOf(state, boot), bar.show, signal);
  const onPopState = () => {
    if (!bar.hasMoved()) return;
    const { settings, step } = readSearch(location.search, defaults);
    const isShown = queryOf(settings, defaults) === shown;
    setReturn(store, isShown ? null : step);
    if (isShown) keepShown(store, step);
    else changeSettings(store, settings);
  };
  window.addEventListener("popstate", onPopState, { signal });
  window.addEventListener("pagehide", bar.write, { signal });
}

/**
 * Another convolution is on screen, and Back leads to the one before.
 *
 * @param {StepStore} store
 * @param {{ defaults: Settings, viewDefaults: Settings }} boot
 * @param {import("./address-bar.js").AddressBar} bar
 */
function beginEntry(store, boot, bar) {
  setTrail(store, pushed(store.get().trail));
  bar.push(searchOf(store.get(), boot), markOf(store.get().trail));
}
