/**
 * A stroke over cells: the pointer is seen in some of them, and all between belong to it.
 *
 * @typedef {{ row: number, column: number }} Cell
 */

/**
 * The cells on the straight way from one to another, without the first.
 *
 * @param {Cell} from
 * @param {Cell} to
 * @returns {Cell[]}
 */
export function cellsBetween(from, to) {
  const [rows, columns] = [to.row - from.row, to.column - from.column];
  const count = Math.max(Math.abs(rows), Math.abs(columns));
  return Array.from({ length: count }, (_, index) => ({
    row: from.row + Math.round((rows * (index + 1)) / count),
    column: from.column + Math.round((columns * (index + 1)) / count),
  }));
}
