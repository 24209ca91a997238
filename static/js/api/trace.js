/**
 * A trace as the page knows it: camelCase, and always in stacks.  With one channel and
 * one kernel the wire leaves the outer brackets out; here they are put back.
 *
 * @typedef {number[][]} Rows
 * @typedef {Rows[]} Stack                channel by channel
 * @typedef {{ row: number, column: number, channel: number }} OutputCell
 *
 * @typedef {object} Step
 * @property {number} index
 * @property {number} number
 * @property {OutputCell} output        its channel is the number of the kernel, from 0
 * @property {{ rows: number[], columns: number[] }} window
 * @property {Stack} patch
 * @property {Stack} products
 * @property {number[]} channelSums     what the products of each channel add up to
 * @property {number[]} runningSums     one for each term, channel by channel
 * @property {number} sum
 * @property {number} bias
 * @property {number} value
 * @property {boolean} exact
 * @property {number} paddingCells
 * @property {string} expression
 * @property {string} explanation
 * @property {{ place: string, multiply: string, add: string }} phases
 * @property {import("./scatter.js").Scattering["targets"]} [targets]  of a scatter step alone, as the next
 * @property {import("./scatter.js").Scattering["after"]} [after]
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
 * @property {[number, number] | undefined} [stretchedSize]    of a transposed convolution: the input with zeros between its cells
 * @property {[number, number]} [requestedPadding]  of a transposed convolution: cells cropped from each end
 * @property {[number, number]} [outputPadding]
 * @property {number[][]} [rowTargets]     of a transposed convolution: for each input row the output rows under the taps; outside: cropped
 * @property {number[][]} [columnTargets]
 * @property {[number, number]} [walkSize]  rows and columns that the steps run through, where not those of the output
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
 * @property {AxisBounds} paddingBoth  the same number before and behind
 * @property {AxisBounds} size
 * @property {AxisBounds} kernelSize
 * @property {AxisBounds} [outputPadding]  of a transposed convolution
 *
 * @typedef {object} Kernel
 * @property {Stack} weights            as given
 * @property {Stack} applied            as they lie on the input
 * @property {number} divisor
 * @property {number} bias
 * @property {Precision} precision      how to print the numbers of its steps
 *
 * @typedef {object} Trace
 * @property {Stack} input
 * @property {Stack} paddedInput
 * @property {Kernel[]} kernels
 * @property {Geometry} geometry
 * @property {Bounds} bounds
 * @property {Stack} output             one map for each kernel
 * @property {number} stepCount
 * @property {Step[]} steps
 * @property {"scatter"} [picture]      of a transposed convolution, when it is not the gather picture
 * @property {{ gather: Trace, scatter: Trace }} [pictures]  of a transposed convolution: both
 */

import { scatterOf } from "./scatter.js";

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
 * @param {any} document  a trace on the wire
 * @returns {Trace}
 */
export function traceFrom(document) {
  const camel = camelCased(document);
  const { scatterSteps, scatterStepCount, ...own } = camel;
  const trace = plainTrace(own);
  if (!scatterSteps) return trace;
  const scatter = scatterOf(trace, scatterSteps, scatterStepCount);
  const pictures = { gather: trace, scatter };
  trace.pictures = pictures;
  scatter.pictures = pictures;
  return trace;
}

/**
 * @param {any} document  in camelCase
 * @returns {Trace}
 */
function plainTrace({ kernel, appliedKernel, divisor, bias, precision, ...rest }) {
  const isFlat = !Array.isArray(divisor);
  const weights = isFlat ? [[kernel]] : kernel;
  const applied = isFlat ? [[appliedKernel]] : appliedKernel;
  return {
    ...rest,
    bounds: withSides(rest.bounds),
    input: stacked(rest.input),
    paddedInput: stacked(rest.paddedInput),
    output: stacked(rest.output),
    kernels: applied.map((/** @type {Stack} */ each, /** @type {number} */ index) => ({
      weights: weights[index],
      applied: each,
      divisor: isFlat ? divisor : divisor[index],
      bias: isFlat ? bias : bias[index],
      precision: isFlat ? precision : precision[index],
    })),
    steps: rest.steps.map(inStacks),
  };
}

/**
 * A transposed convolution crops both ends alike.
 *
 * @param {any} bounds
 */
function withSides(bounds) {
  if (!bounds || bounds.padding) return bounds;
  const { rows, columns } = bounds.paddingBoth;
  return { ...bounds, padding: { top: rows, bottom: rows, left: columns, right: columns } };
}

/**
 * @param {any} document  a step on the wire
 * @returns {Step}
 */
export function stepFrom(document) {
  return inStacks(camelCased(document));
}

/**
 * @param {any} step
 * @returns {Step}
 */
function inStacks(step) {
  return {
    ...step,
    patch: stacked(step.patch),
    products: stacked(step.products),
    channelSums: step.channelSums ?? [step.sum],
  };
}

/**
 * @param {Rows | Stack} values
 * @returns {Stack}
 */
export function stacked(values) {
  return /** @type {Stack} */ (Array.isArray(values[0]?.[0]) ? values : [values]);
}
