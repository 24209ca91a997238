/**
 * A grid as text in a dialog.  It stays open, with what was written, until the server has
 * taken the numbers.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 * @typedef {import("../state/state.js").Settings} Settings
 * @typedef {import("../state/editing.js").Part} Part
 */

import { changeSettings } from "../state/settings-actions.js";
import * as blocks from "../state/block-text.js";
import { gridOf, settingsFor } from "../state/editing.js";
import { isName } from "../state/grid-text.js";
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
  let filled = "";
  const fill = () => (area.value = filled = blocks.writeKernelBlock(gridOf(store.get(), part)));
  // What was written while this was on its way stays.
  if (!area.value) fill();
  onOpening(dialog, fill, signal);
  const wasTaken = mountTaking(dialog, () => settingsOf(area.value, part, store), store, signal);
  store.watch(
    (state) => state.shown,
    (shown) => {
      if (wasTaken(shown)) dialog.close();
      else if (dialog.open && area.value === filled) fill();
    },
    signal,
  );
  store.watch(
    (state) => state.problem,
    (refusal) => (problem.textContent = refusal?.errors[0]?.detail ?? refusal?.detail ?? ""),
    signal,
  );
}

/**
 * Ask for what is written.
 *
 * @param {HTMLElement} dialog
 * @param {() => Settings} written
 * @param {StepStore} store
 * @param {AbortSignal} signal
 * @returns {(shown: Settings) => boolean}  whether it is that, and no earlier change, whose answer is here
 */
function mountTaking(dialog, written, store, signal) {
  /** @type {Settings | null} */
  let asked = null;
  element(dialog, ".grid-text").addEventListener(
    "submit",
    (event) => {
      event.preventDefault();
      changeSettings(store, written());
      asked = store.get().settings;
    },
    { signal },
  );
  const button = /** @type {HTMLButtonElement} */ (element(dialog, ".apply"));
  button.disabled = false;
  return (shown) => shown === asked;
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
