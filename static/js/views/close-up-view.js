/**
 * The close-up where the cells of the stage have no digits: of the input around the patch, or of
 * the cells that somebody pointed at has weights noted on.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 */

import { writeText } from "../elements/cell-writers.js";
import { closeUps } from "../state/close-up.js";
import { litPlace } from "../state/pointing.js";
import { currentStep, isWritten } from "../state/selectors.js";
import { isDense } from "../state/stage-size.js";
import { element } from "./find.js";
import { showGrids } from "./stack.js";

const TITLES = { input: "Close up", output: "Output close up" };

/**
 * @param {HTMLElement} root
 * @param {StepStore} store
 * @param {AbortSignal} signal
 */
export function mountCloseUpView(root, store, signal) {
  function show() {
    // Without digits missing there is nothing to look at more closely, and nothing to keep up to date.
    if (!isDense(store.get().trace)) return;
    const shown = closeUps(store.get());
    if (!shown.length) return;
    const contents = shown.map(({ content }) => content);
    showGrids(root, ".close-up-grid", contents).forEach((grid, index) => {
      const part = shown[index]?.part ?? "input";
      grid.dataset.of = part;
      writeText(element(grid, ".name"), TITLES[part]);
    });
  }

  store.watch(currentStep, show, signal);
  store.watch(litPlace, show, signal);
  store.watch(isWritten, show, signal);
}
