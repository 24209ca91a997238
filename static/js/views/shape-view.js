/**
 * The sizes as a drawing to scale: the input in its padding, the kernel on the first window,
 * and the output beside them.  templates/partials/shape.html draws the first one.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 * @typedef {import("../state/state.js").Trace} Trace
 */

import { trace } from "../state/selectors.js";
import { element } from "./find.js";

/** Between input and output, as a share of their widths. */
const GAP = 0.15;

/**
 * @param {HTMLElement} root
 * @param {StepStore} store
 * @param {AbortSignal} signal
 */
export function mountShapeView(root, store, signal) {
  store.watch(trace, (shown) => draw(root, shown), signal);
}

/**
 * @param {HTMLElement} root
 * @param {Trace} trace
 */
function draw(root, { paddedInput, input, geometry }) {
  const { padding, outputSize, kernelExtent } = geometry;
  const padded = sizeOf(paddedInput);
  const gap = GAP * (padded[1] + outputSize[1]);
  const height = Math.max(padded[0], outputSize[0]);
  const width = padded[1] + gap + outputSize[1];
  root.querySelector("svg")?.setAttribute("viewBox", `0 0 ${width} ${height}`);
  place(root, "padded", [0, 0], padded);
  place(root, "input", [padding.top, padding.left], sizeOf(input));
  place(root, "kernel", [0, 0], kernelExtent);
  place(root, "output", [0, padded[1] + gap], outputSize);
  const sizes = { padded, input: sizeOf(input), kernel: kernelExtent, output: outputSize };
  for (const [name, size] of Object.entries(sizes)) {
    element(root, `.${name}-key .size`).textContent = size.join(" × ");
  }
  element(root, ".padded-key").hidden = String(padded) === String(sizeOf(input));
}

/**
 * @param {number[][][]} stack
 * @returns {[number, number]}
 */
function sizeOf([rows = []]) {
  return [rows.length, rows[0]?.length ?? 0];
}

/** @type {(root: HTMLElement, name: string, corner: number[], size: number[]) => void} */
function place(root, name, [y = 0, x = 0], [height = 0, width = 0]) {
  const shape = root.querySelector(`.${name}-shape`);
  for (const [attribute, value] of Object.entries({ x, y, width, height })) {
    shape?.setAttribute(attribute, String(value));
  }
}
