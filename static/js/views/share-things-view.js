/**
 * What there is to share besides the link: previews, texts to copy and files to keep.  All of
 * it comes from the server when the dialog opens.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 * @typedef {import("../state/state.js").Boot} Boot
 * @typedef {import("../state/sharing.js").ShareTexts} ShareTexts
 */

import { sharedStep, whyNoPicture } from "../state/sharing.js";
import { copyText } from "./copy.js";
import { onOpening } from "./dialog-view.js";
import { element } from "./find.js";
import { mountShareLooks } from "./share-looks.js";
import { mountSharePanels } from "./share-panels.js";

/**
 * @param {HTMLElement} dialog  open already
 * @param {StepStore} store
 * @param {Boot} boot
 * @param {AbortSignal} signal
 */
export function mountShareThings(dialog, store, boot, signal) {
  let request = new AbortController();
  let filling = Promise.resolve();

  async function load() {
    request.abort();
    request = new AbortController();
    const current = AbortSignal.any([request.signal, signal]);
    const { texts, problem } = await sharedStep(store.get(), boot, looks(), current);
    if (current.aborted) return;
    say(element(dialog, ".share-problem"), problem);
    writeTexts(dialog, texts);
    for (const preview of all(dialog, ".preview")) showPicture(preview, texts, current);
  }

  const fill = () => (filling = load());

  mountSharePanels(dialog, signal);
  const looks = mountShareLooks(dialog, fill, signal);
  mountCopying(dialog, () => filling, signal);
  onOpening(dialog, fill, signal);
  fill();
}

/** @type {(root: HTMLElement, selector: string) => HTMLElement[]} */
function all(root, selector) {
  return [...root.querySelectorAll(selector)].filter((each) => each instanceof HTMLElement);
}

/**
 * @param {HTMLElement} paragraph
 * @param {string} sentence  hides the paragraph where it is empty
 */
function say(paragraph, sentence) {
  paragraph.textContent = sentence;
  paragraph.hidden = !sentence;
}

/**
 * @param {HTMLElement} dialog
 * @param {ShareTexts} texts
 */
function writeTexts(dialog, texts) {
  for (const area of dialog.querySelectorAll("textarea")) {
    area.value = texts.get(area.dataset.text ?? "") ?? "";
  }
  for (const file of dialog.querySelectorAll("a")) {
    file.href = here(texts.get(file.dataset.file ?? ""));
  }
}

/**
 * A picture, or the sentence that says why there is none.  Its loading is lazy, so that
 * the server draws it only when its tab is open.
 *
 * @param {HTMLElement} preview
 * @param {ShareTexts} texts
 * @param {AbortSignal} signal
 */
function showPicture(preview, texts, signal) {
  const image = /** @type {HTMLImageElement} */ (element(preview, "img"));
  const { picture = "", alt = "" } = image.dataset;
  const source = here(texts.get(picture));
  const show = (/** @type {string} */ sentence) => {
    image.hidden = sentence !== "" || source === "";
    say(element(preview, ".why-not"), sentence);
  };
  image.onerror = async () => {
    image.hidden = true;
    const sentence = await whyNoPicture(source, signal);
    if (!signal.aborted) show(sentence);
  };
  show("");
  image.alt = texts.get(alt) ?? "";
  const still = preview.querySelector("source");
  if (still) still.srcset = here(texts.get(still.dataset.still ?? ""));
  if (source) image.src = source;
  else image.removeAttribute("src");
}

/**
 * An address of this server on the very host that the page came from, which may know it by
 * another name.
 *
 * @param {string | undefined} address
 * @returns {string}
 */
function here(address) {
  if (!address) return "";
  const { pathname, search } = new URL(address);
  return `${pathname}${search}`;
}

/**
 * Copy a text as soon as it is that of what is on screen.
 *
 * @param {HTMLElement} dialog
 * @param {() => Promise<void>} filling
 * @param {AbortSignal} signal
 */
function mountCopying(dialog, filling, signal) {
  const copied = element(dialog, ".copied");
  for (const text of all(dialog, ".share-text")) {
    const area = /** @type {HTMLTextAreaElement} */ (element(text, "textarea"));
    element(text, ".copy").addEventListener(
      "click",
      async () => {
        await filling();
        copied.textContent = await copyText(area.value, () => area.select());
      },
      { signal },
    );
  }
}
