/**
 * A grid as text in a dialog.  It stays open, with what was written, until the server has
 * taken the numbers.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 * @typedef {import("../state/editing.js").Part} Part
 */

import { changeSettings } from "../state/settings-actions.js";
import * as blocks from "../state/block-text.js";
import { gridOf, settingsFor } from "../state/editing.js";
import { isName } from "../state/grid-text.js";
import { trace } from "../state/selectors.js";
import { onOpening } from "./dialog-view.js";
import { element } from "./find.js";

/**
 * @param {HTMLDialogElement} dialog  open already when this is loaded
 * @param {Part} part
 * @param {StepStore} store
 * @param {AbortSignal} signal
 */
export function mountTextDialog(dialog, part, store, signal) {
  const area = /** @type {HTMLTextAreaElement} */ (element(dialog, "textarea"));
  const problem = element(dialog, ".field-problem");
  const fill = () => (area.value = blocks.writeKernelBlock(gridOf(store.get(), part)));
  fill();
  onOpening(dialog, fill, signal);
  element(dialog, ".grid-text").addEventListener(
    "submit",
    (event) => {
      event.preventDefault();
      changeSettings(store, settingsOf(area.value, part, store));
    },
    { signal },
  );
  store.watch(trace, (taken, previous) => taken !== previous && dialog.close(), signal);
  store.watch(
    (state) => state.problem,
    (refusal) => (problem.textContent = refusal?.errors[0]?.detail ?? refusal?.detail ?? ""),
    signal,
  );
}

/**
 * @param {string} text
 * @param {Part} part
 * @param {StepStore} store
 */
function settingsOf(text, part, store) {
  const name = text.trim();
  if (isName(name)) return { [part]: name };
  const grid =
    part === "kernel"
      ? blocks.readKernelBlock(text)
      : { channels: blocks.readBlocks(text), divisor: "1" };
  return settingsFor(store.get(), part, grid);
}
