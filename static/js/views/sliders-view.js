/**
 * Sliders beside the fields of numbers.  A slider writes the field and the field is
 * asked for, so there is one way for a setting; it goes only as far as the trace allows,
 * and whoever pushes against an end is told why it is one.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 * @typedef {import("../state/ranges.js").Name} Name
 * @typedef {import("../api/trace.js").Bound} Bound
 */

import { areEqual, boundOf, commonBoundOf, partsOf, textOf } from "../state/ranges.js";
import { element } from "./find.js";

/** Keys of a slider, and the end that they push against. */
const ENDS = /** @type {Record<string, "maximum" | "minimum">} */ ({
  ArrowRight: "maximum",
  ArrowUp: "maximum",
  End: "maximum",
  ArrowLeft: "minimum",
  ArrowDown: "minimum",
  Home: "minimum",
});

/** The slider that moves all parts of a setting at once. */
const ALL = "all";

/**
 * @typedef {object} Setting  one field of numbers
 * @property {Name} name
 * @property {HTMLElement} row      the field with all that belongs to it
 * @property {HTMLElement} sliders  what is around the sliders
 */

/**
 * @param {HTMLElement} form
 * @param {StepStore} store
 * @param {AbortSignal} signal
 */
export function mountSlidersView(form, store, signal) {
  /** @type {(name: string) => Setting} */
  function settingOf(name) {
    const sliders = element(form, `[data-slides=${name}]`);
    const row = /** @type {HTMLElement} */ (sliders.closest(".field"));
    return { name: /** @type {Name} */ (name), row, sliders };
  }

  for (const apart of form.querySelectorAll("[data-apart]")) {
    const names = (apart.getAttribute("data-apart") ?? "").split(" ");
    const settings = names.map(settingOf);
    mountTogether(/** @type {HTMLInputElement} */ (apart), settings, store, signal);
    for (const setting of settings) mountSliders(setting, store, signal);
  }
}

/**
 * Settings whose parts go together or apart, as one switch says.
 *
 * @param {HTMLInputElement} apart
 * @param {Setting[]} settings
 * @param {StepStore} store
 * @param {AbortSignal} signal
 */
function mountTogether(apart, settings, store, signal) {
  const parts = (/** @type {Setting} */ { name }) => partsOf(store.get().trace, name);
  // A field that is not there has no say: an input of one's own has the size it has.
  const differing = () => settings.filter((each) => !each.row.hidden && !areEqual(parts(each)));

  function show() {
    if (differing().length) apart.checked = true;
    for (const setting of settings) {
      setting.row.classList.toggle("is-apart", apart.checked);
      for (const [slider, bound] of limitsOf(setting, store)) {
        write(slider, bound, parts(setting), apart.checked);
      }
    }
  }

  function change() {
    if (apart.checked || !differing().length) show();
    else
      for (const each of differing()) fieldOf(each).value = String(Object.values(parts(each))[0]);
  }

  // Also where a change is dropped, which leaves the trace as it is.
  store.watch(settled, (here) => here && show(), signal);
  // Before the form hears of it, and asks for what stands in its fields.
  apart.addEventListener("input", change, { signal });
}

/**
 * What is on screen, as long as nothing else is asked for.
 *
 * @param {import("../state/state.js").State} state
 */
function settled({ settings, shown, trace }) {
  return settings === shown ? trace : null;
}

/** @type {(setting: Setting, store: StepStore, signal: AbortSignal) => void} */
function mountSliders(setting, store, signal) {
  const { name, row, sliders } = setting;
  const reason = element(row, ".bound-reason");
  sliders.addEventListener(
    "input",
    ({ target }) => {
      reason.textContent = "";
      const slider = /** @type {HTMLInputElement} */ (target);
      fieldOf(setting).value = textOf(name, moved(sliders, slider));
    },
    { signal },
  );
  mountReasons(sliders, reason, () => limitsOf(setting, store), signal);
}

/** @param {Setting} setting */
function fieldOf({ sliders }) {
  return /** @type {HTMLInputElement} */ (element(document, `#${sliders.dataset.field}`));
}

/**
 * Say why an end is one to whoever pushes against it.
 *
 * @param {HTMLElement} root
 * @param {HTMLElement} reason
 * @param {() => Map<HTMLInputElement, Bound>} limits
 * @param {AbortSignal} signal
 */
function mountReasons(root, reason, limits, signal) {
  /** @type {(event: Event, end: "maximum" | "minimum" | undefined) => void} */
  function push({ target }, end) {
    const slider = /** @type {HTMLInputElement} */ (target);
    const bound = limits().get(slider);
    if (bound && end && slider.valueAsNumber === bound[end]) {
      reason.textContent = bound[`${end}Reason`];
    }
  }

  root.addEventListener("keydown", (event) => push(event, ENDS[event.key]), { signal });
  root.addEventListener(
    "pointerup",
    (event) => {
      push(event, "minimum");
      push(event, "maximum");
    },
    { signal },
  );
  root.addEventListener("focusout", () => (reason.textContent = ""), { signal });
}

/** @param {HTMLElement} slider */
function partOf(slider) {
  return /** @type {HTMLElement} */ (slider.closest("[data-part]")).dataset.part ?? "";
}

/**
 * How far each slider of a setting goes.
 *
 * @param {Setting} setting
 * @param {StepStore} store
 * @returns {Map<HTMLInputElement, Bound>}
 */
function limitsOf({ name, sliders }, store) {
  const { trace: shown } = store.get();
  return new Map(
    [...sliders.querySelectorAll("input")].map((slider) => {
      const part = partOf(slider);
      return [slider, part === ALL ? commonBoundOf(shown, name) : boundOf(shown, name, part)];
    }),
  );
}

/**
 * The numbers that the sliders stand at; the slider that moves all parts brings them along.
 *
 * @param {HTMLElement} root
 * @param {HTMLInputElement} slider
 */
function moved(root, slider) {
  const sliders = [...root.querySelectorAll("input")].filter((each) => partOf(each) !== ALL);
  const source = (/** @type {HTMLInputElement} */ each) => (partOf(slider) === ALL ? slider : each);
  return Object.fromEntries(sliders.map((each) => [partOf(each), source(each).valueAsNumber]));
}

/**
 * @param {HTMLInputElement} slider
 * @param {Bound} bound
 * @param {import("../state/ranges.js").Parts} parts
 * @param {boolean} isApart
 */
function write(slider, bound, parts, isApart) {
  const part = partOf(slider);
  const row = /** @type {HTMLElement} */ (slider.closest(".slider"));
  row.hidden = (part === ALL) === isApart;
  Object.assign(slider, { min: bound.minimum, max: bound.maximum });
  slider.value = String(parts[part] ?? Object.values(parts)[0]);
}
