/**
 * The same convolution in code: programs of the server, the address for curl, and the
 * JSON of the step.  Tabs: https://www.w3.org/WAI/ARIA/apg/patterns/tabs/
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 * @typedef {import("../state/extras.js").Source} Source
 */

import { openCodeTab } from "../state/actions.js";
import { codeText } from "../state/code.js";
import { copyText } from "./copy.js";
import { element } from "./find.js";

/** @type {Record<string, (index: number, count: number) => number>} */
const MOVES = {
  ArrowRight: (index, count) => (index + 1) % count,
  ArrowLeft: (index, count) => (index + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

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
  element(root, ".copy").addEventListener(
    "click",
    async () => {
      copied.textContent = await copyText(panel.textContent ?? "", () => select(panel));
    },
    { signal },
  );
  mountTabs(root, panel, store, signal);
}

/** @type {(root: HTMLElement, panel: HTMLElement, store: StepStore, signal: AbortSignal) => void} */
function mountTabs(root, panel, store, signal) {
  const list = element(root, "[role=tablist]");
  const tabs = /** @type {HTMLElement[]} */ ([...list.querySelectorAll("[role=tab]")]);
  const open = (/** @type {HTMLElement | undefined} */ tab) => {
    if (tab?.dataset.tab) openCodeTab(store, tab.dataset.tab);
    tab?.focus();
  };
  const tabOf = (/** @type {Event} */ { target }) =>
    tabs.findIndex((tab) => target instanceof Node && tab.contains(target));

  list.addEventListener("click", (event) => open(tabs[tabOf(event)]), { signal });
  list.addEventListener(
    "keydown",
    (event) => {
      const move = MOVES[event.key];
      if (!move || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      open(tabs[move(tabOf(event), tabs.length)]);
    },
    { signal },
  );
  store.watch(
    (state) => state.codeTab,
    (name) => {
      for (const tab of tabs) mark(tab, tab.dataset.tab === name);
      panel.setAttribute("aria-labelledby", `code-${name}`);
    },
    signal,
  );
}

/**
 * @param {HTMLElement} tab
 * @param {boolean} isOpen
 */
function mark(tab, isOpen) {
  tab.ariaSelected = String(isOpen);
  tab.tabIndex = isOpen ? 0 : -1;
}

/** @param {HTMLElement} panel */
function select(panel) {
  getSelection()?.selectAllChildren(panel);
  panel.focus();
}
