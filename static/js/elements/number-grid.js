/**
 * <number-grid> shows numbers in cells.  Its table comes from the server and is
 * readable without it; the element keeps it up to date.
 *
 * Properties in, events out; it knows nothing of convolution.
 *   .content  {GridContent}   what to show; only cells that differ are written, and a row
 *                             whose arrays are the same as before is not even looked at
 *   .frame    {Frame | null}  a frame that lies around some cells and slides
 *   .addresses {string[][] | null}  a name in the corner of each cell
 *   .tones    {number[][] | null}   each value as a share of the largest, -1 to 1
 *   .marks    {Mark[]}        cells that stand out, whatever they show; replaces the marks before
 *   attribute "choosable"     cells can be chosen with the keyboard: one tab stop, arrow keys, Enter
 *   .current, .focusCell(cell), .cellOf(event), .cellUnder(point), .cellAt(cell)  to go and to ask
 *   event "cell-choose"       {detail: Cell} by click, touch or key; it bubbles
 *   event "cell-point"        {detail: Cell | null} under the mouse or the focus, or no more
 *
 * Keys: https://www.w3.org/WAI/ARIA/apg/patterns/grid/
 *
 * @typedef {{ row: number, column: number }} Cell
 * @typedef {Cell & { rows: number, columns: number }} Frame
 * @typedef {Cell & { look: string, note?: string }} Mark  how it stands out, and what is said about it
 *
 * @typedef {{ cells: PaintedCells, standIn: StandIn }} Painted
 *
 * @typedef {object} GridContent
 * @property {string[]} rowLabels
 * @property {string[]} columnLabels
 * @property {string[][]} texts
 * @property {string[][]} kinds   class names of each cell
 * @property {string[][]} [tags]  a small second text in each cell
 * @property {number[][]} [shades]  brightness of each cell, 0 to 1: the cells are too small for
 *                                  digits and are painted; the keyboard walks through the numbers
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
import { PaintedCells } from "./painted-cells.js";
import { StandIn } from "./stand-in.js";

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

/** What a row is made of. */
const PARTS = /** @type {const} */ (["texts", "kinds", "tags"]);

export class NumberGrid extends HTMLElement {
  /** @type {HTMLTableCellElement[][]} */
  #cells = [];
  /** @type {Cell} */
  #current = { row: 0, column: 0 };
  /** @type {GridContent | null} What was written last. */
  #shown = null;
  /** @type {Mark[]} */
  #marks = [];
  /** @type {Painted | null} Instead of cells, where they are too small. */
  #painted = null;

  static define() {
    customElements.define("number-grid", NumberGrid);
  }

