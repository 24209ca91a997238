/**
 * Cells that are too small for digits, painted on a canvas: each as bright as its value.
 * However many they are, a step costs what the few cells cost that it changes.
 *
 * What has no value yet stays clear.  Colours come from the style sheet: those of palette.js,
 * and --mark for an outline.
 *
 * @typedef {import("./number-grid.js").Cell} Cell
 * @typedef {import("./number-grid.js").GridContent} GridContent
 * @typedef {import("./number-grid.js").Mark} Mark
 */

import { at } from "./cell-writers.js";
import { colourOfShade, colourOfTone, paletteOf } from "./palette.js";

/** Where a cell has fewer pixels than this, a gap beside it would take too much of it. */
const FEWEST_PIXELS_WITH_GAP = 9;

export class PaintedCells {
  /** @type {GridContent | null} What is asked for. */
  #content = null;
  /** @type {GridContent | null} What is on the canvas. */
  #painted = null;
  /** @type {Mark[]} */
  #marks = [];
  /** @type {number[][] | null} */
  #tones = null;
  /** @type {import("./palette.js").Palette | null} */
  #palette = null;
  #canvas;
  #context;
  #sizes = new ResizeObserver(() => this.#fit());

  /** @param {HTMLCanvasElement} canvas  as large on the screen as the style sheet makes it */
  constructor(canvas) {
    this.#canvas = canvas;
    this.#context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    this.#sizes.observe(canvas);
  }

  end() {
    this.#sizes.disconnect();
  }

  /** @param {GridContent} content */
  set content(content) {
    const [rows, columns] = [content.texts.length, content.texts[0]?.length ?? 0];
    const isAnother = rows !== this.#rows || columns !== this.#columns;
    this.#content = content;
    if (isAnother) this.#painted = null;
    this.#paint();
  }

  /** @param {Mark[]} marks */
  set marks(marks) {
    const touched = [...this.#marks, ...marks];
    this.#marks = marks;
    // An outline reaches into the cells around it.
    for (const { row, column } of touched) this.#repaintAround(row, column);
    this.#outline();
  }

  /** @param {number[][] | null} tones  each value as a share of the largest, -1 to 1; instead of shades */
  set tones(tones) {
    if (tones === this.#tones) return;
    this.#tones = tones;
    this.#painted = null;
    this.#paint();
  }

  /**
   * The cell under a point of the window; null where there is none.
   *
   * @param {{ clientX: number, clientY: number }} point
   * @returns {Cell | null}
   */
  cellUnder({ clientX, clientY }) {
    const { left, top, width, height } = this.#canvas.getBoundingClientRect();
    const row = Math.floor(((clientY - top) / height) * this.#rows);
    const column = Math.floor(((clientX - left) / width) * this.#columns);
    return this.#content?.kinds[row]?.[column] === undefined ? null : { row, column };
  }

  get #rows() {
    return this.#content?.texts.length ?? 0;
  }

  get #columns() {
    return this.#content?.texts[0]?.length ?? 0;
  }

  /** Give the canvas as many pixels as the screen has in its place, so that every edge is sharp. */
  #fit() {
    const { width, height } = this.#canvas.getBoundingClientRect();
    this.#canvas.width = Math.round(width * devicePixelRatio);
    this.#canvas.height = Math.round(height * devicePixelRatio);
    this.#palette = paletteOf(this.#canvas);
    this.#painted = null;
    this.#paint();
  }

  #paint() {
    const content = this.#content;
    if (!content || this.#canvas.width === 0) return;
    content.kinds.forEach((kinds, row) => {
      if (this.#isPainted(content, row)) return;
      kinds.forEach((_, column) => {
        if (!this.#isPainted(content, row, column)) this.#paintCell(content, row, column);
      });
    });
    this.#painted = content;
    this.#outline();
  }

  /**
   * Whether a row, or a cell of it, is on the canvas as it is.  Other values have other colours,
   * also where the kinds are the same.
   *
   * @param {GridContent} content
   * @param {number} row
   * @param {number} [column]
   */
  #isPainted(content, row, column) {
    const painted = this.#painted;
    if (!painted) return false;
    const pairs = [
      [painted.kinds[row], content.kinds[row]],
      [painted.shades?.[row], content.shades?.[row]],
    ];
    return pairs.every(([before, now]) =>
      column === undefined ? before === now : before?.[column] === now?.[column],
    );
  }

  /**
   * @param {GridContent} content
   * @param {number} row
   * @param {number} column
   */
  #paintCell(content, row, column) {
    const { left, top, width, height } = this.#placeOf(row, column);
    const colour = this.#colourOf(content, row, column);
    this.#context.clearRect(left, top, width, height);
    if (!colour) return;
    this.#context.fillStyle = colour;
    const gap = width >= FEWEST_PIXELS_WITH_GAP ? 1 : 0;
    this.#context.fillRect(left, top, width - gap, height - gap);
  }

  /**
   * @param {GridContent} content
   * @param {number} row
   * @param {number} column
   */
  #colourOf({ kinds, shades }, row, column) {
    if (!this.#palette) return undefined;
    const kind = at(kinds, row, column).split(" ");
    if (this.#tones) return colourOfTone(this.#palette, kind, this.#tones[row]?.[column] ?? 0);
    return colourOfShade(this.#palette, kind, shades?.[row]?.[column] ?? 0);
  }

  /**
   * @param {number} middleRow
   * @param {number} middleColumn
   */
  #repaintAround(middleRow, middleColumn) {
    if (!this.#painted) return;
    for (let row = middleRow - 1; row <= middleRow + 1; row += 1) {
      for (let column = middleColumn - 1; column <= middleColumn + 1; column += 1) {
        if (this.#painted.kinds[row]?.[column] !== undefined) {
          this.#paintCell(this.#painted, row, column);
        }
      }
    }
  }

  #outline() {
    this.#context.strokeStyle = getComputedStyle(this.#canvas).getPropertyValue("--mark");
    this.#context.lineWidth = 2;
    for (const { row, column } of this.#marks) {
      const { left, top, width, height } = this.#placeOf(row, column);
      this.#context.strokeRect(left, top, width - 1, height - 1);
    }
  }

  /**
   * @param {number} row
   * @param {number} column
   */
  #placeOf(row, column) {
    const [left, width] = part(this.#canvas.width, this.#columns, column);
    const [top, height] = part(this.#canvas.height, this.#rows, row);
    return { left, top, width, height };
  }
}

/**
 * Where one of many equal parts begins and how long it is, in whole pixels and without gaps.
 *
 * @param {number} length
 * @param {number} count
 * @param {number} index
 * @returns {[number, number]}
 */
function part(length, count, index) {
  const start = Math.round((index * length) / count);
  return [start, Math.round(((index + 1) * length) / count) - start];
}
