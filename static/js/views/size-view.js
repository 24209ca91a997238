/**
 * The output size with this convolution's numbers in the formula, and the input
 * rows and columns that the kernel never reaches.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 * @typedef {import("../state/state.js").Trace} Trace
 */

import { trace } from "../state/selectors.js";
import { element } from "./find.js";

/**
 * @param {HTMLElement} root
 * @param {StepStore} store
 * @param {AbortSignal} signal
 */
export function mountSizeView(root, store, signal) {
  store.watch(
    trace,
    ({ geometry, stepCount }) => {
      element(root, ".rows-formula").textContent = geometry.formula.rows;
      element(root, ".columns-formula").textContent = geometry.formula.columns;
      element(root, ".steps").textContent = `${stepCount} ${stepCount === 1 ? "step" : "steps"}`;
      element(root, ".shapes").textContent =
        `${geometry.inputSize.join(" × ")} → ${geometry.outputSize.join(" × ")}`;
      const unreached = element(root, ".unreached");
      unreached.textContent = unreachedText(geometry.unreached);
      unreached.hidden = !unreached.textContent;
    },
    signal,
  );
}

/**
 * The same beside the input, where the greyed cells are seen.
 *
 * @param {HTMLElement} note
 * @param {StepStore} store
 * @param {AbortSignal} signal
 */
export function mountUnreachedNote(note, store, signal) {
  store.watch(
    trace,
    ({ geometry }) => {
      const text = unreachedText(geometry.unreached);
      element(note, "span").textContent = text;
      note.hidden = !text;
    },
    signal,
  );
}

/** @param {Trace["geometry"]["unreached"]} unreached */
function unreachedText({ rows, columns }) {
  const parts = [named("row", rows), named("column", columns)].filter(Boolean);
  return parts.length ? `The kernel never reaches ${parts.join(" and ")} of the input.` : "";
}

/**
 * @param {string} noun
 * @param {number[]} indices  from 0
 */
function named(noun, indices) {
  if (!indices.length) return "";
  return `${noun}${indices.length > 1 ? "s" : ""} ${indices.map((index) => index + 1).join(", ")}`;
}
