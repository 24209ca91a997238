/**
 * How many cells have to fit on the stage.  app/stage/size.py says the same for the first frame.
 *
 * @typedef {import("./state.js").Trace} Trace
 *
 * @typedef {Pick<Trace, "paddedInput" | "kernels" | "output" | "picture"> & Partial<Pick<Trace, "geometry">>} Shown
 *
 * @typedef {object} StageSize
 * @property {number} inputColumns   of the input, all channels side by side
 * @property {number} otherColumns   of what stands beside it
 * @property {number} rows           below each other
 * @property {number} mapsAcross     output maps side by side
 */

/** More columns than this, side by side, and the cells are too small for digits. */
const MOST_COLUMNS_WITH_DIGITS = 48;

/**
 * Several channels stand side by side, each with its part of the kernel below it; a
 * single one has the kernel beside it.
 *
 * @param {Shown} trace
 * @returns {StageSize}
 */
export function stageSize({ paddedInput, kernels, output, picture, geometry }) {
  const channels = paddedInput.length;
  const [input, kernel] = [sizeOf(paddedInput), sizeOf(kernels[0]?.applied)];
  // Scattered, the output has the cells around it that the padding crops.
  const cropped = picture === "scatter" ? geometry?.requestedPadding : undefined;
  const map = sizeOf(output, cropped);
  const mapsAcross = acrossFor(channels, output.length);
  const mapRows = map.rows * Math.ceil(output.length / mapsAcross);
  const mapColumns = map.columns * mapsAcross;
  if (channels === 1) {
    return {
      inputColumns: input.columns,
      otherColumns: kernel.columns + mapColumns,
      rows: Math.max(input.rows, kernel.rows, mapRows),
      mapsAcross,
    };
  }
  return {
    inputColumns: channels * Math.max(input.columns, kernel.columns),
    otherColumns: mapColumns,
    rows: Math.max(input.rows + kernel.rows, mapRows),
    mapsAcross,
  };
}

/**
 * Whether the cells of the stage are too small for digits, and show shades instead.
 *
 * @param {Shown} trace
 */
export function isDense(trace) {
  const { inputColumns, otherColumns } = stageSize(trace);
  return inputColumns + otherColumns > MOST_COLUMNS_WITH_DIGITS;
}

/**
 * @param {import("../api/trace.js").Stack | undefined} stack
 * @param {[number, number]} around  cells on either side
 */
function sizeOf([rows = []] = [], [down, across] = [0, 0]) {
  return { rows: rows.length + 2 * down, columns: (rows[0]?.length ?? 0) + 2 * across };
}

/**
 * Two maps stand below each other where the channels make the stage high.
 *
 * @param {number} channels
 * @param {number} maps
 */
function acrossFor(channels, maps) {
  if (maps > 2) return 2;
  return channels > 1 ? 1 : maps;
}
