/**
 * Several kernels in one text, as they stand in the address: "sobel-x::sobel-y", each with
 * a bias of its own in "0,1".  The server reads what is between the separators.
 *
 * @typedef {import("./state.js").Settings} Settings
 * @typedef {{ kernel: string, bias: string }} ListedKernel
 */

/** As many fit on the stage. */
export const MOST_KERNELS = 4;

const BETWEEN_KERNELS = "::";

/**
 * @param {Settings} settings
 * @returns {ListedKernel[]}
 */
export function kernelList({ kernel = "", bias = "" }) {
  const biases = bias.split(",");
  return kernel.split(BETWEEN_KERNELS).map((text, index) => ({
    kernel: text,
    // A single bias stands for all kernels.
    bias: biases[index] ?? biases[0] ?? "0",
  }));
}

/**
 * The settings that stand for a list of kernels.
 *
 * @param {ListedKernel[]} kernels
 * @returns {Settings}
 */
export function settingsOf(kernels) {
  const biases = kernels.map(({ bias }) => bias);
  const isSame = biases.every((bias) => bias === biases[0]);
  return {
    kernel: kernels.map(({ kernel }) => kernel).join(BETWEEN_KERNELS),
    bias: isSame ? (biases[0] ?? "0") : biases.join(","),
  };
}
