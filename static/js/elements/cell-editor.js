/**
 * <cell-editor> lies inside a <number-grid> and lets its cells be written, as in a spreadsheet:
 * a digit, a minus, Enter, F2 or a double click starts; Enter commits and moves down, Tab to the
 * right, leaving commits, Esc cancels.  Whether a cell can be written, others decide.
 *
 *   open(cell, text, name)      show the field over a cell; for whoever hears "edit-start"
 *   event "edit-start"   {detail: {cell, typed}}       typed is what started it, or null
 *   event "edit-commit"  {detail: {cell, text, move}}  text is null where it was left as it was;
 *                                                      move is how far to go on, or null
 * Both bubble.
 *
 * @typedef {import("./number-grid.js").NumberGrid} NumberGrid
 * @typedef {import("./number-grid.js").Cell} Cell
 */

/** What begins a number. */
const BEGINS = /^[\d.,\-−]$/;
const OPENS = ["Enter", "F2"];
const CLEARS = ["Delete", "Backspace"];

/** @type {Record<string, { row: number, column: number }>} */
const MOVES = {
  Enter: { row: 1, column: 0 },
  Tab: { row: 0, column: 1 },
  "Shift+Enter": { row: -1, column: 0 },
  "Shift+Tab": { row: 0, column: -1 },
};

export class CellEditor extends HTMLElement {
  /** @type {Cell | null} The cell that is written in. */
  #cell = null;
  #former = "";
  /** @type {AbortController | null} */
  #listening = null;

  static define() {
    customElements.define("cell-editor", CellEditor);
  }

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    // Before the grid, which has another meaning for Enter.
    const early = { signal, capture: true };
    this.#grid.addEventListener("keydown", this.#onKeydown, early);
    this.#grid.addEventListener("click", this.#onClick, { signal });
    this.#grid.addEventListener("dblclick", this.#onDoubleClick, { signal });
    // What is typed into the field is nobody else's key.
    this.addEventListener("keydown", (event) => event.stopPropagation(), { signal });
    this.#field.addEventListener("blur", () => this.#commit(null), { signal });
    this.#sign.addEventListener("pointerdown", (event) => event.preventDefault(), { signal });
    this.#sign.addEventListener("click", () => this.#turnSign(), { signal });
  }

  disconnectedCallback() {
    this.#listening?.abort();
  }

  /**
   * @param {Cell} cell
   * @param {string} text
   * @param {string} name  of the cell, for a voice
   * @param {string | null} typed  what has been typed over the text
   */
  open(cell, text, name, typed) {
    this.#cell = cell;
    this.#former = text;
    this.style.setProperty("--row", String(cell.row));
    this.style.setProperty("--column", String(cell.column));
    this.hidden = false;
    this.#field.ariaLabel = name;
    this.#field.value = typed ?? text;
    this.#field.focus();
    if (typed === null) this.#field.select();
  }

  get #grid() {
    return /** @type {NumberGrid} */ (this.closest("number-grid"));
  }

  get #field() {
    return /** @type {HTMLInputElement} */ (this.querySelector("input"));
  }

  get #sign() {
    return /** @type {HTMLButtonElement} */ (this.querySelector("button"));
  }

  /** @param {KeyboardEvent} event */
  #onKeydown = (event) => {
    const isHeld = event.ctrlKey || event.metaKey || event.altKey;
    if (event.isComposing || isHeld) return;
    const isTaken = this.#cell ? this.#onKeyInside(event) : this.#onKeyOnCell(event);
    if (!isTaken) return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** @param {KeyboardEvent} event */
  #onKeyOnCell(event) {
    const { key, target } = event;
    const cell = target === this.#sign ? null : this.#grid.cellOf(event);
    if (!cell) return false;
    if (CLEARS.includes(key)) this.#send("edit-commit", { cell, text: "", move: null });
    else if (OPENS.includes(key)) this.#send("edit-start", { cell, typed: null });
    else if (BEGINS.test(key)) this.#send("edit-start", { cell, typed: key });
    else return false;
    return true;
  }

  /** @param {KeyboardEvent} event */
  #onKeyInside({ key, shiftKey }) {
    const move = MOVES[(shiftKey ? "Shift+" : "") + key];
    if (move) this.#commit(move);
    else if (key === "Escape") this.#cancel();
    return move !== undefined || key === "Escape";
  }

  /**
   * What is typed next goes into the cell that was clicked.
   *
   * @param {MouseEvent} event
   */
  #onClick = (event) => {
    const cell = this.#cellUnder(event);
    if (cell) this.#grid.focusCell(cell);
  };

  /** @param {MouseEvent} event */
  #onDoubleClick = (event) => {
    const cell = this.#cellUnder(event);
    if (cell) this.#send("edit-start", { cell, typed: null });
  };

  /** @param {MouseEvent} event */
  #cellUnder(event) {
    const isInside = this.contains(/** @type {Node} */ (event.target));
    return isInside ? null : this.#grid.cellOf(event);
  }

  /** @param {{ row: number, column: number } | null} move */
  #commit(move) {
    const cell = this.#cell;
    if (!cell) return;
    const text = this.#field.value;
    this.#close();
    this.#send("edit-commit", { cell, text: text === this.#former ? null : text, move });
  }

  #cancel() {
    const cell = this.#cell;
    this.#close();
    if (cell) this.#grid.focusCell(cell);
  }

  #close() {
    this.#cell = null;
    this.hidden = true;
  }

  /** Phones have no minus among their digits. */
  #turnSign() {
    const { value } = this.#field;
    this.#field.value = /^[-−]/.test(value) ? value.slice(1) : `-${value}`;
  }

  /**
   * @param {string} type
   * @param {object} detail
   */
  #send(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, detail }));
  }
}
