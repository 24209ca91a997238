/**
 * Tells the page around a frame how high the frame would have to be to show everything at its
 * best, so that it can make room: a message {type: "kernelwalk:height", height} in CSS pixels.
 *
 * Said is the height that follows from the width alone.  The stage shrinks into a lower frame;
 * were its height said as it is, a frame that follows it would shrink for ever.
 */

/**
 * @param {HTMLElement} main
 * @param {AbortSignal} signal
 */
export function mountHeightView(main, signal) {
  if (window.parent === window) return;
  let said = 0;
  const say = () => {
    const height = freeHeight(main);
    if (height === said) return;
    said = height;
    // Whoever frames the page may know: a height says nothing about the visitor.
    window.parent.postMessage({ type: "kernelwalk:height", height }, "*");
  };
  const watching = new ResizeObserver(say);
  watching.observe(main);
  signal.addEventListener("abort", () => watching.disconnect());
}

/**
 * The height in a frame without an end.  The style sheet lays the page out for it and back
 * again with everything in its place at once; nothing of it is painted.
 *
 * @param {HTMLElement} main
 * @returns {number} pixels
 */
function freeHeight(main) {
  const { dataset } = document.documentElement;
  dataset.measuring = "free";
  const { height } = main.getBoundingClientRect();
  dataset.measuring = "over";
  main.getBoundingClientRect();
  delete dataset.measuring;
  return Math.ceil(height);
}
