/**
 * The grids of one step's calculation, one for each channel: kernel, patch and products.
 *
 * @typedef {import("./state.js").Step} Step
 * @typedef {import("./state.js").Kernel} Kernel
 * @typedef {import("../elements/number-grid.js").GridContent} GridContent
 */

import { numberText } from "../format/number.js";
import { join, labels, mapCells, texts } from "./grid-parts.js";

/**
 * The weights as they lie on the input; those that count for nothing are marked.
 *
 * @param {Kernel} kernel
 * @returns {GridContent[]}
 */
export function kernelGrids({ applied, precision }) {
  return applied.map((rows) => ({
    ...plainGrid(rows, precision.decimals),
    kinds: mapCells(rows, (weight) => (weight === 0 ? "zero" : "")),
  }));
}

/**
 * The patch on its own, beside the kernel.
 *
 * @param {Kernel} kernel
 * @param {Step} step
 * @returns {GridContent[]}
 */
export function patchGrids({ precision }, { patch }) {
  return patch.map((rows) => plainGrid(rows, precision.decimals));
}

/**
 * @param {number[][]} rows
 * @param {number} decimals
 * @returns {GridContent}
 */
function plainGrid(rows, decimals) {
  return {
    rowLabels: labels(rows.length),
    columnLabels: labels(rows[0]?.length ?? 0),
    texts: texts(rows, decimals),
    kinds: mapCells(rows, () => ""),
  };
}

/**
 * The products, as far as they are multiplied out and added: channel by channel.
 *
 * @param {Kernel} kernel
 * @param {Step} step
 * @param {number} shown  how many are multiplied out
 * @param {number} added  how many of those are added
 * @returns {GridContent[]}
 */
export function productsGrids({ precision }, { products }, shown, added) {
  const taps = products[0]?.flat().length ?? 0;
  const newest = added === 0 ? shown - 1 : -1;
  return products.map((rows, channel) => {
    const width = rows[0]?.length ?? 0;
    const indexAt = (/** @type {number} */ row, /** @type {number} */ column) =>
      channel * taps + row * width + column;
    return {
      ...plainGrid(rows, precision.decimals),
      texts: mapCells(rows, (value, row, column) =>
        indexAt(row, column) < shown ? numberText(value, precision.decimals) : "",
      ),
      kinds: mapCells(rows, (_, row, column) => {
        const index = indexAt(row, column);
        return index < shown
          ? join(index < added && "added", index === newest && "newest")
          : "todo";
      }),
    };
  });
}
