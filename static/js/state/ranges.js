/**
 * What each slider of the settings shows and how far it goes, and the text of an
 * address for its numbers.  The bounds come with the trace; nothing is worked out here.
 *
 * @typedef {import("./state.js").Trace} Trace
 * @typedef {import("../api/trace.js").Bound} Bound
 *
 * @typedef {"size" | "stride" | "dilation"} Common  a setting of every operation, for rows and columns
 * @typedef {"requested_padding" | "output_padding"} Transposed  one of a transposed convolution alone
 * @typedef {Common | Transposed | "padding"} Name  a setting with a number for each part
 * @typedef {Record<string, number>} Parts  rows and columns, or the four sides
 */

/** @type {[number, number]} */
const NO_PADDING = [0, 0];
const NO_SIDES = { top: 0, bottom: 0, left: 0, right: 0 };

/** Where a setting has no meaning. */
const NOTHING = { minimum: 0, maximum: 0, minimumReason: "", maximumReason: "" };
const NOWHERE = { rows: NOTHING, columns: NOTHING };

/**
 * @param {Trace} trace
 * @param {Name} name
 * @returns {Parts}
 */
export function partsOf({ geometry }, name) {
  const { inputSize, stride, dilation, requestedPadding, outputPadding } = geometry;
  // The padding of a gather is what the requested one leaves of the kernel's reach.
  if (name === "padding") return requestedPadding ? NO_SIDES : geometry.padding;
  const [rows, columns] = {
    size: inputSize,
    stride,
    dilation,
    requested_padding: requestedPadding ?? NO_PADDING,
    output_padding: outputPadding ?? NO_PADDING,
  }[name];
  return { rows, columns };
}

/** @param {Parts} parts */
export function areEqual(parts) {
  return new Set(Object.values(parts)).size === 1;
}

/**
 * @param {Trace} trace
 * @param {Name} name
 * @returns {import("../api/trace.js").AxisBounds}
 */
function axesOf({ bounds }, name) {
  if (name === "output_padding") return bounds.outputPadding ?? NOWHERE;
  return name === "padding" || name === "requested_padding" ? bounds.paddingBoth : bounds[name];
}

/**
 * How far one part can go while the others stay.
 *
 * @param {Trace} shown
 * @param {Name} name
 * @param {string} part
 * @returns {Bound}
 */
export function boundOf(shown, name, part) {
  const parts = name === "padding" ? shown.bounds.padding : axesOf(shown, name);
  return /** @type {Bound} */ (/** @type {Record<string, Bound>} */ (parts)[part]);
}

/**
 * How far all parts can go together: what stops one of them stops all.
 *
 * @param {Trace} shown
 * @param {Name} name
 * @returns {Bound}
 */
export function commonBoundOf(shown, name) {
  const { rows, columns } = axesOf(shown, name);
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
  return areEqual(parts) ? String(numbers[0]) : numbers.join(name === "size" ? "x" : ",");
}
