/**
 * The sentence of the step or of a phase, and a line for screen readers that keeps quiet while
 * the player runs and says only the newest step of a burst.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 */

import { sentence, trace } from "../state/selectors.js";
import { situation, spokenLine } from "../state/speech.js";
import { element } from "./find.js";

/** The value, in the words of app/core/narration.py. */
const VALUE = /^(.* )(\S+)(, the output in row .*)$/;

const QUIET_MILLISECONDS = 400;

/**
 * @param {HTMLElement} root
 * @param {StepStore} store
 * @param {AbortSignal} signal
 */
export function mountSentenceView(root, store, signal) {
  const shown = element(root, ".sentence");
  store.watch(
    sentence,
    (text) => {
      if (text !== null && shown.textContent !== text) shown.replaceChildren(...withValue(text));
    },
    signal,
  );
  store.watch(
    trace,
    ({ geometry, input, kernels }) => {
      const isPadded = Object.values(geometry.padding).some((cells) => cells > 0);
      const isShifted = kernels.some(({ divisor, bias }) => divisor > 1 || bias !== 0);
      root.toggleAttribute("data-long", isPadded || isShifted || input.length > 1);
    },
    signal,
  );
  store.watch(
    (state) => situation(state.trace),
    (text) => (element(root, ".situation").textContent = text),
    signal,
  );
  mountStatus(element(root, "[role=status]"), store, signal);
}

/** @type {(status: HTMLElement, store: StepStore, signal: AbortSignal) => void} */
function mountStatus(status, store, signal) {
  let timer = 0;

  /** @param {string} text */
  function say(text) {
    clearTimeout(timer);
    timer = window.setTimeout(() => (status.textContent = text), QUIET_MILLISECONDS);
  }

  store.watch(
    spokenLine,
    (text, previous) => {
      if (text !== previous) say(text);
    },
    signal,
  );
}

/**
 * The sentence with its value set off.
 *
 * @param {string} text
 * @returns {(Node | string)[]}
 */
function withValue(text) {
  const [, lead = text, value = "", rest = ""] = VALUE.exec(text) ?? [];
  const strong = document.createElement("strong");
  strong.className = "value";
  strong.textContent = value;
  return [lead, strong, rest];
}
