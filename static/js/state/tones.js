/**
 * Signed values as shades: each as a share of the largest there is, so that zero is the middle
 * of the scale whatever the numbers are.
 *
 * @typedef {import("./state.js").Trace} Trace
 * @typedef {number[][][]} Stack
 * @typedef {{ least: number, most: number }} Range
 */

import { oncePerTrace } from "./grid-parts.js";

/** From which to which number input, products and output go, over all steps. */
export const rangesOf = oncePerTrace(({ paddedInput, steps, output, picture }) => ({
  input: rangeOf([paddedInput]),
  products: rangeOf(steps.map(({ products }) => products)),
  // Scattered, the output grows, and its totals are not yet divided.
  output: rangeOf(picture === "scatter" ? [output, totalsOf(steps)] : [output]),
}));

/**
 * The totals of all scatter steps; a cropped cell has none.
 *
 * @param {Trace["steps"]} steps
 * @returns {Stack}
 */
function totalsOf(steps) {
  return steps.map(({ after = [] }) =>
    after.map((totals) => totals.filter((total) => total !== null)),
  );
}

/**
 * @param {number} value
 * @param {Range} range
 * @returns {number} -1 to 1
 */
export function toneOf(value, { least, most }) {
  return value / (Math.max(Math.abs(least), Math.abs(most)) || 1);
}

/**
 * @param {Stack} stack
 * @param {Range} range
 * @returns {Stack} -1 to 1
 */
export function tonesOf(stack, range) {
  return stack.map((rows) => rows.map((values) => values.map((value) => toneOf(value, range))));
}

/**
 * @param {Stack[]} stacks
 * @returns {Range}
 */
function rangeOf(stacks) {
  const range = { least: Infinity, most: -Infinity };
  // One by one: a long trace has more products than a call may have arguments.
  for (const value of stacks.flat(3)) {
    range.least = Math.min(range.least, value);
    range.most = Math.max(range.most, value);
  }
  return range;
}
