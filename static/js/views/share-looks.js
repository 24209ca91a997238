/**
 * How a picture is to look: its size, its theme, its ground and what it shows.  The fields
 * stand below each preview, and say the same in all of them.
 */

import { LOOKS, PANELS } from "../state/share-things.js";
import { build } from "./build.js";

/**
 * @param {HTMLElement} dialog
 * @param {() => void} onChange
 * @param {AbortSignal} signal
 * @returns {() => Record<string, string>} what is not as usual, by its name in an address
 */
export function mountShareLooks(dialog, onChange, signal) {
  const forms = [...dialog.querySelectorAll(".preview")].map((preview) => {
    const form = looksForm();
    preview.after(form);
    return form;
  });
  /** @type {Record<string, string>} */
  let looks = {};
  for (const form of forms) {
    form.addEventListener(
      "change",
      ({ target }) => {
        keepOnePanel(form, target);
        looks = looksIn(form);
        for (const other of forms) if (other !== form) copyFields(form, other);
        onChange();
      },
      { signal },
    );
  }
  return () => looks;
}

function looksForm() {
  const choices = LOOKS.map(({ name, title, values }) => {
    const options = values.map(([value, text]) => build("option", { value }, text));
    return build(
      "label",
      {},
      `${title} `,
      build("select", { name, autocomplete: "off" }, ...options),
    );
  });
  const panels = Object.entries(PANELS).map(([value, isShown]) => {
    const box = build("input", { type: "checkbox", name: "show", value, autocomplete: "off" });
    box.defaultChecked = isShown;
    return build("label", {}, box, ` ${value}`);
  });
  const shown = build("fieldset", {}, build("legend", {}, "Show"), ...panels);
  return build("form", { class: "looks" }, ...choices, shown);
}

/**
 * A picture of nothing is no picture.
 *
 * @param {HTMLFormElement} form
 * @param {EventTarget | null} changed
 */
function keepOnePanel(form, changed) {
  const isEmpty = new FormData(form).getAll("show").length === 0;
  if (isEmpty && changed instanceof HTMLInputElement) changed.checked = true;
}

/**
 * @param {HTMLFormElement} form
 * @returns {Record<string, string>}
 */
function looksIn(form) {
  const data = new FormData(form);
  const usual = Object.entries(PANELS).filter(([, isShown]) => isShown);
  const show = data.getAll("show").join(",");
  const looks = LOOKS.map(({ name }) => [name, String(data.get(name))]);
  if (show !== usual.map(([name]) => name).join(",")) looks.push(["show", show]);
  return Object.fromEntries(looks.filter(([, value]) => value));
}

/**
 * @param {HTMLFormElement} from
 * @param {HTMLFormElement} to
 */
function copyFields(from, to) {
  const fields = [...to.elements];
  for (const [index, field] of [...from.elements].entries()) {
    const other = fields[index];
    if (field instanceof HTMLSelectElement && other instanceof HTMLSelectElement) {
      other.value = field.value;
    }
    if (field instanceof HTMLInputElement && other instanceof HTMLInputElement) {
      other.checked = field.checked;
    }
  }
}
