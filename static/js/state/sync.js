/**
 * Keep the trace true to the settings: ask the server, drop what is no longer
 * wanted, and never take away what is on screen.
 *
 * @typedef {import("./state.js").StepStore} StepStore
 * @typedef {import("./state.js").Settings} Settings
 */

import { ApiProblem, fetchTrace, UnreachableError } from "../api/client.js";
import { setLoading, setProblem, showTrace } from "./trace-actions.js";
import { queryOf } from "./address.js";

const UNREACHABLE =
  "The server does not answer. What you see stays, and stepping works; a new setting needs the server.";

/**
 * @param {StepStore} store
 * @param {{ api: string, defaults: Settings }} boot
 * @param {AbortSignal} signal
 */
export function keepTraceInSync(store, { api, defaults }, signal) {
  let pending = new AbortController();

  /** @param {Settings} settings */
  async function load(settings) {
    pending = new AbortController();
    const request = AbortSignal.any([pending.signal, signal]);
    const { operation = "conv2d" } = settings;
    setLoading(store, true);
    try {
      const trace = await fetchTrace(api, operation, queryOf(settings, defaults), request);
      if (!request.aborted) showTrace(store, trace, settings);
    } catch (error) {
      if (!request.aborted) setProblem(store, problemOf(error));
    }
  }

  store.watch(
    (state) => state.settings,
    (settings) => {
      const { shown, trace } = store.get();
      const isShown = settings === shown && isWhole(trace);
      pending.abort();
      if (!isShown) load(settings);
    },
    signal,
  );
}

/**
 * Whether all steps are here; of a transposed convolution those of both pictures.
 *
 * @param {import("./state.js").Trace} trace
 */
function isWhole(trace) {
  const pictures = Object.values(trace.pictures ?? { own: trace });
  return pictures.every(({ steps, stepCount }) => steps.length === stepCount);
}

/**
 * @param {unknown} error
 * @returns {import("./state.js").Problem}
 */
function problemOf(error) {
  if (error instanceof ApiProblem) {
    return { detail: error.message, errors: error.errors, isUnreachable: false };
  }
  if (error instanceof UnreachableError) {
    return { detail: UNREACHABLE, errors: [], isUnreachable: true };
  }
  throw error;
}
