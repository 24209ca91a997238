/**
 * The timeline: a native slider on a bar with a tick for each step, and what a step
 * writes above the place that is pointed at or, with the keyboard, where the slider is.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 */

import { goTo } from "../state/player-actions.js";
import { stepCount, stepIndex } from "../state/selectors.js";
import { placeText } from "../state/speech.js";
import { stepTip } from "../state/step-tip.js";
import { element } from "./find.js";

/**
 * @param {HTMLElement} root
 * @param {StepStore} store
 * @param {AbortSignal} signal
 */
export function mountTimelineView(root, store, signal) {
  const slider = /** @type {HTMLInputElement} */ (element(root, "input[name=step]"));
  slider.addEventListener("input", () => goTo(store, slider.valueAsNumber - 1), { signal });

  function show() {
    const state = store.get();
    const numbers = {
      "--step": stepIndex(state) + 1,
      "--count": stepCount(state),
      "--row": (state.trace.geometry.walkSize ?? state.trace.geometry.outputSize)[1],
    };
    for (const [name, number] of Object.entries(numbers)) {
      root.style.setProperty(name, String(number));
    }
    slider.max = String(stepCount(state));
    slider.value = String(stepIndex(state) + 1);
    slider.ariaValueText = placeText(state);
  }

  store.watch(stepIndex, show, signal);
  store.watch((state) => state.trace, show, signal);
  mountTip(root, slider, store, signal);
}

/** @type {(root: HTMLElement, slider: HTMLInputElement, store: StepStore, signal: AbortSignal) => void} */
function mountTip(root, slider, store, signal) {
  const tip = element(root, ".step-tip");
  /** @type {number | null} The step that is pointed at. */
  let pointed = null;
  let isFocused = false;

  const show = () => {
    const state = store.get();
    const index = pointed ?? (isFocused ? stepIndex(state) : null);
    tip.hidden = index === null;
    if (index !== null)
      writeTip(root, stepTip(state.trace, index), placeOfStep(root, index, stepCount(state)));
  };

  /**
   * @param {number | null} step
   * @param {boolean} isKeyboard
   */
  function point(step, isKeyboard) {
    [pointed, isFocused] = [step, isKeyboard];
    show();
  }

  const isByKeyboard = () => slider.matches(":focus-visible");
  /** @type {Record<string, (event: any) => void>} */
  const listeners = {
    // Over the tip itself nothing changes, so that it can be read and left in peace.
    pointermove: ({ target, clientX }) =>
      target === slider && point(stepAt(root, clientX, stepCount(store.get())), false),
    pointerleave: () => point(null, isByKeyboard()),
    focusin: () => point(pointed, isByKeyboard()),
    focusout: () => point(pointed, false),
    keydown: ({ key }) => point(null, key !== "Escape" && key !== "Tab"),
  };
  for (const [name, listener] of Object.entries(listeners)) {
    root.addEventListener(name, listener, { signal });
  }
  store.watch(stepIndex, show, signal);
}

/**
 * @param {HTMLElement} root
 * @param {Record<string, string>} texts
 * @param {number} place  pixels, from the left of the timeline
 */
function writeTip(root, texts, place) {
  for (const [name, text] of Object.entries(texts)) {
    element(root, `.step-tip .${name}`).textContent = text;
  }
  root.style.setProperty("--at", `${place}px`);
}

/**
 * Where the middle of the thumb can be: the browser puts it there too.
 *
 * @param {HTMLElement} root
 * @param {number} count  of steps
 * @returns {{ first: number, length: number }} pixels, from the left of the timeline
 */
function wayOfThumb(root, count) {
  const { width } = root.getBoundingClientRect();
  const narrowest = parseFloat(getComputedStyle(root).getPropertyValue("--thumb"));
  const thumb = Math.max(width / count, narrowest);
  return { first: thumb / 2, length: width - thumb };
}

/**
 * @param {HTMLElement} root
 * @param {number} index
 * @param {number} count
 */
function placeOfStep(root, index, count) {
  const { first, length } = wayOfThumb(root, count);
  return first + (length * index) / Math.max(count - 1, 1);
}

/**
 * @param {HTMLElement} root
 * @param {number} x  pixels, from the left of the window
 * @param {number} count
 */
function stepAt(root, x, count) {
  const { first, length } = wayOfThumb(root, count);
  const share = (x - root.getBoundingClientRect().left - first) / Math.max(length, 1);
  return Math.min(Math.max(Math.round(share * (count - 1)), 0), count - 1);
}
