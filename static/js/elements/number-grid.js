/**
 * <number-grid> shows numbers in cells.  Its table comes from the server and is
 * readable without it; the element keeps it up to date.
 *
 * Properties in, events out; it knows nothing of convolution.  What the cells show is in
 * number-cells.js and painted-grid.js, who asks for them in grid-pointing.js and grid-keys.js.
 *   .content  {GridContent}   what to show; only cells that differ are written, and a row
 *                             whose arrays are the same as before is not even looked at
 *   .frame    {Frame | null}  a frame that lies around some cells and slides
 *   .addresses {string[][] | null}  a name in the corner of each cell
 *   .tones    {number[][] | null}   each value as a share of the largest, -1 to 1
 *   .marks    {Mark[]}        cells that stand out, whatever they show; replaces the marks before
 *   attribute "choosable"     cells can be chosen with the keyboard: one tab stop, arrow keys, Enter
 *   .current, .last, .moveTo(cell), .focusCell(cell)  where the tab stop is, and to go
 *   .cellOf(event), .cellUnder(point), .cellAt(cell), .placeOf(point)  to ask
 *   event "cell-choose"       {detail: Cell} by click, touch or key; it bubbles
 *   event "cell-point"        {detail: Cell | null} under the mouse or the focus, or no more
 *
 * @typedef {{ row: number, column: number }} Cell
 * @typedef {Cell & { rows: number, columns: number }} Frame
 * @typedef {Cell & { look: string, note?: string }} Mark  how it stands out, and what is said about it
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

import { hearKeys } from "./grid-keys.js";
import { hearPointing } from "./grid-pointing.js";
import { NumberCells } from "./number-cells.js";
import { PaintedGrid } from "./painted-grid.js";

const FIRST = { row: 0, column: 0 };

export class NumberGrid extends HTMLElement {
  /** @type {Cell} */
  #current = FIRST;
  #numbers = new NumberCells(this);
  /** @type {PaintedGrid | null} Instead of numbers, where the cells are too small. */
  #painted = null;
  /** @type {AbortController | null} */
  #listening = null;

  static define() {
    customElements.define("number-grid", NumberGrid);
  }

  connectedCallback() {
    this.#numbers.adopt();
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    hearPointing(this, signal);
    if (!this.hasAttribute("choosable")) return;
    this.#table.setAttribute("role", "grid");
    this.moveTo(this.#current);
    hearKeys(this, signal);
  }

  disconnectedCallback() {
    this.#listening?.abort();
  }

  get #table() {
    return /** @type {HTMLTableElement} */ (this.querySelector("table"));
  }

  get isPainted() {
    return this.#painted !== null;
  }

  /** @param {GridContent} content */
  set content(content) {
    const { row, column } = this.last;
    const isSame =
      content.texts.length === row + 1 && (content.texts[0]?.length ?? 0) === column + 1;
    if (!isSame || this.isPainted !== (content.shades !== undefined)) this.#rebuild(content);
    if (this.#painted) this.#painted.show(content, this.#current);
    else this.#numbers.content = content;
  }

  /** @param {GridContent} content */
  #rebuild(content) {
    this.#painted?.end();
    this.querySelector("canvas")?.remove();
    this.#painted = content.shades ? new PaintedGrid(this, this.#table, content) : null;
    if (this.#painted) this.#numbers.clear();
    else this.#numbers.fill(content);
    this.toggleAttribute("data-painted", this.isPainted);
    this.#current = FIRST;
    if (this.hasAttribute("choosable") && !this.#painted) this.moveTo(this.#current);
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
    this.#numbers.addresses = addresses;
  }

  /** @param {number[][] | null} tones */
  set tones(tones) {
    this.#numbers.tones = tones;
    if (this.#painted) this.#painted.tones = tones;
  }

  /** @param {Mark[]} marks */
  set marks(marks) {
    this.#numbers.marks = marks;
    if (this.#painted) this.#painted.marks = marks;
  }

  /**
   * The element of a cell, for whoever needs to know where it is on the screen.
   *
   * @param {Cell} cell
   */
  cellAt(cell) {
    return this.#numbers.cellAt(cell);
  }

  /**
   * Where a point of the window lies, in cells from the first one; fractions count.
   *
   * @param {{ clientX: number, clientY: number }} point
   */
  placeOf({ clientX, clientY }) {
    const canvas = this.querySelector("canvas");
    const [first, last] = [FIRST, this.last].map((cell) =>
      (canvas ?? this.cellAt(cell) ?? this).getBoundingClientRect(),
    );
    const { left = 0, top = 0 } = first ?? {};
    const { right = 1, bottom = 1 } = last ?? {};
    return {
      row: ((clientY - top) / (bottom - top)) * (this.last.row + 1),
      column: ((clientX - left) / (right - left)) * (this.last.column + 1),
    };
  }

  /**
   * The cell that an event is about.
   *
   * @param {Event} event
   */
  cellOf(event) {
    if (this.#painted) return this.#painted.cellOf(event, this.#current);
    return this.#numbers.cellOf(/** @type {Element} */ (event.target));
  }

  /**
   * The cell under a point of the window, whoever holds the pointer.
   *
   * @param {{ clientX: number, clientY: number }} point
   */
  cellUnder(point) {
    if (this.#painted) return this.#painted.cellUnder(point);
    return this.#numbers.cellOf(document.elementFromPoint(point.clientX, point.clientY));
  }

  /** The cell that has the tab stop. */
  get current() {
    return this.#current;
  }

  /** The cell at the lower right. */
  get last() {
    return (this.#painted ?? this.#numbers).last;
  }

  /**
   * Give a cell the tab stop.
   *
   * @param {Cell} cell
   */
  moveTo(cell) {
    if (this.#painted) this.#current = this.#painted.walkTo(cell);
    const target = this.cellAt(cell);
    if (!target) return;
    this.#numbers.tabStop = target;
    this.#current = cell;
  }

  /**
   * Go to a cell, with the focus.
   *
   * @param {Cell} cell
   */
  focusCell(cell) {
    this.moveTo(cell);
    if (this.#painted) this.point(this.#current);
    this.cellAt(cell)?.focus();
  }

  /** @param {Cell} cell */
  choose(cell) {
    this.dispatchEvent(new CustomEvent("cell-choose", { bubbles: true, detail: cell }));
  }

  /** @param {Cell | null} cell */
  point(cell) {
    this.dispatchEvent(new CustomEvent("cell-point", { bubbles: true, detail: cell }));
  }
}
