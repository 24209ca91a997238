/**
 * The REST API as promises: traces in, problems as errors.  The only place that
 * knows the wire's snake_case; everything behind it is camelCase.
 *
 * @typedef {{ row: number, column: number, channel: number }} OutputCell
 *
 * @typedef {object} Step
 * @property {number} index
 * @property {number} number
 * @property {OutputCell} output
 * @property {{ rows: number[], columns: number[] }} window
 * @property {number[][]} patch
 * @property {number[][]} products
 * @property {number[]} runningSums
 * @property {number} sum
 * @property {number} bias
 * @property {number} value
 * @property {boolean} exact
 * @property {number} paddingCells
 * @property {string} expression
 * @property {string} explanation
 * @property {{ place: string, multiply: string, add: string }} phases
 *
 * @typedef {object} Geometry
 * @property {[number, number]} inputSize
 * @property {[number, number]} kernelSize
 * @property {[number, number]} kernelExtent
 * @property {[number, number]} stride
 * @property {[number, number]} dilation
 * @property {{ top: number, bottom: number, left: number, right: number }} padding
 * @property {string} border
 * @property {boolean} flip
 * @property {[number, number]} outputSize
 * @property {{ rows: string, columns: string }} formula
 * @property {number[][]} rowIndices
 * @property {number[][]} columnIndices
 * @property {{ rows: number[], columns: number[] }} unreached
 *
 * @typedef {{ decimals: number, valueDecimals: number, roundedDecimals: number, exact: boolean }} Precision
 *
 * @typedef {{ minimum: number, maximum: number, minimumReason: string, maximumReason: string }} Bound
 *
 * @typedef {{ rows: Bound, columns: Bound }} AxisBounds
 *
 * @typedef {object} Bounds
 * @property {AxisBounds} stride
 * @property {AxisBounds} dilation
 * @property {{ top: Bound, bottom: Bound, left: Bound, right: Bound }} padding
 * @property {AxisBounds} size
 * @property {AxisBounds} kernelSize
 *
 * @typedef {object} Trace
 * @property {number[][]} input
 * @property {number[][]} paddedInput
 * @property {number[][]} kernel
 * @property {number} divisor
 * @property {number[][]} appliedKernel
 * @property {number} bias
 * @property {Geometry} geometry
 * @property {Bounds} bounds
 * @property {number[][]} output
 * @property {number} stepCount
 * @property {Precision} precision
 * @property {Step[]} steps
 *
 * @typedef {{ pointer: string, detail: string }} ProblemDetail
 */

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
 * @param {string} name
 * @returns {string}
 */
function camelCase(name) {
  return name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());
}

/**
 * A JSON document with its names in camelCase.
 *
 * @param {any} document
 * @returns {any}
 */
export function camelCased(document) {
  if (Array.isArray(document)) {
    return typeof document[0] === "object" ? document.map(camelCased) : document;
  }
  if (document === null || typeof document !== "object") return document;
  return Object.fromEntries(
    Object.entries(document).map(([name, value]) => [camelCase(name), camelCased(value)]),
  );
}

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
 * A convolution with all of its steps, however many they are.
 *
 * @param {string} root    where the API is, such as "/api/v1"
 * @param {string} query   the convolution, without the "?"
 * @param {AbortSignal} signal
 * @returns {Promise<Trace>}
 */
export async function fetchTrace(root, query, signal) {
  const answer = await get(`${root}/conv2d?${query}`, "application/json", signal);
  const trace = camelCased(read(answer));
  if (!Array.isArray(trace.steps)) throw new UnreachableError();
  if (trace.steps.length === trace.stepCount) return trace;
  const lines = await get(`${root}/conv2d/steps?${query}`, "application/x-ndjson", signal);
  const steps = lines.trimEnd().split("\n");
  return { ...trace, steps: steps.map((line) => camelCased(read(line))) };
}
