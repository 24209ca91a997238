/**
 * The stage: input ∗ kernel = output, with the kernel's frame on the input.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 * @typedef {import("../state/state.js").State} State
 * @typedef {import("../elements/number-grid.js").NumberGrid} NumberGrid
 */

import { goTo } from "../state/player-actions.js";
import { kernelGrids } from "../state/calculation-grids.js";
import { indexOf } from "../state/grid-parts.js";
import {
  addedProducts,
  currentKernel,
  currentStep,
  isWritten,
  stepIndex,
  trace,
} from "../state/selectors.js";
import { scatterFrame, scatterGrid } from "../state/scatter-grids.js";
import { inputGrids, outputGrids } from "../state/stage-grids.js";
import { isDense, stageSize } from "../state/stage-size.js";
import { element } from "./find.js";
import { showGrids } from "./stack.js";

/**
 * @param {HTMLElement} root
 * @param {StepStore} store
 * @param {AbortSignal} signal
 */
export function mountStageView(root, store, signal) {
  store.watch(
    currentKernel,
    (kernel) => {
      const title = kernelTitle(store.get().trace, kernel);
      for (const grid of showGrids(root, ".kernel-grid", kernelGrids(kernel))) {
        element(grid, ".name").textContent = title;
      }
    },
    signal,
  );
  mountInput(root, store, signal);
  mountOutput(root, store, signal);
  store.watch(
    trace,
    (shown) => {
      measure(root, shown);
      writeSizes(root, shown);
    },
    signal,
  );
}

/** @type {(root: HTMLElement, store: StepStore, signal: AbortSignal) => void} */
function mountInput(root, store, signal) {
  store.watch(
    currentStep,
    (step) => {
      if (!step) return;
      const { trace } = store.get();
      for (const grid of showGrids(root, ".input-grid", inputGrids(trace, step))) {
        grid.frame = frameOf(trace, step);
      }
    },
    signal,
  );
}

/** @type {(root: HTMLElement, store: StepStore, signal: AbortSignal) => void} */
function mountOutput(root, store, signal) {
  function show() {
    const state = store.get();
    const { trace: shown, player } = state;
    const step = currentStep(state);
    const isScatter = shown.picture === "scatter";
    const contents = isScatter
      ? [scatterGrid(shown, player.step, addedProducts(state), isWritten(state))]
      : outputGrids(shown, player.step, isWritten(state));
    for (const grid of showGrids(root, ".output-grid", contents)) {
      grid.frame = isScatter && step ? scatterFrame(shown, step) : null;
    }
  }

  store.watch(trace, show, signal);
  store.watch(stepIndex, show, signal);
  store.watch(isWritten, show, signal);
  store.watch((state) => state.trace.picture && addedProducts(state), show, signal);
  root.addEventListener(
    "cell-choose",
    (event) => {
      const grid = /** @type {HTMLElement} */ (event.target);
      const isScatter = store.get().trace.picture === "scatter";
      if (!grid.matches(isScatter ? ".input-grid" : ".output-grid")) return;
      const channel = Number(grid.dataset.channel);
      const { row, column } = /** @type {CustomEvent} */ (event).detail;
      goTo(store, indexOf(store.get().trace, { channel, row, column }));
    },
    { signal },
  );
}

/**
 * @param {State["trace"]} trace
 * @param {import("../state/state.js").Step} step
 */
function frameOf({ geometry, picture }, { window }) {
  const [rows, columns] = picture === "scatter" ? [1, 1] : geometry.kernelExtent;
  return {
    row: (window.rows[0] ?? 0) + geometry.padding.top,
    column: (window.columns[0] ?? 0) + geometry.padding.left,
    rows,
    columns,
  };
}

/**
 * Tell the style sheet how many cells have to fit, next to each other and below each other.
 *
 * @param {HTMLElement} root
 * @param {State["trace"]} trace
 */
function measure(root, trace) {
  const { inputColumns, otherColumns, rows, mapsAcross } = stageSize(trace);
  root.style.setProperty("--columns", String(inputColumns + otherColumns));
  root.style.setProperty("--input-columns", String(inputColumns));
  root.style.setProperty("--other-columns", String(otherColumns));
  root.style.setProperty("--rows", String(rows));
  root.style.setProperty("--channel-columns", String(trace.paddedInput[0]?.[0]?.length));
  root.style.setProperty("--kernel-columns", String(trace.kernels[0]?.applied[0]?.[0]?.length));
  root.dataset.picture = trace.picture ?? "";
  const choice = /** @type {HTMLElement} */ (root.parentElement?.querySelector(".picture-choice"));
  choice.hidden = !trace.pictures;
  root.dataset.channels = String(trace.paddedInput.length);
  root.dataset.maps = String(trace.output.length);
  root.dataset.across = String(mapsAcross);
  root.toggleAttribute("data-dense", isDense(trace));
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
    for (const size of root.querySelectorAll(`${grid} .size`)) {
      size.textContent = `${rows} × ${columns}`;
    }
  }
  const stretched = geometry.stretchedSize?.join(" × ");
  if (stretched) element(root, ".input-grid .size").append(`, stretched to ${stretched}`);
}

/**
 * Which kernel it is, where there are several, and whether it is turned.
 *
 * @param {State["trace"]} trace
 * @param {import("../state/state.js").Kernel} kernel
 */
function kernelTitle({ kernels, geometry }, kernel) {
  const number = kernels.length > 1 ? ` ${kernels.indexOf(kernel) + 1}` : "";
  const turned = geometry.stretchedSize ? ", rotated" : ", flipped";
  return `Kernel${number}${geometry.flip ? turned : ""}`;
}
