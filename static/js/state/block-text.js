/**
 * Pasted text as rows of cells: a block of a spreadsheet, a CSV file, an address,
 * a list of Python or NumPy, or numbers with spaces between them.
 *
 * @typedef {import("./grid-text.js").Rows} Rows
 * @typedef {import("./grid-text.js").Kernel} Kernel
 */

import { cellText } from "./grid-edits.js";

/** A divisor has a line of its own, or stands at the end of an address. */
const DIVISOR = /(?:\n\s*\/\s*|(?<=^[^\s/]*)\/)(\d{1,20})\s*$/;

/** Longer than any grid within the limits; the rest of a longer text is left out. */
const LONGEST = 200_000;

/**
 * The cells of a text.  Where something else separates them (a tab, a ";" within a
 * line, a space without a comma before it), a comma is a decimal comma.
 *
 * @param {string} text
 * @returns {Rows}
 */
export function readBlock(text) {
  const lines = plain(text.slice(0, LONGEST)).split("\n");
  if (lines.length === 1) return rowsOf((lines[0] ?? "").split(";"));
  return rowsOf(lines.map((line) => line.replace(/;\s*$/, "")));
}

/**
 * Several channels, with an empty line or ":" between them.
 *
 * @param {string} text
 * @returns {Rows[]}
 */
export function readBlocks(text) {
  const channels = text
    .replace(/\r\n?/g, "\n")
    .trim()
    .split(/\n[ \t]*\n|:/);
  return channels.map(readBlock);
}

/**
 * A kernel, whose divisor may stand on the last line: "/ 9".
 *
 * @param {string} text
 * @returns {Kernel}
 */
export function readKernelBlock(text) {
  const [divisor, number = "1"] = DIVISOR.exec(text.trim()) ?? [""];
  return {
    channels: readBlocks(text.trim().slice(0, divisor ? -divisor.length : undefined)),
    divisor: number,
  };
}

/**
 * What readBlocks reads: a line for each row, an empty line between channels.
 *
 * @param {Rows[]} channels
 */
export function writeBlocks(channels) {
  return channels.map((rows) => rows.map((cells) => cells.join(", ")).join("\n")).join("\n\n");
}

/**
 * @param {Kernel} kernel
 */
export function writeKernelBlock({ channels, divisor }) {
  return writeBlocks(channels) + (divisor === "1" ? "" : `\n/ ${divisor}`);
}

/**
 * Without brackets, blank lines at the ends and foreign line ends and spaces.
 *
 * @param {string} text
 */
function plain(text) {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[\u00a0\u202f\ufeff]/g, " ")
    .replace(/\]\s*,?\s*\[/g, "\n")
    .replace(/[[\]]/g, "")
    .replace(/^(?: *\n)+|(?:\n *)+$/g, "");
}

/**
 * @param {string[]} lines
 * @returns {Rows}
 */
function rowsOf(lines) {
  const separator = separatorIn(lines.join("\n"));
  return lines.map((line) => split(line, separator).map(cellText));
}

/**
 * @param {string} text
 * @returns {RegExp} what stands between two cells
 */
function separatorIn(text) {
  if (text.includes("\t")) return /\t/;
  if (text.includes(";")) return /;/;
  if (/[^,\s] +[^,\s]/.test(text)) return / +/;
  return /,/;
}

/**
 * @param {string} line
 * @param {RegExp} separator
 */
function split(line, separator) {
  // Between tabs, a cell may be empty; elsewhere a comma at the end makes no cell of its own.
  const cells = separator.source === "\\t" ? line : line.trim().replace(/,$/, "");
  return cells.split(separator);
}
