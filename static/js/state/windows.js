/**
 * Where the kernel may lie: the windows that the stride reaches, by the server's index tables.
 *
 * @typedef {import("./state.js").Trace} Trace
 * @typedef {Pick<Trace, "geometry" | "picture">} Walked
 *
 * @typedef {object} KernelPlaces
 * @property {number[][]} rows     for each row of the walk, the rows under the taps
 * @property {number[][]} columns
 * @property {number} top          rows of the grid in front of the first one that has a number
 * @property {number} left
 */

/**
 * The index tables of the grid that the kernel lies on: the input with its padding, or in the
 * scatter picture the output with what is cropped around it.
 *
 * @param {Walked} trace
 * @returns {KernelPlaces}
 */
export function kernelPlaces({ geometry, picture }) {
  if (picture === "scatter") {
    const { rowTargets = [], columnTargets = [], requestedPadding = [0, 0] } = geometry;
    const [top, left] = requestedPadding;
    return { rows: rowTargets, columns: columnTargets, top, left };
  }
  const { rowIndices, columnIndices, padding } = geometry;
  return { rows: rowIndices, columns: columnIndices, top: padding.top, left: padding.left };
}

/**
 * The first cell under the kernel, in cells of that grid.
 *
 * @param {Walked} trace
 * @param {{ row: number, column: number }} place  where the step is in the walk
 */
export function cornerOf(trace, { row, column }) {
  const { rows, columns, top, left } = kernelPlaces(trace);
  return { row: (rows[row]?.[0] ?? 0) + top, column: (columns[column]?.[0] ?? 0) + left };
}

/**
 * The step of the walk whose window is the nearest to a place.
 *
 * @param {Walked} trace
 * @param {{ row: number, column: number }} corner  of the kernel, in cells of that grid; fractions count
 * @returns {{ row: number, column: number }}
 */
export function nearestWindow(trace, { row, column }) {
  const { rows, columns, top, left } = kernelPlaces(trace);
  return { row: nearest(rows, row - top), column: nearest(columns, column - left) };
}

/**
 * @param {number[][]} table
 * @param {number} start
 */
function nearest(table, start) {
  const distances = table.map((indices) => Math.abs((indices[0] ?? 0) - start));
  return distances.indexOf(Math.min(...distances));
}
