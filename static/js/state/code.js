/**
 * The text of the code panel.
 *
 * @typedef {import("./state.js").State} State
 * @typedef {import("./extras.js").Source} Source
 */

import { jsonText } from "../format/json.js";
import { addressOf, stepAddress } from "./extras.js";

/**
 * @param {State} state
 * @param {Source} source  the API with its host
 * @returns {string} empty until the answer is here
 */
export function codeText(state, source) {
  if (state.codeTab === "curl") return curlLines(state, source);
  const { value, problem } = state.extras[state.codeTab === "json" ? "step" : "programs"];
  if (problem) return problem;
  if (value === null) return "";
  return state.codeTab === "json" ? jsonText(value) : (value[state.codeTab] ?? "").trimEnd();
}

/**
 * @param {State} state
 * @param {Source} source
 */
function curlLines(state, source) {
  return [
    "# this convolution with all of its steps",
    `curl "${addressOf(state, source, "")}"`,
    "",
    "# this step",
    `curl "${stepAddress(state, source)}"`,
  ].join("\n");
}
