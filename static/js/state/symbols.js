/**
 * A step in symbols, I₀₀·F₀₀ + I₀₁·F₀₁ + … = O₀₀: the subscripts of every letter.  A scatter step
 * has no one sum: I₀₀·F₀₀ → O₀₀, I₀₀·F₀₁ → O₀₁, …
 *
 * @typedef {import("./state.js").Trace} Trace
 * @typedef {import("./state.js").Step} Step
 * @typedef {import("./addresses.js").Order} Order
 *
 * @typedef {object} Symbols
 * @property {{ input: number[], weight: number[], target?: number[] }[]} terms  and where each goes, if not all to one cell
 * @property {number} divisor
 * @property {number[] | null} bias  its subscripts; null where nothing is added
 * @property {number[] | null} output  null where each term has a target
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
  if (step.targets) return scatterSymbols(trace, step, step.targets, order);
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

/**
 * One input cell times every weight, and the output cell that each product is added to.
 *
 * @param {Trace} trace
 * @param {Step} step
 * @param {{ rows: number[], columns: number[] }} targets
 * @param {Order} order
 * @returns {Symbols}
 */
function scatterSymbols(trace, { output: { row, column } }, targets, order) {
  const terms = tapsOf(trace).map((tap) => ({
    input: inOrder([row, column], order),
    weight: inOrder([tap.row, tap.column], order),
    target: inOrder([targets.rows[tap.row] ?? 0, targets.columns[tap.column] ?? 0], order),
  }));
  return { terms, divisor: 1, bias: null, output: null };
}
