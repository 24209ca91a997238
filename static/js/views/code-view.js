/**
 * The same convolution in code: programs of the server, the address for curl, and the
 * JSON of the step.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 * @typedef {import("../state/extras.js").Source} Source
 */

import { openCodeTab } from "../state/view-actions.js";
import { codeText } from "../state/code.js";
import { copyText } from "./copy.js";
import { element } from "./find.js";
import { markTab, mountTabs } from "./tabs.js";

/**
 * @param {HTMLElement} root
 * @param {StepStore} store
 * @param {Source} source
 * @param {AbortSignal} signal
 */
export function mountCodeView(root, store, source, signal) {
  const panel = element(root, "pre");
  const copied = element(root, ".copied");
  const here = { ...source, api: new URL(source.api, location.href).href };
  store.watch(
    (state) => codeText(state, here),
    (text) => {
      if (panel.textContent !== text) panel.textContent = text;
      copied.textContent = "";
    },
    signal,
  );
  const copy = async () => {
    copied.textContent = await copyText(panel.textContent ?? "", () => select(panel));
  };
  element(root, ".copy").addEventListener("click", copy, { signal });
  const list = element(root, "[role=tablist]");
  mountTabs(list, (name) => openCodeTab(store, name), signal);
  store.watch(
    (state) => state.codeTab,
    (name) => {
      markTab(list, name);
      panel.setAttribute("aria-labelledby", `code-${name}`);
    },
    signal,
  );
  root.inert = false;
}

/** @param {HTMLElement} panel */
function select(panel) {
  getSelection()?.selectAllChildren(panel);
  panel.focus();
}
