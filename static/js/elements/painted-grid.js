/**
 * What a grid shows where its cells are too small for digits: a canvas instead of the table, whose
 * one cell follows whoever walks through the numbers.
 *
 * @typedef {import("./number-grid.js").Cell} Cell
 * @typedef {import("./number-grid.js").GridContent} GridContent
 * @typedef {import("./number-grid.js").Mark} Mark
 */

import { PaintedCells } from "./painted-cells.js";
import { StandIn } from "./stand-in.js";

export class PaintedGrid {
  /** @type {GridContent | null} What was painted last. */
  #shown = null;
  #cells;
  #standIn;

  /**
   * @param {HTMLElement} grid
   * @param {HTMLTableElement} table  of this grid
   * @param {GridContent} content  whose size the grid gets
   */
  constructor(grid, table, { texts }) {
    const [rows, columns] = [texts.length, texts[0]?.length ?? 0];
    const canvas = document.createElement("canvas");
    table.after(canvas);
    grid.style.setProperty("--grid-rows", String(rows));
    grid.style.setProperty("--grid-columns", String(columns));
    [table.ariaRowCount, table.ariaColCount] = [String(rows + 1), String(columns + 1)];
    this.#cells = new PaintedCells(canvas);
    this.#standIn = new StandIn(table);
  }

  end() {
    this.#cells.end();
  }

  /**
   * @param {GridContent} content
   * @param {Cell} current  what the one cell of the table shows
   */
  show(content, current) {
    this.#cells.content = content;
    this.#standIn.show(content, current);
    this.#shown = content;
  }

  /** @param {number[][] | null} tones */
  set tones(tones) {
    this.#cells.tones = tones;
  }

  /** @param {Mark[]} marks */
  set marks(marks) {
    this.#cells.marks = marks;
  }

  /**
   * The cell where a walk arrives, which stays within the grid.
   *
   * @param {Cell} cell
   * @returns {Cell}
   */
  walkTo({ row, column }) {
    const { last } = this;
    const within = (/** @type {number} */ index, /** @type {number} */ most) =>
      Math.min(Math.max(index, 0), most);
    const arrived = { row: within(row, last.row), column: within(column, last.column) };
    if (this.#shown) this.#standIn.show(this.#shown, arrived);
    return arrived;
  }

  /**
   * The cell that an event is about: the one under the mouse, or the one the table shows.
   *
   * @param {Event} event
   * @param {Cell} current
   */
  cellOf(event, current) {
    const element = /** @type {Element} */ (event.target);
    const isPoint = !element.closest("td") && event instanceof MouseEvent;
    return isPoint ? this.cellUnder(event) : current;
  }

  /** @param {{ clientX: number, clientY: number }} point */
  cellUnder(point) {
    return this.#cells.cellUnder(point);
  }

  /** @returns {Cell} */
  get last() {
    const texts = this.#shown?.texts ?? [];
    return { row: texts.length - 1, column: (texts[0] ?? []).length - 1 };
  }
}
