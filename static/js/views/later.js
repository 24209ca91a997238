/**
 * Parts of the page that come when they are first wanted, so that a first visit does not
 * wait for what most visitors never open.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 * @typedef {import("../state/state.js").State} State
 */

import { setProblem } from "../state/trace-actions.js";
import { onOpening } from "./dialog-view.js";
import { element } from "./find.js";

const UNREACHABLE =
  "The server does not answer, and this part of the page has not been here yet. What you see stays.";
const PROBLEM = { detail: UNREACHABLE, errors: [], isUnreachable: true };

/**
 * @param {StepStore} store
 * @param {(state: State) => boolean} isWanted
 * @param {() => Promise<void>} mount  loads and mounts the part
 * @param {AbortSignal} signal
 */
export function mountLater(store, isWanted, mount, signal) {
  let isMounted = false;
  store.watch(
    isWanted,
    (wanted) => {
      if (!wanted || isMounted) return;
      isMounted = true;
      mount().catch(() => {
        isMounted = false;
        setProblem(store, PROBLEM);
      });
    },
    signal,
  );
}

/**
 * The same for a part that is wanted when its dialog opens.
 *
 * @param {HTMLElement} dialog
 * @param {() => Promise<void>} mount
 * @param {AbortSignal} signal
 */
export function mountOnOpening(dialog, mount, signal) {
  let isMounted = false;
  const problem = element(dialog, "[role=alert]");
  onOpening(
    dialog,
    () => {
      if (isMounted) return;
      isMounted = true;
      problem.textContent = "";
      mount().catch(() => {
        isMounted = false;
        problem.textContent = UNREACHABLE;
        problem.hidden = false;
      });
    },
    signal,
  );
}

/**
 * The same for a part that a button switches on and off: clicks before it is here wait for it.
 *
 * @param {HTMLElement} button
 * @param {() => Promise<void>} mount  loads the part, which then hears the clicks itself
 * @param {StepStore} store
 * @param {AbortSignal} signal
 */
export function mountOnFirstClick(button, mount, store, signal) {
  const mounted = new AbortController();
  let clicks = 0;
  const pass = () => {
    mounted.abort();
    for (; clicks > 0; clicks -= 1) button.click();
  };
  const refuse = () => {
    clicks = 0;
    setProblem(store, PROBLEM);
  };
  const wait = () => {
    clicks += 1;
    if (clicks === 1) mount().then(pass, refuse);
  };
  button.addEventListener("click", wait, { signal: AbortSignal.any([signal, mounted.signal]) });
}
