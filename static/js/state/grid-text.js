/**
 * Grids as the texts of an address: cells by ",", rows by ";", channels by ":",
 * kernels by "::", each with its own divisor behind "/".  A cell stays the text it is.
 *
 * @typedef {string[][]} Rows
 * @typedef {{ channels: Rows[], divisor: string }} Kernel
 */

const NAME = /^[a-z][a-z0-9-]*$/;

/**
 * Whether a text is a name from the catalogue, and no numbers.
 *
 * @param {string} text
 */
export function isName(text) {
  return NAME.test(text);
}

/**
 * @param {string} text
 * @returns {Rows[]} one for each channel
 */
export function readChannels(text) {
  return text.split(":").map((rows) => rows.split(";").map((cells) => cells.split(",")));
}

/**
 * @param {Rows[]} channels
 */
export function writeChannels(channels) {
  return channels.map((rows) => rows.map((cells) => cells.join(",")).join(";")).join(":");
}

/**
 * Each kernel of an address, as its own text.
 *
 * @param {string} text
 */
export function kernelTexts(text) {
  return text.split("::");
}

/**
 * @param {string} text  of one kernel
 * @returns {Kernel}
 */
export function readKernel(text) {
  const [weights = "", divisor = "1"] = text.split("/");
  return { channels: readChannels(weights), divisor };
}

/**
 * @param {Kernel} kernel
 */
export function writeKernel({ channels, divisor }) {
  return writeChannels(channels) + (divisor === "1" ? "" : `/${divisor}`);
}

/**
 * The numbers of a trace as texts that read back as the very same numbers.
 *
 * @param {number[][][]} channels
 * @returns {Rows[]}
 */
export function exactTexts(channels) {
  return channels.map((rows) => rows.map((values) => values.map(String)));
}

/**
 * Whether two stacks have as many channels, rows and columns.
 *
 * @param {unknown[][][]} one
 * @param {unknown[][][]} other
 */
export function isSameShape(one, other) {
  const shape = (/** @type {unknown[][][]} */ channels) =>
    channels.map((rows) => rows.map((cells) => cells.length).join()).join(":");
  return shape(one) === shape(other);
}

/**
 * Whether all channels have one size, and each of them rows of one length.
 *
 * @param {Rows[]} channels
 */
export function isStack(channels) {
  const heights = channels.map((rows) => rows.length);
  const widths = channels.flatMap((rows) => rows.map((cells) => cells.length));
  return [heights, widths].every((sizes) => new Set(sizes).size === 1);
}
