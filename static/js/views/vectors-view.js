/**
 * The step as a dot product of two vectors, and as a row of the im2col matrix, in a panel that
 * folds away; nothing is written while nobody sees it.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 * @typedef {import("../state/state.js").State} State
 * @typedef {import("../state/state.js").Step} Step
 * @typedef {import("../elements/number-grid.js").NumberGrid} NumberGrid
 */

import { currentStep, isWritten, resultText } from "../state/selectors.js";
import { matrixOf, vectorsOf } from "../state/vectors.js";
import { element } from "./find.js";

/**
 * @param {HTMLElement} root
 * @param {StepStore} store
 * @param {AbortSignal} signal
 */
export function mountVectorsView(root, store, signal) {
  const isOpen = (/** @type {State} */ { view }) => view.vectors === "1";
  const show = () => {
    const state = store.get();
    const step = currentStep(state);
    if (step && isOpen(state)) showVectors(root, state, step);
  };

  store.watch(isOpen, show, signal);
  store.watch(currentStep, show, signal);
  store.watch(resultText, show, signal);
  store.watch(({ view }) => view.labels, show, signal);
}

/** @type {(root: HTMLElement, state: State, step: Step) => void} */
function showVectors(root, state, step) {
  const { trace, view } = state;
  const { weights, patch } = vectorsOf(trace, step, view.labels === "xy" ? "xy" : "rc");
  const { matrix, products } = matrixOf(trace, step, isWritten(state));
  const contents = { weights, patch, matrix, products };
  for (const [name, content] of Object.entries(contents)) {
    /** @type {NumberGrid} */ (element(root, `.${name}-vectors`)).content = content;
  }
  const [rows, columns] = trace.geometry.outputSize;
  const terms = String(patch.texts[0]?.length);
  if (root.style.getPropertyValue("--terms") !== terms) fit(root, terms);
  element(root, ".dot-product").textContent = `p · k = ${resultText(state) || "…"}`;
  element(root, ".matrix-shape").textContent = `${rows * columns} × ${terms}`;
}

/**
 * Rows that are too long for the panel are scrolled, also with the keyboard.
 *
 * @type {(root: HTMLElement, terms: string) => void}
 */
function fit(root, terms) {
  root.style.setProperty("--terms", terms);
  for (const rows of root.querySelectorAll(".vector-rows")) {
    if (rows.scrollWidth > rows.clientWidth) rows.setAttribute("tabindex", "0");
    else rows.removeAttribute("tabindex");
  }
}
