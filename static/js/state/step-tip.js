/**
 * What a step writes, in a few words: for whoever points at it on the timeline.
 *
 * @typedef {import("./state.js").Trace} Trace
 */

import { valueText } from "../format/number.js";
import { placeOf } from "./grid-parts.js";

/**
 * @param {Trace} trace
 * @param {number} index  of the step, from 0
 * @returns {{ step: string, place: string, value: string }} no value while the step is on its way
 */
export function stepTip(trace, index) {
  const { channel, row, column } = placeOf(trace, index);
  const map = trace.output.length > 1 ? `map ${channel + 1}, ` : "";
  const [step, kernel] = [trace.steps[index], trace.kernels[channel]];
  return {
    step: `Step ${index + 1}`,
    place: `${map}row ${row + 1}, column ${column + 1}`,
    value: step && kernel ? valueText(step.value, step.exact, kernel.precision) : "",
  };
}
