/**
 * <number-grid> shows numbers in cells.  Its table comes from the server and is
 * readable without it; the element keeps it up to date.
 *
 * Properties in, events out; it knows nothing of convolution.
 *   .content  {GridContent}   what to show; only cells that differ are written, and a row
 *                             whose arrays are the same as before is not even looked at
 *   .frame    {Frame | null}  a frame that lies around some cells and slides
 *   attribute "choosable"     cells can be chosen: one tab stop, arrow keys, Enter, click
 *   event "cell-choose"       {detail: Cell}
 *
 * Keys: https://www.w3.org/WAI/ARIA/apg/patterns/grid/
 *
 * @typedef {{ row: number, column: number }} Cell
 * @typedef {Cell & { rows: number, columns: number }} Frame
 *
 * @typedef {object} GridContent
 * @property {string[]} rowLabels
 * @property {string[]} columnLabels
 * @property {string[][]} texts
 * @property {string[][]} kinds   class names of each cell
 * @property {string[][]} [tags]  a small second text in each cell
 * @property {number[][]} [shades]  brightness of each cell, 0 to 1
 */

/** @type {Record<string, (cell: Cell, last: Cell) => Cell>} */
const MOVES = {
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  Home: ({ row }) => ({ row, column: 0 }),
  End: ({ row }, last) => ({ row, column: last.column }),
};

/** What a row is made of. */
const PARTS = /** @type {const} */ (["texts", "kinds", "tags", "shades"]);

/** Texts up to this length have digits of full size; the style sheet tells longer ones apart up to LONGEST. */
const SHORT = 2;
const LONGEST = 9;

export class NumberGrid extends HTMLElement {
  /** @type {HTMLTableCellElement[][]} */
  #cells = [];
  /** @type {Cell} */
  #current = { row: 0, column: 0 };
  /** @type {GridContent | null} What was written last. */
  #shown = null;

  static define() {
    customElements.define("number-grid", NumberGrid);
  }

  connectedCallback() {
    this.#adopt();
    if (!this.hasAttribute("choosable")) return;
    this.#table.setAttribute("role", "grid");
    this.#moveTo(this.#current);
    this.addEventListener("click", this.#onClick);
    this.addEventListener("keydown", this.#onKeydown);
  }

  disconnectedCallback() {
    this.removeEventListener("click", this.#onClick);
    this.removeEventListener("keydown", this.#onKeydown);
  }

  get #table() {
    return /** @type {HTMLTableElement} */ (this.querySelector("table"));
  }

  /** @param {GridContent} content */
  set content(content) {
    const [rows, columns] = [content.texts.length, content.texts[0]?.length ?? 0];
    if (rows !== this.#cells.length || columns !== this.#cells[0]?.length) this.#rebuild(content);
    this.#cells.forEach((cells, row) => {
      if (this.#isShown(content, row)) return;
      cells.forEach((cell, column) => {
        writeText(cell, at(content.texts, row, column));
        writeKind(cell, at(content.kinds, row, column));
        writeTag(cell, at(content.tags, row, column));
        writeShade(cell, content.shades?.[row]?.[column]);
      });
    });
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

  /** @param {Frame | null} frame */
  set frame(frame) {
    const element = /** @type {HTMLElement} */ (this.querySelector(".frame"));
    element.hidden = frame === null;
    for (const [name, value] of Object.entries(frame ?? {})) {
      element.style.setProperty(`--${name}`, String(value));
    }
  }

  /**
   * The element of a cell, for whoever needs to know where it is on the screen.
   *
   * @param {Cell} cell
   */
  cellAt({ row, column }) {
    return this.#cells[row]?.[column];
  }

  #adopt() {
    this.#cells = [...(this.#table.tBodies[0]?.rows ?? [])].map(
      (row) => /** @type {HTMLTableCellElement[]} */ ([...row.querySelectorAll("td")]),
    );
  }

  /** @param {GridContent} content */
  #rebuild({ texts, rowLabels, columnLabels }) {
    const head = this.#table.tHead?.rows[0];
    head?.replaceChildren(
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
    this.#shown = null;
    if (this.hasAttribute("choosable")) this.#moveTo({ row: 0, column: 0 });
  }

  /** @param {Cell} cell */
  #moveTo(cell) {
    const target = this.cellAt(cell);
    if (!target) return;
    for (const other of this.querySelectorAll("td[tabindex='0']"))
      other.removeAttribute("tabindex");
    target.tabIndex = 0;
    this.#current = cell;
  }

  /** @param {Event} event */
  #cellOf(event) {
    const cell = /** @type {Element} */ (event.target).closest("td");
    const row = this.#cells.findIndex((cells) => cell !== null && cells.includes(cell));
    return row < 0 || !cell ? null : { row, column: this.#cells[row]?.indexOf(cell) ?? 0 };
  }

  /** @param {Cell} cell */
  #choose(cell) {
    this.dispatchEvent(new CustomEvent("cell-choose", { detail: cell }));
  }

  /** @param {MouseEvent} event */
  #onClick = (event) => {
    const cell = this.#cellOf(event);
    if (!cell) return;
    this.#moveTo(cell);
    this.#choose(cell);
  };

  /** @param {KeyboardEvent} event */
  #onKeydown = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = MOVES[event.key];
    if (!move && event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    if (move) this.#focus(move(this.#current, this.#last));
    else this.#choose(this.#current);
  };

  get #last() {
    return { row: this.#cells.length - 1, column: (this.#cells[0] ?? []).length - 1 };
  }

  /** @param {Cell} cell */
  #focus(cell) {
    this.#moveTo(cell);
    this.cellAt(cell)?.focus();
  }
}

/**
 * @param {string[][] | undefined} rows
 * @param {number} row
 * @param {number} column
 */
function at(rows, row, column) {
  return rows?.[row]?.[column] ?? "";
}

/**
 * @param {HTMLElement} cell
 * @param {string} kind
 */
function writeKind(cell, kind) {
  if (cell.className !== kind) cell.className = kind;
}

/**
 * @param {HTMLElement} cell
 * @param {string} text
 */
function writeText(cell, text) {
  if (cell.textContent === text) return;
  cell.textContent = text;
  if (text.length > SHORT) cell.dataset.width = String(Math.min(text.length, LONGEST));
  else delete cell.dataset.width;
}

/**
 * A tag is drawn by the style sheet, so that it is no part of the number when read aloud or copied.
 *
 * @param {HTMLElement} cell
 * @param {string} tag
 */
function writeTag(cell, tag) {
  if ((cell.dataset.tag ?? "") === tag) return;
  if (tag) cell.dataset.tag = tag;
  else delete cell.dataset.tag;
}

/**
 * @param {HTMLElement} cell
 * @param {number | undefined} shade
 */
function writeShade(cell, shade) {
  const text = shade === undefined ? "" : shade.toFixed(3);
  if (cell.style.getPropertyValue("--shade") !== text) cell.style.setProperty("--shade", text);
}

/**
 * @param {"row" | "col"} scope
 * @param {string} text
 */
function header(scope, text) {
  const element = document.createElement("th");
  element.scope = scope;
  element.textContent = text;
  return element;
}
