/**
 * The colours of painted cells: a shade from the smallest value to the largest, or a tone that
 * parts at zero.
 *
 * The style sheet has their ends: --shade-low, --shade-high and --shade-none for a cell that
 * counts for nothing; --low and --high for the tones, and --middle for zero.
 *
 * @typedef {object} Palette
 * @property {string[]} shades  from the smallest value to the largest
 * @property {string} none      for a cell that counts for nothing
 * @property {string[]} minus   from zero to the smallest tone
 * @property {string[]} plus    from zero to the largest tone
 * @property {string} zero
 */

/** Kinds of cells that show nothing. */
const CLEAR = ["todo", "padding", "cropped"];

/** As many steps of brightness as anybody can tell apart. */
const SHADES = 64;

/** What the first tone beside zero has of the end of its scale, in percent: a step parts the two. */
const FIRST_TONE = 25;

/**
 * @param {Element} element
 * @returns {Palette}
 */
export function paletteOf(element) {
  const style = getComputedStyle(element);
  const colour = (/** @type {string} */ name) => style.getPropertyValue(name).trim();
  const zero = colour("--middle");
  return {
    shades: mixed(colour("--shade-low"), colour("--shade-high"), 0),
    none: colour("--shade-none"),
    minus: mixed(zero, colour("--low"), FIRST_TONE),
    plus: mixed(zero, colour("--high"), FIRST_TONE),
    zero,
  };
}

/**
 * @param {string} start
 * @param {string} end
 * @param {number} first  what the first colour has of the end, in percent
 * @returns {string[]}
 */
function mixed(start, end, first) {
  return Array.from({ length: SHADES }, (_, index) => {
    const percent = first + ((100 - first) * index) / (SHADES - 1);
    return `color-mix(in oklab, ${end} ${percent}%, ${start})`;
  });
}

/**
 * @param {Palette} palette
 * @param {string[]} kind  of the cell
 * @param {number} shade   0 to 1
 * @returns {string | undefined} undefined for a cell that shows nothing
 */
export function colourOfShade({ shades, none }, kind, shade) {
  if (isClear(kind)) return undefined;
  return kind.includes("unreached") ? none : shades[stepOf(shade)];
}

/**
 * @param {Palette} palette
 * @param {string[]} kind  of the cell
 * @param {number} tone    -1 to 1
 * @returns {string | undefined} undefined for a cell that shows nothing; padding does where it is not zero
 */
export function colourOfTone({ minus, plus, zero, none }, kind, tone) {
  const isBorder = kind.includes("padding") && tone !== 0;
  if (isClear(kind) && !isBorder) return undefined;
  if (kind.includes("unreached")) return none;
  if (tone === 0) return zero;
  return (tone < 0 ? minus : plus)[stepOf(Math.abs(tone))];
}

/** @param {string[]} kind */
function isClear(kind) {
  return kind.some((each) => CLEAR.includes(each));
}

/** @param {number} share  0 to 1 */
function stepOf(share) {
  return Math.round(share * (SHADES - 1));
}
