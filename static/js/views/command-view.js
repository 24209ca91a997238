/**
 * Commands by name: the same ones for a button with data-command and for a key.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 * @typedef {import("../state/commands.js").Command} Command
 * @typedef {(command: Command) => void} Runner
 */

import { COMMANDS } from "../state/commands.js";
import { shortcutsOf } from "../state/keys.js";
import { openDialog } from "./dialog-view.js";

/**
 * @param {StepStore} store
 * @returns {Runner}
 */
export function commandRunner(store) {
  return (command) => {
    if (command === "help") openDialog(document, "help");
    else if (command === "fullscreen") toggleFullscreen();
    else COMMANDS[command](store);
  };
}

/**
 * @param {Document} page
 * @param {Runner} run
 * @param {AbortSignal} signal
 */
export function mountCommandView(page, run, signal) {
  for (const button of page.querySelectorAll("[data-command]")) {
    button.setAttribute("aria-keyshortcuts", shortcutsOf(commandOf(button)));
  }
  page.addEventListener(
    "click",
    ({ target }) => {
      const button = target instanceof Element && target.closest("[data-command]");
      if (button) run(commandOf(button));
    },
    { signal },
  );
}

/** @param {Element} button */
function commandOf(button) {
  return /** @type {Command} */ (button.getAttribute("data-command"));
}

/** Not every browser has it, and a page in a frame may not be allowed it: then the key does nothing. */
function toggleFullscreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else if (document.fullscreenEnabled) document.documentElement.requestFullscreen();
}
