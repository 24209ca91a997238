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
 * @returns {Place | null} null for a cell of another grid
 */
export function placeOfCell(grid, { row, column }, { trace }) {
  const channel = Number(grid.dataset.channel);
  if (grid.matches(".kernel-grid")) return { part: "kernel", channel, row, column };
  if (!grid.matches(".input-grid")) return null;
  const { top, left } = trace.geometry.padding;
  return { part: "input", channel, row: row - top, column: column - left };
}

/**
 * @param {Place} place
 * @param {State} state
 * @returns {Cell}
 */
export function cellOfPlace({ part, row, column }, { trace }) {
  if (part === "kernel") return { row, column };
  const { top, left } = trace.geometry.padding;
  return { row: row + top, column: column + left };
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
