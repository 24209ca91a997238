/**
 * What a screen reader is told.  It says what stands on the page, in words: "minus" for a
 * minus sign, "times" for a product, rows and columns counted from 1.
 *
 * @typedef {import("./state.js").State} State
 * @typedef {import("./state.js").Step} Step
 * @typedef {import("./state.js").Trace} Trace
 */

import { numberText, spoken, valueText } from "../format/number.js";
import { doneIn, phaseAt } from "../player/stops.js";
import { indexOf, placeOf } from "./grid-parts.js";
import { currentKernel, currentStep, isPlaying, sentence, termCount } from "./selectors.js";

/** An output of more cells is not read out, but for its size: nobody could listen to it. */
const MOST_CELLS_READ = 100;

/**
 * The newest thing worth saying.
 *
 * @param {State} state
 * @returns {string}
 */
export function spokenLine(state) {
  const { halt, step, stepCount } = state.player;
  if (isPlaying(state)) return "Playing.";
  if (halt === "paused") return `Paused at step ${step + 1} of ${stepCount}.`;
  if (halt === "done") return `Done. ${outputs(state.trace)}`;
  return phaseAt(state.player.target) === "write" ? announcement(state) : partOfStep(state);
}

/**
 * What there is, for whoever comes to the page and looks for it; nothing announces it.
 *
 * @param {Trace} trace
 * @returns {string}
 */
export function situation({ geometry, stepCount }) {
  const [input, kernel, output] = [
    geometry.inputSize,
    geometry.kernelSize,
    geometry.outputSize,
  ].map((size) => size.join(" by "));
  const steps = `${stepCount} ${stepCount === 1 ? "step" : "steps"}`;
  return `Input is ${input}, kernel is ${kernel}, output is ${output}. ${steps}. Use Next, or the right arrow key.`;
}

/**
 * Where a step writes, as a slider says it.
 *
 * @param {State} state
 * @returns {string}
 */
export function placeText({ trace, player: { step, stepCount } }) {
  const { channel, row, column } = placeOf(trace, step);
  const map = trace.output.length > 1 ? `map ${channel + 1} ` : "";
  const part = trace.picture === "scatter" ? "input" : "output";
  return `Step ${step + 1} of ${stepCount}, ${part} ${map}row ${row + 1} column ${column + 1}`;
}

/**
 * A finished step: where we are and what came out.
 *
 * @param {State} state
 * @returns {string}
 */
export function announcement(state) {
  const step = currentStep(state);
  if (!step) return "";
  if (state.trace.picture) {
    return `Step ${step.number} of ${state.trace.stepCount}. ${spoken(step.explanation)}`;
  }
  const value = spoken(valueText(step.value, step.exact, currentKernel(state).precision));
  const { channel, row, column } = step.output;
  const map = state.trace.output.length > 1 ? ` map ${channel + 1},` : "";
  const parts = [
    `Step ${step.number} of ${state.trace.stepCount}.`,
    `Output${map} row ${row + 1}, column ${column + 1} is ${value}.`,
    column === 0 && step.index > 0 && "New row.",
    step.paddingCells > 0 && padding(step, state.trace),
  ];
  return parts.filter(Boolean).join(" ");
}

/**
 * @param {Step} step
 * @param {Trace} trace
 */
function padding({ paddingCells, runningSums }, { geometry }) {
  const values = `${paddingCells} of the ${runningSums.length} values`;
  const [isOne, isZeros] = [paddingCells === 1, geometry.border === "zeros"];
  if (isZeros) return `${values} ${isOne ? "is a padding zero" : "are padding zeros"}.`;
  return `${values} ${isOne ? "is" : "are"} padding.`;
}

/**
 * A step that rests on its way: the newest product, the newest sum, or the phase's sentence.
 *
 * @param {State} state
 */
function partOfStep(state) {
  const { view, player } = state;
  const phase = phaseAt(player.target);
  const count = termCount(state);
  const isSingle = view.detail === "sums" || (view.detail === "products" && phase === "multiply");
  if (isSingle && phase === "multiply") return product(state, doneIn(player.target, phase, count));
  if (isSingle && phase === "add") return runningTotal(state, doneIn(player.target, phase, count));
  return spoken(sentence(state) ?? "");
}

/**
 * @param {State} state
 * @param {number} count  the newest product is the last of so many
 */
function product(state, count) {
  const step = currentStep(state);
  const { applied, precision } = currentKernel(state);
  const [value, weight, result] = [step?.patch, applied, step?.products].map((stack) =>
    spoken(numberText(stack?.flat(2)[count - 1] ?? 0, precision.decimals)),
  );
  return `${value} times ${weight} is ${precision.exact ? "" : "about "}${result}.`;
}

/**
 * @param {State} state
 * @param {number} count  so many terms are added
 */
function runningTotal(state, count) {
  const { precision } = currentKernel(state);
  const total = currentStep(state)?.runningSums[count - 1] ?? 0;
  return `Running total ${precision.exact ? "" : "about "}${spoken(numberText(total, precision.decimals))}.`;
}

/**
 * The size of the output, and its values row by row where there are few.
 *
 * @param {Trace} trace
 */
function outputs(trace) {
  const [rows, columns] = trace.geometry.outputSize;
  const isRead = trace.stepCount <= MOST_CELLS_READ && trace.steps.length === trace.stepCount;
  return trace.output
    .map((_, map) => {
      const name = trace.output.length > 1 ? `Output map ${map + 1}` : "Output";
      const values = isRead ? `: ${spoken(mapText(trace, map))}` : "";
      return `${name} is ${rows} by ${columns}${values}.`;
    })
    .join(" ");
}

/**
 * @param {Trace} trace
 * @param {number} channel
 */
function mapText(trace, channel) {
  const precision = trace.kernels[channel]?.precision;
  return (trace.output[channel] ?? [])
    .map((values, row) =>
      values.map((value, column) => {
        const step = trace.steps[indexOf(trace, { channel, row, column })];
        return precision ? valueText(value, step?.exact ?? true, precision) : "";
      }),
    )
    .map((texts) => texts.join(", "))
    .join("; ");
}
