/**
 * The taps of a kernel in the order of the terms: channel by channel, row by row.
 *
 * @typedef {import("./links.js").Place} Place
 */

import { oncePerTrace } from "./grid-parts.js";

/** The place of each term. */
export const tapsOf = oncePerTrace(({ kernels }) =>
  (kernels[0]?.applied ?? []).flatMap((rows, channel) =>
    rows.flatMap((values, row) => values.map((_, column) => tapAt(channel, row, column))),
  ),
);

/**
 * @param {number} channel
 * @param {number} row
 * @param {number} column
 * @returns {Place}
 */
function tapAt(channel, row, column) {
  return { part: "tap", channel, row, column };
}
