/**
 * The keys of a grid whose cells can be chosen.
 * Source: https://www.w3.org/WAI/ARIA/apg/patterns/grid/
 *
 * @typedef {import("./number-grid.js").NumberGrid} NumberGrid
 * @typedef {import("./number-grid.js").Cell} Cell
 */

/** @type {Record<string, (cell: Cell, last: Cell) => Cell>} */
const MOVES = {
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  Home: ({ row }) => ({ row, column: 0 }),
  End: ({ row }, last) => ({ row, column: last.column }),
  "Ctrl+Home": () => ({ row: 0, column: 0 }),
  "Ctrl+End": (_, last) => last,
};

const CHOOSE = ["Enter", " "];

/**
 * @param {NumberGrid} grid
 * @param {AbortSignal} signal
 */
export function hearKeys(grid, signal) {
  const onKeydown = (/** @type {KeyboardEvent} */ event) => {
    if (event.metaKey || event.altKey) return;
    const move = MOVES[(event.ctrlKey ? "Ctrl+" : "") + event.key];
    if (!move && (event.ctrlKey || !CHOOSE.includes(event.key))) return;
    event.preventDefault();
    if (move) grid.focusCell(move(grid.current, grid.last));
    else grid.choose(grid.current);
  };
  grid.addEventListener("keydown", onKeydown, { signal });
}
