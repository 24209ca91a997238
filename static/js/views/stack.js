/**
 * Stacks on the page: as many copies of an element as there are channels or kernels.
 * The template has the first of them; each knows its number as data-channel.
 *
 * @typedef {import("../elements/number-grid.js").NumberGrid} NumberGrid
 * @typedef {import("../elements/number-grid.js").GridContent} GridContent
 */

import { element } from "./find.js";

/**
 * The copies of an element inside a root, made or taken away so that there are `count`.
 *
 * @param {HTMLElement} root
 * @param {string} selector
 * @param {number} count
 * @returns {HTMLElement[]}
 */
export function copies(root, selector, count) {
  const all = /** @type {HTMLElement[]} */ ([...root.querySelectorAll(selector)]);
  for (const surplus of all.splice(Math.max(count, 1))) surplus.remove();
  while (all.length < count) {
    const last = /** @type {HTMLElement} */ (all.at(-1));
    const copy = /** @type {HTMLElement} */ (last.cloneNode(true));
    copy.dataset.channel = String(all.length);
    last.after(copy);
    all.push(copy);
  }
  return all;
}

/**
 * The grids of a stack with their contents; where there are several, each says its number.
 *
 * @param {HTMLElement} root
 * @param {string} selector
 * @param {GridContent[]} contents
 * @returns {NumberGrid[]}
 */
export function showGrids(root, selector, contents) {
  const grids = /** @type {NumberGrid[]} */ (copies(root, selector, contents.length));
  contents.forEach((content, index) => {
    const grid = /** @type {NumberGrid} */ (grids[index]);
    grid.content = content;
    const of = contents.length > 1 ? `, ${grid.dataset.part} ${index + 1}` : "";
    const place = element(grid, "caption .of");
    if (place.textContent !== of) place.textContent = of;
  });
  return grids;
}
