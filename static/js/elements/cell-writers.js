/** What <number-grid> writes into its cells: each writer touches a cell only where it shows something else. */

/** Texts up to this length have digits of full size; the style sheet tells longer ones apart up to LONGEST. */
const SHORT = 2;
const LONGEST = 18;

/** Below, at and above zero. */
const SIGNS = ["minus", "zero", "plus"];

/**
 * @param {string[][] | null | undefined} rows
 * @param {number} row
 * @param {number} column
 */
export function at(rows, row, column) {
  return rows?.[row]?.[column] ?? "";
}

/**
 * @param {HTMLElement} cell
 * @param {string} kind
 */
export function writeKind(cell, kind) {
  if (cell.className !== kind) cell.className = kind;
}

/**
 * @param {HTMLElement} cell
 * @param {string} text
 */
export function writeText(cell, text) {
  if (cell.textContent === text) return;
  cell.textContent = text;
  if (text.length > SHORT) cell.dataset.width = String(Math.min(text.length, LONGEST));
  else delete cell.dataset.width;
}

/**
 * A small second text is drawn by the style sheet, so that it is no part of the number when read
 * aloud or copied.
 *
 * @param {HTMLElement} cell
 * @param {"tag" | "address" | "mark" | "note" | "tone"} name
 * @param {string} text
 */
export function writeData(cell, name, text) {
  if ((cell.dataset[name] ?? "") === text) return;
  if (text) cell.dataset[name] = text;
  else delete cell.dataset[name];
}

/**
 * @param {HTMLElement} cell
 * @param {{ look: string, note?: string } | null} mark
 */
export function writeMark(cell, mark) {
  writeData(cell, "mark", mark?.look ?? "");
  writeData(cell, "note", mark?.note ?? "");
}

/**
 * The sign as an attribute and the size as a property, for a scale that parts at zero.
 *
 * @param {HTMLElement} cell
 * @param {number | undefined} tone
 */
export function writeTone(cell, tone) {
  const sign = tone === undefined ? "" : (SIGNS[Math.sign(tone) + 1] ?? "");
  writeData(cell, "tone", sign);
  const text = tone === undefined ? "" : Math.abs(tone).toFixed(3);
  if (cell.style.getPropertyValue("--tone") !== text) cell.style.setProperty("--tone", text);
}

/**
 * The labels of rows and columns: another part of a grid has other ones.
 *
 * @param {HTMLTableElement} table
 * @param {{ rowLabels: string[], columnLabels: string[] }} labels
 */
export function writeLabels(table, { rowLabels, columnLabels }) {
  const write =
    (/** @type {string[]} */ labels) =>
    (/** @type {Element} */ place, index = 0) => {
      const text = labels[index] ?? "";
      if (place.textContent !== text) place.textContent = text;
    };
  table.tHead?.querySelectorAll("th").forEach(write(columnLabels));
  table.tBodies[0]?.querySelectorAll("th").forEach(write(rowLabels));
}

/**
 * @param {"row" | "col"} scope
 * @param {string} text
 */
export function header(scope, text) {
  const element = document.createElement("th");
  element.scope = scope;
  element.textContent = text;
  return element;
}
