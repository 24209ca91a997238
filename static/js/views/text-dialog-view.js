/**
 * A grid as text in a dialog.  It stays open, with what was written, until the server has
 * taken the numbers.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 * @typedef {import("../state/editing.js").Part} Part
 */

import { changeSettings } from "../state/actions.js";
import * as blocks from "../state/block-text.js";
import { gridOf, settingsFor } from "../state/editing.js";
import { isName } from "../state/grid-text.js";
import { trace } from "../state/selectors.js";
import { element } from "./find.js";

/**
 * @param {Document} page
 * @param {StepStore} store
 * @param {AbortSignal} signal
 */
export function mountTextDialogs(page, store, signal) {
  for (const part of /** @type {Part[]} */ (["input", "kernel"])) {
    const dialog = /** @type {HTMLDialogElement} */ (element(page, `#text-${part}`));
    mountTextDialog(page, dialog, part, store, signal);
  }
}

/** @type {(page: Document, dialog: HTMLDialogElement, part: Part, store: StepStore, signal: AbortSignal) => void} */
function mountTextDialog(page, dialog, part, store, signal) {
  const area = /** @type {HTMLTextAreaElement} */ (element(dialog, "textarea"));
  const problem = element(dialog, ".field-problem");
  element(page, `[data-opens=text-${part}]`).addEventListener(
    "click",
    () => (area.value = blocks.writeKernelBlock(gridOf(store.get(), part))),
    { signal },
  );
  element(dialog, ".grid-text").addEventListener(
    "submit",
    (event) => {
      event.preventDefault();
      changeSettings(store, settingsOf(area.value, part, store));
    },
    { signal },
  );
  store.watch(trace, () => dialog.close(), signal);
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
