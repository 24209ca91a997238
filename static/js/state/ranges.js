/**
 * What each slider of the settings shows and how far it goes, and the text of an
 * address for its numbers.  The bounds come with the trace; nothing is worked out here.
 *
 * @typedef {import("./state.js").Trace} Trace
 * @typedef {import("../api/trace.js").Bound} Bound
 *
 * @typedef {"size" | "stride" | "dilation" | "padding"} Name  a setting with a number for each part
 * @typedef {Record<string, number>} Parts  rows and columns, or the four sides
 */

/** What stands between the numbers of a setting. */
const SEPARATORS = { size: "x", stride: ",", dilation: ",", padding: "," };

/**
 * @param {Trace} trace
 * @param {Name} name
 * @returns {Parts}
 */
export function partsOf({ geometry }, name) {
  if (name === "padding") return geometry.padding;
  const pairs = { size: geometry.inputSize, stride: geometry.stride, dilation: geometry.dilation };
  const [rows, columns] = pairs[name];
  return { rows, columns };
}

/** @param {Parts} parts */
export function areEqual(parts) {
  return new Set(Object.values(parts)).size === 1;
}

/**
 * How far one part can go while the others stay.
 *
 * @param {Trace} trace
 * @param {Name} name
 * @param {string} part
 * @returns {Bound}
 */
export function boundOf({ bounds }, name, part) {
  return /** @type {Bound} */ (/** @type {Record<string, Bound>} */ (bounds[name])[part]);
}

/**
 * How far all parts can go together: what stops one of them stops all.
 *
 * @param {Trace} trace
 * @param {Name} name
 * @returns {Bound}
 */
export function commonBoundOf({ bounds }, name) {
  const { rows, columns } = name === "padding" ? bounds.paddingBoth : bounds[name];
  const lower = rows.minimum < columns.minimum ? columns : rows;
  const upper = rows.maximum > columns.maximum ? columns : rows;
  return {
    minimum: lower.minimum,
    minimumReason: lower.minimumReason,
    maximum: upper.maximum,
    maximumReason: upper.maximumReason,
  };
}

/**
 * The shortest text of an address that means these numbers.
 *
 * @param {Name} name
 * @param {Parts} parts
 */
export function textOf(name, parts) {
  const numbers = Object.values(parts);
  return areEqual(parts) ? String(numbers[0]) : numbers.join(SEPARATORS[name]);
}
