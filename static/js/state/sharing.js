/**
 * What the share dialog shows: the step on screen as addresses and texts, from the server.
 *
 * @typedef {import("./state.js").State} State
 * @typedef {import("./state.js").Boot} Boot
 * @typedef {import("../api/share.js").ShareTexts} ShareTexts
 *
 * @typedef {object} Shared
 * @property {ShareTexts} texts  empty where there are none
 * @property {string} problem    why there are none, in a sentence; empty where there are
 */

import { fetchDocument } from "../api/client.js";
import { fetchShare } from "../api/share.js";
import { searchOf } from "./address.js";

const UNREACHABLE = "The server does not answer. What is shown on the page stays.";

/**
 * @param {State} state
 * @param {Boot} boot
 * @param {Record<string, string>} looks  of pictures and films, where they are not the usual ones
 * @param {AbortSignal} signal
 * @returns {Promise<Shared>}
 */
export async function sharedStep(state, boot, looks, signal) {
  const { operation = "conv2d" } = state.shown;
  const query = new URLSearchParams(searchOf(state, boot));
  for (const [name, value] of Object.entries(looks)) query.set(name, value);
  const address = `${boot.api}/${operation}/share?${query}`;
  try {
    return { texts: await fetchShare(address, signal), problem: "" };
  } catch (error) {
    return { texts: new Map(), problem: sentenceOf(error) };
  }
}

/**
 * Why there is no picture at an address.
 *
 * @param {string} address
 * @param {AbortSignal} signal
 * @returns {Promise<string>}
 */
export async function whyNoPicture(address, signal) {
  try {
    await fetchDocument(address, signal);
  } catch (error) {
    return sentenceOf(error);
  }
  return UNREACHABLE;
}

/** @param {unknown} error */
function sentenceOf(error) {
  return (error instanceof Error && error.message) || UNREACHABLE;
}
