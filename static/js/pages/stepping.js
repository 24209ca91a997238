/**
 * What every page that steps is made of: the stage, the calculation, the words and the
 * transport, with their views, their keys and the clock.  The entry of a page adds its own.
 *
 * @typedef {import("../state/state.js").Boot} Boot
 * @typedef {import("../state/state.js").State} State
 * @typedef {import("../state/state.js").StepStore} StepStore
 * @typedef {import("../state/keys.js").KeyGroup} KeyGroup
 */

import { createClock } from "../player/clock.js";
import { isMoving } from "../player/player.js";
import { passTime, togglePlaying } from "../state/player-actions.js";
import { setStill } from "../state/view-actions.js";
import { initialState } from "../state/state.js";
import { createStore } from "../state/store.js";
import { keepTraceInSync } from "../state/sync.js";
import { mountBlankView } from "../views/blank-view.js";
import { mountCalculationView } from "../views/calculation-view.js";
import { mountCloseUpView } from "../views/close-up-view.js";
import { commandRunner, mountCommandView } from "../views/command-view.js";
import { mountDialogView } from "../views/dialog-view.js";
import { mountDragView } from "../views/drag-view.js";
import { mountExpressionView } from "../views/expression-view.js";
import { element } from "../views/find.js";
import { mountFlightView } from "../views/flight-view.js";
import { mountHelpView } from "../views/help-view.js";
import { mountKeyboardView } from "../views/keyboard-view.js";
import { mountLater } from "../views/later.js";
import { mountLinksView } from "../views/links-view.js";
import { mountNoticeView } from "../views/notice-view.js";
import { mountPhasesView } from "../views/phases-view.js";
import { mountPresentView } from "../views/present-view.js";
import { mountSentenceView } from "../views/sentence-view.js";
import { mountShowView } from "../views/show-view.js";
import { mountUnreachedNote } from "../views/size-view.js";
import { mountStageView } from "../views/stage-view.js";
import { mountTermsView } from "../views/terms-view.js";
import { mountTitleView } from "../views/title-view.js";
import { mountTransportView } from "../views/transport-view.js";
import { mountTurnView } from "../views/turn-view.js";

const stillness = window.matchMedia("(prefers-reduced-motion: reduce)");

/**
 * The store of a page, as the server has filled it.
 *
 * @returns {{ boot: Boot, store: StepStore }}
 */
export function openStore() {
  const boot = JSON.parse(element(document, "#boot").textContent ?? "");
  const state = /** @type {State} */ (initialState(boot, stillness.matches));
  return { boot, store: createStore(state) };
}

/**
 * @param {StepStore} store
 * @param {Boot} boot
 * @param {readonly KeyGroup[]} keyGroups  the keys that the page has
 * @param {AbortSignal} signal
 */
export function mountStepping(store, boot, keyGroups, signal) {
  const main = element(document, "main");
  const run = commandRunner(store);
  mountCommandView(document, run, signal);
  mountLinksView(main, store, signal);
  mountStage(element(main, ".stage"), store, signal);
  mountWords(main, store, signal);
  mountPhasesView(main, store, signal);
  mountTransportView(element(main, ".transport"), store, signal);
  mountFlightView(main, store, signal);
  mountNoticeView(main, store, signal);
  mountShowView(document, store, signal);
  mountPresentView(document, store, signal);
  mountDialogView(document, signal);
  mountHelpView(element(document, "#help"), keyGroups, store, signal);
  mountBlankView(document, store, signal);
  mountKeyboardView(store, run, keyGroups, signal);
  mountTitleView(store, signal);
  mountChoices(main, store, signal);
  keepTraceInSync(store, boot, signal);
}

/** @type {(stage: HTMLElement, store: StepStore, signal: AbortSignal) => void} */
function mountStage(stage, store, signal) {
  mountStageView(stage, store, signal);
  mountCloseUpView(stage, store, signal);
  mountDragView(stage, store, signal);
  mountTurnView(stage, store, signal);
}

/** @type {(main: HTMLElement, store: StepStore, signal: AbortSignal) => void} */
function mountWords(main, store, signal) {
  mountUnreachedNote(element(main, ".unreached-note"), store, signal);
  mountSentenceView(element(main, ".words"), store, signal);
  mountCalculationView(element(main, ".calculation"), store, signal);
  mountExpressionView(element(main, ".expression"), store, signal);
  mountTermsView(element(main, ".expression"), store, signal);
}

/**
 * What is to be seen only where the view asks for it.
 *
 * @type {(main: HTMLElement, store: StepStore, signal: AbortSignal) => void}
 */
function mountChoices(main, store, signal) {
  /** @type {(isWanted: (state: State) => boolean, mount: () => Promise<void>) => void} */
  const later = (isWanted, mount) => mountLater(store, isWanted, mount, signal);
  later(
    ({ view }) => view.labels !== "none",
    async () => {
      const { mountLabelsView } = await import("../views/labels-view.js");
      mountLabelsView(main, store, signal);
    },
  );
  later(
    ({ view }) => view.shades === "1",
    async () => {
      const { mountShadesView } = await import("../views/shades-view.js");
      mountShadesView(main, store, signal);
    },
  );
  later(
    ({ view }) => view.formula !== "numbers",
    () => mountSymbols(main, store, signal),
  );
  later(
    ({ view }) => view.vectors === "1",
    async () => {
      const { mountVectorsView } = await import("../views/vectors-view.js");
      mountVectorsView(element(main, ".vectors"), store, signal);
    },
  );
}

/** @type {(main: HTMLElement, store: StepStore, signal: AbortSignal) => Promise<void>} */
async function mountSymbols(main, store, signal) {
  const { mountSymbolsView } = await import("../views/symbols-view.js");
  const symbols = element(main, ".symbols");
  mountSymbolsView(symbols, store, signal);
  mountTermsView(symbols, store, signal);
}

/**
 * Let time pass, and begin to play where the address says so.
 *
 * @param {StepStore} store
 * @param {Boot} boot
 * @param {AbortSignal} signal
 */
export function startTime(store, boot, signal) {
  const start = createClock(
    (callback) => requestAnimationFrame(callback),
    (seconds) => passTime(store, seconds),
  );
  store.watch(
    (state) => isMoving(state.player),
    (moving) => {
      if (moving) start();
    },
    signal,
  );
  stillness.addEventListener("change", ({ matches }) => {
    setStill(store, matches || store.get().view.motion === "off");
  });
  requestAnimationFrame(() => document.documentElement.toggleAttribute("data-live", true));
  // Nothing begins to move by itself for a visitor who asks for no motion.
  if (boot.isPlaying && !store.get().isStill) togglePlaying(store);
}
