/**
 * The settings: a form whose fields are the parameters of the address, so that it
 * works without a script too.  With one, every change is asked for at once.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 * @typedef {import("../state/state.js").Settings} Settings
 * @typedef {import("../state/state.js").Problem} Problem
 */

import { changeSettings } from "../state/settings-actions.js";
import { settledFor, TRANSPOSED } from "../state/operations.js";
import { element } from "./find.js";
import { mountKernelsView } from "./kernels-view.js";
import { mountSlidersView } from "./sliders-view.js";

/** Let a number be typed to its end before it is asked for. */
const TYPING_MILLISECONDS = 250;

/** The option of the padding list that opens the field for numbers. */
const NUMBERS = "numbers";

/**
 * @param {HTMLElement} root
 * @param {StepStore} store
 * @param {AbortSignal} signal
 */
export function mountSettingsView(root, store, signal) {
  const form = /** @type {HTMLFormElement} */ (element(root, "form"));
  offerNumbers(paddingFields(form).padding);
  mountAsking(form, store, signal);
  store.watch(
    (state) => state.settings,
    (settings) => writeForm(form, settings),
    signal,
  );
  store.watch(
    (state) => state.problem,
    (problem) => showFieldProblems(form, problem),
    signal,
  );
  mountKernelsView(form, store, signal);
  mountSlidersView(form, store, signal);
}

/**
 * Ask for what stands in the form whenever it changes.
 *
 * @param {HTMLFormElement} form
 * @param {StepStore} store
 * @param {AbortSignal} signal
 */
function mountAsking(form, store, signal) {
  const typing = afterRest(TYPING_MILLISECONDS);
  /** @type {EventTarget | null} The slider that is being dragged: one thing to undo, however far it goes. */
  let dragged = null;

  /** @param {Event} event */
  function ask(event) {
    arrange(form);
    const isContinued = dragged !== null && event.target === dragged;
    dragged = isOfType(event.target, "range") ? event.target : null;
    const change = () =>
      changeSettings(store, settledFor(readForm(form), store.get().settings.operation), {
        isContinued,
      });
    const isTyping = event.type === "input" && isOfType(event.target, "text");
    typing.wait(change);
    if (!isTyping) typing.settle();
  }

  form.addEventListener("input", ask, { signal });
  form.addEventListener("change", () => (dragged = null), { signal });
  form.addEventListener("submit", ask, { signal });
  form.addEventListener("submit", (event) => event.preventDefault(), { signal });
  // What is done next may be another change, which would write over the field.
  form.addEventListener("focusout", typing.settle, { signal });
}

/**
 * The newest of some changes after a rest, or as soon as it is settled.
 *
 * @param {number} milliseconds
 */
function afterRest(milliseconds) {
  let timer = 0;
  /** @type {(() => void) | null} */
  let waiting = null;
  const settle = () => {
    clearTimeout(timer);
    waiting?.();
    waiting = null;
  };
  /** @param {() => void} change */
  const wait = (change) => {
    clearTimeout(timer);
    waiting = change;
    timer = window.setTimeout(settle, milliseconds);
  };
  return { wait, settle };
}

/**
 * Numbers have fields of their own here; without a script, those of the address are an option.
 *
 * @param {HTMLSelectElement} padding
 */
function offerNumbers(padding) {
  for (const option of [...padding.options]) if (/[0-9]/.test(option.value)) option.remove();
  padding.append(new Option("cells per side …", NUMBERS));
}

/**
 * @param {EventTarget | null} target
 * @param {string} type
 */
function isOfType(target, type) {
  return target instanceof HTMLInputElement && target.type === type;
}

/**
 * @param {HTMLFormElement} form
 * @returns {{ padding: HTMLSelectElement, numbers: HTMLInputElement }}
 */
function paddingFields(form) {
  return {
    padding: /** @type {HTMLSelectElement} */ (element(form, "[name=padding]")),
    numbers: /** @type {HTMLInputElement} */ (element(form, "#padding-numbers")),
  };
}

/**
 * @param {HTMLFormElement} form
 * @returns {Settings}
 */
function readForm(form) {
  const settings = Object.fromEntries(
    [...new FormData(form)].map(([name, value]) => [name, String(value).trim()]),
  );
  const { padding, numbers } = paddingFields(form);
  const isByNumbers = padding.value === NUMBERS || settings.operation === TRANSPOSED;
  return isByNumbers ? { ...settings, padding: numbers.value.trim() } : settings;
}

/**
 * @param {HTMLFormElement} form
 * @param {Settings} settings
 */
function writeForm(form, settings) {
  for (const [name, value] of Object.entries(settings)) {
    const control = form.elements.namedItem(name);
    if (control instanceof HTMLSelectElement) choose(control, value);
    else if (control instanceof RadioNodeList) control.value = value;
    else if (control instanceof HTMLInputElement && control.value.trim() !== value) {
      control.value = value;
    }
  }
  arrange(form);
}

/**
 * Choose an option; a value that the list lacks is somebody's own numbers.
 *
 * @param {HTMLSelectElement} select
 * @param {string} value
 */
function choose(select, value) {
  if (select.name === "padding") {
    choosePadding(select, value);
    return;
  }
  if (![...select.options].some((option) => option.value === value)) {
    select.prepend(new Option("My numbers", value));
  }
  select.value = value;
}

/**
 * @param {HTMLSelectElement} select
 * @param {string} value
 */
function choosePadding(select, value) {
  const isNamed = [...select.options].some((option) => option.value === value);
  select.value = isNamed ? value : NUMBERS;
  const form = /** @type {HTMLFormElement} */ (select.form);
  const { numbers } = paddingFields(form);
  // Of a transposed convolution there are only numbers, and none of them means "valid".
  const text = isNamed ? "0" : value;
  const isShown = !isNamed || readForm(form).operation === TRANSPOSED;
  if (isShown && numbers.value.trim() !== text) numbers.value = text;
}

/**
 * Show only the fields that have a meaning now.
 *
 * @param {HTMLFormElement} form
 */
function arrange(form) {
  const { padding, numbers } = paddingFields(form);
  const input = /** @type {HTMLSelectElement} */ (element(form, "[name=input]")).value;
  const { operation } = readForm(form);
  const isNew = operation === TRANSPOSED && form.dataset.operation !== TRANSPOSED;
  if (isNew && padding.value !== NUMBERS) numbers.value = "0";
  form.dataset.operation = operation;
  row(numbers).hidden = padding.value !== NUMBERS && operation !== TRANSPOSED;
  element(row(numbers), "label").textContent = operation === TRANSPOSED ? "Padding" : "Cells";
  for (const name of ["size", "channels"]) {
    row(element(form, `[name=${name}]`)).hidden = /[0-9]/.test(input);
  }
}

/** @param {HTMLElement} control */
function row(control) {
  return /** @type {HTMLElement} */ (control.closest(".field"));
}

/**
 * Put each sentence under the field that it is about.
 *
 * @param {HTMLFormElement} form
 * @param {Problem | null} problem
 */
function showFieldProblems(form, problem) {
  const sentences = new Map(
    problem?.errors.map(({ pointer, detail }) => [pointer.split("/")[1], detail]),
  );
  for (const place of form.querySelectorAll("[data-problem-of]")) {
    const name = place.getAttribute("data-problem-of") ?? "";
    place.textContent = sentences.get(name) ?? "";
    for (const control of form.querySelectorAll(`[aria-describedby=problem-${name}]`)) {
      control.ariaInvalid = sentences.has(name) ? "true" : null;
    }
  }
}
