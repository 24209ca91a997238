/**
 * Buttons that change a grid as a whole: rows and columns more or less, and new random numbers.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 */

import { changeSettings } from "../state/settings-actions.js";
import { withSize } from "../state/editing.js";
import { isName, kernelTexts } from "../state/grid-text.js";
import { element } from "./find.js";

/**
 * @param {HTMLElement} root
 * @param {(text: string) => void} say
 * @param {StepStore} store
 * @param {AbortSignal} signal
 */
export function mountGridToolsView(root, say, store, signal) {
  root.addEventListener(
    "click",
    ({ target }) => {
      const button = target instanceof Element ? target.closest("button") : null;
      if (button?.dataset.resize) resize(button, store);
      if (button?.matches(".dice")) newNumbers(say, store);
    },
    { signal },
  );
  // The number to draw is no setting of the form that it stands in.
  const drawn = element(root, ".draw-value input");
  drawn.addEventListener("input", (event) => event.stopPropagation(), { signal });
  const resizeInput = element(root, ".resize[data-part=input]");
  const seed = /** @type {HTMLElement} */ (element(root, "[name=seed]").closest(".field"));
  store.watch(
    (state) => state.settings,
    ({ input = "", kernel = "" }) => {
      // A named input has a size of its own.
      resizeInput.hidden = isName(input);
      seed.hidden = ![input, ...kernelTexts(kernel)].some((each) => each.startsWith("random"));
    },
    signal,
  );
}

/** @type {(button: HTMLElement, store: StepStore) => void} */
function resize({ dataset }, store) {
  const part = /** @type {import("../state/editing.js").Part} */ (dataset.resize);
  const [rows, columns] = [Number(dataset.rows ?? 0), Number(dataset.columns ?? 0)];
  changeSettings(store, withSize(store.get(), part, rows, columns));
}

/** @type {(say: (text: string) => void, store: StepStore) => void} */
function newNumbers(say, store) {
  const seed = String(Number(store.get().settings.seed) + 1 || 1);
  changeSettings(store, { seed });
  say(`New numbers, seed ${seed}.`);
}
