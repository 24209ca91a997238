/**
 * Numbers as people read them: a true minus sign, no exponent, no trailing zeros.
 * How many decimals are exact is the server's word (`precision`).
 */

const MINUS = "−";

/**
 * @param {number} value
 * @param {number} decimals  at most this many
 * @returns {string}
 */
export function numberText(value, decimals) {
  const fixed = value.toFixed(decimals);
  const text = fixed.includes(".") ? fixed.replace(/\.?0+$/, "") : fixed;
  return text === "-0" ? "0" : text.replace("-", MINUS);
}

/**
 * An output value: exact, or rounded and marked so.
 *
 * @param {number} value
 * @param {boolean} isExact
 * @param {{ valueDecimals: number, roundedDecimals: number }} precision
 * @returns {string}
 */
export function valueText(value, isExact, { valueDecimals, roundedDecimals }) {
  if (isExact) return numberText(value, valueDecimals);
  return `≈${numberText(value, roundedDecimals)}`;
}

/**
 * The same for a voice: screen readers skip a minus sign.
 *
 * @param {string} text
 * @returns {string}
 */
export function spoken(text) {
  return text.replaceAll(MINUS, "minus ").replaceAll("≈", "about ");
}
