/**
 * Parts of the page that come when they are first wanted, so that a first visit does not
 * wait for what most visitors never open.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 * @typedef {import("../state/state.js").State} State
 */

import { setProblem } from "../state/actions.js";
import { onOpening } from "./dialog-view.js";
import { element } from "./find.js";

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

/**
 * The same for a part that is wanted when its dialog opens.
 *
 * @param {HTMLElement} dialog
 * @param {() => Promise<void>} mount
 * @param {AbortSignal} signal
 */
export function mountOnOpening(dialog, mount, signal) {
  let isMounted = false;
  const problem = element(dialog, ".share-problem");
  onOpening(
    dialog,
    () => {
      if (isMounted) return;
      isMounted = true;
      problem.hidden = true;
      mount().catch(() => {
        isMounted = false;
        problem.textContent = UNREACHABLE;
        problem.hidden = false;
      });
    },
    signal,
  );
}
