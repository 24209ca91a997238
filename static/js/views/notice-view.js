/**
 * What the page has to say about itself: a problem that no field shows, notices
 * about the address, and whether it is waiting for an answer.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 */

import { askAgain } from "../state/settings-actions.js";
import { element } from "./find.js";

/**
 * @param {HTMLElement} root
 * @param {StepStore} store
 * @param {AbortSignal} signal
 */
export function mountNoticeView(root, store, signal) {
  const alert = element(root, ".alert");
  const sentence = element(alert, ".sentence");
  const retry = element(alert, "button");
  const notices = root.querySelector(".notices");

  retry.addEventListener("click", () => askAgain(store), { signal });
  notices?.querySelector("button")?.addEventListener("click", () => notices.remove(), { signal });
  store.watch(
    (state) => state.problem,
    (problem) => {
      const isElsewhere = problem?.errors.some(({ pointer }) => pointer !== "#") ?? false;
      alert.hidden = problem === null || isElsewhere;
      sentence.textContent = problem?.detail ?? "";
      retry.hidden = !problem?.isUnreachable;
    },
    signal,
  );
  store.watch(
    (state) => state.isLoading,
    (isLoading) => {
      root.ariaBusy = String(isLoading);
    },
    signal,
  );
}
