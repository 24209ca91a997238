/**
 * Which cell of a grid the mouse or the focus points at, and which one is clicked.
 *
 * @typedef {import("./number-grid.js").NumberGrid} NumberGrid
 */

/**
 * @param {NumberGrid} grid
 * @param {AbortSignal} signal
 */
export function hearPointing(grid, signal) {
  // From cell to cell across the gap between them, the first one stays pointed at.
  const point = (/** @type {Event} */ event) => {
    const cell = grid.cellOf(event);
    if (cell) grid.point(cell);
  };
  // A finger that touches a cell does not point at it: it chooses or scrolls.
  const pointWithMouse = (/** @type {PointerEvent} */ event) => {
    if (event.pointerType !== "touch") point(event);
  };
  // Over a canvas, the mouse goes from cell to cell without another pointerover.
  const pointOnCanvas = (/** @type {PointerEvent} */ event) => {
    if (grid.isPainted) pointWithMouse(event);
  };
  const leave = () => grid.point(null);
  grid.addEventListener("click", (event) => chooseClicked(grid, event), { signal });
  grid.addEventListener("pointerover", pointWithMouse, { signal });
  grid.addEventListener("pointermove", pointOnCanvas, { signal });
  grid.addEventListener("pointerleave", leave, { signal });
  grid.addEventListener("focusin", point, { signal });
  grid.addEventListener("focusout", leave, { signal });
}

/**
 * @param {NumberGrid} grid
 * @param {MouseEvent} event
 */
function chooseClicked(grid, event) {
  const cell = grid.cellOf(event);
  if (!cell) return;
  if (grid.hasAttribute("choosable")) grid.moveTo(cell);
  grid.choose(cell);
}
