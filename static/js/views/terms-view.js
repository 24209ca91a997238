/**
 * The terms of the written-out step, in numbers and in symbols: to point at one lights its two
 * cells, and the other way round.  One stop for Tab; the arrows move from term to term.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 */

import { litLinks, litPlace, pin, pointAt } from "../state/pointing.js";
import { currentStep } from "../state/selectors.js";
import { isSamePlace } from "../state/links.js";
import { tapsOf } from "../state/taps.js";

/** @type {Record<string, (index: number, last: number) => number>} */
const MOVES = {
  ArrowRight: (index, last) => Math.min(index + 1, last),
  ArrowLeft: (index) => Math.max(index - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

const CHOOSE = ["Enter", " "];
const MODIFIERS = ["Control", "Meta", "Alt", "Shift"];

/**
 * @param {HTMLElement} root  holds the terms
 * @param {StepStore} store
 * @param {AbortSignal} signal
 */
export function mountTermsView(root, store, signal) {
  /** @type {(event: Event) => void} */
  const point = (event) => pointAt(store, placeOf(store, root, event));
  const leave = () => pointAt(store, null);
  /** @type {[string, (event: any) => void][]} */
  const listeners = [
    ["pointerover", (event) => event.pointerType !== "touch" && point(event)],
    ["pointerleave", leave],
    ["focusin", point],
    ["focusout", leave],
    ["click", (event) => choose(store, root, event)],
    ["keydown", (event) => onKeydown(store, root, event)],
  ];
  for (const [event, listener] of listeners) root.addEventListener(event, listener, { signal });
  const show = () => showLinked(root, store);
  store.watch(litPlace, show, signal);
  store.watch(currentStep, show, signal);
  store.watch(
    ({ trace }) => trace,
    () => keepOneStop(root),
    signal,
  );
}

/** @param {HTMLElement} root */
function termsIn(root) {
  return /** @type {HTMLElement[]} */ ([...root.querySelectorAll(".term")]);
}

/**
 * Only a term at a time takes part in the order of Tab.
 *
 * @param {HTMLElement} root
 * @param {HTMLElement} [stop]
 */
function keepOneStop(root, stop) {
  const terms = termsIn(root);
  const chosen = stop ?? terms.find(({ tabIndex }) => tabIndex === 0) ?? terms[0];
  for (const term of terms) {
    const tabIndex = term === chosen ? 0 : -1;
    if (term.getAttribute("tabindex") !== String(tabIndex)) term.tabIndex = tabIndex;
  }
}

/** @type {(store: StepStore, root: HTMLElement, event: Event) => import("../state/links.js").Place | null} */
function placeOf(store, root, { target }) {
  const term = target instanceof Element ? target.closest(".term") : null;
  const index = termsIn(root).findIndex((each) => each === term);
  return tapsOf(store.get().trace)[index] ?? null;
}

/** @type {(store: StepStore, root: HTMLElement, event: Event) => void} */
function choose(store, root, event) {
  const place = placeOf(store, root, event);
  if (place) pin(store, place);
}

/** @type {(store: StepStore, root: HTMLElement, event: KeyboardEvent) => void} */
function onKeydown(store, root, event) {
  const move = MOVES[event.key];
  const isTaken = move || CHOOSE.includes(event.key);
  if (!isTaken || MODIFIERS.some((name) => event.getModifierState(name))) return;
  // Not taken, the key would step.
  event.preventDefault();
  if (move) focusTerm(root, move);
  else choose(store, root, event);
}

/** @type {(root: HTMLElement, move: (index: number, last: number) => number) => void} */
function focusTerm(root, move) {
  const terms = termsIn(root);
  const index = terms.findIndex((term) => term === document.activeElement);
  const next = terms[move(index, terms.length - 1)];
  keepOneStop(root, next);
  next?.focus();
}

/** @type {(root: HTMLElement, store: StepStore) => void} */
function showLinked(root, store) {
  const state = store.get();
  const lit = litLinks(state).filter(({ part }) => part === "tap");
  const taps = tapsOf(state.trace);
  termsIn(root).forEach((term, index) => {
    const tap = taps[index];
    term.classList.toggle(
      "linked",
      tap !== undefined && lit.some((each) => isSamePlace(tap, each)),
    );
  });
}
