/**
 * The REST API as promises: traces in, problems as errors.  What the wire
 * calls its parts is known to trace.js alone.
 *
 * @typedef {import("./trace.js").Trace} Trace
 *
 * @typedef {{ pointer: string, detail: string }} ProblemDetail
 */

import { traceFrom } from "./trace.js";

/** The server refused; its sentence says what to change. */
export class ApiProblem extends Error {
  /**
   * @param {string} detail
   * @param {ProblemDetail[]} errors
   */
  constructor(detail, errors) {
    super(detail);
    this.name = "ApiProblem";
    this.errors = errors;
  }
}

/** The server did not answer. */
export class UnreachableError extends Error {}

/**
 * The text at an address of the API.
 *
 * @param {string} address
 * @param {string} accept
 * @param {AbortSignal} signal
 * @returns {Promise<string>}
 */
async function get(address, accept, signal) {
  const { isOk, text } = await answerFrom(address, accept, signal).catch((error) => {
    throw signal.aborted ? error : new UnreachableError();
  });
  if (isOk) return text;
  throw problemIn(text);
}

/**
 * @param {string} address
 * @param {string} accept
 * @param {AbortSignal} signal
 */
async function answerFrom(address, accept, signal) {
  // "no-cache" asks again and gets a 304; a kept answer of an older version could not be read.
  const response = await fetch(address, { headers: { accept }, cache: "no-cache", signal });
  return { isOk: response.ok, text: await response.text() };
}

/**
 * @param {string} text
 * @returns {Error}
 */
function problemIn(text) {
  const { detail, errors = [] } = read(text);
  return detail ? new ApiProblem(detail, errors) : new UnreachableError();
}

/**
 * A JSON document; what a proxy or a log-in page says instead of one means that the
 * server is not there.
 *
 * @param {string} text
 * @returns {any}
 */
function read(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new UnreachableError();
  }
}

/**
 * @param {string} address
 * @param {AbortSignal} signal
 * @returns {Promise<any>}
 */
export async function fetchDocument(address, signal) {
  return read(await get(address, "application/json", signal));
}

/**
 * A convolution with all of its steps, however many they are.
 *
 * @param {string} root    where the API is, such as "/api/v1"
 * @param {string} operation  the name of it there
 * @param {string} query   the convolution, without the "?"
 * @param {AbortSignal} signal
 * @returns {Promise<Trace>}
 */
export async function fetchTrace(root, operation, query, signal) {
  const answer = await get(`${root}/${operation}?${query}`, "application/json", signal);
  const document = read(answer);
  if (!Array.isArray(document.steps)) throw new UnreachableError();
  const isWhole = document.steps.length === document.step_count;
  const scatter = document.scatter_steps;
  if (isWhole && scatter?.length === document.scatter_step_count) return traceFrom(document);
  const lines = (/** @type {string} */ choice) =>
    stepsFrom(`${root}/${operation}/steps?${query}${choice}`, signal);
  const whole = { ...document, steps: isWhole ? document.steps : await lines("") };
  return traceFrom(scatter ? { ...whole, scatter_steps: await lines("&picture=scatter") } : whole);
}

/**
 * All steps of an address, as they stand on the wire.
 *
 * @param {string} address
 * @param {AbortSignal} signal
 */
async function stepsFrom(address, signal) {
  const lines = await get(address, "application/x-ndjson", signal);
  return lines.trimEnd().split("\n").map(read);
}
