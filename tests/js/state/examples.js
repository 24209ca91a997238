/**
 * A trace and a state, small enough to calculate by hand: the input 1 2 3, the
 * kernel 1 −2 and a bias of 10 make −3 + 10 = 7 and −4 + 10 = 6.
 */

import { newPlayer } from "../../../static/js/player/player.js";
import { createStore } from "../../../static/js/state/store.js";
import { trailOf } from "../../../static/js/state/trail.js";

/** @typedef {import("../../../static/js/state/state.js").State} State */
/** @typedef {import("../../../static/js/api/trace.js").Trace} Trace */
/** @typedef {import("../../../static/js/api/trace.js").Step} Step */

/**
 * @param {number} index
 * @returns {Step}
 */
function step(index) {
  const [left, right] = [index + 1, index + 2];
  return {
    index,
    number: index + 1,
    output: { row: 0, column: index, channel: 0 },
    window: { rows: [0], columns: [index, index + 1] },
    patch: [[[left, right]]],
    products: [[[left, -2 * right]]],
    channelSums: [left - 2 * right],
    runningSums: [left, left - 2 * right],
    sum: left - 2 * right,
    bias: 10,
    value: left - 2 * right + 10,
    exact: true,
    paddingCells: 0,
    expression: `${left}·1 + ${right}·(−2) + 10 = ${left - 2 * right + 10}`,
    explanation: "The kernel covers …",
    phases: { place: "Place …", multiply: "Multiply …", add: "Add …" },
  };
}

const bound = { minimum: 1, maximum: 1, minimumReason: "", maximumReason: "" };
const axes = { rows: bound, columns: bound };

/** @type {Trace} */
export const trace = {
  input: [[[1, 2, 3]]],
  paddedInput: [[[1, 2, 3]]],
  kernels: [
    {
      weights: [[[1, -2]]],
      applied: [[[1, -2]]],
      divisor: 1,
      bias: 10,
      precision: { decimals: 0, valueDecimals: 0, roundedDecimals: 2, exact: true },
    },
  ],
  geometry: {
    inputSize: [1, 3],
    kernelSize: [1, 2],
    kernelExtent: [1, 2],
    stride: [1, 1],
    dilation: [1, 1],
    padding: { top: 0, bottom: 0, left: 0, right: 0 },
    border: "zeros",
    flip: false,
    outputSize: [1, 2],
    formula: { rows: "", columns: "" },
    rowIndices: [[0]],
    columnIndices: [
      [0, 1],
      [1, 2],
    ],
    unreached: { rows: [], columns: [] },
  },
  bounds: {
    stride: axes,
    dilation: axes,
    padding: { top: bound, bottom: bound, left: bound, right: bound },
    paddingBoth: axes,
    size: axes,
    kernelSize: axes,
  },
  output: [[[7, 6]]],
  stepCount: 2,
  steps: [step(0), step(1)],
};

export const settings = { input: "1,2,3", kernel: "1,-2" };

/** @type {State} */
export const state = {
  trace,
  settings,
  shown: settings,
  player: newPlayer(2),
  problem: null,
  edit: 0,
  isLoading: false,
  isStill: false,
  themeBefore: "auto",
  isBlank: false,
  trail: trailOf(null, null, 0),
  returningTo: null,
  extras: {
    programs: { value: null, problem: "" },
    step: { value: null, problem: "" },
    comparison: { value: null, problem: "" },
  },
  codeTab: "numpy",
  view: { theme: "auto", motion: "auto", speed: "1", detail: "step", loop: "0", rowpause: "0" },
  pointed: null,
  pinned: null,
};

/** @param {Partial<State>} change */
export const storeWith = (change = {}) => createStore({ ...state, ...change });
