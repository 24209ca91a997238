/**
 * Correlation beside convolution, as the API compares them.
 *
 * @typedef {import("./trace.js").Stack} Stack
 * @typedef {import("./trace.js").Precision} Precision
 *
 * @typedef {"correlation" | "convolution" | "difference"} Compared
 *
 * @typedef {object} Comparison
 * @property {Record<Compared, Stack>} maps          one map for each kernel
 * @property {Record<Compared, boolean[][][]>} exact
 * @property {Precision[]} precision                 of each kernel
 * @property {string} sentence
 */

import { camelCased, stacked } from "./trace.js";

/**
 * @param {any} document  on the wire
 * @returns {Comparison}
 */
export function comparisonFrom(document) {
  const { exact, precision, sentence, correlation, convolution, difference } = camelCased(document);
  return {
    maps: stacks({ correlation, convolution, difference }),
    exact: stacks(exact),
    precision: [precision].flat(),
    sentence,
  };
}

/**
 * @param {Record<Compared, any>} grids
 * @returns {Record<Compared, any>}
 */
function stacks({ correlation, convolution, difference }) {
  return {
    correlation: stacked(correlation),
    convolution: stacked(convolution),
    difference: stacked(difference),
  };
}
