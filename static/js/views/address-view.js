/**
 * State ⇄ address bar: another convolution is a new entry, so that Back undoes it;
 * another step only replaces the entry.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 * @typedef {import("../state/state.js").Settings} Settings
 */

import { changeSettings, goTo } from "../state/actions.js";
import { queryOf, readSearch, searchOf } from "../state/address.js";
import { announcement, trace } from "../state/selectors.js";

/** Browsers refuse more than about 100 changes in 30 seconds. */
const REST_MILLISECONDS = 350;

/**
 * @param {StepStore} store
 * @param {Settings} defaults
 * @param {AbortSignal} signal
 */
export function mountAddressView(store, defaults, signal) {
  const write = createWriter(store, defaults);
  let timer = 0;
  /** @type {number | null} The step to return to, while its convolution is on its way. */
  let returningTo = null;

  store.watch(
    trace,
    () => {
      if (returningTo !== null) goTo(store, returningTo);
      write(returningTo !== null);
      returningTo = null;
    },
    signal,
  );
  store.watch(
    (state) => searchOf(state, defaults),
    () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => write(), REST_MILLISECONDS);
    },
    signal,
  );
  const onPopState = () => {
    const { settings, step } = readSearch(location.search, defaults);
    returningTo = step;
    changeSettings(store, settings);
  };
  window.addEventListener("popstate", onPopState, { signal });
}

/**
 * @param {StepStore} store
 * @param {Settings} defaults
 * @returns {(isReturning?: boolean) => void} brings the address bar up to date
 */
function createWriter(store, defaults) {
  let shown = queryOf(store.get().shown, defaults);

  return (isReturning) => {
    const state = store.get();
    const next = queryOf(state.shown, defaults);
    const isAnother = next !== shown && isReturning !== true;
    shown = next;
    document.title = `${announcement(state).split(".")[0]} – Kernelwalk`;
    const search = searchOf(state, defaults);
    if (search === location.search) return;
    const method = isAnother ? "pushState" : "replaceState";
    history[method](null, "", location.pathname + search);
  };
}
