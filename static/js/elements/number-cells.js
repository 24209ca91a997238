/**
 * What the cells of a grid show where each has room for its number: the table of <number-grid>.
 * Only cells that differ are written.
 *
 * @typedef {import("./number-grid.js").Cell} Cell
 * @typedef {import("./number-grid.js").GridContent} GridContent
 * @typedef {import("./number-grid.js").Mark} Mark
 */

import {
  at,
  header,
  writeData,
  writeKind,
  writeLabels,
  writeMark,
  writeText,
  writeTone,
} from "./cell-writers.js";

/** What a row is made of. */
const PARTS = /** @type {const} */ (["texts", "kinds", "tags"]);

export class NumberCells {
  /** @type {HTMLTableCellElement[][]} */
  #cells = [];
  /** @type {GridContent | null} What was written last. */
  #shown = null;
  /** @type {Mark[]} */
  #marks = [];
  #grid;

  /** @param {HTMLElement} grid  has a table as soon as it is on the page */
  constructor(grid) {
    this.#grid = grid;
  }

  get #table() {
    return /** @type {HTMLTableElement} */ (this.#grid.querySelector("table"));
  }

  /** Take the cells of the table as they are. */
  adopt() {
    this.#cells = [...(this.#table.tBodies[0]?.rows ?? [])].map(
      (row) => /** @type {HTMLTableCellElement[]} */ ([...row.querySelectorAll("td")]),
    );
  }

  /**
   * Other cells, as many as the content has.
   *
   * @param {GridContent} content
   */
  fill({ texts, rowLabels, columnLabels }) {
    this.#table.ariaRowCount = this.#table.ariaColCount = null;
    this.#table.tHead?.rows[0]?.replaceChildren(
      document.createElement("td"),
      ...columnLabels.map((text) => header("col", text)),
    );
    const rows = texts.map((values, row) => {
      const element = document.createElement("tr");
      const cells = values.map(() => document.createElement("td"));
      element.append(header("row", rowLabels[row] ?? ""), ...cells);
      return element;
    });
    this.#table.tBodies[0]?.replaceChildren(...rows);
    this.adopt();
    this.#shown = null;
  }

  /** Another kind of grid takes the table. */
  clear() {
    this.#cells = [];
    this.#shown = null;
  }

  /** @param {GridContent} content  of as many cells as there are */
  set content(content) {
    this.#cells.forEach((cells, row) => {
      if (this.#isShown(content, row)) return;
      cells.forEach((cell, column) => {
        writeText(cell, at(content.texts, row, column));
        writeKind(cell, at(content.kinds, row, column));
        writeData(cell, "tag", at(content.tags, row, column));
      });
    });
    writeLabels(this.#table, content);
    this.#shown = content;
  }

  /**
   * Whether a row is on screen as it is: its arrays are the very ones written last.
   *
   * @param {GridContent} content
   * @param {number} row
   */
  #isShown(content, row) {
    const shown = this.#shown;
    return shown !== null && PARTS.every((part) => shown[part]?.[row] === content[part]?.[row]);
  }

  /** @param {string[][] | null} addresses */
  set addresses(addresses) {
    this.#forEach((cell, row, column) => writeData(cell, "address", at(addresses, row, column)));
  }

  /** @param {number[][] | null} tones */
  set tones(tones) {
    this.#forEach((cell, row, column) => writeTone(cell, tones?.[row]?.[column]));
  }

  /** @param {Mark[]} marks */
  set marks(marks) {
    const kept = new Set(marks.map((mark) => this.cellAt(mark)));
    for (const mark of this.#marks) {
      const cell = this.cellAt(mark);
      if (cell && !kept.has(cell)) writeMark(cell, null);
    }
    for (const mark of marks) {
      const cell = this.cellAt(mark);
      if (cell) writeMark(cell, mark);
    }
    this.#marks = marks;
  }

  /** @param {(cell: HTMLTableCellElement, row: number, column: number) => void} write */
  #forEach(write) {
    this.#cells.forEach((cells, row) => cells.forEach((cell, column) => write(cell, row, column)));
  }

  /** @param {Cell} cell */
  cellAt({ row, column }) {
    return this.#cells[row]?.[column];
  }

  /**
   * The cell that an element lies in.
   *
   * @param {Element | null} element
   * @returns {Cell | null}
   */
  cellOf(element) {
    const cell = element?.closest("td");
    const row = this.#cells.findIndex((cells) => cell && cells.includes(cell));
    return row < 0 || !cell ? null : { row, column: this.#cells[row]?.indexOf(cell) ?? 0 };
  }

  /** The one tab stop among the cells. */
  set tabStop(/** @type {HTMLTableCellElement} */ cell) {
    for (const other of this.#table.querySelectorAll("td[tabindex='0']")) {
      other.removeAttribute("tabindex");
    }
    cell.tabIndex = 0;
  }

  /** @returns {Cell} */
  get last() {
    return { row: this.#cells.length - 1, column: (this.#cells[0] ?? []).length - 1 };
  }
}
