/**
 * Where the kernel may lie: the windows that the stride reaches, by the server's index tables.
 *
 * @typedef {import("./state.js").Trace} Trace
 */

/**
 * The output cell whose window is the nearest to a place.
 *
 * @param {Trace["geometry"]} geometry
 * @param {{ row: number, column: number }} corner  of the kernel, in cells of the padded input; fractions count
 * @returns {{ row: number, column: number }}
 */
export function nearestWindow({ rowIndices, columnIndices, padding }, { row, column }) {
  return {
    row: nearest(rowIndices, row - padding.top),
    column: nearest(columnIndices, column - padding.left),
  };
}

/**
 * @param {number[][]} table  for each output index, the input indices under the taps
 * @param {number} start
 */
function nearest(table, start) {
  const distances = table.map((indices) => Math.abs((indices[0] ?? 0) - start));
  return distances.indexOf(Math.min(...distances));
}
