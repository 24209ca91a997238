/**
 * Copy a text, or select it where the browser does not let a page copy: it does so
 * only on https and on this computer itself.
 *
 * @param {string} text
 * @param {() => void} select  selects the text on the page
 * @returns {Promise<string>} what to tell the visitor
 */
export async function copyText(text, select) {
  try {
    await navigator.clipboard.writeText(text);
    return "Copied.";
  } catch {
    select();
    return "Selected: copy it with Ctrl+C.";
  }
}
