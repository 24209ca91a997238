/**
 * The stage: input ∗ kernel = output, with the kernel's frame on the input.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 * @typedef {import("../state/state.js").State} State
 * @typedef {import("../elements/number-grid.js").NumberGrid} NumberGrid
 */

import { goTo } from "../state/actions.js";
import { kernelGrid } from "../state/calculation-grids.js";
import { isDense } from "../state/grid-parts.js";
import { currentStep, isWritten, stepIndex, trace } from "../state/selectors.js";
import { inputGrid, outputGrid } from "../state/stage-grids.js";
import { element } from "./find.js";

/**
 * @param {HTMLElement} root
 * @param {StepStore} store
 * @param {AbortSignal} signal
 */
export function mountStageView(root, store, signal) {
  const kernel = /** @type {NumberGrid} */ (element(root, ".kernel-grid"));
  store.watch(
    trace,
    (shown) => {
      kernel.content = kernelGrid(shown);
      measure(root, shown);
      writeSizes(root, shown);
    },
    signal,
  );
  mountInput(/** @type {NumberGrid} */ (element(root, ".input-grid")), store, signal);
  mountOutput(/** @type {NumberGrid} */ (element(root, ".output-grid")), store, signal);
}

/** @type {(grid: NumberGrid, store: StepStore, signal: AbortSignal) => void} */
function mountInput(grid, store, signal) {
  store.watch(
    currentStep,
    (step) => {
      if (!step) return;
      const { trace } = store.get();
      grid.content = inputGrid(trace, step);
      grid.frame = frameOf(trace, step);
    },
    signal,
  );
}

/** @type {(grid: NumberGrid, store: StepStore, signal: AbortSignal) => void} */
function mountOutput(grid, store, signal) {
  function show() {
    const state = store.get();
    grid.content = outputGrid(state.trace, state.player.step, isWritten(state));
  }

  store.watch(trace, show, signal);
  store.watch(stepIndex, show, signal);
  store.watch(isWritten, show, signal);
  grid.addEventListener(
    "cell-choose",
    (event) => {
      const { row, column } = /** @type {CustomEvent} */ (event).detail;
      goTo(store, row * store.get().trace.geometry.outputSize[1] + column);
    },
    { signal },
  );
}

/**
 * @param {State["trace"]} trace
 * @param {import("../state/state.js").Step} step
 */
function frameOf({ geometry }, { window }) {
  return {
    row: (window.rows[0] ?? 0) + geometry.padding.top,
    column: (window.columns[0] ?? 0) + geometry.padding.left,
    rows: geometry.kernelExtent[0],
    columns: geometry.kernelExtent[1],
  };
}

/**
 * Tell the style sheet how many cells have to fit, next to each other and below each other.
 *
 * @param {HTMLElement} root
 * @param {State["trace"]} trace
 */
function measure(root, { paddedInput, appliedKernel, output }) {
  const grids = [paddedInput, appliedKernel, output];
  const columns = grids.map((rows) => rows[0]?.length ?? 0);
  const rows = Math.max(...grids.map(({ length }) => length));
  const total = columns.reduce((sum, count) => sum + count, 0);
  root.style.setProperty("--columns", String(total));
  root.style.setProperty("--input-columns", String(columns[0]));
  root.style.setProperty("--other-columns", String(total - (columns[0] ?? 0)));
  root.style.setProperty("--rows", String(rows));
  root.toggleAttribute("data-dense", isDense({ paddedInput, appliedKernel, output }));
}

/**
 * @param {HTMLElement} root
 * @param {State["trace"]} trace
 */
function writeSizes(root, { geometry }) {
  const sizes = {
    ".input-grid": geometry.inputSize,
    ".kernel-grid": geometry.kernelSize,
    ".output-grid": geometry.outputSize,
  };
  for (const [grid, [rows, columns]] of Object.entries(sizes)) {
    element(root, `${grid} .size`).textContent = `${rows} × ${columns}`;
  }
  const title = geometry.flip ? "Kernel, flipped" : "Kernel";
  element(root, ".kernel-grid .name").textContent = title;
}
