/**
 * How the convolution is shown: every control with data-view="name" and the choice of
 * that name follow each other, and the document tells the style sheets.  A button
 * shows and hides what it controls.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 */

import { setView } from "../state/view-actions.js";

/**
 * @param {Document} page
 * @param {StepStore} store
 * @param {AbortSignal} signal
 */
export function mountShowView(page, store, signal) {
  page.addEventListener(
    "change",
    ({ target }) => {
      const name = target instanceof HTMLElement && target.dataset.view;
      if (name) setView(store, { [name]: valueOf(target) });
      // The document is told after this event, and only then there is something to see.
      if (name) queueMicrotask(() => reveal(page, target));
    },
    { signal },
  );
  page.addEventListener(
    "click",
    ({ target }) => {
      const button = target instanceof Element && target.closest("button[data-view]");
      const name = button && button.getAttribute("data-view");
      if (name) setView(store, { [name]: store.get().view[name] === "1" ? "0" : "1" });
    },
    { signal },
  );
  store.watch(
    (state) => state.view,
    (view) => {
      for (const [name, value] of Object.entries(view)) show(page, name, value);
    },
    signal,
  );
}

/**
 * @param {HTMLElement} control
 * @returns {string}
 */
function valueOf(control) {
  if (control instanceof HTMLInputElement && control.type === "radio") return control.value;
  if (control instanceof HTMLInputElement) return control.checked ? "1" : "0";
  return /** @type {HTMLSelectElement} */ (control).value;
}

/**
 * @param {Document} page
 * @param {string} name
 * @param {string} value
 */
function show(page, name, value) {
  const root = page.documentElement;
  if (root.dataset[name] !== value) root.dataset[name] = value;
  for (const control of page.querySelectorAll(`[data-view="${name}"]`)) {
    if (control instanceof HTMLInputElement)
      control.checked = value === (control.type === "radio" ? control.value : "1");
    else if (control instanceof HTMLSelectElement) control.value = value;
    else if (control instanceof HTMLButtonElement) control.ariaExpanded = String(value === "1");
  }
}

/**
 * Bring what a control has opened into sight.
 *
 * @param {Document} page
 * @param {HTMLElement} control
 */
function reveal(page, control) {
  if (!(control instanceof HTMLInputElement) || !control.checked) return;
  const panel = page.getElementById(control.getAttribute("aria-controls") ?? "");
  panel?.scrollIntoView({ block: "nearest" });
}
