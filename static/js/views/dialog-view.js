/** Dialogs: a button with data-opens="id" opens the one with that id; Esc, Close and a click beside it close it. */

/**
 * @param {Document} page
 * @param {AbortSignal} signal
 */
export function mountDialogView(page, signal) {
  page.addEventListener(
    "click",
    ({ target }) => {
      if (!(target instanceof Element)) return;
      const opener = target.closest("[data-opens]");
      if (opener) openDialog(page, opener.getAttribute("data-opens") ?? "");
      // A click on the dialog itself, and not on what is in it, is a click beside it.
      else if (target instanceof HTMLDialogElement) target.close();
    },
    { signal },
  );
}

/**
 * @param {Document} page
 * @param {string} id
 */
export function openDialog(page, id) {
  const dialog = page.getElementById(id);
  if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal();
}

/**
 * Do something each time a dialog opens, however it is opened.
 *
 * @param {HTMLElement} dialog
 * @param {() => void} callback
 * @param {AbortSignal} signal
 */
export function onOpening(dialog, callback, signal) {
  const opening = new MutationObserver(() => {
    if (dialog.hasAttribute("open")) callback();
  });
  opening.observe(dialog, { attributeFilter: ["open"] });
  signal.addEventListener("abort", () => opening.disconnect());
}
