/**
 * State ⇄ address bar: another convolution is a new entry, so that Back undoes it;
 * another step only replaces the entry.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 * @typedef {import("../state/state.js").Settings} Settings
 */

import { changeSettings, goTo, keepShown } from "../state/actions.js";
import { queryOf, readSearch, searchOf } from "../state/address.js";
import { trace } from "../state/selectors.js";

/** Browsers refuse more than about 100 changes in 30 seconds. */
const REST_MILLISECONDS = 350;

/**
 * @param {StepStore} store
 * @param {{ defaults: Settings, viewDefaults: Settings }} boot
 * @param {AbortSignal} signal
 */
export function mountAddressView(store, boot, signal) {
  const { defaults } = boot;
  const bar = createBar(searchOf(store.get(), boot));
  let shown = queryOf(store.get().shown, defaults);
  /** @type {number | null} The step to return to, while its convolution is on its way. */
  let returningTo = null;

  store.watch(
    trace,
    () => {
      const query = queryOf(store.get().shown, defaults);
      if (returningTo !== null) goTo(store, returningTo);
      else if (query !== shown) bar.push(searchOf(store.get(), boot));
      shown = query;
      returningTo = null;
    },
    signal,
  );
  store.watch((state) => searchOf(state, boot), bar.show, signal);
  mountTitle(store, signal);
  const onPopState = () => {
    if (!bar.hasMoved()) return;
    const { settings, step } = readSearch(location.search, defaults);
    const isShown = queryOf(settings, defaults) === shown;
    returningTo = isShown ? null : step;
    if (isShown) keepShown(store, step);
    else changeSettings(store, settings);
  };
  window.addEventListener("popstate", onPopState, { signal });
  window.addEventListener("pagehide", bar.write, { signal });
}

/** @type {(store: StepStore, signal: AbortSignal) => void} */
function mountTitle(store, signal) {
  store.watch(
    ({ player: { step, stepCount } }) => `Step ${step + 1} of ${stepCount} – Kernelwalk`,
    (title) => (document.title = title),
    signal,
  );
}

/**
 * The address bar, written when stepping rests for a moment.
 *
 * @param {string} initial
 * @returns {{ write: () => void, push: (next: string) => void, show: (search: string) => void, hasMoved: () => boolean }}
 *   push begins a new entry, after the old one has got the step at which it was left; hasMoved
 *   tells another entry from a jump within this one, as by the skip link
 */
function createBar(initial) {
  let search = initial;
  let written = location.search;
  let timer = 0;
  const write = () => {
    clearTimeout(timer);
    if (search !== location.search) history.replaceState(null, "", location.pathname + search);
    written = location.search;
  };
  write();
  return {
    write,
    push(next) {
      write();
      search = next;
      history.pushState(null, "", location.pathname + search);
      written = location.search;
    },
    show(next) {
      search = next;
      clearTimeout(timer);
      timer = window.setTimeout(write, REST_MILLISECONDS);
    },
    hasMoved() {
      const before = written;
      written = location.search;
      return written !== before;
    },
  };
}
