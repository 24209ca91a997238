/**
 * Any answer of the server, as it comes: JSON, text, a picture or a problem.
 *
 * @typedef {object} Ask
 * @property {string} method
 * @property {string} address
 * @property {string | null} body  JSON, or null for none
 *
 * @typedef {object} Answer
 * @property {number} status
 * @property {string} type  media type, without its parameters
 * @property {Blob} content
 */

/**
 * @param {Ask} ask
 * @param {AbortSignal} signal
 * @returns {Promise<Answer>}
 */
export async function answerTo({ method, address, body }, signal) {
  /** @type {Record<string, string>} */
  const headers = body === null ? {} : { "content-type": "application/json" };
  const response = await fetch(address, { method, body, headers, cache: "no-cache", signal });
  const [type = ""] = (response.headers.get("content-type") ?? "").split(";");
  return { status: response.status, type: type.trim(), content: await response.blob() };
}
