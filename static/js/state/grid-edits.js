/**
 * What can be done to the texts of a grid: write cells, lay a block on it, change its size.
 *
 * @typedef {import("./grid-text.js").Rows} Rows
 * @typedef {{ row: number, column: number }} Cell
 */

/** What an empty cell counts as, as in a spreadsheet. */
const BLANK = "0";

/**
 * A typed text that is safe to stand in one cell of an address.  A comma is a decimal
 * comma; any other separator would make two cells of one, and as a space it makes the
 * cell no number, which the server then says.
 *
 * @param {string} typed
 */
export function cellText(typed) {
  const text = typed.trim();
  return text.replace(/^([^,]*),([^,]*)$/, "$1.$2").replace(/[,;:]/g, " ") || BLANK;
}

/**
 * Lay a block on a grid, its first cell on a given one; the grid grows as far as the
 * block reaches, in all channels alike.
 *
 * @param {Rows[]} channels
 * @param {number} channel  on which of them
 * @param {Cell} start
 * @param {Rows} block
 * @returns {Rows[]}
 */
export function laidOn(channels, channel, { row: top, column: left }, block) {
  const [rows, columns] = sizeOf(channels);
  const width = Math.max(...block.map((cells) => cells.length));
  const grown = resized(
    channels,
    Math.max(rows, top + block.length),
    Math.max(columns, left + width),
  );
  return grown.map((each, index) =>
    index === channel
      ? each.map((cells, row) =>
          cells.map((cell, column) => block[row - top]?.[column - left] ?? cell),
        )
      : each,
  );
}

/**
 * Cut off at the bottom and on the right, or filled up with zeros there.
 *
 * @param {Rows[]} channels
 * @param {number} rows
 * @param {number} columns
 * @returns {Rows[]}
 */
export function resized(channels, rows, columns) {
  return channels.map((each) =>
    Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_, column) => each[row]?.[column] ?? BLANK),
    ),
  );
}

/**
 * @param {Rows[]} channels
 * @returns {[number, number]} rows and columns
 */
export function sizeOf([first = []]) {
  return [first.length, Math.max(...first.map((cells) => cells.length))];
}
