/** The Step page: defines the elements, creates the store, mounts the views, runs the clock. */

import { CellEditor } from "../elements/cell-editor.js";
import { NumberGrid } from "../elements/number-grid.js";
import { createClock } from "../player/clock.js";
import { isMoving } from "../player/player.js";
import { passTime, setStill, togglePlaying } from "../state/actions.js";
import { keepExtrasInSync } from "../state/extras.js";
import { initialState } from "../state/state.js";
import { createStore } from "../state/store.js";
import { keepTraceInSync } from "../state/sync.js";
import { mountAddressView } from "../views/address-view.js";
import { mountBlankView } from "../views/blank-view.js";
import { mountCalculationView } from "../views/calculation-view.js";
import { commandRunner, mountCommandView } from "../views/command-view.js";
import { mountCloseUpView } from "../views/close-up-view.js";
import { mountDialogView } from "../views/dialog-view.js";
import { mountDragView } from "../views/drag-view.js";
import { mountDrawView } from "../views/draw-view.js";
import { mountEditingView } from "../views/editing-view.js";
import { mountExpressionView } from "../views/expression-view.js";
import { doneSpeaker } from "../views/done-view.js";
import { element } from "../views/find.js";
import { mountFlightView } from "../views/flight-view.js";
import { mountGridToolsView } from "../views/grid-tools-view.js";
import { mountHelpView } from "../views/help-view.js";
import { mountKeyboardView } from "../views/keyboard-view.js";
import { mountLater } from "../views/later.js";
import { mountLinksView } from "../views/links-view.js";
import { mountNoticeView } from "../views/notice-view.js";
import { mountPhasesView } from "../views/phases-view.js";
import { mountPresetsView } from "../views/presets-view.js";
import { mountPresentView } from "../views/present-view.js";
import { mountOnlyView } from "../views/only-view.js";
import { mountSentenceView } from "../views/sentence-view.js";
import { mountSettingsView } from "../views/settings-view.js";
import { mountShareView } from "../views/share-view.js";
import { mountShapeView } from "../views/shape-view.js";
import { mountShowView } from "../views/show-view.js";
import { mountSizeView, mountUnreachedNote } from "../views/size-view.js";
import { mountStageView } from "../views/stage-view.js";
import { mountTermsView } from "../views/terms-view.js";
import { mountTextDialogs } from "../views/text-dialog-view.js";
import { mountTransportView } from "../views/transport-view.js";
import { mountUndoView } from "../views/undo-view.js";
import { mountTurnView } from "../views/turn-view.js";

/** @typedef {import("../state/state.js").State} State */

NumberGrid.define();
CellEditor.define();

/** @type {import("../state/state.js").Boot} */
const boot = JSON.parse(element(document, "#boot").textContent ?? "");
const stillness = window.matchMedia("(prefers-reduced-motion: reduce)");
const store = createStore(/** @type {State} */ (initialState(boot, stillness.matches)));
const { signal } = new AbortController();
const main = element(document, "main");
const settings = element(document, ".settings");

const run = commandRunner(store);

const say = doneSpeaker(element(main, ".edited"), store, signal);

mountCommandView(document, run, signal);
mountLinksView(main, store, signal);
mountStageView(element(main, ".stage"), store, signal);
mountEditingView(element(main, ".stage"), say, store, signal);
mountCloseUpView(element(main, ".stage"), store, signal);
mountSentenceView(element(main, ".words"), store, signal);
mountCalculationView(element(main, ".calculation"), store, signal);
mountExpressionView(element(main, ".expression"), store, signal);
mountPhasesView(main, store, signal);
mountTermsView(element(main, ".expression"), store, signal);
mountDragView(element(main, ".stage"), store, signal);
mountOnlyView(element(document, ".other-pixels"), store, signal);
mountTransportView(element(main, ".transport"), store, signal);
mountTurnView(element(main, ".stage"), store, signal);
mountFlightView(main, store, signal);
mountNoticeView(main, store, signal);
mountSettingsView(settings, store, signal);
mountPresetsView(element(document, ".presets"), store, signal);
mountGridToolsView(settings, say, store, signal);
mountDrawView(element(main, ".stage"), settings, say, store, signal);
mountTextDialogs(document, store, signal);
mountSizeView(element(document, ".size-panel"), store, signal);
mountUnreachedNote(element(main, ".unreached-note"), store, signal);
mountShapeView(element(document, ".shape-drawing"), store, signal);
mountShowView(document, store, signal);
mountPresentView(document, store, signal);
mountDialogView(document, signal);
mountHelpView(element(document, "#help"), store, signal);
mountShareView(element(document, "#share"), store, boot, signal);
mountBlankView(document, store, signal);
mountKeyboardView(store, run, signal);
mountAddressView(store, boot, signal);
mountUndoView(element(document, ".undo"), store, signal);
mountLater(
  store,
  ({ view }) => view.labels !== "none",
  async () => {
    const { mountLabelsView } = await import("../views/labels-view.js");
    mountLabelsView(main, store, signal);
  },
  signal,
);
mountLater(
  store,
  ({ view }) => view.shades === "1",
  async () => {
    const { mountShadesView } = await import("../views/shades-view.js");
    mountShadesView(main, store, signal);
  },
  signal,
);
mountLater(
  store,
  ({ view }) => view.formula !== "numbers",
  async () => {
    const { mountSymbolsView } = await import("../views/symbols-view.js");
    const symbols = element(main, ".symbols");
    mountSymbolsView(symbols, store, signal);
    mountTermsView(symbols, store, signal);
  },
  signal,
);
mountLater(
  store,
  ({ view }) => view.vectors === "1",
  async () => {
    const { mountVectorsView } = await import("../views/vectors-view.js");
    mountVectorsView(element(main, ".vectors"), store, signal);
  },
  signal,
);
mountLater(
  store,
  ({ view }) => view.compare === "1",
  async () => {
    const { mountComparisonView } = await import("../views/comparison-view.js");
    mountComparisonView(element(main, ".comparison"), store, signal);
  },
  signal,
);
mountLater(
  store,
  ({ view }) => view.code === "1",
  async () => {
    const { mountCodeView } = await import("../views/code-view.js");
    mountCodeView(element(main, ".code-panel"), store, boot, signal);
  },
  signal,
);
keepTraceInSync(store, boot, signal);
keepExtrasInSync(store, boot, signal);

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
