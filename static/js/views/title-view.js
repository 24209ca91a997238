/**
 * The title of the page says which step it shows.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 */

/**
 * @param {StepStore} store
 * @param {AbortSignal} signal
 */
export function mountTitleView(store, signal) {
  store.watch(
    ({ player: { step, stepCount } }) => `Step ${step + 1} of ${stepCount} – Kernelwalk`,
    (title) => (document.title = title),
    signal,
  );
}
