/**
 * A step in symbols, I₀₀·F₀₀ + I₀₁·F₀₁ + … = O₀₀: the subscripts of every letter.
 *
 * @typedef {import("./state.js").Trace} Trace
 * @typedef {import("./state.js").Step} Step
 * @typedef {import("./addresses.js").Order} Order
 *
 * @typedef {object} Symbols
 * @property {{ input: number[], weight: number[] }[]} terms
 * @property {number} divisor
 * @property {number[] | null} bias  its subscripts; null where nothing is added
 * @property {number[]} output
 */

import { inOrder, weightIndices } from "./addresses.js";
import { tapsOf } from "./taps.js";

/**
 * Only where there are several channels or kernels, their numbers stand in front.
 *
 * @param {Trace} trace
 * @param {Step} step
 * @param {Order} order
 * @returns {Symbols}
 */
export function symbolsOf(trace, step, order) {
  const { window, output } = step;
  const { rows, columns } = weightIndices(trace.geometry);
  const kernel = trace.kernels.length > 1 ? [output.channel] : [];
  const { divisor = 1, bias = 0 } = trace.kernels[output.channel] ?? {};
  const at = (/** @type {number[]} */ place) => inOrder(place, order);
  const terms = tapsOf(trace).map(({ channel, row, column }) => {
    const slice = trace.paddedInput.length > 1 ? [channel] : [];
    return {
      input: [...slice, ...at([window.rows[row] ?? 0, window.columns[column] ?? 0])],
      weight: [...kernel, ...slice, ...at([rows[row] ?? 0, columns[column] ?? 0])],
    };
  });
  return {
    terms,
    divisor,
    bias: bias === 0 ? null : kernel,
    output: [...kernel, ...at([output.row, output.column])],
  };
}