  connectedCallback() {
    this.#adopt();
    for (const [event, listener] of this.#listeners) this.addEventListener(event, listener);
    if (!this.hasAttribute("choosable")) return;
    this.#table.setAttribute("role", "grid");
    this.#moveTo(this.#current);
    this.addEventListener("keydown", this.#onKeydown);
  }

  disconnectedCallback() {
    for (const [event, listener] of this.#listeners) this.removeEventListener(event, listener);
    this.removeEventListener("keydown", this.#onKeydown);
  }

  /** @returns {[string, (event: any) => void][]} */
  get #listeners() {
    return [
      ["click", this.#onClick],
      ["pointerover", this.#onPointerover],
      ["pointermove", this.#onPointermove],
      ["pointerleave", this.#onLeave],
      ["focusin", this.#onFocusin],
      ["focusout", this.#onLeave],
    ];
  }

  get #table() {
    return /** @type {HTMLTableElement} */ (this.querySelector("table"));
  }

  /** @param {GridContent} content */
  set content(content) {
    const last = { row: content.texts.length - 1, column: (content.texts[0]?.length ?? 0) - 1 };
    const isSame = last.row === this.#last.row && last.column === this.#last.column;
    if (!isSame || (this.#painted === null) !== (content.shades === undefined)) {
      this.#rebuild(content);
    }
    this.#cells.forEach((cells, row) => {
      if (this.#isShown(content, row)) return;
      cells.forEach((cell, column) => {
        writeText(cell, at(content.texts, row, column));
        writeKind(cell, at(content.kinds, row, column));
        writeData(cell, "tag", at(content.tags, row, column));
      });
    });
    if (this.#painted) this.#showPainted(content, this.#painted);
    else writeLabels(this.#table, content);
    this.#shown = content;
  }

  /** @type {(content: GridContent, painted: Painted) => void} */
  #showPainted(content, { cells, standIn }) {
    cells.content = content;
    standIn.show(content, this.#current);
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

  /** @param {Frame | null} frame */
  set frame(frame) {
    const element = /** @type {HTMLElement} */ (this.querySelector(".frame"));
    element.hidden = frame === null;
    for (const [name, value] of Object.entries(frame ?? {})) {
      element.style.setProperty(`--${name}`, String(value));
    }
  }

  /** @param {string[][] | null} addresses */
  set addresses(addresses) {
    this.#forEach((cell, row, column) => writeData(cell, "address", at(addresses, row, column)));
  }

  /** @param {number[][] | null} tones */
  set tones(tones) {
    this.#forEach((cell, row, column) => writeTone(cell, tones?.[row]?.[column]));
    if (this.#painted) this.#painted.cells.tones = tones;
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
    if (this.#painted) this.#painted.cells.marks = marks;
    this.#marks = marks;
  }

  /** @param {(cell: HTMLTableCellElement, row: number, column: number) => void} write */
  #forEach(write) {
    this.#cells.forEach((cells, row) => cells.forEach((cell, column) => write(cell, row, column)));
  }

  /**
   * The element of a cell, for whoever needs to know where it is on the screen.
   *
   * @param {Cell} cell
   */
  cellAt({ row, column }) {
    return this.#cells[row]?.[column];
  }

  /**
   * Where a point of the window lies, in cells from the first one; fractions count.
   *
   * @param {{ clientX: number, clientY: number }} point
   */
  placeOf({ clientX, clientY }) {
    const canvas = this.querySelector("canvas");
    const [first, last] = [{ row: 0, column: 0 }, this.#last].map((cell) =>
      (canvas ?? this.cellAt(cell) ?? this).getBoundingClientRect(),
    );
    const { left = 0, top = 0 } = first ?? {};
    const { right = 1, bottom = 1 } = last ?? {};
    return {
      row: ((clientY - top) / (bottom - top)) * (this.#last.row + 1),
      column: ((clientX - left) / (right - left)) * (this.#last.column + 1),
    };
  }

  #adopt() {
    this.#cells = [...(this.#table.tBodies[0]?.rows ?? [])].map(
      (row) => /** @type {HTMLTableCellElement[]} */ ([...row.querySelectorAll("td")]),
    );
  }

  /** @param {GridContent} content */
  #rebuild(content) {
    this.#painted?.cells.end();
    this.querySelector("canvas")?.remove();
    this.#painted = content.shades ? this.#paint(content) : null;
    if (this.#painted) this.#cells = [];
    else this.#fill(content);
    this.toggleAttribute("data-painted", this.#painted !== null);
    this.#shown = null;
    this.#current = { row: 0, column: 0 };
    if (this.hasAttribute("choosable") && !this.#painted) this.#moveTo(this.#current);
  }

  /** @param {GridContent} content */
  #paint({ texts }) {
    const [rows, columns] = [texts.length, texts[0]?.length ?? 0];
    const canvas = document.createElement("canvas");
    this.querySelector("table")?.after(canvas);
    this.style.setProperty("--grid-rows", String(rows));
    this.style.setProperty("--grid-columns", String(columns));
    this.#table.ariaRowCount = String(rows + 1);
    this.#table.ariaColCount = String(columns + 1);
    return { cells: new PaintedCells(canvas), standIn: new StandIn(this.#table) };
  }

  /** @param {GridContent} content */
  #fill({ texts, rowLabels, columnLabels }) {
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
    this.#adopt();
  }

  /** @param {Cell} cell */
  #moveTo(cell) {
    if (this.#painted) this.#walkTo(cell);
    const target = this.cellAt(cell);
    if (!target) return;
    for (const other of this.querySelectorAll("td[tabindex='0']"))
      other.removeAttribute("tabindex");
    target.tabIndex = 0;
    this.#current = cell;
  }

  /**
   * @param {Cell} cell
   */
  #walkTo({ row, column }) {
    const within = (/** @type {number} */ index, /** @type {number} */ most) =>
      Math.min(Math.max(index, 0), most);
    this.#current = { row: within(row, this.#last.row), column: within(column, this.#last.column) };
    if (this.#shown) this.#painted?.standIn.show(this.#shown, this.#current);
  }

  /** The cell that has the tab stop. */
  get current() {
    return this.#current;
  }

  /**
   * The cell that an event is about.
   *
   * @param {Event} event
   */
  cellOf(event) {
    const element = /** @type {Element} */ (event.target);
    if (this.#painted) {
      const isPoint = !element.closest("td") && event instanceof MouseEvent;
      return isPoint ? this.#painted.cells.cellUnder(event) : this.#current;
    }
    return this.#cellOfElement(element);
  }

  /**
   * The cell under a point of the window, whoever holds the pointer.
   *
   * @param {{ clientX: number, clientY: number }} point
   */
  cellUnder(point) {
    if (this.#painted) return this.#painted.cells.cellUnder(point);
    return this.#cellOfElement(document.elementFromPoint(point.clientX, point.clientY));
  }

  /** @param {Element | null} element */
  #cellOfElement(element) {
    const cell = element?.closest("td");
    const row = this.#cells.findIndex((cells) => cell && cells.includes(cell));
    return row < 0 || !cell ? null : { row, column: this.#cells[row]?.indexOf(cell) ?? 0 };
  }

  /** @param {Cell} cell */
  #choose(cell) {
    this.dispatchEvent(new CustomEvent("cell-choose", { bubbles: true, detail: cell }));
  }

  /** @param {MouseEvent} event */
  #onClick = (event) => {
    const cell = this.cellOf(event);
    if (!cell) return;
    if (this.hasAttribute("choosable")) this.#moveTo(cell);
    this.#choose(cell);
  };

  /**
   * A finger that touches a cell does not point at it: it chooses or scrolls.
   *
   * @param {PointerEvent} event
   */
  #onPointerover = (event) => {
    if (event.pointerType !== "touch") this.#onFocusin(event);
  };

  /**
   * Over a canvas, the mouse goes from cell to cell without another pointerover.
   *
   * @param {PointerEvent} event
   */
  #onPointermove = (event) => {
    if (this.#painted) this.#onPointerover(event);
  };

  /**
   * From cell to cell across the gap between them, the first one stays pointed at.
   *
   * @param {Event} event
   */
  #onFocusin = (event) => {
    const cell = this.cellOf(event);
    if (cell) this.#point(cell);
  };

  #onLeave = () => this.#point(null);

  /** @param {Cell | null} cell */
  #point(cell) {
    this.dispatchEvent(new CustomEvent("cell-point", { bubbles: true, detail: cell }));
  }

  /** @param {KeyboardEvent} event */
  #onKeydown = (event) => {
    if (event.metaKey || event.altKey) return;
    const move = MOVES[(event.ctrlKey ? "Ctrl+" : "") + event.key];
    if (!move && (event.ctrlKey || !CHOOSE.includes(event.key))) return;
    event.preventDefault();
    if (move) this.focusCell(move(this.#current, this.#last));
    else this.#choose(this.#current);
  };

  get #last() {
    const rows = (this.#painted && this.#shown?.texts) ?? this.#cells;
    return { row: rows.length - 1, column: (rows[0] ?? []).length - 1 };
  }

  /**
   * Go to a cell, with the focus.
   *
   * @param {Cell} cell
   */
  focusCell(cell) {
    this.#moveTo(cell);
    if (this.#painted) this.#point(this.#current);
    this.cellAt(cell)?.focus();
  }
}
