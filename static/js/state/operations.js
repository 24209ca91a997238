/**
 * The operations that the page shows, and which settings have a meaning in each.
 *
 * @typedef {import("./state.js").Settings} Settings
 */

import { kernelList } from "./kernel-list.js";

export const TRANSPOSED = "conv_transpose2d";

/** Settings that an operation does not have stay at what the page begins with. */
const WITHOUT_MEANING = {
  conv2d: { output_padding: "0" },
  conv_transpose2d: { channels: "1", border: "zeros", flip: "0" },
};

/** An ordinary convolution has names for a padding, and one number for each of four sides. */
const NO_PADDING = "valid";
const SOME_NUMBERS = /^[0-9]+(,[0-9]+)?$/;
const PAIR = /^[0-9]+,[0-9]+$/;

/**
 * The settings with only what their operation knows.
 *
 * @param {Settings} settings
 * @param {string} [before]  the operation until now: what it left is put right, what is typed is not
 * @returns {Settings}
 */
export function settledFor(settings, before = settings.operation) {
  const { padding = NO_PADDING } = settings;
  if (settings.operation !== TRANSPOSED) {
    const isLeft = before === TRANSPOSED && PAIR.test(padding);
    const known = isLeft ? NO_PADDING : padding;
    return { ...settings, ...WITHOUT_MEANING.conv2d, padding: known };
  }
  const isNone = padding === "0" || !SOME_NUMBERS.test(padding);
  return {
    ...settings,
    ...WITHOUT_MEANING.conv_transpose2d,
    ...onlyFirst(settings),
    padding: isNone ? NO_PADDING : padding,
  };
}

/**
 * One kernel, and its bias.
 *
 * @param {Settings} settings
 */
function onlyFirst(settings) {
  const [first = { kernel: "", bias: "0" }] = kernelList(settings);
  return first;
}
