/**
 * The scatter picture of a transposed convolution as a trace of its own: one step for each
 * input cell, which adds its multiple of the kernel to the output.
 *
 * @typedef {import("./trace.js").Trace} Trace
 * @typedef {import("./trace.js").Step} Step
 *
 * @typedef {object} Scattering        what a step of it has besides
 * @property {{ rows: number[], columns: number[] }} targets  output indices under the weights; outside: cropped
 * @property {(number | null)[][]} after                      totals of those cells when it is done
 */

/**
 * @param {Trace} gather         the other picture
 * @param {any[]} scatterSteps   as on the wire, in camelCase
 * @param {number} stepCount
 * @returns {Trace}
 */
export function scatterOf(gather, scatterSteps, stepCount) {
  const { geometry, kernels } = gather;
  return {
    ...gather,
    picture: "scatter",
    paddedInput: gather.input,
    kernels: kernels.map((kernel) => ({ ...kernel, applied: kernel.weights })),
    geometry: {
      ...geometry,
      stretchedSize: undefined,
      padding: { top: 0, bottom: 0, left: 0, right: 0 },
      flip: false,
      rowIndices: [],
      columnIndices: [],
      walkSize: geometry.inputSize,
    },
    stepCount,
    steps: scatterSteps.map(stepOf),
  };
}

/**
 * @param {any} step
 * @returns {Step}
 */
function stepOf(step) {
  const { row, column } = step.input;
  return {
    ...step,
    output: { row, column, channel: 0 },
    window: { rows: [row], columns: [column] },
    patch: [[[step.value]]],
    products: [step.products],
    channelSums: [0],
    runningSums: step.after.flat(),
    sum: 0,
    bias: 0,
    exact: true,
    paddingCells: 0,
  };
}
