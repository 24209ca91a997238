/**
 * Which cell of which grid on the stage is which number: the input lies on the screen
 * with its padding around it.
 *
 * @typedef {import("../state/state.js").State} State
 * @typedef {import("../state/editing.js").Place} Place
 * @typedef {import("../elements/number-grid.js").NumberGrid} NumberGrid
 * @typedef {import("../elements/number-grid.js").Cell} Cell
 */

/**
 * @param {NumberGrid} grid
 * @param {Cell} cell
 * @param {State} state
 * @returns {Place | null} null for a cell of another grid, and for a zero that only stretches the input
 */
export function placeOfCell(grid, { row, column }, { trace }) {
  const channel = Number(grid.dataset.channel);
  if (grid.matches(".kernel-grid")) return { part: "kernel", channel, row, column };
  if (!grid.matches(".input-grid")) return null;
  const { padding } = trace.geometry;
  const [down, across] = gapsOf(trace);
  const place = { row: (row - padding.top) / down, column: (column - padding.left) / across };
  const isNumber = Number.isInteger(place.row) && Number.isInteger(place.column);
  return isNumber ? { part: "input", channel, ...place } : null;
}

/**
 * @param {Place} place
 * @param {State} state
 * @returns {Cell}
 */
export function cellOfPlace({ part, row, column }, { trace }) {
  if (part === "kernel") return { row, column };
  const { top, left } = trace.geometry.padding;
  const [down, across] = gapsOf(trace);
  return { row: row * down + top, column: column * across + left };
}

/**
 * Cells from one number of the input to the next; a transposed convolution stretches it.
 *
 * @param {State["trace"]} trace
 * @returns {[number, number]}
 */
function gapsOf({ geometry: { stretchedSize, stride } }) {
  return stretchedSize ? stride : [1, 1];
}

/**
 * @param {HTMLElement} stage
 * @param {Place} place
 * @returns {NumberGrid | null}
 */
export function gridOfPlace(stage, { part, channel }) {
  return stage.querySelector(`.${part}-grid[data-channel="${channel}"]`);
}

/**
 * @param {HTMLElement} stage
 * @param {Place} place
 * @param {State} state
 */
export function cellElement(stage, place, state) {
  return gridOfPlace(stage, place)?.cellAt(cellOfPlace(place, state));
}
