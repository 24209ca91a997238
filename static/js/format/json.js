/** JSON to read. */

/** A list without lists in it, spread over lines; no text holds a line break, which JSON escapes. */
const SPREAD_LIST = /\[\n\s*([^[\]{}]*?)\n\s*\]/g;

/**
 * A document over many lines, and a list of numbers on one.
 *
 * @param {unknown} document
 * @returns {string}
 */
export function jsonText(document) {
  return JSON.stringify(document, null, 2).replace(
    SPREAD_LIST,
    (_, items) => `[${items.replace(/\n\s*/g, " ")}]`,
  );
}
