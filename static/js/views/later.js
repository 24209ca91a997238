/**
 * Parts of the page that come when they are first wanted, so that a first visit does not
 * wait for what most visitors never open.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 * @typedef {import("../state/state.js").State} State
 */

import { setProblem } from "../state/actions.js";

const UNREACHABLE =
  "The server does not answer, and this part of the page has not been here yet. What you see stays.";

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
        setProblem(store, { detail: UNREACHABLE, errors: [], isUnreachable: true });
      });
    },
    signal,
  );
}
