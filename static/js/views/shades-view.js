/**
 * Signed values as shades, dark below zero and light above it, with a legend of the numbers
 * that the ends of the scale stand for.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 * @typedef {import("../state/state.js").State} State
 * @typedef {import("../state/tones.js").Range} Range
 * @typedef {import("../elements/number-grid.js").NumberGrid} NumberGrid
 */

import { numberText } from "../format/number.js";
import { scatterTones } from "../state/scatter-grids.js";
import { addedProducts, currentStep, isWritten, stepIndex } from "../state/selectors.js";
import { rangesOf, toneOf, tonesOf } from "../state/tones.js";
import { element } from "./find.js";

/** @typedef {"input" | "products" | "output"} Role */

/**
 * @param {HTMLElement} root
 * @param {StepStore} store
 * @param {AbortSignal} signal
 */
export function mountShadesView(root, store, signal) {
  /** @type {(role: Role, stack: number[][][]) => void} */
  const write = (role, stack) => {
    const { trace, view } = store.get();
    const tones = view.shades === "1" ? tonesOf(stack, rangesOf(trace)[role]) : [];
    root.querySelectorAll(`.${role}-grid`).forEach((grid, channel) => {
      /** @type {NumberGrid} */ (grid).tones = tones[channel] ?? null;
    });
  };
  const showOutput = () => {
    const state = store.get();
    const { trace, view, player } = state;
    if (trace.picture !== "scatter" || view.shades !== "1") return write("output", trace.output);
    const tones = scatterTones(trace, player.step, addedProducts(state), isWritten(state));
    const grid = root.querySelector(".output-grid");
    /** @type {NumberGrid} */ (grid).tones = tones;
  };
  const showProducts = () => write("products", currentStep(store.get())?.products ?? []);
  const showAll = () => {
    const { trace, view } = store.get();
    write("input", trace.paddedInput);
    showOutput();
    showProducts();
    if (view.shades === "1") showLegend(element(root, ".shade-legend"), store.get());
  };

  store.watch(({ trace }) => trace, showAll, signal);
  store.watch(({ view }) => view.shades, showAll, signal);
  store.watch(currentStep, showProducts, signal);
  store.watch(growthOf, showOutput, signal);
}

/**
 * What the output of the scatter picture changes with; nothing in any other.
 *
 * @param {State} state
 */
function growthOf(state) {
  if (state.trace.picture !== "scatter") return "";
  return `${stepIndex(state)} ${addedProducts(state)} ${isWritten(state)}`;
}

/** @type {(legend: HTMLElement, state: State) => void} */
function showLegend(legend, { trace }) {
  for (const [role, range] of Object.entries(rangesOf(trace))) {
    const row = element(legend, `.${role}-scale`);
    const decimals = decimalsOf(trace, role === "output");
    for (const end of /** @type {const} */ (["least", "most"])) {
      const place = element(row, `.${end}`);
      place.textContent = numberText(range[end], decimals);
      place.style.setProperty("--tone", String(Math.abs(toneOf(range[end], range))));
      place.hidden = end === "least" ? range[end] >= 0 : range[end] <= 0;
    }
  }
}

/**
 * @param {State["trace"]} trace
 * @param {boolean} isOutput
 */
function decimalsOf({ kernels }, isOutput) {
  return Math.max(
    ...kernels.map(({ precision }) => {
      if (!isOutput) return precision.decimals;
      return precision.exact ? precision.valueDecimals : precision.roundedDecimals;
    }),
  );
}
