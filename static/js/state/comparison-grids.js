/**
 * Correlation, convolution and their difference as grids.
 *
 * @typedef {import("../api/comparison.js").Comparison} Comparison
 * @typedef {import("../api/comparison.js").Compared} Compared
 * @typedef {import("../elements/number-grid.js").GridContent} GridContent
 */

import { valueText } from "../format/number.js";
import { labels, mapCells, shades } from "./grid-parts.js";

/** More columns than this in one of the three grids, and the cells are too small for digits. */
const MOST_COLUMNS_WITH_DIGITS = 24;

/** @param {Comparison} comparison */
export function isComparisonDense({ maps: { difference } }) {
  return (difference[0]?.[0]?.length ?? 0) > MOST_COLUMNS_WITH_DIGITS;
}

/**
 * @param {Comparison} comparison
 * @param {Compared} name
 * @param {import("../api/trace.js").OutputCell} current  the cell that the step writes
 * @returns {GridContent}
 */
export function comparedGrid(comparison, name, current) {
  const { maps, exact, precision } = comparison;
  const map = Math.min(current.channel, maps[name].length - 1);
  const values = maps[name][map] ?? [];
  const print = precision[map] ?? precision[0];
  const isExact = exact[name][map] ?? [];
  if (!print) throw new Error("A comparison says how its numbers are printed.");
  return {
    rowLabels: labels(values.length),
    columnLabels: labels(values[0]?.length ?? 0),
    texts: mapCells(values, (value, row, column) =>
      valueText(value, isExact[row]?.[column] ?? false, print),
    ),
    kinds: mapCells(values, (value, row, column) => {
      if (row === current.row && column === current.column) return "current";
      return name === "difference" && value === 0 ? "none" : "";
    }),
    ...(isComparisonDense(comparison) && { shades: shades(values) }),
  };
}
