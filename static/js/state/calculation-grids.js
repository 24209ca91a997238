/**
 * The grids of one step's calculation: kernel, patch and products.
 *
 * @typedef {import("./state.js").Trace} Trace
 * @typedef {import("./state.js").Step} Step
 * @typedef {import("../elements/number-grid.js").GridContent} GridContent
 */

import { numberText } from "../format/number.js";
import { join, labels, mapCells, texts } from "./grid-parts.js";

/**
 * The weights as they lie on the input.
 *
 * @param {Trace} trace
 * @returns {GridContent}
 */
export function kernelGrid({ appliedKernel, precision }) {
  return {
    rowLabels: labels(appliedKernel.length),
    columnLabels: labels(appliedKernel[0]?.length ?? 0),
    texts: texts(appliedKernel, precision.decimals),
    kinds: mapCells(appliedKernel, () => ""),
  };
}

/**
 * The patch on its own, beside the kernel.
 *
 * @param {Trace} trace
 * @param {Step} step
 * @returns {GridContent}
 */
export function patchGrid({ precision }, { patch }) {
  return {
    rowLabels: labels(patch.length),
    columnLabels: labels(patch[0]?.length ?? 0),
    texts: texts(patch, precision.decimals),
    kinds: mapCells(patch, () => ""),
  };
}

/**
 * The products, as far as they are multiplied out and added.
 *
 * @param {Trace} trace
 * @param {Step} step
 * @param {number} shown  how many are multiplied out
 * @param {number} added  how many of those are added
 * @returns {GridContent}
 */
export function productsGrid({ precision }, { products }, shown, added) {
  const width = products[0]?.length ?? 0;
  return {
    rowLabels: labels(products.length),
    columnLabels: labels(width),
    texts: mapCells(products, (value, row, column) =>
      row * width + column < shown ? numberText(value, precision.decimals) : "",
    ),
    kinds: mapCells(products, (_, row, column) => {
      const index = row * width + column;
      if (index >= shown) return "todo";
      return join(index < added && "added", index === shown - 1 && added === 0 && "newest");
    }),
  };
}
