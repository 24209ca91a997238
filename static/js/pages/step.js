/** The Step page: what every page that steps has, and with it the settings, the editor and the address. */

import { CellEditor } from "../elements/cell-editor.js";
import { NumberGrid } from "../elements/number-grid.js";
import { KEY_GROUPS } from "../state/keys.js";
import { mountAddressView } from "../views/address-view.js";
import { doneSpeaker } from "../views/done-view.js";
import { mountEditingView } from "../views/editing-view.js";
import { element } from "../views/find.js";
import { mountGridToolsView } from "../views/grid-tools-view.js";
import { mountLater, mountOnFirstClick, mountOnOpening } from "../views/later.js";
import { mountOnlyView } from "../views/only-view.js";
import { mountPagesView } from "../views/pages-view.js";
import { mountPresetsView } from "../views/presets-view.js";
import { mountSettingsView } from "../views/settings-view.js";
import { mountShapeView } from "../views/shape-view.js";
import { mountShareView } from "../views/share-view.js";
import { mountSizeView } from "../views/size-view.js";
import { mountUndoView } from "../views/undo-view.js";
import { mountStepping, openStore, startTime } from "./stepping.js";

NumberGrid.define();
CellEditor.define();

const { boot, store } = openStore();
const { signal } = new AbortController();
const main = element(document, "main");
const settings = element(document, ".settings");
const say = doneSpeaker(element(main, ".edited"), store, signal);

mountStepping(store, boot, KEY_GROUPS, signal);
mountEditingView(element(main, ".stage"), say, store, signal);
mountOnlyView(element(document, ".other-pixels"), store, signal);
mountSettingsView(settings, store, signal);
mountPresetsView(element(document, ".presets"), store, signal);
mountGridToolsView(settings, say, store, signal);
mountOnFirstClick(
  element(settings, ".draw"),
  async () => {
    const { mountDrawView } = await import("../views/draw-view.js");
    mountDrawView(element(main, ".stage"), settings, say, store, signal);
  },
  store,
  signal,
);
for (const part of /** @type {const} */ (["input", "kernel"])) {
  const dialog = /** @type {HTMLDialogElement} */ (element(document, `#text-${part}`));
  mountOnOpening(
    dialog,
    async () => {
      const { mountTextDialog } = await import("../views/text-dialog-view.js");
      mountTextDialog(dialog, part, store, signal);
    },
    signal,
  );
}
mountSizeView(element(document, ".size-panel"), store, signal);
mountShapeView(element(document, ".shape-drawing"), store, signal);
mountShareView(element(document, "#share"), store, boot, signal);
mountOnOpening(
  element(document, "#share"),
  async () => {
    const { mountShareThings } = await import("../views/share-things-view.js");
    mountShareThings(element(document, "#share"), store, boot, signal);
  },
  signal,
);
mountAddressView(store, boot, signal);
mountPagesView(element(document, ".site-header nav"), store, boot, signal);
mountUndoView(element(document, ".undo"), store, signal);
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
mountLater(
  store,
  ({ view }) => view.compare === "1" || view.code === "1",
  async () => {
    const { keepExtrasInSync } = await import("../state/extras.js");
    keepExtrasInSync(store, boot, signal);
  },
  signal,
);
startTime(store, boot, signal);
