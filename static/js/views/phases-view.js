/**
 * The four phases: which one is at work, and a way to stop after each; and the detail,
 * which says what Next and Play take as one.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 * @typedef {import("../player/stops.js").Phase} Phase
 */

import { goToPhase } from "../state/player-actions.js";
import { shortcutsOf } from "../state/keys.js";
import { currentPhase } from "../state/selectors.js";
import { element } from "./find.js";

/** @type {Record<string, string>} What Next and Previous lead to, in each detail. */
const STOPS = {
  step: "step",
  phases: "phase",
  products: "product",
  sums: "product or term",
};

/**
 * @param {HTMLElement} root
 * @param {StepStore} store
 * @param {AbortSignal} signal
 */
export function mountPhasesView(root, store, signal) {
  const buttons = [...root.querySelectorAll("[data-phase]")];
  for (const button of buttons) {
    const phase = /** @type {Phase} */ (button.getAttribute("data-phase"));
    button.addEventListener("click", () => goToPhase(store, phase), { signal });
  }
  store.watch(
    currentPhase,
    (phase) => {
      for (const button of buttons) {
        button.ariaCurrent = button.getAttribute("data-phase") === phase ? "step" : null;
      }
    },
    signal,
  );
  mountDetail(root, store, signal);
}

/** @type {(root: HTMLElement, store: StepStore, signal: AbortSignal) => void} */
function mountDetail(root, store, signal) {
  const choices = root.querySelectorAll("[data-detail]");
  const next = element(root, "[data-command=next]");
  const previous = element(root, "[data-command=previous]");
  store.watch(
    ({ view }) => view.detail ?? "step",
    (detail) => {
      for (const choice of choices) {
        choice.ariaPressed = String(choice.getAttribute("data-detail") === detail);
      }
      const isWhole = detail === "step";
      name(
        next,
        `Next ${STOPS[detail]}`,
        isWhole ? shortcutsOf("forward", "next") : shortcutsOf("next"),
      );
      name(
        previous,
        `Previous ${STOPS[detail]}`,
        isWhole ? shortcutsOf("back", "previous") : shortcutsOf("previous"),
      );
    },
    signal,
  );
}

/**
 * @param {HTMLElement} button
 * @param {string} label
 * @param {string} shortcuts
 */
function name(button, label, shortcuts) {
  button.ariaLabel = label;
  button.setAttribute("aria-keyshortcuts", shortcuts);
}
