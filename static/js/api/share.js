/**
 * One step to take along, as the API answers: addresses of its pictures, and texts to paste.
 *
 * @typedef {Map<string, string>} ShareTexts  by name, "alt" or "image.png"
 */

import { fetchDocument } from "./client.js";
import { camelCased } from "./trace.js";

/**
 * @param {string} address
 * @param {AbortSignal} signal
 * @returns {Promise<ShareTexts>}
 */
export async function fetchShare(address, signal) {
  return shareFrom(await fetchDocument(address, signal));
}

/**
 * @param {any} document  on the wire
 * @returns {ShareTexts}
 */
export function shareFrom(document) {
  const named = Object.entries(camelCased(document)).flatMap(([name, value]) =>
    typeof value === "string"
      ? [[name, value]]
      : Object.entries(value).map(([part, text]) => [`${name}.${part}`, text]),
  );
  return new Map(/** @type {[string, string][]} */ (named));
}
