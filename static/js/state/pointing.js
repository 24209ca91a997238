/**
 * Which place the visitor points at, and which one is pinned: both light what belongs to them.
 *
 * @typedef {import("./state.js").State} State
 * @typedef {import("./state.js").StepStore} StepStore
 * @typedef {import("./links.js").Place} Place
 */

import { isSamePlace, linksOf } from "./links.js";
import { scatterLinksOf } from "./scatter-links.js";
import { currentStep } from "./selectors.js";

/**
 * The place whose links are lit.
 *
 * @param {State} state
 * @returns {Place | null}
 */
export function litPlace({ pointed, pinned }) {
  return pointed ?? pinned;
}

const PINNED = /** @type {const} */ ("pinned");

/**
 * Everything that is lit: the place itself, what belongs to it, and what is pinned all the while.
 *
 * @param {State} state
 * @returns {import("./links.js").Link[]}
 */
export function litLinks(state) {
  const [place, step] = [litPlace(state), currentStep(state)];
  if (!place || !step) return [];
  const { trace, pinned } = state;
  const belonging = trace.picture === "scatter" ? scatterLinksOf : linksOf;
  /** @type {import("./links.js").Link[]} */
  const links = belonging(trace, step, place);
  const isPinned = (/** @type {Place} */ link) => isSamePlace(link, pinned);
  const seen = links.map((link) => (isPinned(link) ? { ...link, look: PINNED } : link));
  return pinned && !links.some(isPinned) ? [...seen, { ...pinned, look: PINNED }] : seen;
}

/**
 * @param {StepStore} store
 * @param {Place | null} place
 */
export function pointAt(store, place) {
  const { pointed } = store.get();
  const isSame = place === null ? pointed === null : isSamePlace(place, pointed);
  if (!isSame) store.set({ pointed: place });
}

/**
 * Keep a place lit when nobody points at it any more; to pin it once more lets go of it.
 *
 * @param {StepStore} store
 * @param {Place} place
 */
export function pin(store, place) {
  store.set({ pinned: isSamePlace(place, store.get().pinned) ? null : place, pointed: null });
}

/** @param {StepStore} store */
export function release(store) {
  if (store.get().pinned || store.get().pointed) store.set({ pinned: null, pointed: null });
}
