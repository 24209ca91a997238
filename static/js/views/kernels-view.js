/**
 * The list of kernels: one line for each with its filter and its bias, a button that adds
 * one, and one that takes it away.  A single kernel has the fields of the form alone.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 * @typedef {import("../state/kernel-list.js").ListedKernel} ListedKernel
 */

import { changeSettings } from "../state/settings-actions.js";
import { kernelList, MOST_KERNELS, settingsOf } from "../state/kernel-list.js";
import { element } from "./find.js";

/**
 * @param {HTMLElement} form
 * @param {StepStore} store
 * @param {AbortSignal} signal
 */
export function mountKernelsView(form, store, signal) {
  const list = element(form, ".kernel-list");
  const add = element(form, ".add-kernel");
  const listed = () => kernelList(store.get().settings);

  /** @param {ListedKernel[]} kernels */
  const ask = (kernels) => changeSettings(store, settingsOf(kernels));

  add.addEventListener("click", () => ask([...listed(), ...listed().slice(-1)]), { signal });
  list.addEventListener(
    "click",
    ({ target }) => {
      const button = target instanceof Element && target.closest("button");
      if (!button) return;
      const index = rowsOf(list).indexOf(/** @type {HTMLElement} */ (button.closest("li")));
      ask(listed().filter((_, each) => each !== index));
      add.focus();
    },
    { signal },
  );
  list.addEventListener("change", () => ask(rowsOf(list).map(readRow)), { signal });
  // The form asks with its own fields; these are not among them.
  list.addEventListener("input", (event) => event.stopPropagation(), { signal });
  store.watch(
    (state) => state.settings,
    () => show(form, listed()),
    signal,
  );
  store.watch(
    (state) => state.trace,
    ({ geometry }) => offerSize(list, geometry.kernelSize),
    signal,
  );
}

/** @param {HTMLElement} list */
function rowsOf(list) {
  return /** @type {HTMLElement[]} */ ([...list.children]);
}

/**
 * @param {HTMLElement} form
 * @param {ListedKernel[]} kernels
 */
function show(form, kernels) {
  const isSeveral = kernels.length > 1;
  const list = element(form, ".kernel-list");
  const add = /** @type {HTMLButtonElement} */ (element(form, ".add-kernel"));
  form.toggleAttribute("data-several-kernels", isSeveral);
  list.hidden = !isSeveral;
  add.disabled = kernels.length >= MOST_KERNELS;
  const rows = rowsOf(list);
  for (const surplus of rows.splice(isSeveral ? kernels.length : 0)) surplus.remove();
  if (isSeveral)
    kernels.forEach((kernel, index) => writeRow(rows[index] ?? addRow(form, list), kernel, index));
}

/**
 * @param {HTMLElement} form
 * @param {HTMLElement} list
 */
function addRow(form, list) {
  const template = /** @type {HTMLTemplateElement} */ (element(form, "template.kernel-row"));
  const row = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
  const named = /** @type {HTMLSelectElement} */ (element(form, "[name=kernel]"));
  const options = [...named.options].filter(({ dataset }) => dataset.size);
  element(row, "select").append(...options.map((option) => option.cloneNode(true)));
  list.append(row);
  return row;
}

/**
 * @param {HTMLElement} row
 * @param {ListedKernel} listed
 * @param {number} index
 */
function writeRow(row, { kernel, bias }, index) {
  const [select, field] = controlsOf(row);
  select.ariaLabel = `Filter of kernel ${index + 1}`;
  field.ariaLabel = `Bias of kernel ${index + 1}`;
  element(row, "button").ariaLabel = `Remove kernel ${index + 1}`;
  if (![...select.options].some(({ value }) => value === kernel)) {
    select.prepend(new Option("My numbers", kernel));
  }
  select.value = kernel;
  if (field.value.trim() !== bias) field.value = bias;
}

/** @param {HTMLElement} row */
function readRow(row) {
  const [select, field] = controlsOf(row);
  return { kernel: select.value, bias: field.value.trim() || "0" };
}

/**
 * @param {HTMLElement} row
 * @returns {[HTMLSelectElement, HTMLInputElement]}
 */
function controlsOf(row) {
  return [
    /** @type {HTMLSelectElement} */ (element(row, "select")),
    /** @type {HTMLInputElement} */ (element(row, "input")),
  ];
}

/**
 * All kernels have one size: filters of another cannot be chosen.
 *
 * @param {HTMLElement} list
 * @param {[number, number]} kernelSize
 */
function offerSize(list, kernelSize) {
  for (const option of list.querySelectorAll("option")) {
    const { size } = option.dataset;
    option.disabled = size !== undefined && size !== kernelSize.join("x");
  }
}
