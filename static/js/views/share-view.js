/**
 * The link in the share dialog: that of what is on screen when it opens, as a text, as a QR
 * code and for the system's own way of sharing.  What else there is to share is loaded later
 * (share-things-view.js).
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 * @typedef {import("../state/state.js").Boot} Boot
 */

import { searchOf } from "../state/address.js";
import { copyText } from "./copy.js";
import { onOpening } from "./dialog-view.js";
import { element } from "./find.js";

/** Names under which a computer knows only itself. */
const THIS_COMPUTER = /^(localhost|.*\.localhost|127\..*|\[::1\])$/;

/**
 * @param {HTMLElement} dialog
 * @param {StepStore} store
 * @param {Boot} boot
 * @param {AbortSignal} signal
 */
export function mountShareView(dialog, store, boot, signal) {
  const link = /** @type {HTMLInputElement} */ (element(dialog, ".link"));
  const copied = element(dialog, ".copied");
  element(dialog, ".this-computer-only").hidden = !THIS_COMPUTER.test(location.hostname);

  function fill() {
    const search = searchOf(store.get(), boot);
    link.value = `${location.origin}${location.pathname}${search}`;
    copied.textContent = "";
    showCode(dialog, `${boot.api}/share.svg${search}`);
  }

  // The code costs a request, so it waits until somebody wants to see it.
  onOpening(dialog, fill, signal);
  element(dialog, ".share-link .copy").addEventListener(
    "click",
    async () => (copied.textContent = await copyText(link.value, () => link.select())),
    { signal },
  );
  mountSystemShare(element(dialog, ".hand-over"), () => link.value, signal);
}

/**
 * @param {HTMLElement} dialog
 * @param {string} source
 */
function showCode(dialog, source) {
  const image = /** @type {HTMLImageElement} */ (element(dialog, ".qr img"));
  const show = (/** @type {boolean} */ isThere) => {
    image.hidden = !isThere;
    element(dialog, ".qr").hidden = !isThere;
    element(dialog, ".no-qr").hidden = isThere;
  };
  image.onerror = () => show(false);
  show(true);
  image.src = source;
}

/** @type {(button: HTMLElement, link: () => string, signal: AbortSignal) => void} */
function mountSystemShare(button, link, signal) {
  if (!("share" in navigator)) return;
  button.hidden = false;
  button.addEventListener(
    "click",
    async () => {
      try {
        await navigator.share({ title: document.title, url: link() });
      } catch (error) {
        // The visitor has thought better of it.
        if (!(error instanceof DOMException && error.name === "AbortError")) throw error;
      }
    },
    { signal },
  );
}
