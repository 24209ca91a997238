/**
 * The page in a frame of another page: everything that steps, and nothing that changes the
 * convolution.  It leaves the address and the history alone, which belong to the page around it.
 */

import { NumberGrid } from "../elements/number-grid.js";
import { STEPPING_KEY_GROUPS } from "../state/keys.js";
import { element } from "../views/find.js";
import { mountFullPageView } from "../views/full-page-view.js";
import { mountHeightView } from "../views/height-view.js";
import { mountStepping, openStore, startTime } from "./stepping.js";

NumberGrid.define();

const { boot, store } = openStore();
const { signal } = new AbortController();
const link = /** @type {HTMLAnchorElement} */ (element(document, ".full-page"));

mountStepping(store, boot, STEPPING_KEY_GROUPS, signal);
mountFullPageView(link, store, boot, signal);
mountHeightView(element(document, "main"), signal);
startTime(store, boot, signal);
