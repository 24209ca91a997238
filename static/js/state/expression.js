/**
 * The written-out step in pieces: its terms, its value, and the text between them.  Put
 * together again, they are the server's text, letter by letter.
 *
 * @typedef {{ kind: "text", texts: [string] }} Between
 * @typedef {{ kind: "term", texts: [string, string] }} Term  input and weight
 * @typedef {{ kind: "outcome", texts: [string, string] }} Outcome  sign and value
 * @typedef {Between | Term | Outcome} Piece
 */

/** A product: two operands, negative ones in brackets. */
const PRODUCT = /(\(−[\d.]+\)|[\d.]+)·(\(−[\d.]+\)|[\d.]+)/g;

/** The value, behind the last "=" or "≈". */
const VALUE = /([=≈]) ([−\d.]+)$/;

/**
 * @param {string} expression
 * @returns {Piece[]}
 */
export function piecesOf(expression) {
  const value = VALUE.exec(expression);
  const calculation = value ? expression.slice(0, value.index) : expression;
  /** @type {Piece[]} */
  const pieces = [];
  let end = 0;
  for (const match of calculation.matchAll(PRODUCT)) {
    pieces.push({ kind: "text", texts: [calculation.slice(end, match.index)] });
    pieces.push({ kind: "term", texts: [match[1] ?? "", match[2] ?? ""] });
    end = match.index + match[0].length;
  }
  pieces.push({ kind: "text", texts: [calculation.slice(end)] });
  if (value) pieces.push({ kind: "outcome", texts: [`${value[1]} `, value[2] ?? ""] });
  return pieces;
}
