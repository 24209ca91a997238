/**
 * One cell of a table that stands for all cells of a painted grid: whoever comes with the
 * keyboard, or listens, walks through the numbers with it.
 *
 * @typedef {import("./number-grid.js").Cell} Cell
 * @typedef {import("./number-grid.js").GridContent} GridContent
 */

import { header, writeText } from "./cell-writers.js";

export class StandIn {
  #column = header("col", "");
  #row = header("row", "");
  #line = document.createElement("tr");
  #cell = document.createElement("td");

  /** @param {HTMLTableElement} table  gets a head and a body of one cell */
  constructor(table) {
    table.tHead?.rows[0]?.replaceChildren(document.createElement("td"), this.#column);
    this.#line.append(this.#row, this.#cell);
    table.tBodies[0]?.replaceChildren(this.#line);
    this.#cell.tabIndex = 0;
  }

  get cell() {
    return this.#cell;
  }

  /**
   * @param {GridContent} content
   * @param {Cell} cell
   */
  show({ texts, rowLabels, columnLabels }, { row, column }) {
    this.#row.textContent = rowLabels[row] ?? "";
    this.#column.textContent = columnLabels[column] ?? "";
    // The head is the first row, the numbers of the rows are the first column.
    this.#line.ariaRowIndex = String(row + 2);
    this.#cell.ariaColIndex = String(column + 2);
    writeText(this.#cell, texts[row]?.[column] ?? "");
  }
}
