/**
 * Answers that only an open panel needs: the same convolution as programs, the JSON of
 * a step, the comparison of correlation and convolution.  Each is fetched when its
 * panel is open and what is on screen is another one, and dropped when it is too late.
 *
 * @typedef {import("./state.js").State} State
 * @typedef {import("./state.js").StepStore} StepStore
 * @typedef {import("./state.js").Settings} Settings
 *
 * @typedef {{ api: string, defaults: Settings }} Source
 *
 * @typedef {object} Extra
 * @property {any} value        null until the first answer is here
 * @property {string} problem   why there is none; empty where there is one
 *
 * @typedef {"programs" | "step" | "comparison"} ExtraName
 */

import { fetchDocument } from "../api/client.js";
import { comparisonFrom } from "../api/comparison.js";
import { setExtra } from "./trace-actions.js";
import { queryOf } from "./address.js";

/** Let a burst of steps end before one of them is asked for. */
const REST_MILLISECONDS = 120;

/** @type {Record<ExtraName, { address: (state: State, source: Source) => string | null, read: (document: any) => any }>} */
const EXTRAS = {
  programs: {
    address: (state, source) => (isOpen(state, "code") ? addressOf(state, source, "") : null),
    read: ({ equivalent }) => equivalent,
  },
  step: {
    address: (state, source) =>
      isOpen(state, "code") && state.codeTab === "json" ? stepAddress(state, source) : null,
    read: (document) => document,
  },
  comparison: {
    address: (state, source) =>
      isOpen(state, "compare") && isComparable(state)
        ? addressOf(state, source, "/comparison")
        : null,
    read: comparisonFrom,
  },
};

/**
 * Whether there is a comparison: convolution and correlation are two ways of one operation.
 *
 * @param {State} state
 */
export function isComparable({ shown }) {
  return operationOf(shown) === "conv2d";
}

/** @param {Settings} shown */
function operationOf({ operation = "conv2d" }) {
  return operation;
}

/**
 * Where the API has what is on screen.
 *
 * @param {State} state
 * @param {Source} source
 * @param {string} rest  what stands behind the operation
 */
export function addressOf({ shown }, { api, defaults }, rest) {
  const query = queryOf(shown, defaults);
  return `${api}/${operationOf(shown)}${rest}${query && `?${query}`}`;
}

/**
 * @param {State} state
 * @param {Source} source
 */
export function stepAddress(state, source) {
  return addressOf(state, source, `/steps/${state.player.step + 1}`);
}

/**
 * @param {State} state
 * @param {string} panel
 */
function isOpen({ view }, panel) {
  return view[panel] === "1";
}

/**
 * @param {StepStore} store
 * @param {Source} source
 * @param {AbortSignal} signal
 */
export function keepExtrasInSync(store, source, signal) {
  for (const [name, { address, read }] of Object.entries(EXTRAS)) {
    const show = (/** @type {Extra} */ extra) =>
      setExtra(store, /** @type {ExtraName} */ (name), extra);
    let pending = new AbortController();
    store.watch(
      (state) => address(state, source),
      (wanted) => {
        pending.abort();
        pending = new AbortController();
        if (wanted !== null) load(wanted, read, show, AbortSignal.any([pending.signal, signal]));
      },
      signal,
    );
  }
}

/**
 * @param {string} address
 * @param {(document: any) => any} read
 * @param {(extra: Extra) => void} show
 * @param {AbortSignal} request
 */
async function load(address, read, show, request) {
  await new Promise((resolve) => setTimeout(resolve, REST_MILLISECONDS));
  if (request.aborted) return;
  try {
    const document = await fetchDocument(address, request);
    if (!request.aborted) show({ value: read(document), problem: "" });
  } catch (error) {
    if (!request.aborted) show({ value: null, problem: problemOf(error) });
  }
}

/** @param {unknown} error */
function problemOf(error) {
  if (!(error instanceof Error)) throw error;
  return error.message || "The server does not answer.";
}
